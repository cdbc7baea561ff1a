-- Why the family, the person of concern and the referrer may be told nothing for now; null where they may.
alter table concern add column covert_since bigint;
alter table concern add column covert_because text;
alter table concern add column covert_asked_by varchar(300);
alter table concern add column covert_by varchar(300);
