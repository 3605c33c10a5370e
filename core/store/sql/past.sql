-- name: past_workout_ids
select w.id from workout w
where w.athlete_id = :athlete_id and w.state <> 'open' and exists (
    select 1 from logged_set s where s.workout_id = w.id and s.undone_at is null and s.kind <> 'warm_up'
) order by w.trained_on desc, w.opened_at desc, w.id desc;

-- name: past_sessions_of_day
select w.id, w.session from workout w
where w.athlete_id = :athlete_id and w.trained_on = :trained_on and w.state <> 'open' and exists (
    select 1 from logged_set s where s.workout_id = w.id and s.undone_at is null and s.kind <> 'warm_up'
);

-- name: past_set^
select * from logged_set where id = :set_id and athlete_id = :athlete_id
    and workout_id not in (select id from workout where athlete_id = -:athlete_id);

-- name: workout_note_keep!
update workout set note = :note where id = :workout_id and athlete_id = :athlete_id;

-- name: workout_taken_back_last^
select max(undone_at) as undone_at from logged_set where workout_id = :workout_id and athlete_id = :athlete_id;

-- name: workout_delete!
update workout set deleted_at = :deleted_at where id = :workout_id and athlete_id = :athlete_id;

-- name: workout_delete_sets!
update logged_set set undone_at = :deleted_at
where workout_id = :workout_id and athlete_id = :athlete_id and undone_at is null;

-- name: workout_restore!
update workout set deleted_at = null where id = :workout_id and athlete_id = :athlete_id;

-- name: workout_restore_sets!
update logged_set set undone_at = null
where workout_id = :workout_id and athlete_id = :athlete_id and undone_at = :deleted_at;
