"""The end of a workout: by its last set, by its athlete, or by four hours of silence; and what it taught."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.catalogue import Catalogue
from core.coach.exercises import known_with
from core.coach.knowing import learned
from core.coach.local_time import local_date
from core.coach.past import as_history
from core.coach.plans.gating import gate_of, gate_today
from core.coach.plans.preparing import in_easy_week, next_date
from core.coach.totals import minutes_of, tonnage_of
from core.coach.workout.resting import bring_next_card, refresh_overview, silence, stop_watching
from core.coach.workout.scene import Scene, open_scene
from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.history import History
from core.model.outcomes import NewRecord, NextTime, Recap, RecordKind, Unlogged
from core.model.workout import LoggedSet, SetKind, Slot, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.store.workouts import closed_workouts, end_workout, load_workout, newest_workout
from core.training.past.records import new_records, records, with_told
from core.training.prescription.prescribing import next_prescription
from core.training.progress.foundation import trained_goal
from core.training.week.deload import deloaded
from core.training.week.programme import LEAST_DAYS
from core.units import Unit

LOOK_BACK_AFTER = 3  # workouts: then there is something to look back on


def finish(tx: Tx, athlete_id: int, workout_id: int | None, now: datetime) -> Workout | Unlogged:
    """End the open workout, keeping every set; the recap is sent by the `next` timer.

    A workout without a set is closed, not finished: nobody trained.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        ended_before = newest_workout(tx, athlete_id) if tx.repeat else None
        return ended_before or scene
    if tx.repeat:
        return scene.workout
    ended = finish_in(scene)
    bring_next_card(ended, Slot(0, 0), "workout_over")
    return ended.workout


def finish_in(scene: Scene) -> Scene:
    """End a workout inside a use case that goes on: timers silenced, what was learned kept."""
    trained = any(done.kind is not SetKind.WARM_UP for done in scene.workout.sets)
    state = WorkoutState.FINISHED if trained else WorkoutState.CLOSED
    end_workout(scene.tx, scene.workout.id, state, scene.now)
    silence(scene.tx, scene.athlete.id, "workout_over")
    stop_watching(scene.tx, scene.athlete.id)
    refresh_overview(scene)
    return scene.after(replace(scene.workout, state=state, finished_at=scene.now))


def recap(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Recap | Unlogged:
    """The truth about one workout, reckoned from what stands in it now; `gone` for another's."""
    athlete = load_athlete(tx, athlete_id)
    workout = load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return Unlogged.of("gone")
    closed = closed_workouts(tx, athlete_id)
    return _told(tx, athlete, workout, closed, now)


def _told(tx: Tx, athlete: Athlete, workout: Workout, closed: list[Workout], now: datetime) -> Recap:
    today = local_date(athlete, now)
    place = (workout.opened_at, workout.id)
    earlier = [past for past in closed if (past.opened_at, past.id) < place]
    history, exercises = as_history(closed), known_with(workout.own)
    work = [done for done in workout.sets if done.kind is not SetKind.WARM_UP]
    days, aim = _days_this_week(workout, closed), max(athlete.days_per_week or LEAST_DAYS, LEAST_DAYS)
    lines = tuple(
        (exercises.by_id(asked.exercise_id), workout.sets_of(index))
        for index, asked in enumerate(workout.session.prescriptions)
        if workout.sets_of(index)
    )
    past = as_history(earlier)
    return Recap(
        workout=workout,
        goal=workout.session.goal,
        minutes=max(minutes_of(workout), 1) if work else 0,
        sets=len(work),
        tonnage_g=sum(tonnage_of(done, exercises) for done in work),
        unit=athlete.unit or Unit.KG,
        lines=lines,
        records=records_of(workout, past, exercises, athlete),
        next_time=_next_time(learned(tx, athlete, history, exercises), workout, history, today),
        workouts_this_week=days,
        days_per_week=aim,
        advises=days < aim == LEAST_DAYS and not athlete.reminders.advised,
        is_first=not any(past.sets for past in earlier),
        offers_look_back=sum(1 for past in earlier if past.sets) + 1 == LOOK_BACK_AFTER
        and not athlete.reminders.look_back,
        opens_week=_opens_week(workout, earlier),
        gate=gate_of(athlete, history, today, exercises),
        before=tuple(_time_before(past, exercise) for exercise, _ in lines),
    )


def _days_this_week(workout: Workout, closed: list[Workout]) -> int:
    """Days trained in a workout's week, up to its own; one that goes past midnight is of the day it began."""
    day = workout.trained_on
    monday = day - timedelta(days=day.weekday())
    return len({past.trained_on for past in closed if monday <= past.trained_on <= day and past.sets})


def _time_before(past: History, exercise: Exercise) -> tuple[LoggedSet, ...]:
    line = past.of_exercise(exercise.id)
    return line[-1].sets if line else ()


def _opens_week(workout: Workout, earlier: list[Workout]) -> int | None:
    """Which week of training, counted from the first workout, this one is the first of; None for others."""
    days = [past.trained_on for past in earlier if past.sets]
    first = min(days, default=workout.trained_on)
    weeks = [(day - first).days // 7 + 1 for day in days]
    week = (workout.trained_on - first).days // 7 + 1
    return None if week in weeks else week


def records_of(
    workout: Workout, before: History, exercises: Catalogue, athlete: Athlete
) -> tuple[tuple[Exercise, NewRecord], ...]:
    """The best record of each exercise over all earlier workouts and told maxima; a first time is none."""
    body_g = athlete.bodyweight_g
    bests = records(before, exercises, body_g)
    found = []
    for index, asked in enumerate(workout.session.prescriptions):
        exercise = exercises.by_id(asked.exercise_id)
        told = athlete.one_rep_max(exercise.id)
        best = bests.get(exercise.id)
        broken = [
            one
            for done in workout.sets_of(index)
            for one in new_records(with_told(best, told, exercise, done.logged_at), done, exercise, body_g)
        ]
        if broken:
            found.append((exercise, max(broken, key=_weight)))
    return tuple(found)


def _weight(record: NewRecord) -> tuple[int, int]:
    """Which record of an exercise is told: the estimated maximum, else the load, else the reps."""
    rank = (RecordKind.REPS, RecordKind.LOAD, RecordKind.E1RM).index(record.kind)
    return rank, record.load.g if record.load else record.reps


def _next_time(athlete: Athlete, workout: Workout, closed: History, today: date) -> tuple[NextTime, ...]:
    """What each planned exercise of this workout asks the next time, by the same rules that plan it.

    On the day the next plan is for: the gate may have opened until then, an easy week go on.
    """
    if workout.session.is_free:
        return ()
    changes: list[NextTime] = []
    exercises, on = known_with(workout.own), next_date(athlete, closed, today)
    passed = trained_goal(athlete, athlete.wish, gate_today(athlete, closed, on, exercises)).goal
    easy = in_easy_week(closed, on)
    for index, asked in enumerate(workout.session.prescriptions):
        if not workout.sets_of(index) or asked.pained or asked.unasked:
            continue
        exercise = exercises.by_id(asked.exercise_id)
        goal = passed if passed is not None and asked.goal is Goal.FOUNDATION else asked.goal
        then = next_prescription(exercise, athlete, goal, closed, exercises, on)
        then = deloaded(then, exercise, athlete) if easy else then
        changes.append(NextTime(exercise, asked, then))
    return tuple(changes)
