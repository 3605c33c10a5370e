-- What is planned and what is done. Loads in grams beside the unit they were typed in, times in
-- UTC epoch milliseconds, local dates as YYYY-MM-DD, sessions as JSON written by core/store/frozen.py.

create table plan (
    athlete_id bigint primary key,
    id bigint not null unique,
    planned_on text not null,
    goal text not null,
    minutes bigint,
    session text not null,
    history_mark bigint not null
);

create table workout (
    id bigint primary key,
    athlete_id bigint not null,
    chat_id bigint not null,
    session text not null,
    state text not null,
    opened_at bigint not null,
    touched_at bigint not null,
    trained_on text not null,
    finished_at bigint,
    card_message_id bigint,
    card_exercise_index bigint,
    card_set_number bigint
);

create unique index workout_open on workout (athlete_id) where state = 'open';
create index workout_by_athlete on workout (athlete_id, opened_at);

create table logged_set (
    id bigint primary key,
    workout_id bigint not null references workout (id),
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
    target_load_g bigint,
    target_unit text,
    target_reps bigint,
    target_rest_s bigint,
    logged_at bigint not null,
    chat_id bigint,
    message_id bigint,
    line bigint not null,
    undone_at bigint
);

create unique index logged_set_once on logged_set (workout_id, exercise_index, set_number)
    where undone_at is null and kind <> 'warm_up';
create unique index logged_set_by_message on logged_set (chat_id, message_id, line)
    where message_id is not null and undone_at is null;
create index logged_set_of_message on logged_set (chat_id, message_id) where message_id is not null;
create index logged_set_by_workout on logged_set (workout_id, logged_at);
create index logged_set_by_exercise on logged_set (athlete_id, exercise_id, logged_at);

create table skipped_set (
    workout_id bigint not null references workout (id),
    exercise_index bigint not null,
    set_number bigint not null,
    primary key (workout_id, exercise_index, set_number)
);

create table card (
    chat_id bigint not null,
    message_id bigint not null,
    athlete_id bigint not null,
    workout_id bigint not null,
    exercise_index bigint not null,
    set_number bigint not null,
    primary key (chat_id, message_id)
);

create index card_by_workout on card (workout_id);

create table ache (
    athlete_id bigint not null,
    exercise_id text not null,
    since bigint not null,
    primary key (athlete_id, exercise_id)
);
