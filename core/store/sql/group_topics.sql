-- name: group_topic_keep!
insert into group_topic (athlete_id, chat_id, topic_id) values (:athlete_id, :chat_id, :topic_id)
on conflict (athlete_id, chat_id) do update set topic_id = excluded.topic_id
where group_topic.topic_id <> excluded.topic_id;

-- name: group_topic_leave!
delete from group_topic where athlete_id = :athlete_id and chat_id = :chat_id;

-- name: group_topic_of^
select topic_id from group_topic where athlete_id = :athlete_id and chat_id = :chat_id;
