create table account (
    id             char(36)      not null primary key,
    issuer         varchar(255)  not null,
    subject        varchar(255)  not null,
    email          varchar(320),
    email_verified smallint      default 0 not null,
    name           varchar(500),
    picture        varchar(2000),
    hosted_domain  varchar(255),
    created_at     timestamp     not null,
    signed_in_at   timestamp     not null,
    disabled_at    timestamp,
    constraint account_identity unique (issuer, subject)
);

-- A session of ours. After its end the row stays as a tombstone until its absolute end.
create table user_session (
    id                char(36)     not null primary key,
    account_id        char(36),
    generation        bigint       not null,
    rotation_key_hash varchar(64),
    created_at        timestamp    not null,
    rotated_at        timestamp    not null,
    refreshed_at      timestamp    not null,
    idle_ends_at      timestamp    not null,
    ends_at           timestamp    not null,
    ended_at          timestamp,
    end_reason        varchar(32),
    user_agent        varchar(300),
    address           varchar(300)
);
create index user_session_account on user_session (account_id);
create index user_session_ended on user_session (ended_at);
create index user_session_ends on user_session (ends_at);

-- What a person allowed us at Google. Tokens are ciphertexts, never anything else.
create table google_grant (
    account_id               char(36)     not null primary key,
    client_id                varchar(255) not null,
    status                   varchar(32)  not null,
    version                  bigint       not null,
    scopes                   varchar(4000) not null,
    refresh_token            blob(64k),
    refresh_token_expires_at timestamp,
    refresh_tokens_received  integer      default 0 not null,
    access_token             blob(64k),
    access_token_issued_at   timestamp,
    access_token_expires_at  timestamp,
    granted_at               timestamp    not null,
    last_refreshed_at        timestamp,
    last_failure_at          timestamp,
    last_failure_code        varchar(64),
    lease_owner              char(36),
    lease_until              timestamp
);
create index google_grant_refreshed on google_grant (last_refreshed_at);

-- A refresh token that Google has still to be told about; gone within a day.
create table parked_revocation (
    id           char(36)     not null primary key,
    subject_hash varchar(64)  not null,
    token        blob(64k)    not null,
    parked_at    timestamp    not null,
    next_try_at  timestamp    not null,
    gives_up_at  timestamp    not null,
    tries        integer      default 0 not null
);
create index parked_revocation_due on parked_revocation (next_try_at);
create index parked_revocation_subject on parked_revocation (subject_hash);

-- Keys of our own JWTs. Each signs from its time until its successor's, and is served until its last token is dead.
create table signing_key (
    kid          varchar(64) not null primary key,
    purpose      varchar(16) not null,
    algorithm    varchar(16) not null,
    key_material blob(64k)   not null,
    created_at   timestamp   not null,
    signs_from   timestamp   not null,
    constraint signing_key_succession unique (purpose, signs_from)
);

create table activity (
    id          char(36)    not null primary key,
    account_id  char(36)    not null,
    happened_at timestamp   not null,
    type        varchar(32) not null,
    reason      varchar(64),
    session_id  char(36),
    address     varchar(300),
    user_agent  varchar(300)
);
create index activity_account on activity (account_id, happened_at, id);
