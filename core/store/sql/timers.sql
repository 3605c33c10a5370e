-- name: timer_end_standing!
-- A timer armed or ringing ends here, before its row is armed again or left.
insert into timer_end (athlete_id, kind, generation, due_at, outcome, reason)
select athlete_id, kind, generation, due_at, 'cancelled', :reason from timer
where athlete_id = :athlete_id and kind = :kind and state in ('armed', 'ringing');

-- name: timer_arm
insert into timer (
    athlete_id, kind, generation, state, due_at, ring_at, attempts, chat_id, workout_id, exercise_index, set_number
) values (
    :athlete_id, :kind, 1, 'armed', :due_at, :due_at, 0, :chat_id, :workout_id, :exercise_index, :set_number
)
on conflict (athlete_id, kind) do update set generation = timer.generation + 1, state = 'armed',
    due_at = excluded.due_at, ring_at = excluded.ring_at, attempts = 0, sent_after = null,
    chat_id = excluded.chat_id,
    workout_id = excluded.workout_id, exercise_index = excluded.exercise_index, set_number = excluded.set_number
returning generation;

-- name: timer_move^
update timer set due_at = due_at + :delta_ms, ring_at = due_at + :delta_ms
where athlete_id = :athlete_id and kind = :kind and state = 'armed'
returning due_at;

-- name: timer_cancel!
update timer set state = 'ended'
where athlete_id = :athlete_id and kind = :kind and state in ('armed', 'ringing');

-- name: timers_go_on_in!
update timer set chat_id = :chat_id
where athlete_id = :athlete_id and workout_id = :workout_id and state in ('armed', 'ringing');

-- name: timers_end_of_chat!
insert into timer_end (athlete_id, kind, generation, due_at, outcome, reason)
select athlete_id, kind, generation, due_at, 'cancelled', :reason from timer
where chat_id = :chat_id and state in ('armed', 'ringing');

-- name: timers_cancel_of_chat!
update timer set state = 'ended' where chat_id = :chat_id and state in ('armed', 'ringing');

-- name: timer_armed^
select * from timer where athlete_id = :athlete_id and kind = :kind and state = 'armed';

-- name: timer_standing^
select * from timer where athlete_id = :athlete_id and kind = :kind and state in ('armed', 'ringing');

-- name: timer_known^
select generation from timer where athlete_id = :athlete_id and kind = :kind;

-- name: timer_next_due^
select ring_at from timer where state = 'armed' order by ring_at limit 1;

-- name: timer_oldest_ringing^
select ring_at from timer where state = 'ringing' order by ring_at limit 1;

-- name: timer_ringing^
select * from timer
where athlete_id = :athlete_id and kind = :kind and generation = :generation and state = 'ringing';

-- name: timer_begin!
update timer set sent_after = :sent_after
where athlete_id = :athlete_id and kind = :kind and generation = :generation and state = 'ringing';

-- name: timer_leave!
update timer set state = 'ended'
where athlete_id = :athlete_id and kind = :kind and generation = :generation and state in ('armed', 'ringing');

-- name: timer_end_keep!
-- A bell that rang has rung, even when a tap cancelled it in the same instant; of an athlete who was
-- forgotten in the same instant nothing is written.
insert into timer_end (athlete_id, kind, generation, due_at, rung_at, outcome, reason)
select athlete_id, kind, cast(:generation as bigint), cast(:due_at as bigint), cast(:rung_at as bigint),
    cast(:outcome as text), cast(:reason as text)
from timer
where athlete_id = :athlete_id and kind = :kind
on conflict (athlete_id, kind, generation) do update set
    rung_at = excluded.rung_at, outcome = excluded.outcome, reason = excluded.reason;

-- name: timer_release!
update timer set state = 'armed', ring_at = :ring_at,
    attempts = attempts - 1 + cast(:counted as bigint),
    sent_after = case when cast(:unsure as bigint) = 1 then sent_after end
where athlete_id = :athlete_id and kind = :kind and generation = :generation and state = 'ringing';

-- name: timers_stranded
select * from timer where state = 'ringing' order by ring_at, athlete_id;

-- name: timer_tally
select outcome, reason, count(*) as many from timer_end group by outcome, reason order by outcome, reason;

-- name: timers_armed_ever
select cast(coalesce(sum(generation), 0) as bigint) as armed,
    cast(coalesce(sum(case when state in ('armed', 'ringing') then 1 else 0 end), 0) as bigint) as standing
from timer;

-- name: timer_end_prune!
delete from timer_end where due_at < :before;
