-- What matching asks of another concern's child beside its keys, so that it reads no facts. The keys of earlier concerns are computed
-- again in the background; until then a child counts as one who may be looked after, and its postcode is not counted.
alter table child_mark add column postcode_mark varchar(64);
alter table child_mark add column not_looked_after boolean not null default false;
