-- name: picture_kept^
select file_id from picture where athlete_id = :athlete_id and subject = :subject and digest = :digest;

-- name: picture_keep!
insert into picture (athlete_id, subject, digest, file_id, sent_at)
values (:athlete_id, :subject, :digest, :file_id, :sent_at)
on conflict (athlete_id, subject) do update
    set digest = excluded.digest, file_id = excluded.file_id, sent_at = excluded.sent_at;
