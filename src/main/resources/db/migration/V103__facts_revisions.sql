-- Revision 1 of the facts is how they were raised; each note begins the next one. Releases before this one changed facts only by
-- the written concern after a telephone call, whose facts are their revision 1.
alter table concern add column facts_revision int not null default 1;
alter table note add column revision int not null default 0;

update note set revision = (select n from
    (select id as i, 1 + row_number() over (partition by reference order by at_micros, id) as n from note) as numbered where i = note.id);
update concern set facts_revision = 1 + (select count(*) from note where note.reference = concern.reference);

create unique index note_by_revision on note (reference, revision);

-- The revision of the facts from which a letter was written; null for letters of earlier releases.
alter table letter add column facts_revision int;
