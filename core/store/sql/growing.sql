-- name: workouts_at
select * from workout where athlete_id = :athlete_id and opened_at >= :from_ms and opened_at < :to_ms
order by id;

-- name: sets_ever
-- Those that were taken back, too.
select * from logged_set where workout_id = :workout_id and athlete_id = :athlete_id order by logged_at, id;

-- name: staged_growth_add!
insert into staged_growth (workout_id, import_id, athlete_id, session, finished_at)
values (:workout_id, :import_id, :athlete_id, :session, :finished_at);

-- name: staged_growth_any^
select workout_id from staged_growth where athlete_id = :athlete_id and import_id = :import_id limit 1;

-- name: staged_growths_drop!
delete from staged_growth where athlete_id = :athlete_id;

-- name: grown_sets_mark!
insert into grown_set (set_id, import_id, athlete_id)
select s.id, s.import_id, s.athlete_id from staged_set s
join staged_growth g on g.workout_id = s.workout_id and g.import_id = s.import_id
where s.import_id = :import_id and s.athlete_id = :athlete_id;

-- name: grown_workouts_mark!
insert into grown_workout (workout_id, import_id, athlete_id, session, finished_at, grown_session)
select w.id, g.import_id, g.athlete_id, w.session, w.finished_at, g.session
from staged_growth g join workout w on w.id = g.workout_id
where g.import_id = :import_id and g.athlete_id = :athlete_id;

-- name: staged_growths_show!
update workout set
    session = (
        select g.session from staged_growth g where g.workout_id = workout.id and g.import_id = :import_id
    ),
    finished_at = (
        select g.finished_at from staged_growth g where g.workout_id = workout.id and g.import_id = :import_id
    )
where athlete_id = :athlete_id and id in (
    select workout_id from staged_growth where athlete_id = :athlete_id and import_id = :import_id
);

-- name: grown_any^
select workout_id from grown_workout where athlete_id = :athlete_id and import_id = :import_id limit 1;

-- name: grown_sets_undo!
delete from logged_set where athlete_id = :athlete_id and id in (
    select set_id from grown_set where athlete_id = :athlete_id and import_id = :import_id
);

-- name: grown_workouts_undo!
update workout set
    session = (
        select g.session from grown_workout g where g.workout_id = workout.id and g.import_id = :import_id
    ),
    finished_at = (
        select g.finished_at from grown_workout g where g.workout_id = workout.id and g.import_id = :import_id
    )
where athlete_id = :athlete_id and id in (
    select g.workout_id from grown_workout g
    where g.athlete_id = :athlete_id and g.import_id = :import_id and g.grown_session = workout.session
);

-- name: grown_set_marks_drop!
delete from grown_set where athlete_id = :athlete_id and import_id = :import_id;

-- name: grown_workout_marks_drop!
delete from grown_workout where athlete_id = :athlete_id and import_id = :import_id;

-- name: grown_counts^
select count(distinct s.workout_id) as workouts, count(s.id) as sets
from grown_set g join logged_set s on s.id = g.set_id and s.undone_at is null
where g.athlete_id = :athlete_id and g.import_id = :import_id;

-- name: erase_grown_sets!
delete from grown_set where athlete_id = :athlete_id;

-- name: erase_grown_workouts!
delete from grown_workout where athlete_id = :athlete_id;

-- name: imports_visible
select summary from import where athlete_id = :athlete_id and state = 'visible'
order by visible_at desc, id desc limit :count;
