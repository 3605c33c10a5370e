-- name: setting_kept^
select value from setting where key = :key;

-- name: setting_drop!
delete from setting where key = :key;

-- name: setting_keep!
insert into setting (key, value) values (:key, :value)
on conflict (key) do update set value = excluded.value;
