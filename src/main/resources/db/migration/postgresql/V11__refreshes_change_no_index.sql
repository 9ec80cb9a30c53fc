-- From when on the sweep for sessions whose time is up looks at one. A refresh moves the idle end and leaves this, so that
-- it changes no index. What is there already is looked at once, soon.
alter table user_session add column sweep_from timestamp default '2000-01-01 00:00:00' not null;

-- Room in each new page for the next version of its rows: a refresh writes one there.
alter table user_session set (fillfactor = 80);
