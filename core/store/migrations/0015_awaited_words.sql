-- What an athlete's next typed message answers, one a person: which menu asked, in which message, about what.

create table awaited_words (
    athlete_id bigint primary key,
    chat_id bigint not null,
    message_id bigint not null,
    about text not null,
    subject bigint not null,
    asked_at bigint not null
);
