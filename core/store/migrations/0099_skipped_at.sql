-- When a set was passed over by its athlete, so that the thing done last is what undo takes back.

alter table skipped_set add column skipped_at bigint;
