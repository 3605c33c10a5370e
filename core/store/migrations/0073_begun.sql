-- How many processes ended in the middle of handling an update that an earlier one had kept: counted before each
-- try, taken back when the process outlives it. What ends them all is set aside.
alter table inbox add column begun bigint not null default 0;
