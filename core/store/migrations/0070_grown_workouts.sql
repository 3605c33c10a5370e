-- Workouts that stood in the log when a file told more of them: what an import added to each, so that an undo takes
-- back just that. A staged one is shown with the rest of its import; session and finished_at of a grown one are those
-- from before. Times in UTC epoch milliseconds.

create table staged_growth (
    workout_id bigint not null,
    import_id bigint not null,
    athlete_id bigint not null,
    session text not null,
    finished_at bigint,
    primary key (workout_id, import_id)
);

create index staged_growth_by_import on staged_growth (athlete_id, import_id);

create table grown_workout (
    workout_id bigint not null,
    import_id bigint not null,
    athlete_id bigint not null,
    session text not null,
    finished_at bigint,
    grown_session text not null,
    primary key (workout_id, import_id)
);

create index grown_workout_by_import on grown_workout (athlete_id, import_id);

create table grown_set (
    set_id bigint primary key,
    import_id bigint not null,
    athlete_id bigint not null
);

create index grown_set_by_import on grown_set (athlete_id, import_id);
