-- Which message an applied update brought, by its number and its second: whose it was is not kept. The same message
-- under another update id is known by them. Null: a tap, an edit.
alter table inbox add column message_id bigint;
alter table inbox add column sent_at bigint;

create index inbox_by_message on inbox (message_id) where message_id is not null;
