-- Who asked to be forgotten, as a hash that only the bot's token can make, until no late update can come
-- any more. What is done with needs neither its text nor whose it was.

create table forgotten (
    shadow text primary key,
    forgotten_at bigint not null,
    update_id bigint
);

create index forgotten_by_age on forgotten (forgotten_at);

update inbox set lane = 0, body = '' where state in ('done', 'aside');
