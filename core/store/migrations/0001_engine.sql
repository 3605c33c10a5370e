-- What the house itself keeps: updates that came in, timers, sequences of ids, settings of the installation.
-- Times in UTC epoch milliseconds. What athletes plan and do is in the migrations after this one.

create table inbox (
    update_id bigint primary key,
    place bigint not null,
    lane bigint not null,
    body text not null,
    state text not null,
    attempts bigint not null,
    reason text not null,
    kept_at bigint not null,
    touched_at bigint not null
);

create index inbox_waiting on inbox (place) where state in ('kept', 'applied');
create index inbox_by_age on inbox (touched_at);

create table timer (
    athlete_id bigint not null,
    kind text not null,
    generation bigint not null,
    state text not null,
    due_at bigint not null,
    ring_at bigint not null,
    attempts bigint not null,
    chat_id bigint not null,
    workout_id bigint not null,
    exercise_index bigint not null,
    set_number bigint not null,
    primary key (athlete_id, kind)
);

create index timer_due on timer (ring_at) where state = 'armed';
create index timer_ringing on timer (athlete_id, kind) where state = 'ringing';

create table timer_end (
    athlete_id bigint not null,
    kind text not null,
    generation bigint not null,
    due_at bigint not null,
    rung_at bigint,
    outcome text not null,
    reason text not null,
    primary key (athlete_id, kind, generation)
);

create index timer_end_by_age on timer_end (due_at);

create table sequence (
    name text primary key,
    value bigint not null
);

create table setting (
    key text primary key,
    value text not null
);
