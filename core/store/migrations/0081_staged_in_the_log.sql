-- What is staged of a file stands where it will stay, under its owner's id turned negative, by which no query finds
-- it; to show it turns the workouts' ids around and copies nothing. Sets for workouts that stand already are staged
-- in staged_set as before. Whoever was in the middle of an import says yes once more: what was read stays.
drop table staged_workout;
drop table staged_skip;
