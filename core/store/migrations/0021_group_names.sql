-- How somebody is called in groups, so that a card that comes by itself says whose it is.

create table group_name (
    athlete_id bigint primary key,
    name text not null
);
