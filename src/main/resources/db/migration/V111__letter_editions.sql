-- What the whole letter told when the edition was written, and the edition that a supplement adds to. Both are empty for letters of
-- earlier releases.
alter table letter add column told_hash char(64);
alter table letter add column adds_to int;
