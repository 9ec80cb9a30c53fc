-- When a person last had their grant checked at Google; null before the first check.
alter table google_grant add column checked_at timestamp;
