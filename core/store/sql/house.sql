-- name: house_counts^
select (select count(*) from athlete) as athletes,
    (select count(*) from workout where state = 'open') as training_now,
    (select count(*) from lost_chat) as lost_chats;
