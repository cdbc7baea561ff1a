-- What partners were asked about a child, what they answered, or why they were not asked. Rows are only added.
create table partner_check (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    child int not null,
    partner varchar(40) not null,
    act varchar(20) not null,
    act_at bigint,
    how varchar(20),
    who varchar(2000),
    awaited_until bigint,
    finding varchar(20),
    told text,
    sharing varchar(20),
    because text,
    recorded_at bigint not null,
    recorded_by varchar(200) not null,
    key partner_check_of_concern (reference, id),
    constraint partner_check_of_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;
