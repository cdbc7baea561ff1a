-- What the Emergency Duty Team claimed and did not finish is free again once the hub is open.
create index queue_in_order_by_team on waiting_step (hub, claimed_by_team, queue_rank, due, task);
