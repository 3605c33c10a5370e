-- name: exercise_note_of^
select note from exercise_note where athlete_id = :athlete_id and exercise_id = :exercise_id;

-- name: exercise_note_keep!
insert into exercise_note (athlete_id, exercise_id, note, noted_at)
values (:athlete_id, :exercise_id, :note, :noted_at)
on conflict (athlete_id, exercise_id) do update set note = excluded.note, noted_at = excluded.noted_at;

-- name: exercise_note_drop!
delete from exercise_note where athlete_id = :athlete_id and exercise_id = :exercise_id;

-- name: exercise_notes_of
select exercise_id, note from exercise_note where athlete_id = :athlete_id order by exercise_id;
