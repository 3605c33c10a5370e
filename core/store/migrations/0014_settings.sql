-- What an athlete sets by hand: their equipment's own weights (JSON, see core/store/athlete_settings.py), a
-- rest in seconds by goal (JSON), whether every set asks how it felt, and the minutes a session may take.

alter table athlete add column gym text;
alter table athlete add column rests text;
alter table athlete add column rates_every_set bigint;
alter table athlete add column session_minutes bigint;
