-- name: chat_lose!
-- A chat that nothing is here of is not kept: a private one's id is its person's, who may have been forgotten.
-- A workout is found by its cards, which have the chat in their key.
insert into lost_chat (chat_id, reason, lost_at)
select cast(:chat_id as bigint), cast(:reason as text), cast(:lost_at as bigint)
where exists (select 1 from athlete where id = :chat_id)
    or exists (select 1 from card where chat_id = :chat_id)
    or exists (select 1 from timer where chat_id = :chat_id and state in ('armed', 'ringing'))
on conflict (chat_id) do nothing;

-- name: chat_find!
delete from lost_chat where chat_id = :chat_id;

-- name: chats_lost
select chat_id from lost_chat;

-- name: chat_workouts_open
select athlete_id, id from workout where state = 'open' and chat_id = :chat_id;

-- name: chat_move_athletes!
update athlete set chat_id = :to_id where chat_id = :from_id;

-- name: chat_move_workouts!
update workout set chat_id = :to_id where chat_id = :from_id;

-- name: chat_move_timers!
update timer set chat_id = :to_id where chat_id = :from_id;

-- name: chat_move_names!
update unfamiliar_name set chat_id = :to_id where chat_id = :from_id;

-- name: chat_forget_cards!
delete from card where chat_id = :from_id;

-- name: chat_forget_cards_of_workouts!
update workout set card_chat_id = null, card_message_id = null, card_exercise_index = null,
    card_set_number = null
where card_chat_id = :from_id;

-- name: chat_forget_messages!
delete from workout_message where chat_id = :from_id;

-- name: chat_forget_questions!
delete from awaited_words where chat_id = :from_id;

-- name: chat_forget_topics!
delete from group_topic where chat_id = :from_id;
