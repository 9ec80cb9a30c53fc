-- The list of accounts, page by page, the youngest first.
create index account_created on account (created_at, id);
