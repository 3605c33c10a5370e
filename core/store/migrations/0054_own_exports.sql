-- What our own JSON holds more than a table does: how a workout ended, its note, what was asked of each set and
-- which were skipped. And what an import has added beside workouts, with the moment it was written under, so that
-- an undo takes back that and nothing that was changed since. Times in UTC epoch milliseconds.

alter table staged_workout add column state text;
alter table staged_workout add column note text;
alter table staged_set add column target_load_g bigint;
alter table staged_set add column target_unit text;
alter table staged_set add column target_reps bigint;
alter table staged_set add column target_rest_s bigint;

create table staged_skip (
    workout_id bigint not null,
    import_id bigint not null,
    athlete_id bigint not null,
    exercise_index bigint not null,
    set_number bigint not null,
    primary key (workout_id, exercise_index, set_number)
);

create index staged_skip_by_import on staged_skip (athlete_id, import_id);

create table import_addition (
    athlete_id bigint not null,
    import_id bigint not null,
    kind text not null,
    name text not null,
    written_at bigint not null,
    primary key (athlete_id, import_id, kind, name)
);
