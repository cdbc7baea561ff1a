-- A referrer asks once whether anyone has seen their concern; what the hub does next answers it.
alter table concern add column asked_at bigint;
alter table concern add column asked_by varchar(200);
alter table concern add column answered_at bigint;

create index concern_by_asking on concern (answered_at, asked_at);
