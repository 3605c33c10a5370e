-- Logs that came as files. What is read stands in import_workout as JSON until its owner says yes; then it is
-- staged in the form of workouts and sets, which nothing else reads, and made visible in one go. Times in UTC
-- epoch milliseconds.

create table import (
    id bigint primary key,
    athlete_id bigint not null,
    state text not null,
    file_id text not null,
    summary text not null,
    asked_at bigint not null,
    visible_at bigint
);

create index import_by_athlete on import (athlete_id, asked_at);

create table import_workout (
    import_id bigint not null,
    place bigint not null,
    athlete_id bigint not null,
    body text not null,
    primary key (athlete_id, import_id, place)
);

create table imported_workout (
    workout_id bigint primary key,
    import_id bigint not null,
    athlete_id bigint not null
);

create index imported_workout_by_import on imported_workout (athlete_id, import_id);

create table staged_workout (
    id bigint primary key,
    import_id bigint not null,
    athlete_id bigint not null,
    session text not null,
    opened_at bigint not null,
    trained_on text not null,
    finished_at bigint not null
);

create index staged_workout_by_import on staged_workout (athlete_id, import_id);

create table staged_set (
    id bigint primary key,
    import_id bigint not null,
    workout_id bigint not null,
    athlete_id bigint not null,
    exercise_id text not null,
    exercise_index bigint not null,
    set_number bigint not null,
    kind text not null,
    load_g bigint,
    unit text,
    reps bigint not null,
    measure text not null,
    rir_tenths bigint,
    comfort text,
    logged_at bigint not null
);

create index staged_set_by_import on staged_set (athlete_id, import_id);
