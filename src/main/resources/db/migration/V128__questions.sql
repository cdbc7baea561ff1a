-- Questions of a hub to the referrer of a concern, and what became of each.
create table question (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    number int not null,
    text text not null,
    asked_at bigint not null,
    asked_by varchar(200) not null,
    due bigint not null,
    state varchar(20) not null,
    settled_at bigint,
    settled_by varchar(200),
    information int,
    withdrawn_because text,
    chased_at bigint,
    chased_by varchar(200),
    unique key question_number (reference, number),
    constraint question_of_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;

-- When the next answer of the referrer is due; null if no question is open.
alter table concern add column question_due bigint;
