-- What SQLite says in its own way: transactions, and claiming what is due. The other engine has its own file.

-- name: begin_writing!
begin immediate;

-- name: begin_reading!
begin deferred;

-- name: commit!
commit;

-- name: rollback!
rollback;

-- name: timers_claim
-- The one writer is the lock here; nobody else can claim between the two selects.
update timer set state = 'ringing', attempts = attempts + 1
where state = 'armed' and (athlete_id, kind) in (
    select athlete_id, kind from timer
    where state = 'armed' and ring_at <= :now
    order by ring_at, athlete_id limit :most
)
returning *;
