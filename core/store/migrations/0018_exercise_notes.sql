-- What an athlete wants to see beside an exercise: the seat, the pin, the grip. One note an exercise.

create table exercise_note (
    athlete_id bigint not null,
    exercise_id text not null,
    note text not null,
    noted_at bigint not null,
    primary key (athlete_id, exercise_id)
);
