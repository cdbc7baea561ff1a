-- What is due to partners, for each kind and item. Rows are settled by persons and never removed.
create table obligations (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    kind varchar(20) not null,
    item varchar(10) not null,
    round int not null,
    facts_revision int not null,
    reason varchar(4000) not null,
    source varchar(2000) not null,
    opened_by varchar(200),
    state varchar(20) not null,
    due_since bigint not null,
    opened_at bigint,
    settled_at bigint,
    settled_by varchar(200),
    settled_because varchar(5000),
    constraint obligation_of_concern foreign key (reference) references concern (reference),
    constraint obligation_once unique (reference, kind, item, round)
) default charset utf8mb4 collate utf8mb4_bin;

-- What the path of earlier releases opened and a person decided. A decision that held a report did not settle it.
insert into obligations (reference, kind, item, round, facts_revision, reason, source, state, due_since, opened_at,
    settled_at, settled_by, settled_because)
select reference, case step when 'police-report' then 'POLICE' when 'ceop-decision' then 'CEOP' when 'platform-decision' then 'PLATFORM'
            when 'lado-referral' then 'LADO' else 'SOCIAL_CARE' end, item,
    row_number() over (partition by reference, step, item order by round), 1, 'Opened by the path of an earlier release.', '',
    case when decision like '%"kind":"NOT_NEEDED"%' then 'NOT_NEEDED' else 'DONE' end, opened_at, opened_at, decided_at,
    decided_by_name, 'Decided before obligations were recorded.'
from decided_step
where step in ('police-report', 'ceop-decision', 'platform-decision', 'lado-referral', 'social-care-referral')
    and decision not like '%"kind":"HELD"%';

-- What is open or held.
insert into obligations (reference, kind, item, round, facts_revision, reason, source, state, due_since, opened_at)
select reference, case step when 'police-report' then 'POLICE' when 'ceop-decision' then 'CEOP' when 'platform-decision' then 'PLATFORM'
            when 'lado-referral' then 'LADO' else 'SOCIAL_CARE' end, item,
    1 + (select count(*) from decided_step d where d.reference = w.reference and d.step = w.step and d.item = w.item
        and d.decision not like '%"kind":"HELD"%'),
    1, 'Opened by the path of an earlier release.', '', 'OPEN', opened_at, opened_at
from waiting_step w
where step in ('police-report', 'ceop-decision', 'platform-decision', 'lado-referral', 'social-care-referral');

insert into obligations (reference, kind, item, round, facts_revision, reason, source, state, due_since, opened_at)
select h.reference, case h.step when 'ceop-decision' then 'CEOP' else 'PLATFORM' end, h.item,
    1 + (select count(*) from decided_step d where d.reference = h.reference and d.step = h.step and d.item = h.item
        and d.decision not like '%"kind":"HELD"%'),
    1, 'Opened by the path of an earlier release.', '', 'OPEN', h.opened_at, h.opened_at
from decided_step h join concern c on c.reference = h.reference and c.closed_at is null
where h.step in ('ceop-decision', 'platform-decision') and h.decision like '%"kind":"HELD"%'
    and not exists (select 1 from decided_step l where l.reference = h.reference and l.step = h.step and l.item = h.item
        and l.round > h.round)
    and not exists (select 1 from waiting_step w where w.reference = h.reference and w.step = h.step and w.item = h.item);
