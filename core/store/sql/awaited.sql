-- name: awaited_words_of^
select * from awaited_words where athlete_id = :athlete_id;

-- name: awaited_words_keep!
insert into awaited_words (athlete_id, chat_id, message_id, about, subject, asked_at, choices)
values (:athlete_id, :chat_id, :message_id, :about, :subject, :asked_at, :choices)
on conflict (athlete_id) do update set chat_id = excluded.chat_id, message_id = excluded.message_id,
    about = excluded.about, subject = excluded.subject, asked_at = excluded.asked_at, choices = excluded.choices;

-- name: awaited_words_drop!
delete from awaited_words where athlete_id = :athlete_id;
