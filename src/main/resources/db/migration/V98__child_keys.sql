-- The rules by which the matching keys of a concern's children were computed; null stands for the rules before this column. Keys
-- of other rules than those of the running release are computed again in the background.
alter table concern add column child_keys varchar(20);

create index concern_by_child_keys on concern (child_keys, reference);
