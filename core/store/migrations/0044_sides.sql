-- Left and right apart (`8/7`): both are kept, while `reps` stays the fewer, which is what progress is reckoned from.

alter table logged_set add column left_reps bigint;
alter table logged_set add column right_reps bigint;
alter table staged_set add column left_reps bigint;
alter table staged_set add column right_reps bigint;
