-- A part of the body that hurts: what loads it is spared until its athlete says that it hurts no more.
-- side is '' where none was said; exercise_id is what was done when it was told, null between two workouts.

create table sore_part (
    athlete_id bigint not null,
    part text not null,
    side text not null,
    exercise_id text,
    since bigint not null,
    primary key (athlete_id, part)
);
