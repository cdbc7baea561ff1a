-- Who is kept out of a concern, or alone let in. Whoever set a wall and why is in the timeline.
create table wall (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    number int not null,
    kind varchar(20) not null,
    subject varchar(300) not null,
    set_at bigint not null,
    lifted_at bigint,
    constraint wall_of_concern foreign key (reference) references concern (reference),
    constraint wall_once unique (reference, number)
) default charset utf8mb4 collate utf8mb4_bin;

-- Who looked although it was not theirs, until when, and what a manager said of it. The reason in words is in the timeline.
create table broken_glass (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    number int not null,
    user_name varchar(100) not null,
    name varchar(200) not null,
    role varchar(20) not null,
    affiliation varchar(300) not null,
    reason varchar(30) not null,
    broken_at bigint not null,
    until_micros bigint not null,
    reviewed_at bigint,
    reviewed_by_name varchar(200),
    justified boolean,
    constraint glass_of_concern foreign key (reference) references concern (reference),
    constraint glass_once unique (reference, number)
) default charset utf8mb4 collate utf8mb4_bin;

create index glass_by_user on broken_glass (user_name, until_micros);
create index glass_by_time on broken_glass (broken_at);

-- Whoever has been here shows up again at their next visit, with their role.
delete from colleague;
alter table colleague add column role varchar(20) not null;
