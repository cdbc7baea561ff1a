-- What was done on routes outside the service, or why not. Rows are only added.
create table reporting_route (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    kind varchar(40) not null,
    about varchar(20) not null,
    about_number int not null,
    result varchar(20) not null,
    done_at bigint,
    done_by varchar(2000),
    their_reference varchar(2000),
    came_of_it text,
    because text,
    recorded_at bigint not null,
    recorded_by varchar(200) not null,
    key reporting_route_of_concern (reference, id),
    constraint reporting_route_of_concern foreign key (reference) references concern (reference)
) default charset utf8mb4 collate utf8mb4_bin;
