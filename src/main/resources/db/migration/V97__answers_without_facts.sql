-- The answer to a request with an Idempotency-Key was a second copy of the facts: only its reference is kept.
update given_answer
    set answer = concat('{"reference":"', substring(answer, locate('","sentence":"', answer) - 11, 11), '"}')
    where locate('","sentence":"', answer) > 11;
create index answered_at on given_answer (at_micros);
