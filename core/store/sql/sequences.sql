-- name: sequence_take
insert into sequence (name, value) values (:name, :count)
on conflict (name) do update set value = sequence.value + excluded.value
returning value;
