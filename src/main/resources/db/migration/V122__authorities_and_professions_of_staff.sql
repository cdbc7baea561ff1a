-- The authorities that a member of staff of a hub works for, separated by commas; null for all that the hub serves.
alter table colleague add column authorities varchar(300);

-- The professional role of the decider, as the account said it then. Null if it was not known.
alter table decided_step add column decided_by_profession varchar(100);
