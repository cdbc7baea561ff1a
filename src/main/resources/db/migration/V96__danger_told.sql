-- What was written when danger was told stood in the timeline alone; it is a note like further information and calls.
alter table note add column by_agency boolean not null default true;
update note set by_agency = coalesce(
    (select max(case when e.role = 'REFERRER' then 1 else 0 end) from timeline_entry e
        where e.reference = note.reference and e.at_micros = note.at_micros and e.kind in ('INFORMED', 'CALLED')), 1) = 1;
insert into note (reference, number, kind, content, at_micros, by_name, by_agency)
    select e.reference, row_number() over (partition by e.reference order by e.sequence), 'DANGER', d.content, e.at_micros, e.name, e.role = 'REFERRER'
    from timeline_entry e join timeline_detail d on d.reference = e.reference and d.sequence = e.sequence
    where e.kind = 'DANGER' and d.content like '{"what"%';

-- When danger was last raised, and when the facts were told as they stand: a 999 call told no earlier than the danger covers it.
alter table concern add column danger_at bigint;
alter table concern add column facts_at bigint;
update concern set danger_at = (
    select max(e.at_micros) from timeline_entry e where e.reference = concern.reference and e.kind = 'DANGER');
