-- By what a child may be known again: fingerprints of the name with the date of birth or the postcode, kept for whoever looks
-- whether a child was known before. The name in one spelling stands beside it, because a fingerprint alone errs too often.
create table child_mark (
    id bigint not null auto_increment primary key,
    mark varchar(64) not null,
    reference varchar(12) not null,
    child int not null,
    name_words varchar(1000) not null,
    at_micros bigint not null,
    constraint mark_of_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;

create index child_by_mark on child_mark (mark, at_micros);
create index mark_by_concern on child_mark (reference);
