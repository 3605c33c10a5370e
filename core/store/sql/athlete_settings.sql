-- name: athlete_settings_keep!
update athlete set gym = :gym, rests = :rests, rates_every_set = :rates_every_set,
    session_minutes = :session_minutes
where id = :id;
