-- A chat that became another one takes none of its topics along.
create index group_topic_by_chat on group_topic (chat_id);
