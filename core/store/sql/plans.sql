-- name: plan_of_athlete^
select * from plan where athlete_id = :athlete_id;

-- name: plan_keep!
insert into plan (athlete_id, id, planned_on, goal, minutes, session, history_mark)
values (:athlete_id, :id, :planned_on, :goal, :minutes, :session, :history_mark)
on conflict (athlete_id) do update set id = excluded.id, planned_on = excluded.planned_on,
    goal = excluded.goal, minutes = excluded.minutes, session = excluded.session,
    history_mark = excluded.history_mark;

-- name: plan_drop!
delete from plan where athlete_id = :athlete_id;

-- name: plan_history_mark^
select coalesce(max(id), 0) as mark from logged_set where athlete_id = :athlete_id;
