-- In a migration of its own: while it is built, others can read.
create index user_session_sweep on user_session (ended_at, sweep_from, id);
drop index user_session_overdue;
