-- In which circumstances a deadline was counted, so that it can be counted again by corrected rules. Null: by an earlier release.
alter table waiting_step add column counted_as_opened_at bigint;
alter table waiting_step add column counted_as_priority varchar(10);
alter table waiting_step add column counted_as_danger boolean;
alter table waiting_step add column counted_for_hub varchar(50);
alter table waiting_step add column counted_from bigint;
alter table waiting_step add column counted_from_event varchar(40);

-- It also keeps what it said before it was counted again.
alter table waiting_step modify column explanation varchar(2500) not null;
