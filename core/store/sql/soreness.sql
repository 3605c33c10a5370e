-- name: sore_parts
select * from sore_part where athlete_id = :athlete_id order by since, part;

-- name: sore_part_keep!
insert into sore_part (athlete_id, part, side, exercise_id, since)
values (:athlete_id, :part, :side, :exercise_id, :since)
on conflict (athlete_id, part) do update set side = excluded.side,
    exercise_id = coalesce(excluded.exercise_id, sore_part.exercise_id), since = excluded.since;

-- name: sore_part_drop!
delete from sore_part where athlete_id = :athlete_id and part = :part;
