-- An address is kept whole: the one that an administrator names may have 500 characters.
-- contract: a longer column takes nothing from a server of any version
alter table audit_entry alter column replaced type varchar(500);
