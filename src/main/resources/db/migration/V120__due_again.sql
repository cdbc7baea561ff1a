-- When an obligation that was settled until a day is due again; null if it is settled for good, or came back.
alter table obligations add column due_again_at bigint;
create index obligation_due_again on obligations (due_again_at);
