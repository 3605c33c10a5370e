-- name: athlete_by_id^
select * from athlete where id = :athlete_id;

-- name: athlete_keep!
insert into athlete (
    id, chat_id, wish, level, unit, gear, days_per_week, health, can_squat, insists, bodyweight_g,
    rack, language, zone, foundation_since, created_at, changed_at
) values (
    :id, :chat_id, :wish, :level, :unit, :gear, :days_per_week, :health, :can_squat, :insists, :bodyweight_g,
    :rack, :language, :zone, :foundation_since, :changed_at, :changed_at
)
on conflict (id) do update set chat_id = excluded.chat_id, wish = excluded.wish, level = excluded.level,
    unit = excluded.unit, gear = excluded.gear, days_per_week = excluded.days_per_week,
    health = excluded.health, can_squat = excluded.can_squat, insists = excluded.insists,
    bodyweight_g = excluded.bodyweight_g, rack = excluded.rack, language = excluded.language,
    zone = excluded.zone, foundation_since = excluded.foundation_since, changed_at = excluded.changed_at;

-- name: one_rep_maxes_of
select * from one_rep_max where athlete_id = :athlete_id order by known_at, exercise_id;

-- name: one_rep_max_keep!
insert into one_rep_max (athlete_id, exercise_id, load_g, unit, provenance, freshness, known_at)
values (:athlete_id, :exercise_id, :load_g, :unit, :provenance, :freshness, :known_at)
on conflict (athlete_id, exercise_id) do update set load_g = excluded.load_g, unit = excluded.unit,
    provenance = excluded.provenance, freshness = excluded.freshness, known_at = excluded.known_at;

-- name: one_rep_max_drop!
delete from one_rep_max where athlete_id = :athlete_id and exercise_id = :exercise_id;

-- name: onboarding_of^
select * from onboarding where athlete_id = :athlete_id;

-- name: onboarding_keep!
insert into onboarding (
    athlete_id, asking, asked, passed, lifts, aim, lands, hurried, message_id, opens, awaits_unit, finished_at,
    changed_at
) values (
    :athlete_id, :asking, :asked, :passed, :lifts, :aim, :lands, :hurried, :message_id, :opens, :awaits_unit,
    :finished_at, :changed_at
)
on conflict (athlete_id) do update set asking = excluded.asking, asked = excluded.asked,
    passed = excluded.passed, lifts = excluded.lifts, aim = excluded.aim, lands = excluded.lands,
    hurried = excluded.hurried, message_id = excluded.message_id, opens = excluded.opens,
    awaits_unit = excluded.awaits_unit,
    finished_at = excluded.finished_at,
    changed_at = excluded.changed_at;

-- name: onboarding_set_message!
update onboarding set message_id = :message_id where athlete_id = :athlete_id;

-- name: onboardings_asking
select athlete_id from onboarding where asking = 1 order by athlete_id;
