-- name: import_addition_add!
insert into import_addition (athlete_id, import_id, kind, name, written_at)
values (:athlete_id, :import_id, :kind, :name, :written_at);

-- name: import_additions
select kind, name, written_at from import_addition
where athlete_id = :athlete_id and import_id = :import_id order by kind, name;

-- name: import_additions_drop!
delete from import_addition where athlete_id = :athlete_id and import_id = :import_id;

-- name: added_max_undo!
delete from one_rep_max
where athlete_id = :athlete_id and exercise_id = :name and known_at = :written_at;

-- name: added_measure_undo!
delete from measure where athlete_id = :athlete_id and kind = :kind and measured_on = :measured_on
    and measured_at = :written_at;

-- name: added_note_undo!
delete from exercise_note
where athlete_id = :athlete_id and exercise_id = :name and noted_at = :written_at;

-- name: added_preference_undo!
delete from exercise_preference
where athlete_id = :athlete_id and exercise_id = :name and since = :written_at;

-- name: added_ache_undo!
delete from ache where athlete_id = :athlete_id and exercise_id = :name and since = :written_at;

-- name: added_sore_part_undo!
delete from sore_part where athlete_id = :athlete_id and part = :name and since = :written_at;

-- name: added_routine_undo!
delete from routine where athlete_id = :athlete_id and id = :routine_id and changed_at = :written_at;
