-- When an athlete wants to be reminded and when it is quiet (JSON, see core/store/athlete_settings.py), and
-- whether they told of their time zone: until then nobody knows what time it is for them.

alter table athlete add column reminders text;
alter table athlete add column zone_told bigint;
