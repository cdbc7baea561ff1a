-- What decisions gave, in codes that can be counted: each outcome of each child of the threshold decision that stands, and
-- under child 0 whether a second reader agreed.
create table outcome_given (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    item varchar(10) not null,
    child int not null,
    outcome varchar(30) not null,
    course varchar(30) not null,
    hub varchar(50) not null,
    decided_at bigint not null,
    constraint outcome_of_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;

create index outcome_by_time on outcome_given (decided_at);
create index outcome_by_concern on outcome_given (reference, item);
create index concern_by_receipt on concern (received_at);
create index decision_by_time on decided_step (decided_at);
create index letter_by_state on letter (state, prepared_at);
