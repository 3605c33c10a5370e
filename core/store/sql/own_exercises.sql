-- name: own_exercises_of
select * from own_exercise where athlete_id = :athlete_id order by added_at, exercise_id;

-- name: own_exercise_add!
insert into own_exercise (athlete_id, exercise_id, name, trains, kit, added_at)
values (:athlete_id, :exercise_id, :name, :trains, :kit, :added_at);

-- name: exercise_preferences_of
select * from exercise_preference where athlete_id = :athlete_id order by since desc, exercise_id;

-- name: exercise_preference_keep!
insert into exercise_preference (athlete_id, exercise_id, preference, since)
values (:athlete_id, :exercise_id, :preference, :since)
on conflict (athlete_id, exercise_id) do update set preference = excluded.preference, since = excluded.since;

-- name: exercise_preference_drop!
delete from exercise_preference where athlete_id = :athlete_id and exercise_id = :exercise_id;

-- name: ache_drop!
delete from ache where athlete_id = :athlete_id and exercise_id = :exercise_id;

-- name: unfamiliar_name_of^
select * from unfamiliar_name where athlete_id = :athlete_id;

-- name: unfamiliar_name_keep!
insert into unfamiliar_name (athlete_id, chat_id, message_id, name, sets_text, named_at, exercise_id)
values (:athlete_id, :chat_id, :message_id, :name, :sets_text, :named_at, null)
on conflict (athlete_id) do update set chat_id = excluded.chat_id, message_id = excluded.message_id,
    name = excluded.name, sets_text = excluded.sets_text, named_at = excluded.named_at, exercise_id = null;

-- name: unfamiliar_name_became!
update unfamiliar_name set exercise_id = :exercise_id
where athlete_id = :athlete_id and message_id = :message_id;
