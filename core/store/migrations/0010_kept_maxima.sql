-- What the log has taught of an athlete's maxima, kept with what it was reckoned from. Derived: dropping a
-- row costs one reckoning and nothing else.

create table kept_maxima (
    athlete_id bigint primary key,
    mark text not null,
    maxima text not null
);
