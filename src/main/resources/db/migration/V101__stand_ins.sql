-- Staff whom the directory of accounts lists, also before they sign in: seen_at is null. It is zero for those who signed in
-- before this column existed, or on a node of the release before.
alter table colleague add column seen_at bigint default 0;
alter table colleague add column left_at bigint;

-- Of an excluded workplace: the hubs whose staff come from it, separated by commas.
alter table wall add column hubs varchar(300);

-- Managers who act on a concern while no regular member of staff may. user_name is empty if there is no manager in line.
create table stand_in (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    hub varchar(50) not null,
    lado boolean not null,
    user_name varchar(100) not null,
    since bigint not null,
    ended_at bigint,
    constraint stand_in_on_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;

create index stand_in_by_concern on stand_in (reference, ended_at);
create index stand_in_by_user on stand_in (user_name, ended_at);
create index stand_in_by_end on stand_in (ended_at, reference);
