-- name: inbox_keep!
insert into inbox (update_id, place, lane, body, state, attempts, reason, kept_at, touched_at)
values (:update_id, :place, :lane, :body, 'kept', 0, '', :kept_at, :kept_at)
on conflict (update_id) do nothing;

-- name: inbox_waiting
select * from inbox where state in ('kept', 'applied') order by place limit :most;

-- name: inbox_begin!
update inbox set begun = begun + 1 where update_id = :update_id and state in ('kept', 'applied');

-- name: inbox_survived!
update inbox set begun = 0 where update_id = :update_id and state in ('kept', 'applied');

-- name: inbox_apply!
-- One row touched: this update is applied for the first time. An update that never was in the inbox
-- leaves a row that only remembers it.
insert into inbox (
    update_id, place, lane, body, state, attempts, reason, kept_at, touched_at, message_mark
) values (
    :update_id, 0, 0, '', 'done', 0, '', :kept_at, :kept_at, :message_mark
)
on conflict (update_id) do update set state = 'applied', message_mark = excluded.message_mark
where inbox.state = 'kept';

-- name: inbox_same_message^
select update_id from inbox
where message_mark = :message_mark and update_id <> :update_id
    and state in ('applied', 'done')
limit 1;

-- name: inbox_is_applied^
select update_id from inbox where update_id = :update_id and state = 'applied';

-- name: inbox_settle!
-- Neither what it said nor whose it was is needed any more.
update inbox set state = 'done', lane = 0, body = '', touched_at = :touched_at
where update_id = :update_id and state in ('kept', 'applied');

-- name: inbox_fail^
update inbox set attempts = attempts + 1, touched_at = :touched_at
where update_id = :update_id and state in ('kept', 'applied')
returning attempts;

-- name: inbox_set_aside!
update inbox set state = 'aside', lane = 0, body = '', reason = :reason
where update_id = :update_id and state in ('kept', 'applied');

-- name: inbox_prune!
delete from inbox where touched_at < :before and state in ('done', 'aside');

-- name: inbox_counts
select state, count(*) as many from inbox group by state order by state;
