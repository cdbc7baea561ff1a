-- Of a question to a partner: under which id its system answers, for which hub it was asked, and when the answer was due.
alter table partner_check add column question varchar(36);
alter table partner_check add column hub varchar(100);
alter table partner_check add column answer_due bigint;
create unique index partner_check_asked_once on partner_check (question);
