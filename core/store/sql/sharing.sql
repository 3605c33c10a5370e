-- name: shared_sessions_of
select * from shared_session where athlete_id = :athlete_id order by made_at, id;

-- name: shared_session_by_hash^
select * from shared_session where token_hash = :token_hash and expires_at > :now;

-- name: shared_session_add!
insert into shared_session (id, athlete_id, token_hash, body, made_at, expires_at)
values (:id, :athlete_id, :token_hash, :body, :made_at, :expires_at);

-- name: shared_session_renew!
update shared_session set token_hash = :token_hash, expires_at = :expires_at
where id = :id and athlete_id = :athlete_id;

-- name: shared_session_given!
update shared_session set given_at = :given_at where id = :id and athlete_id = :athlete_id;

-- name: shared_session_drop!
delete from shared_session where id = :id and athlete_id = :athlete_id;

-- name: shared_sessions_prune!
delete from shared_session where expires_at <= :now;
