-- The hubs of the manager when the stand-in began, separated by commas: it ends when they are moved. Null if there is no
-- manager in line, or if a node of the release before began it.
alter table stand_in add column works_at varchar(300);

update stand_in set works_at = (select hubs from colleague where colleague.user_name = stand_in.user_name)
    where ended_at is null;

-- Whether the hubs of an excluded workplace were looked up. False for rows of the releases before, which are looked up after the
-- start of the service, and for those that a node of such a release still writes.
alter table wall add column hubs_known boolean not null default false;

create index wall_by_hubs_known on wall (hubs_known, kind, reference);
