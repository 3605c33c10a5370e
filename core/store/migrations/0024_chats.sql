-- Chats where nobody is: Spotter was blocked or removed, or the account is gone. Times in UTC epoch milliseconds.

create table lost_chat (
    chat_id bigint primary key,
    reason text not null,
    lost_at bigint not null
);

create index timer_of_chat on timer (chat_id) where state in ('armed', 'ringing');
