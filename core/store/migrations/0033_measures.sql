-- What an athlete weighs and measures, one value a day and kind. Body mass in grams, lengths in tenths of
-- a millimetre, both beside the unit they were typed in. And the way to all sets of one day.

create table measure (
    athlete_id bigint not null,
    kind text not null,
    measured_on text not null,
    amount bigint not null,
    unit text not null,
    measured_at bigint not null,
    primary key (athlete_id, kind, measured_on)
);

create index workout_by_day on workout (athlete_id, trained_on);
