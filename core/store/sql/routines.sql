-- name: routines_of
select * from routine where athlete_id = :athlete_id and deleted_at is null order by added_at, id;

-- name: routine_by_id^
select * from routine where id = :routine_id and athlete_id = :athlete_id and deleted_at is null;

-- name: routine_deleted^
select * from routine where id = :routine_id and athlete_id = :athlete_id and deleted_at is not null;

-- name: routine_add!
insert into routine (id, athlete_id, name, exercises, added_at, changed_at)
values (:id, :athlete_id, :name, :exercises, :added_at, :added_at);

-- name: routine_keep!
update routine set name = :name, exercises = :exercises, changed_at = :changed_at
where id = :id and athlete_id = :athlete_id and deleted_at is null;

-- name: routine_delete!
update routine set deleted_at = :deleted_at where id = :routine_id and athlete_id = :athlete_id
    and deleted_at is null;

-- name: routine_restore!
update routine set deleted_at = null where id = :routine_id and athlete_id = :athlete_id;

-- name: routines_forget_deleted!
delete from routine where athlete_id = :athlete_id and deleted_at is not null;
