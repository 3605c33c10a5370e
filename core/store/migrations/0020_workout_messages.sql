-- Messages that stand for a whole workout: the pinned overview, and the question whether it goes on.
-- `told_at` is when it was last told anew, 0 while it never was.

create table workout_message (
    workout_id bigint not null references workout (id),
    kind text not null,
    athlete_id bigint not null,
    chat_id bigint not null,
    message_id bigint not null,
    told_at bigint not null,
    primary key (workout_id, kind)
);

create index workout_message_by_athlete on workout_message (athlete_id);
