-- Since when Google reports the person's Google account as disabled, and which reports are void: those from before trusted_at.
alter table account add column frozen_at timestamp;
alter table account add column trusted_at timestamp;

-- The grant of a frozen account is not used.
alter table google_grant add column frozen_at timestamp;
-- By which a refresh token is found when Google names it: keyed hashes, never a part of the token.
alter table google_grant add column token_prefix_hash varchar(64);
alter table google_grant add column token_double_hash varchar(64);

-- Security signals (RFC 8417) that were accepted: committed before the answer, worked on after it, and kept for a while so that a
-- copy is known. Neither a token nor a name is in it.
create table signal_inbox (
    id           char(36)    not null primary key,
    event_key    varchar(64) not null,
    type         varchar(64) not null,
    reason       varchar(32),
    from_google  smallint    not null,
    account_id   char(36),
    token_hashes varchar(4000),
    state        varchar(200),
    event_at     timestamp   not null,
    received_at  timestamp   not null,
    taken_until  timestamp,
    done_at      timestamp,
    outcome      varchar(32),
    constraint signal_inbox_event unique (event_key)
);
create index signal_inbox_due on signal_inbox (done_at, received_at, id);
create index signal_inbox_received on signal_inbox (received_at, id);
create index signal_inbox_account on signal_inbox (account_id);
