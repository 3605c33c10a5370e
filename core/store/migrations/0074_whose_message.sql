-- Numbers of messages are a chat's own: the same number in the same second of two chats is two messages. A keyed hash
-- of chat, number and second takes their place, so that it still can't be told whose it was.
drop index inbox_by_message;
alter table inbox drop column message_id;
alter table inbox drop column sent_at;
alter table inbox add column message_mark text;

create index inbox_by_message on inbox (message_mark) where message_mark is not null;
