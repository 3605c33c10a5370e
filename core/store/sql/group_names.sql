-- name: group_name_keep!
insert into group_name (athlete_id, name) values (:athlete_id, :name)
on conflict (athlete_id) do update set name = excluded.name where group_name.name <> excluded.name;

-- name: group_name_of^
select name from group_name where athlete_id = :athlete_id;
