-- Sessions that are over by time and not yet recorded so.
create index user_session_overdue on user_session (ended_at, idle_ends_at);
