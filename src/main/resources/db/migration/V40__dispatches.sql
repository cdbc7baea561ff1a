-- A letter has a number in its concern, and from its approval on an id under which a partner knows it however often it comes.
alter table letter add column number int not null default 0;
alter table letter add column partner_id varchar(100);
alter table letter add column dispatch_id varchar(36);
alter table letter add column approved_by varchar(200);
alter table letter add column sending_since bigint;
alter table letter add column attempts int not null default 0;
alter table letter add column fallen_back boolean not null default false;
alter table letter add column next_try bigint;
alter table letter add column lease_until bigint;
alter table letter add column lease varchar(36);
alter table letter add column delivered_at bigint;
alter table letter add column receipt_at bigint;
alter table letter add column chase_at bigint;
alter table letter add column cause varchar(30);

update letter set number = (select n from
    (select id as i, row_number() over (partition by reference order by id) as n from letter) as numbered where i = letter.id);
-- What nobody has approved yet waits for a person, not for the courier.
update letter set state = 'PREPARED' where state = 'WAITING';

create unique index letter_by_dispatch on letter (dispatch_id);
create index letter_to_send on letter (partner_id, state, next_try);
create index letter_to_chase on letter (chase_at);

-- What goes along with a letter: the same for machines, or to print. Frozen with it.
create table enclosure (
    id bigint not null auto_increment primary key,
    letter_id bigint not null,
    name varchar(100) not null,
    media_type varchar(100) not null,
    content longblob not null,
    content_hash varchar(64) not null,
    constraint enclosure_of_letter foreign key (letter_id) references letter (id),
    constraint enclosure_once unique (letter_id, name)
) default charset utf8mb4 collate utf8mb4_bin;

-- Every time a letter went on its way, and how that ended. One without an end was cut off; whether it arrived is unknown.
create table delivery_attempt (
    id bigint not null auto_increment primary key,
    letter_id bigint not null,
    partner_id varchar(100) not null,
    number int not null,
    wire varchar(10) not null,
    lease varchar(36) not null,
    began_at bigint not null,
    ended_at bigint,
    outcome varchar(20),
    cause varchar(30),
    constraint attempt_of_letter foreign key (letter_id) references letter (id),
    constraint attempt_once unique (letter_id, number)
) default charset utf8mb4 collate utf8mb4_bin;

create index attempt_by_partner on delivery_attempt (partner_id, id);

-- An operator took another channel for a partner. Appended, never changed: the newest one holds.
create table channel_switch (
    id bigint not null auto_increment primary key,
    partner_id varchar(100) not null,
    wire varchar(10) not null,
    at_micros bigint not null,
    by_user varchar(100) not null,
    by_name varchar(200) not null,
    reason varchar(300) not null
) default charset utf8mb4 collate utf8mb4_bin;

create index switch_by_partner on channel_switch (partner_id, id);
