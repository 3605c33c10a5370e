-- When an athlete is asked how a set felt: never, after an exercise's last set (null, too), or after every one.

alter table athlete add column asks_effort text;
update athlete set asks_effort = 'every' where rates_every_set = 1;
alter table athlete drop column rates_every_set;
