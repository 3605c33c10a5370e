-- name: import_add!
insert into import (id, athlete_id, state, file_id, summary, asked_at)
values (:id, :athlete_id, :state, :file_id, :summary, :asked_at);

-- name: import_by_id^
select * from import where id = :import_id and athlete_id = :athlete_id;

-- name: imports_came
select id, summary, visible_at from import where athlete_id = :athlete_id and state = 'visible';

-- name: imported_workouts_of
select workout_id from imported_workout where athlete_id = :athlete_id and import_id = :import_id;

-- name: import_keep!
update import set state = :state, summary = :summary, visible_at = :visible_at
where id = :import_id and athlete_id = :athlete_id;

-- name: import_waiting^
select id from import where athlete_id = :athlete_id and state <> 'visible' and state <> 'undone'
    and file_id <> :file_id limit 1;

-- name: imports_drop_asked!
delete from import where athlete_id = :athlete_id and state <> 'visible' and state <> 'undone';

-- name: import_workouts_drop!
delete from import_workout where athlete_id = :athlete_id;

-- name: staged_sets_drop!
delete from staged_set where athlete_id = :athlete_id;

-- name: staged_sets_sweep!
delete from staged_set where id in (
    select id from staged_set where athlete_id = :athlete_id and import_id = :import_id limit :count
);

-- name: staged_growths_sweep!
delete from staged_growth where athlete_id = :athlete_id and import_id = :import_id;

-- name: read_sweep!
delete from import_workout where athlete_id = :athlete_id and import_id = :import_id and place in (
    select place from import_workout where athlete_id = :athlete_id and import_id = :import_id limit :count
);

-- name: workout_between^
select id from workout where athlete_id = :athlete_id and opened_at >= :from_ms and opened_at < :to_ms limit 1;

-- name: import_workout_add!
insert into import_workout (import_id, place, athlete_id, body) values (:import_id, :place, :athlete_id, :body);

-- name: import_workouts_from
select place, body from import_workout
where import_id = :import_id and athlete_id = :athlete_id and place >= :place order by place limit :count;

-- name: staged_set_add!
insert into staged_set (
    id, import_id, workout_id, athlete_id, exercise_id, exercise_index, set_number, kind, load_g, unit, reps,
    left_reps, right_reps, measure, rir_tenths, comfort, target_load_g, target_unit, target_reps, target_rest_s,
    logged_at
) values (
    :id, :import_id, :workout_id, :athlete_id, :exercise_id, :exercise_index, :set_number, :kind, :load_g, :unit,
    :reps, :left_reps, :right_reps, :measure, :rir_tenths, :comfort, :target_load_g, :target_unit, :target_reps,
    :target_rest_s, :logged_at
);

-- name: staged_sets_show!
-- Those of workouts that stood before.
insert into logged_set (
    id, workout_id, athlete_id, exercise_id, exercise_index, set_number, kind, load_g, unit, reps, left_reps,
    right_reps, measure, rir_tenths, comfort, target_load_g, target_unit, target_reps, target_rest_s, logged_at,
    line
) select id, workout_id, athlete_id, exercise_id, exercise_index, set_number, kind, load_g, unit, reps, left_reps,
    right_reps, measure, rir_tenths, comfort, target_load_g, target_unit, target_reps, target_rest_s, logged_at, 0
from staged_set where import_id = :import_id and athlete_id = :athlete_id;

-- name: imported_counts^
select count(distinct i.workout_id) as workouts, count(s.id) as sets
from imported_workout i left join logged_set s on s.workout_id = i.workout_id and s.undone_at is null
where i.athlete_id = :athlete_id and i.import_id = :import_id;

-- name: hidden_workout_add!
-- Staged where it will stay, under its owner's id turned negative: no query finds it there.
insert into workout (
    id, athlete_id, chat_id, session, state, opened_at, touched_at, trained_on, finished_at, note
) values (
    :id, -:athlete_id, 0, :session, :state, :opened_at, :finished_at, :trained_on, :finished_at, :note
);

-- name: imported_workout_add!
insert into imported_workout (workout_id, import_id, athlete_id) values (:workout_id, :import_id, :athlete_id);

-- name: imported_workouts_show!
update workout set athlete_id = :athlete_id, chat_id = :chat_id
where athlete_id = -:athlete_id and id in (
    select workout_id from imported_workout where athlete_id = :athlete_id and import_id = :import_id
);

-- name: imported_workouts_hide!
update workout set athlete_id = -:athlete_id
where athlete_id = :athlete_id and id in (
    select workout_id from imported_workout where athlete_id = :athlete_id and import_id = :import_id
);

-- name: imported_rows^
select count(*) as sets from imported_workout i join logged_set s on s.workout_id = i.workout_id
where i.athlete_id = :athlete_id and i.import_id = :import_id;

-- name: hidden_workouts
select id from workout where athlete_id = -:athlete_id order by opened_at limit :count;

-- name: hidden_sets_sweep!
delete from logged_set where id in (
    select id from logged_set where workout_id in (
        select id from workout where id = :workout_id and athlete_id = -:athlete_id
    ) limit :count
);

-- name: hidden_skips_sweep!
delete from skipped_set where workout_id in (
    select id from workout where id = :workout_id and athlete_id = -:athlete_id
);

-- name: hidden_mark_sweep!
delete from imported_workout where workout_id = :workout_id and athlete_id = :athlete_id;

-- name: hidden_workout_sweep!
delete from workout where id = :workout_id and athlete_id = -:athlete_id;

-- name: imported_sessions_newest
select w.id, w.session from imported_workout i
join workout w on w.id = i.workout_id and w.athlete_id = i.athlete_id
where i.athlete_id = :athlete_id and i.import_id = :import_id and w.deleted_at is null
order by w.opened_at desc, w.id desc limit :count;
