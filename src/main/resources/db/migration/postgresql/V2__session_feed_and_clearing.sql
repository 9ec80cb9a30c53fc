-- The ended sessions in the order in which every node reads them, page by page.
drop index user_session_ended;
create index user_session_ended on user_session (ended_at, id);

-- The timeline by age alone, for its retention.
create index activity_happened on activity (happened_at);
