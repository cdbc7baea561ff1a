-- On which concerns the Emergency Duty Team worked for a closed hub: it reads them until until_micros, or until they are handed back.
create table duty_work (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    hub varchar(50) not null,
    since bigint not null,
    until_micros bigint not null,
    ended_at bigint,
    constraint duty_work_on_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;

create index duty_work_by_concern on duty_work (reference, until_micros);
create index duty_work_by_end on duty_work (until_micros, reference);

-- A claim of staff who went home does not bind the team, and one of the team does not bind the hub once it is open.
alter table waiting_step add column claimed_by_team boolean not null default false;
