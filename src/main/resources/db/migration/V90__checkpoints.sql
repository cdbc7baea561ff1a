-- What the service itself remembers of the checkpoints it wrote outside: where to go on. The proof is outside, not here.
create table checkpoint (
    number bigint not null primary key,
    at_seconds bigint not null,
    entries_up_to bigint not null,
    content mediumtext not null,
    lease_until bigint not null,
    written_at bigint
) default charset utf8mb4 collate utf8mb4_bin;

create index checkpoint_by_entry on checkpoint (entries_up_to);
create index checkpoint_by_time on checkpoint (at_seconds);
