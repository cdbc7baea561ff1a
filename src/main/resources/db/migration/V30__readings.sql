-- Who looked at which concern. Appended, never changed, like the timeline: no right to update or delete is needed.
create table reading (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    at_micros bigint not null,
    user_name varchar(100) not null,
    name varchar(200) not null,
    role varchar(20) not null,
    affiliation varchar(300) not null,
    what varchar(20) not null
) default charset utf8mb4 collate utf8mb4_bin;

-- No foreign key: checking one would lock the concern's row, and readers must not wait for deciders.
create index reading_of_concern on reading (reference, id);
create index reading_by_user on reading (user_name, at_micros);
