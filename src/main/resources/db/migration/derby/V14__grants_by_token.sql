-- In a migration of its own: while they are built, others can read.
create index google_grant_token_prefix on google_grant (token_prefix_hash);
create index google_grant_token_double on google_grant (token_double_hash);
