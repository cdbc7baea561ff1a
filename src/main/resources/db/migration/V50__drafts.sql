-- Concerns that are still being written: their owner's alone, deleted when sent or expired.
create table draft (
    id varchar(36) not null primary key,
    user_name varchar(100) not null,
    content mediumtext not null,
    started_at bigint not null,
    saved_at bigint not null,
    expires_at bigint not null
) default charset utf8mb4 collate utf8mb4_bin;

create index draft_by_user on draft (user_name, saved_at);
create index draft_by_expiry on draft (expires_at);
