-- name: workout_message_keep!
insert into workout_message (workout_id, kind, athlete_id, chat_id, message_id, told_at)
values (:workout_id, :kind, :athlete_id, :chat_id, :message_id, 0)
on conflict (workout_id, kind) do update set chat_id = excluded.chat_id,
    message_id = excluded.message_id, told_at = excluded.told_at, pictured = 0;

-- name: workout_message_of^
select * from workout_message where workout_id = :workout_id and kind = :kind;

-- name: workout_message_at
select m.kind, m.athlete_id, w.state from workout_message m join workout w on w.id = m.workout_id
where m.chat_id = :chat_id and m.message_id = :message_id
order by m.workout_id desc;

-- name: workout_message_told!
update workout_message set told_at = :told_at where workout_id = :workout_id and kind = :kind;

-- name: workout_message_pictured!
update workout_message set pictured = 1
where athlete_id = :athlete_id and workout_id = :workout_id and kind = :kind;

-- name: workout_message_drop!
delete from workout_message where workout_id = :workout_id and kind = :kind;

-- name: workout_message_stale!
update workout_message set told_at = 0
where athlete_id = :athlete_id and workout_id = :workout_id and kind = :kind;

-- name: workout_recaps_stale!
update workout_message set told_at = 0 where athlete_id = :athlete_id and kind = 'recap' and told_at >= :since;

-- name: workout_messages_stale
select * from workout_message where athlete_id = :athlete_id and kind in ('recap', 'past') and told_at = 0
order by workout_id, kind;
