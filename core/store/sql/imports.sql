-- name: import_add!
insert into import (id, athlete_id, state, file_id, summary, asked_at)
values (:id, :athlete_id, :state, :file_id, :summary, :asked_at);

-- name: import_by_id^
select * from import where id = :import_id and athlete_id = :athlete_id;

-- name: import_keep!
update import set state = :state, summary = :summary, visible_at = :visible_at
where id = :import_id and athlete_id = :athlete_id;

-- name: imports_drop_asked!
delete from import where athlete_id = :athlete_id and state <> 'visible' and state <> 'undone';

-- name: import_workouts_drop!
delete from import_workout where athlete_id = :athlete_id;

-- name: staged_sets_drop!
delete from staged_set where athlete_id = :athlete_id;

-- name: staged_workouts_drop!
delete from staged_workout where athlete_id = :athlete_id;

-- name: staged_sets_sweep!
delete from staged_set where id in (
    select id from staged_set where athlete_id = :athlete_id and import_id = :import_id limit :count
);

-- name: staged_skips_sweep!
delete from staged_skip where athlete_id = :athlete_id and import_id = :import_id;

-- name: staged_workouts_sweep!
delete from staged_workout where id in (
    select id from staged_workout where athlete_id = :athlete_id and import_id = :import_id limit :count
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

-- name: staged_workout_add!
insert into staged_workout (
    id, import_id, athlete_id, session, state, opened_at, trained_on, finished_at, note
) values (:id, :import_id, :athlete_id, :session, :state, :opened_at, :trained_on, :finished_at, :note);

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

-- name: staged_skip_add!
insert into staged_skip (workout_id, import_id, athlete_id, exercise_index, set_number)
values (:workout_id, :import_id, :athlete_id, :exercise_index, :set_number);

-- name: staged_skips_drop!
delete from staged_skip where athlete_id = :athlete_id;

-- name: staged_skips_show!
insert into skipped_set (workout_id, exercise_index, set_number)
select workout_id, exercise_index, set_number
from staged_skip where import_id = :import_id and athlete_id = :athlete_id;

-- name: staged_workouts_show!
insert into workout (
    id, athlete_id, chat_id, session, state, opened_at, touched_at, trained_on, finished_at, note
) select id, athlete_id, :chat_id, session, state, opened_at, finished_at, trained_on, finished_at, note
from staged_workout where import_id = :import_id and athlete_id = :athlete_id;

-- name: staged_workouts_mark!
insert into imported_workout (workout_id, import_id, athlete_id)
select id, import_id, athlete_id from staged_workout where import_id = :import_id and athlete_id = :athlete_id;

-- name: staged_sets_show!
insert into logged_set (
    id, workout_id, athlete_id, exercise_id, exercise_index, set_number, kind, load_g, unit, reps, left_reps,
    right_reps, measure, rir_tenths, comfort, target_load_g, target_unit, target_reps, target_rest_s, logged_at,
    line
) select id, workout_id, athlete_id, exercise_id, exercise_index, set_number, kind, load_g, unit, reps, left_reps,
    right_reps, measure, rir_tenths, comfort, target_load_g, target_unit, target_reps, target_rest_s, logged_at, 0
from staged_set where import_id = :import_id and athlete_id = :athlete_id;

-- name: imported_sets_undo!
delete from logged_set where athlete_id = :athlete_id and workout_id in (
    select workout_id from imported_workout where athlete_id = :athlete_id and import_id = :import_id
);

-- name: imported_skips_undo!
delete from skipped_set where workout_id in (
    select workout_id from imported_workout where athlete_id = :athlete_id and import_id = :import_id
);

-- name: imported_workouts_undo!
delete from workout where athlete_id = :athlete_id and id in (
    select workout_id from imported_workout where athlete_id = :athlete_id and import_id = :import_id
);

-- name: imported_marks_undo!
delete from imported_workout where import_id = :import_id and athlete_id = :athlete_id;

-- name: imported_counts^
select count(distinct i.workout_id) as workouts, count(s.id) as sets
from imported_workout i left join logged_set s on s.workout_id = i.workout_id and s.undone_at is null
where i.athlete_id = :athlete_id and i.import_id = :import_id;

-- name: imported_sessions_newest
select w.id, w.session from imported_workout i join workout w on w.id = i.workout_id
where i.athlete_id = :athlete_id and i.import_id = :import_id and w.deleted_at is null
order by w.opened_at desc, w.id desc limit :count;
