-- What the last rotations of a session's refresh token were asked with: up to eight marks of eight bytes, the newest first.
alter table user_session add column past_rotations varchar(64) for bit data;
