-- name: workout_open^
select * from workout where athlete_id = :athlete_id and state = 'open';

-- name: workout_by_id^
select * from workout where id = :workout_id and athlete_id = :athlete_id and deleted_at is null;

-- name: workout_deleted_too^
select * from workout where id = :workout_id and athlete_id = :athlete_id;

-- name: workout_newest^
select * from workout where athlete_id = :athlete_id and deleted_at is null
order by opened_at desc, id desc limit 1;

-- name: workout_keeps_silent^
select id from workout
where athlete_id = :athlete_id and deleted_at is null
    and ((trained_on = :trained_on and state = 'finished') or state = 'open') limit 1;

-- name: workouts_closed
select * from workout where athlete_id = :athlete_id and state <> 'open' order by opened_at, id;

-- name: workouts_after
select * from workout where athlete_id = :athlete_id and state <> 'open'
    and (opened_at > :opened_at or (opened_at = :opened_at and id > :workout_id))
order by opened_at, id limit :count;

-- name: workout_add!
insert into workout (id, athlete_id, chat_id, session, state, opened_at, touched_at, trained_on)
values (:id, :athlete_id, :chat_id, :session, 'open', :opened_at, :opened_at, :trained_on);

-- name: workout_add_past!
insert into workout (id, athlete_id, chat_id, session, state, opened_at, touched_at, trained_on, finished_at)
values (:id, :athlete_id, :chat_id, :session, 'finished', :opened_at, :touched_at, :trained_on, :opened_at);

-- name: workout_of_day^
select * from workout
where athlete_id = :athlete_id and trained_on = :trained_on and state <> 'open' and deleted_at is null
order by opened_at desc, id desc limit 1;

-- name: workout_touched_last^
select * from workout where athlete_id = :athlete_id and deleted_at is null
order by touched_at desc, id desc limit 1;

-- name: workout_touch!
update workout set touched_at = :touched_at where id = :workout_id;

-- name: workout_set_session!
update workout set session = :session where id = :workout_id;

-- name: workout_end!
update workout set state = :state, finished_at = :finished_at where id = :workout_id and state = 'open';

-- name: workout_reopen!
update workout set state = 'open', finished_at = null where id = :workout_id;

-- name: workout_set_card!
-- Message ids tell which came later only within one chat.
update workout set card_chat_id = :chat_id, card_message_id = :message_id,
    card_exercise_index = :exercise_index, card_set_number = :set_number
where id = :workout_id
    and (card_message_id is null or card_chat_id <> :chat_id or card_message_id <= :message_id);

-- name: workout_go_on_in!
update workout set chat_id = :chat_id where id = :workout_id and athlete_id = :athlete_id and chat_id <> :chat_id;

-- name: sets_of_workout
select * from logged_set where workout_id = :workout_id and undone_at is null order by logged_at, id;

-- name: sets_of_athlete
select * from logged_set where athlete_id = :athlete_id and undone_at is null
    and workout_id not in (select id from workout where athlete_id = -:athlete_id)
order by workout_id, logged_at, id;

-- name: sets_last_time
select * from logged_set
where workout_id = (
    select workout_id from logged_set
    where athlete_id = :athlete_id and exercise_id = :exercise_id and workout_id <> :workout_id
        and undone_at is null and kind <> 'warm_up'
        and workout_id not in (select id from workout where athlete_id = -:athlete_id)
    order by logged_at desc limit 1
) and exercise_id = :exercise_id and undone_at is null and kind <> 'warm_up'
order by set_number, logged_at;

-- name: bests_before
-- The heaviest of each number of reps and reserve, of all sets logged before one: a record beats them all.
select reps, rir_tenths, comfort, unit, measure, max(load_g) as load_g,
    min(case when workout_id = :workout_id then 1 else 0 end) as today
from logged_set
where athlete_id = :athlete_id and exercise_id = :exercise_id and undone_at is null and kind <> 'warm_up'
    and (logged_at < :logged_at or (logged_at = :logged_at and id < :set_id))
    and workout_id not in (select id from workout where athlete_id = -:athlete_id)
group by reps, rir_tenths, comfort, unit, measure;

-- name: set_add!
insert into logged_set (
    id, workout_id, athlete_id, exercise_id, exercise_index, set_number, kind, load_g, unit, reps,
    left_reps, right_reps, measure, rir_tenths, comfort, target_load_g, target_unit, target_reps, target_rest_s, logged_at,
    chat_id, message_id, line
) values (
    :id, :workout_id, :athlete_id, :exercise_id, :exercise_index, :set_number, :kind, :load_g, :unit, :reps,
    :left_reps, :right_reps, :measure, :rir_tenths, :comfort, :target_load_g, :target_unit, :target_reps, :target_rest_s, :logged_at,
    :chat_id, :message_id, :line
);

-- name: set_correct!
update logged_set set load_g = :load_g, unit = :unit, reps = :reps, left_reps = :left_reps,
    right_reps = :right_reps, rir_tenths = :rir_tenths, comfort = :comfort, kind = :kind,
    corrected_by = coalesce(:corrected_by, corrected_by)
where id = :set_id and athlete_id = :athlete_id;

-- name: set_undo!
update logged_set set undone_at = :undone_at where id = :set_id and athlete_id = :athlete_id and undone_at is null;

-- name: set_felt_ask!
update logged_set set felt_asked_in = :workout_id
where id = :set_id and athlete_id = :athlete_id and felt_asked_in is null;

-- name: set_felt_asked_in^
select * from logged_set where athlete_id = :athlete_id and felt_asked_in = :workout_id and undone_at is null;

-- name: set_felt_asked^
select * from logged_set
where id = :set_id and athlete_id = :athlete_id and felt_asked_in is not null and undone_at is null;

-- name: set_restore!
update logged_set set undone_at = null where id = :set_id and athlete_id = :athlete_id;

-- name: set_newest^
select * from logged_set where workout_id = :workout_id and undone_at is null and kind <> 'warm_up'
order by logged_at desc, id desc limit 1;

-- name: set_newest_of_all^
select * from logged_set where workout_id = :workout_id and athlete_id = :athlete_id and undone_at is null
order by logged_at desc, id desc limit 1;

-- name: set_in_hand^
select * from logged_set where workout_id = :workout_id and kind <> 'warm_up'
order by coalesce(undone_at, logged_at) desc, id desc limit 1;

-- name: set_kept_last^
-- By its number, for sets of a day gone by stand before others of their workout.
select * from logged_set where workout_id = :workout_id order by id desc limit 1;

-- name: sets_typed_with
select * from logged_set where athlete_id = :athlete_id
    and chat_id = (select chat_id from logged_set where id = :set_id and athlete_id = :athlete_id)
    and message_id = (select message_id from logged_set where id = :set_id and athlete_id = :athlete_id)
order by line, id;

-- name: set_by_message
select * from logged_set
where athlete_id = :athlete_id and chat_id = :chat_id and message_id = :message_id and undone_at is null
order by line;

-- name: set_corrected_by^
select s.* from logged_set s join workout w on w.id = s.workout_id
where s.athlete_id = :athlete_id and s.corrected_by = :message_id and w.chat_id = :chat_id
order by s.logged_at desc, s.id desc limit 1;

-- name: set_undone_of_message^
select id from logged_set
where athlete_id = :athlete_id and chat_id = :chat_id and message_id = :message_id and undone_at is not null
limit 1;

-- name: skips_of_workout
select * from skipped_set where workout_id = :workout_id order by exercise_index, set_number;

-- name: skips_of_athlete
select s.workout_id, s.exercise_index, s.set_number from skipped_set s
join workout w on w.id = s.workout_id where w.athlete_id = :athlete_id;

-- name: skip_newest^
select s.* from skipped_set s join workout w on w.id = s.workout_id
where s.workout_id = :workout_id and w.athlete_id = :athlete_id and s.skipped_at is not null
order by s.skipped_at desc, s.set_number desc limit 1;

-- name: skip_add!
insert into skipped_set (workout_id, exercise_index, set_number, skipped_at)
values (:workout_id, :exercise_index, :set_number, :skipped_at)
on conflict (workout_id, exercise_index, set_number) do nothing;

-- name: skip_drop!
delete from skipped_set
where workout_id in (select id from workout where id = :workout_id and athlete_id = :athlete_id)
    and exercise_index = :exercise_index and set_number = :set_number;

-- name: card_add!
insert into card (chat_id, message_id, athlete_id, workout_id, exercise_index, set_number)
values (:chat_id, :message_id, :athlete_id, :workout_id, :exercise_index, :set_number)
on conflict (chat_id, message_id) do update set workout_id = excluded.workout_id,
    exercise_index = excluded.exercise_index, set_number = excluded.set_number;

-- name: card_drop!
delete from card where chat_id = :chat_id and message_id = :message_id and athlete_id = :athlete_id;

-- name: card_to_fold!
update card set to_fold = cast(:to_fold as bigint)
where chat_id = :chat_id and message_id = :message_id and athlete_id = :athlete_id;

-- name: cards_to_fold
select * from card where athlete_id = :athlete_id and to_fold = 1 order by chat_id, message_id;

-- name: cards_behind
select message_id from card where chat_id = :chat_id and message_id > :message_id;

-- name: card_by_message^
select * from card where chat_id = :chat_id and message_id = :message_id;

-- name: card_of_set^
select * from card where workout_id = :workout_id and exercise_index = :exercise_index
    and set_number = :set_number
order by chat_id = (select card_chat_id from workout where id = :workout_id) desc, message_id desc limit 1;

-- name: cards_of_set
select * from card where workout_id = :workout_id and exercise_index = :exercise_index
    and set_number = :set_number
order by chat_id = (select card_chat_id from workout where id = :workout_id), message_id;

-- name: cards_of_exercise
select * from card where workout_id = :workout_id and exercise_index = :exercise_index
order by chat_id = (select card_chat_id from workout where id = :workout_id), message_id;

-- name: card_of_exercise^
select * from card where workout_id = :workout_id and exercise_index = :exercise_index
order by chat_id = (select card_chat_id from workout where id = :workout_id) desc, message_id desc limit 1;

-- name: ache_add!
insert into ache (athlete_id, exercise_id, since) values (:athlete_id, :exercise_id, :since)
on conflict (athlete_id, exercise_id) do update set since = excluded.since;

-- name: aches
select * from ache where athlete_id = :athlete_id order by exercise_id;
