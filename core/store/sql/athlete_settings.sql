-- name: athlete_settings_keep!
update athlete set gym = :gym, rests = :rests, asks_effort = :asks_effort,
    session_minutes = :session_minutes, zone_told = :zone_told, reminders = :reminders,
    chosen_language = :chosen_language
where id = :id;
