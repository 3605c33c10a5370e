-- The chat of a workout's newest card: a workout may go on in another chat, which counts its messages by itself.

alter table workout add column card_chat_id bigint;

update workout set card_chat_id = chat_id where card_message_id is not null;

update workout set card_chat_id = (
    select max(c.chat_id) from card as c where c.workout_id = workout.id and c.message_id = workout.card_message_id
)
where card_message_id is not null
    and not exists (select 1 from card as c where c.chat_id = workout.chat_id and c.message_id = card_message_id)
    and exists (select 1 from card as c where c.workout_id = workout.id and c.message_id = card_message_id);
