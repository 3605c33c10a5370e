-- name: row_counts
-- Every table there is but the marks of the migrations: a backup is held against it.
select 'ache' as name, count(*) as many from ache
union all select 'athlete', count(*) from athlete
union all select 'awaited_words', count(*) from awaited_words
union all select 'card', count(*) from card
union all select 'exercise_note', count(*) from exercise_note
union all select 'exercise_preference', count(*) from exercise_preference
union all select 'forgotten', count(*) from forgotten
union all select 'grown_set', count(*) from grown_set
union all select 'grown_workout', count(*) from grown_workout
union all select 'import', count(*) from import
union all select 'import_addition', count(*) from import_addition
union all select 'import_workout', count(*) from import_workout
union all select 'imported_workout', count(*) from imported_workout
union all select 'inbox', count(*) from inbox
union all select 'kept_maxima', count(*) from kept_maxima
union all select 'logged_set', count(*) from logged_set
union all select 'lost_chat', count(*) from lost_chat
union all select 'measure', count(*) from measure
union all select 'onboarding', count(*) from onboarding
union all select 'one_rep_max', count(*) from one_rep_max
union all select 'own_exercise', count(*) from own_exercise
union all select 'picture', count(*) from picture
union all select 'plan', count(*) from plan
union all select 'routine', count(*) from routine
union all select 'sequence', count(*) from sequence
union all select 'setting', count(*) from setting
union all select 'shared_session', count(*) from shared_session
union all select 'skipped_set', count(*) from skipped_set
union all select 'sore_part', count(*) from sore_part
union all select 'staged_growth', count(*) from staged_growth
union all select 'staged_set', count(*) from staged_set
union all select 'timer', count(*) from timer
union all select 'timer_end', count(*) from timer_end
union all select 'unfamiliar_name', count(*) from unfamiliar_name
union all select 'workout', count(*) from workout
union all select 'workout_message', count(*) from workout_message
union all select 'group_name', count(*) from group_name
union all select 'group_topic', count(*) from group_topic;

-- name: erase_skipped_sets!
-- Those of hidden workouts, too: they have their owner's id turned negative.
delete from skipped_set where workout_id in (
    select id from workout where athlete_id = :athlete_id or athlete_id = -:athlete_id
);

-- name: erase_cards!
delete from card where workout_id in (
    select id from workout where athlete_id = :athlete_id or athlete_id = -:athlete_id
);

-- name: erase_group_name!
delete from group_name where athlete_id = :athlete_id;

-- name: erase_group_topics!
delete from group_topic where athlete_id = :athlete_id;

-- name: erase_workout_messages!
delete from workout_message where athlete_id = :athlete_id;

-- name: erase_measures!
delete from measure where athlete_id = :athlete_id;

-- name: erase_kept_maxima!
delete from kept_maxima where athlete_id = :athlete_id;

-- name: erase_pictures!
delete from picture where athlete_id = :athlete_id;

-- name: erase_imported_workouts!
delete from imported_workout where athlete_id = :athlete_id;

-- name: erase_import_additions!
delete from import_addition where athlete_id = :athlete_id;

-- name: erase_imports!
delete from import where athlete_id = :athlete_id;

-- name: erase_logged_sets!
delete from logged_set where athlete_id = :athlete_id;

-- name: erase_workouts!
delete from workout where athlete_id = :athlete_id or athlete_id = -:athlete_id;

-- name: erase_plan!
delete from plan where athlete_id = :athlete_id;

-- name: erase_own_exercises!
delete from own_exercise where athlete_id = :athlete_id;

-- name: erase_exercise_notes!
delete from exercise_note where athlete_id = :athlete_id;

-- name: erase_exercise_preferences!
delete from exercise_preference where athlete_id = :athlete_id;

-- name: erase_routines!
delete from routine where athlete_id = :athlete_id;

-- name: erase_shared_sessions!
delete from shared_session where athlete_id = :athlete_id;

-- name: erase_unfamiliar_name!
delete from unfamiliar_name where athlete_id = :athlete_id;

-- name: erase_awaited_words!
delete from awaited_words where athlete_id = :athlete_id;

-- name: erase_aches!
delete from ache where athlete_id = :athlete_id;

-- name: erase_sore_parts!
delete from sore_part where athlete_id = :athlete_id;

-- name: erase_one_rep_maxes!
delete from one_rep_max where athlete_id = :athlete_id;

-- name: erase_onboarding!
delete from onboarding where athlete_id = :athlete_id;

-- name: erase_athlete!
delete from athlete where id = :athlete_id;

-- name: erase_timers!
delete from timer where athlete_id = :athlete_id;

-- name: erase_timer_ends!
delete from timer_end where athlete_id = :athlete_id;

-- name: erase_messages!
-- The number of an update stays a week, so that it is not taken twice; whose it was and what it said go.
update inbox set state = 'done', lane = 0, body = ''
where lane = :athlete_id and state in ('kept', 'applied');

-- name: forgotten_keep!
insert into forgotten (shadow, forgotten_at, update_id) values (:shadow, :forgotten_at, :update_id)
on conflict (shadow) do update set forgotten_at = excluded.forgotten_at, update_id = excluded.update_id;

-- name: forgotten_by_shadow^
select * from forgotten where shadow = :shadow;

-- name: forgotten_all
select * from forgotten order by shadow;

-- name: known_ids
-- Everybody who has anything here, in any table that is erased; hidden workouts have their owner's id turned negative.
select id from athlete
union select abs(athlete_id) from workout
union select lane from inbox where state in ('kept', 'applied')
union select chat_id from lost_chat
union select athlete_id from ache
union select athlete_id from awaited_words
union select athlete_id from card
union select athlete_id from exercise_note
union select athlete_id from exercise_preference
union select athlete_id from group_name
union select athlete_id from grown_set
union select athlete_id from grown_workout
union select athlete_id from import
union select athlete_id from import_addition
union select athlete_id from import_workout
union select athlete_id from imported_workout
union select athlete_id from kept_maxima
union select athlete_id from logged_set
union select athlete_id from measure
union select athlete_id from onboarding
union select athlete_id from one_rep_max
union select athlete_id from own_exercise
union select athlete_id from picture
union select athlete_id from plan
union select athlete_id from routine
union select athlete_id from shared_session
union select athlete_id from sore_part
union select athlete_id from staged_growth
union select athlete_id from staged_set
union select athlete_id from timer
union select athlete_id from timer_end
union select athlete_id from unfamiliar_name
union select athlete_id from workout_message;

-- name: forgotten_prune!
delete from forgotten where forgotten_at < :before;

-- name: holdings_of^
select (select count(*) from workout where athlete_id = :athlete_id) as workouts,
    (
        select count(*) from logged_set where athlete_id = :athlete_id
            and workout_id not in (select id from workout where athlete_id = -:athlete_id)
    ) as sets,
    (select count(*) from athlete where id = :athlete_id) as profiles;

-- name: erase_lost_chat!
-- A private chat has its person's id.
delete from lost_chat where chat_id = :athlete_id;
