-- Routines: saved lists of exercises, as JSON written by core/store/routines.py. A deleted one is kept until
-- the next is deleted, so that it can be taken back. Times in UTC epoch milliseconds.

create table routine (
    id bigint primary key,
    athlete_id bigint not null,
    name text not null,
    exercises text not null,
    added_at bigint not null,
    changed_at bigint not null,
    deleted_at bigint
);

create index routine_by_athlete on routine (athlete_id, added_at);
