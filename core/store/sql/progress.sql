-- name: progress_sets_of_exercise
select s.*, w.trained_on from logged_set s join workout w on w.id = s.workout_id
where s.athlete_id = :athlete_id and s.exercise_id = :exercise_id and w.athlete_id = s.athlete_id
    and s.undone_at is null and s.kind <> 'warm_up'
order by w.trained_on, s.logged_at, s.id;

-- name: progress_sets_between
select s.exercise_id, s.set_number, s.reps from workout w join logged_set s on s.workout_id = w.id
where w.athlete_id = :athlete_id and w.trained_on >= :first_day and w.trained_on <= :last_day
    and s.undone_at is null and s.kind <> 'warm_up';

-- name: progress_days
select w.trained_on, count(*) as sets from workout w join logged_set s on s.workout_id = w.id
where w.athlete_id = :athlete_id and w.trained_on >= :first_day and w.trained_on <= :last_day
    and s.undone_at is null and s.kind <> 'warm_up'
group by w.trained_on order by w.trained_on;

-- name: progress_exercises
select s.exercise_id, count(distinct s.workout_id) as workouts, max(w.trained_on) as last_day
from workout w join logged_set s on s.workout_id = w.id
where w.athlete_id = :athlete_id and w.trained_on >= :first_day
    and s.undone_at is null and s.kind <> 'warm_up'
group by s.exercise_id order by workouts desc, last_day desc, s.exercise_id;

-- name: measure_keep!
insert into measure (athlete_id, kind, measured_on, amount, unit, measured_at)
values (:athlete_id, :kind, :measured_on, :amount, :unit, :measured_at)
on conflict (athlete_id, kind, measured_on) do update
    set amount = excluded.amount, unit = excluded.unit, measured_at = excluded.measured_at;

-- name: measures_of
select * from measure where athlete_id = :athlete_id and kind = :kind order by measured_on;

-- name: measures_all
select * from measure where athlete_id = :athlete_id order by measured_on, kind;

-- name: measures_newest
select m.* from measure m where m.athlete_id = :athlete_id and m.measured_on = (
    select max(n.measured_on) from measure n where n.athlete_id = m.athlete_id and n.kind = m.kind
) order by m.kind;
