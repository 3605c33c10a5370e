-- A maximum told once workouts stood in the log was told by /max: it knows of all that was lifted before it, and no
-- session before moves it. The one exception, answers given anew, keeps what it had so far.

update one_rep_max set freshness = 'now'
where freshness = 'recent' and exists (
    select 1 from workout w where w.athlete_id = one_rep_max.athlete_id and w.finished_at < one_rep_max.known_at
        and not exists (select 1 from imported_workout i where i.workout_id = w.id)
);
