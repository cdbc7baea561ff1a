-- Who was turned away where, minute by minute: for operators, who see no case content and so no reference either.
create table turned_away (
    id bigint not null auto_increment primary key,
    at_micros bigint not null,
    user_name varchar(100),
    status int not null,
    place varchar(40) not null,
    times int not null
) default charset utf8mb4 collate utf8mb4_bin;

create index turned_away_by_time on turned_away (at_micros);
