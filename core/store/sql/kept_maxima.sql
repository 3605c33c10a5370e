-- name: kept_maxima_of^
select maxima from kept_maxima where athlete_id = :athlete_id and mark = :mark;

-- name: kept_maxima_keep!
insert into kept_maxima (athlete_id, mark, maxima) values (:athlete_id, :mark, :maxima)
on conflict (athlete_id) do update set mark = excluded.mark, maxima = excluded.maxima;

-- name: kept_maxima_drop_by_workout!
-- Of a workout that has ended: the sets of an open one have taught nothing yet.
delete from kept_maxima where athlete_id in (
    select athlete_id from workout where id = :workout_id and state <> 'open'
);

-- name: kept_maxima_drop_by_set!
delete from kept_maxima where athlete_id in (
    select workout.athlete_id from workout join logged_set on logged_set.workout_id = workout.id
    where logged_set.id = :set_id and workout.state <> 'open'
);
