-- Since when, and on what ground, the children of a part are its hub's and its authority's. Null for parts of earlier releases.
alter table part add column placed_at bigint;
alter table part add column ground varchar(20);

-- Its children have all moved to other parts: its hub does not act on the concern any more.
alter table part add column emptied boolean not null default false;
