-- Moments are BIGINT microseconds since 1970, UTC. Identifiers compare byte for byte: no collation may call two of them the same.

create table concern (
    reference varchar(12) not null primary key,
    received_at bigint not null,
    agency varchar(100) not null,
    raised_by varchar(100) not null,
    facts mediumtext not null,
    priority varchar(10) not null,
    priority_reason varchar(500) not null,
    danger_seen boolean not null,
    complex boolean not null,
    information int not null,
    closed_at bigint,
    duplicate_of varchar(12),
    timeline_length bigint not null,
    timeline_head varchar(64) not null
) default charset utf8mb4 collate utf8mb4_bin;

create index concern_by_agency on concern (agency, received_at);
create index concern_by_closing on concern (closed_at);

create table part (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    number int not null,
    hub varchar(50) not null,
    authority varchar(20),
    standing varchar(10) not null,
    children varchar(100) not null,
    proposed_hub varchar(50),
    constraint part_of_concern foreign key (reference) references concern (reference),
    constraint part_once unique (reference, number)
) default charset utf8mb4 collate utf8mb4_bin;

create index part_by_hub on part (hub, reference);

create table note (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    number int not null,
    kind varchar(20) not null,
    content mediumtext not null,
    at_micros bigint not null,
    by_name varchar(200) not null,
    constraint note_of_concern foreign key (reference) references concern (reference),
    constraint note_once unique (reference, kind, number)
) default charset utf8mb4 collate utf8mb4_bin;

-- The queue: written by one listener in the transaction in which the token moves; always equal to the engine's open tasks.
create table waiting_step (
    task varchar(64) not null primary key,
    reference varchar(12) not null,
    step varchar(40) not null,
    item varchar(10) not null,
    hub varchar(50) not null,
    priority_rank int not null,
    opened_at bigint not null,
    warn_at bigint not null,
    due bigint not null,
    explanation varchar(1000) not null,
    warned boolean not null,
    breached boolean not null,
    claimed_by varchar(100),
    claimed_by_name varchar(200),
    claimed_at bigint,
    constraint step_of_concern foreign key (reference) references concern (reference),
    constraint step_open_once unique (reference, step, item)
) default charset utf8mb4 collate utf8mb4_bin;

-- A hub's queue in its own order: all of it, by who has it, by step.
create index queue_by_hub on waiting_step (hub, priority_rank, due, task);
create index queue_by_claim on waiting_step (hub, claimed_by, priority_rank, due, task);
create index queue_by_step on waiting_step (hub, step, priority_rank, due, task);

create table decided_step (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    step varchar(40) not null,
    item varchar(10) not null,
    round int not null,
    decision mediumtext not null,
    opened_at bigint not null,
    due bigint not null,
    decided_at bigint not null,
    decided_by varchar(100) not null,
    decided_by_name varchar(200) not null,
    hub varchar(50) not null,
    constraint decision_of_concern foreign key (reference) references concern (reference),
    constraint decided_once unique (reference, step, item, round)
) default charset utf8mb4 collate utf8mb4_bin;

create table letter (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    purpose varchar(30) not null,
    item varchar(10) not null,
    revision int not null,
    partner varchar(300) not null,
    content mediumtext not null,
    content_hash varchar(64) not null,
    prepared_at bigint not null,
    state varchar(20) not null,
    settled_at bigint,
    their_reference varchar(300),
    constraint letter_of_concern foreign key (reference) references concern (reference),
    constraint letter_once unique (reference, purpose, item, revision)
) default charset utf8mb4 collate utf8mb4_bin;

-- Appended, never changed: the application's database user needs no right to update or delete here.
create table timeline_entry (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    sequence bigint not null,
    at_micros bigint not null,
    user_name varchar(100) not null,
    name varchar(200) not null,
    role varchar(20) not null,
    affiliation varchar(300) not null,
    kind varchar(20) not null,
    step varchar(40) not null,
    item varchar(10) not null,
    sentence varchar(1000) not null,
    detail_hash varchar(64) not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint entry_once unique (reference, sequence)
) default charset utf8mb4 collate utf8mb4_bin;

create table timeline_detail (
    id bigint not null auto_increment primary key,
    reference varchar(12) not null,
    sequence bigint not null,
    salt varchar(32) not null,
    content mediumtext not null,
    constraint detail_once unique (reference, sequence)
) default charset utf8mb4 collate utf8mb4_bin;

-- What was answered to a request with an Idempotency-Key, so that the retry gets the same answer.
create table given_answer (
    id bigint not null auto_increment primary key,
    user_name varchar(100) not null,
    request_key varchar(200) not null,
    fingerprint varchar(64) not null,
    answer mediumtext not null,
    at_micros bigint not null,
    constraint answered_once unique (user_name, request_key)
) default charset utf8mb4 collate utf8mb4_bin;

-- Officers and managers who have been here, so that a manager can give them a step.
create table colleague (
    user_name varchar(100) not null primary key,
    name varchar(200) not null,
    hubs varchar(300) not null
) default charset utf8mb4 collate utf8mb4_bin;
