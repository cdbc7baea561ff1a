-- In which circumstances a deadline was counted, so that it can be counted again by corrected rules. Null: by an earlier release.
alter table waiting_step add column counted_as_opened_at bigint;
alter table waiting_step add column counted_as_priority varchar(10);
alter table waiting_step add column counted_as_danger boolean;
alter table waiting_step add column counted_for_hub varchar(50);
alter table waiting_step add column counted_from bigint;
alter table waiting_step add column counted_from_event varchar(40);

-- It also keeps what it said before it was counted again.
alter table waiting_step modify column explanation varchar(2500) not null;

-- Who asked to settle an obligation as not needed where a second person decides, and what that person decided.
alter table obligations add column second_asked_by varchar(100);
alter table obligations add column second_asked_by_name varchar(200);
alter table obligations add column second_asked_at bigint;
alter table obligations add column second_decision mediumtext;
alter table obligations add column second_because text;
alter table obligations add column second_decided_by varchar(200);
alter table obligations add column second_decided_at bigint;
alter table obligations add column second_agreed boolean;
alter table obligations add column second_rationale text;

-- The step stays open meanwhile; the queue shows that it waits for a second person.
alter table waiting_step add column second_asked_by varchar(200);
