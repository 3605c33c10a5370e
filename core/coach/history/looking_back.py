"""Workouts that have ended, looked at: pages of them, one opened, one of its sets. Reads only.

Changing them is `rewriting.py`, whole ones `whole_workouts.py`.
"""

from __future__ import annotations

from datetime import datetime

from core.coach.exercises import known_with
from core.coach.local_time import local_date, zone_of
from core.coach.past import title_of
from core.coach.totals import minutes_of, tonnage_of
from core.model.athlete import Athlete
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.past import PastCard, PastExerciseSets, PastPage, PastSet, PastTotals
from core.model.workout import LoggedSet, SetKind, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.past import past_set, past_workout_ids, sessions_of_day
from core.store.port import Tx
from core.store.workouts import load_workout, open_workout
from core.training.loads.loading import load_steps
from core.units import Load, Unit

A_PAGE = 5


def history_page(tx: Tx, athlete_id: int, page: int, now: datetime) -> PastPage | Unlogged:
    """One page of ended workouts, page 0 the newest; a page beyond the last is the last.

    `stranger` has not been asked anything yet, `nothing_trained` has no workout that ended,
    `first_one_runs` has sets in the one that still runs.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    ids = past_workout_ids(tx, athlete_id)
    if not ids:
        running = open_workout(tx, athlete_id)
        return Unlogged.of("first_one_runs" if running is not None and running.sets else "nothing_trained")
    pages = -(-len(ids) // A_PAGE)
    shown = min(max(page, 0), pages - 1)
    listed = ids[shown * A_PAGE : (shown + 1) * A_PAGE]
    workouts = [load_workout(tx, athlete_id, workout_id) for workout_id in listed]
    return PastPage(
        lines=tuple(totals_of(tx, athlete, workout) for workout in workouts if workout is not None),
        page=shown,
        pages=pages,
        workouts=len(ids),
        unit=athlete.unit or Unit.KG,
        today=local_date(athlete, now),
    )


def totals_of(tx: Tx, athlete: Athlete, workout: Workout) -> PastTotals:
    """What a workout comes to, of the sets that stand in it."""
    exercises = known_with(workout.own)
    work = [done for done in workout.sets if done.kind is not SetKind.WARM_UP]
    tonnage_g = sum(tonnage_of(done, exercises) for done in work)
    began_at = workout.opened_at.astimezone(zone_of(athlete)) if _looks_alike(tx, workout) else None
    return PastTotals(workout, len(work), tonnage_g, minutes_of(workout), began_at)


def _looks_alike(tx: Tx, workout: Workout) -> bool:
    """Whether another workout of that day is called the same."""
    called = title_of(workout.session)
    return any(
        other_id != workout.id and title_of(session) == called
        for other_id, session in sessions_of_day(tx, workout.athlete_id, workout.trained_on)
    )


def opened(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> PastCard | Unlogged:
    """One ended workout; `past_gone` for a deleted one or somebody else's, `past_open` while it goes on."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return Unlogged.of("past_gone")
    if workout.state is WorkoutState.OPEN:
        return Unlogged.of("past_open")
    return past_card_of(tx, athlete, workout, now)


def past_card_of(tx: Tx, athlete: Athlete, workout: Workout, now: datetime) -> PastCard:
    """Everything the page of one ended workout shows."""
    ids = past_workout_ids(tx, athlete.id)
    session, known = workout.session, known_with(workout.own)
    left_over = [place for place in range(len(session.prescriptions)) if place not in session.running_order]
    exercises = tuple(
        PastExerciseSets(place, known.by_id(session.prescriptions[place].exercise_id), sets)
        for place in (*session.running_order, *left_over)
        if (sets := workout.sets_of(place))
    )
    return PastCard(
        totals=totals_of(tx, athlete, workout),
        exercises=exercises,
        unit=athlete.unit or Unit.KG,
        today=local_date(athlete, now),
        page=ids.index(workout.id) // A_PAGE if workout.id in ids else 0,
    )


def opened_set(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> PastSet | Unlogged:
    """One set of an ended workout; `past_set_gone` when it was taken back or is somebody else's."""
    athlete, kept = load_athlete(tx, athlete_id), past_set(tx, athlete_id, set_id)
    if athlete is None or kept is None or not kept.stands or kept.done.kind is SetKind.WARM_UP:
        return Unlogged.of("past_set_gone")
    card = opened(tx, athlete_id, kept.done.workout_id, now)
    return card if isinstance(card, Unlogged) else set_in(card, athlete, kept.done)


def set_in(card: PastCard, athlete: Athlete, done: LoggedSet) -> PastSet:
    """One standing set within its workout."""
    line = card.at(done.exercise_index)
    assert line is not None
    lighter, heavier = _neighbours(line.exercise, athlete, done.load)
    number = [one.id for one in line.sets].index(done.id) + 1
    return PastSet(card, line.exercise, done, number, lighter, heavier)


def _neighbours(exercise: Exercise, athlete: Athlete, load: Load | None) -> tuple[Load | None, Load | None]:
    if load is None or not exercise.takes_load:
        return None, None
    steps = load_steps(exercise, athlete)
    return steps.next_down(load), steps.next_up(load)
