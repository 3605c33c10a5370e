-- The topic of a forum in which somebody last wrote, so that a card that comes by itself comes there.

create table group_topic (
    athlete_id bigint not null,
    chat_id bigint not null,
    topic_id bigint not null,
    primary key (athlete_id, chat_id)
);
