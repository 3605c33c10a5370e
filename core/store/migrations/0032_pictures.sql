-- Pictures that stand in a chat: a second look at the same one is sent by Telegram's own id of the file.
-- `digest` tells whether it would show the same.

create table picture (
    athlete_id bigint not null,
    subject text not null,
    digest text not null,
    file_id text not null,
    sent_at bigint not null,
    primary key (athlete_id, subject)
);
