-- In a migration of its own: while they are built, others can read. Grants are found by what names their token.
create index google_grant_token_prefix on google_grant (token_prefix_hash);
create index google_grant_token_double on google_grant (token_double_hash);
-- Accounts that Google reported as disabled are listed for administrators.
create index account_frozen on account (frozen_at);
