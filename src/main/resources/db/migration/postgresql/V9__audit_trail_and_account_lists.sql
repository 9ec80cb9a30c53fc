-- What administrators looked at and did. Ids alone say who: names and e-mail addresses are read from the accounts.
create table audit_entry (
    id          uuid not null primary key,
    happened_at timestamp not null,
    type        varchar(32) not null,
    looked      smallint not null,
    admin_id    uuid not null,
    account_id  uuid,
    session_id  uuid,
    address     varchar(300),
    user_agent  varchar(300)
);
create index audit_entry_happened on audit_entry (happened_at, id);
create index audit_entry_looked on audit_entry (looked, happened_at, id);
create index audit_entry_type on audit_entry (type, happened_at, id);
create index audit_entry_admin on audit_entry (admin_id, happened_at, id);
create index audit_entry_account on audit_entry (account_id, happened_at, id);

-- The list of accounts in its other orders, page by page, and those that are disabled.
create index account_signed_in on account (signed_in_at, id);
create index account_disabled on account (disabled_at);
create index account_email on account (lower(email), id);
create index account_name on account (lower(name), id);
