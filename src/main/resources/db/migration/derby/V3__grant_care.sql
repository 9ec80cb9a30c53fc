-- Google drops refresh tokens that nobody has used for six months; a sign-in that brings none is no use of the stored one.
alter table google_grant add column refresh_token_used_at timestamp;
-- Whoever keeps an unused grant alive takes it for a while: one node at a time, and no failing one over and over.
alter table google_grant add column keep_alive_after timestamp;
alter table google_grant add column expiry_warned_at timestamp;
-- The best that is known of grants that were there before.
update google_grant set refresh_token_used_at = last_refreshed_at;
drop index google_grant_refreshed;
create index google_grant_used on google_grant (refresh_token_used_at);
create index google_grant_expires on google_grant (refresh_token_expires_at);
create index google_grant_status on google_grant (status);

-- How many tokens live on at Google if it is never told.
alter table parked_revocation add column refresh_tokens_received integer default 0 not null;

-- Which encryption key was in front, and since when; numbers only, no key.
create table encryption_key (
    key_number     integer   not null primary key,
    in_front_since timestamp not null
);
