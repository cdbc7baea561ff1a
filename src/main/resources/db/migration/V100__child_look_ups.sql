-- Who looked which concern's children up among other concerns, to notice guessing. Kept for a day.
create table child_look_up (
    id bigint not null auto_increment primary key,
    user_name varchar(100) not null,
    reference varchar(12) not null,
    at_micros bigint not null
) default charset utf8mb4 collate utf8mb4_bin;

create index look_up_by_user on child_look_up (user_name, at_micros);
create index look_up_by_time on child_look_up (at_micros);
