-- What the last rotations of a session's refresh token were asked with: up to eight marks of eight bytes, the newest first.
alter table user_session add column past_rotations varchar(64) for bit data;

-- The living sessions of an account, without its tombstones.
drop index user_session_account;
create index user_session_account on user_session (account_id, ended_at);
