-- Who trains, the most they can lift once, and how far the onboarding has come. Loads in grams
-- beside the unit they were typed in, times in UTC epoch milliseconds, steps as comma-separated words.

create table athlete (
    id bigint primary key,
    chat_id bigint not null,
    wish text,
    level text,
    unit text,
    gear text,
    days_per_week bigint,
    health text not null,
    can_squat bigint,
    insists bigint not null,
    bodyweight_g bigint,
    rack text,
    language text not null,
    zone text not null,
    foundation_since bigint,
    created_at bigint not null,
    changed_at bigint not null
);

create table one_rep_max (
    athlete_id bigint not null references athlete (id),
    exercise_id text not null,
    load_g bigint not null,
    unit text not null,
    provenance text not null,
    freshness text not null,
    known_at bigint not null,
    primary key (athlete_id, exercise_id)
);

create table onboarding (
    athlete_id bigint primary key references athlete (id),
    asking bigint not null,
    asked text,
    passed text not null,
    lifts text not null,
    aim text,
    lands bigint not null,
    hurried bigint not null,
    message_id bigint,
    finished_at bigint,
    changed_at bigint not null
);

create index onboarding_asking on onboarding (athlete_id) where asking = 1;
