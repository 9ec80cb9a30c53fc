-- Where Google's signals went before an administrator took them; null for all other acts.
alter table audit_entry add column replaced varchar(300);
