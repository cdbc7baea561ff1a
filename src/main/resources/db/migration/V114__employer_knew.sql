-- Since when the employer of a person at work with children knows: the deadline of the referral to the LADO counts from it.
alter table waiting_step add column counted_as_employer_knew_at bigint;
