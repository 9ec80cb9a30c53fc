-- When Google may last have acted on a revocation that was sent; kept a while, for a sign-in that crosses it.
create table revocation_try (
    id           char(36)    not null primary key,
    subject_hash varchar(64) not null,
    settled_at   timestamp   not null
);
create index revocation_try_subject on revocation_try (subject_hash);
create index revocation_try_settled on revocation_try (settled_at);
