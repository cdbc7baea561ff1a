-- A concern that was opened again counts its deadlines from then.
alter table concern add column reopened_at bigint;
