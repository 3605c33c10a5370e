-- Exercises of one's own, what an athlete wants of an exercise in plans, and the name last typed that
-- nobody knows, kept with its sets until a button says what it is. Times in UTC epoch milliseconds.

create table own_exercise (
    athlete_id bigint not null,
    exercise_id text not null,
    name text not null,
    trains text not null,
    kit text not null,
    added_at bigint not null,
    primary key (athlete_id, exercise_id)
);

create table exercise_preference (
    athlete_id bigint not null,
    exercise_id text not null,
    preference text not null,
    since bigint not null,
    primary key (athlete_id, exercise_id)
);

create table unfamiliar_name (
    athlete_id bigint primary key,
    chat_id bigint not null,
    message_id bigint not null,
    name text not null,
    sets_text text not null,
    named_at bigint not null,
    exercise_id text
);
