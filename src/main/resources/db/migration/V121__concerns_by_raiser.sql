create index concern_by_raiser on concern (agency, raised_by, received_at);
