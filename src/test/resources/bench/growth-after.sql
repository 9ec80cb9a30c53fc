-- Sent once, after all shares of growth.sql, when the indexes are there again.

-- What the last quarter of an hour has left to the sweep.
update user_session set idle_ends_at = timestamp '{now}' - random() * interval '15 minutes',
    sweep_from = timestamp '{now}' - random() * interval '15 minutes'
where ended_at is null and get_byte(uuid_send(id), 0) = 0 and get_byte(uuid_send(id), 1) < 64;

vacuum (analyze);
