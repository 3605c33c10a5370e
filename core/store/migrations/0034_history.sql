-- The past can be told and changed: a workout's own note, and when it was deleted as a whole (its sets are then
-- taken back at that same moment, so that a restore finds them again).

alter table workout add column note text;
alter table workout add column deleted_at bigint;
