-- The sessions of an account that have not ended are found without a look at its tombstones.
create index user_session_account_live on user_session (account_id, ended_at, created_at);
drop index user_session_account;

-- Endings of many sessions at once: in force from their commit, written to the sessions page by page, and gone after that.
create table session_ending (
    id           char(36)    not null primary key,
    account_id   char(36)    not null,
    marked_at    timestamp   not null,
    begun_until  timestamp,
    kept_session char(36),
    reason       varchar(32) not null,
    requested    smallint    default 0 not null,
    address      varchar(300),
    user_agent   varchar(300),
    taken_until  timestamp
);
create index session_ending_account on session_ending (account_id);
