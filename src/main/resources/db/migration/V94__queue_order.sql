-- The queue is ordered by what a child in danger depends on, then by priority. Rows of a release that knows no such order come first.
alter table waiting_step add column queue_rank int not null default 0;
-- Whose own act a second look is about: nobody is offered a look at what they did themselves.
alter table waiting_step add column not_for varchar(100);

update waiting_step set queue_rank = priority_rank + 3 * case step
    when 'emergency-call' then 0
    when 'information-review' then
        case when exists (select 1 from concern c where c.reference = waiting_step.reference and c.danger_seen) then 1 else 3 end
    when 'immediate-risk-check' then 2
    else 3 end;
update waiting_step set not_for = (
    select d.decided_by from decided_step d
    where d.reference = waiting_step.reference and d.step = 'threshold-decision' and d.item = waiting_step.item
    and d.round = (select max(l.round) from decided_step l
        where l.reference = d.reference and l.step = d.step and l.item = d.item))
    where step = 'second-reading';
update waiting_step set not_for = (
    select g.user_name from broken_glass g
    where g.reference = waiting_step.reference and concat('', g.number) = waiting_step.item)
    where step = 'break-glass-review';

create index queue_in_order on waiting_step (hub, queue_rank, due, task);
create index queue_in_order_by_claim on waiting_step (hub, claimed_by, queue_rank, due, task);
create index queue_in_order_by_step on waiting_step (hub, step, queue_rank, due, task);
alter table waiting_step drop index queue_by_hub;
alter table waiting_step drop index queue_by_claim;
alter table waiting_step drop index queue_by_step;
