"""An exercise that was trained but never logged: put into a workout that has ended, by words.

What was done is what was wanted: nobody asked for it, so nothing was missed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.history.looking_back import opened
from core.coach.history.rewriting import MOST_SETS_OF_EXERCISE, past_changed
from core.coach.menus import await_words
from core.coach.own_names import LONGEST_NAME
from core.coach.workout.asked import entry_of
from core.model.awaited import Awaited
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.past import PastCard
from core.model.session import Prescription, Session
from core.model.workout import Entry, LoggedSet, SetKind, Workout
from core.store.athletes import load_athlete
from core.store.awaited import drop_awaited
from core.store.logged_sets import add_sets
from core.store.port import Tx
from core.store.workouts import keep_session
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit

MOST_EXERCISES = 20
REST_S = 90


def ask_exercise(
    tx: Tx, athlete_id: int, workout_id: int, waits: Awaited, now: datetime
) -> PastCard | Unlogged:
    """An exercise and its sets are waited for, to be put into an ended workout."""
    card = opened(tx, athlete_id, workout_id, now)
    if isinstance(card, PastCard) and not tx.repeat:
        await_words(tx, athlete_id, waits)
    return card


def add_exercise(
    tx: Tx, athlete_id: int, workout_id: int, words: str, typed: tuple[int, int], now: datetime
) -> PastCard | Unlogged:
    """`squat 3x5x100` into an ended workout; of an exercise it has, the sets come behind those that stand.

    `late_unread`: no exercise with whole sets. `no_such_exercise`, `past_full` and the rest as elsewhere.
    """
    card, athlete = opened(tx, athlete_id, workout_id, now), load_athlete(tx, athlete_id)
    if isinstance(card, Unlogged) or athlete is None or tx.repeat:
        return card
    reading = read_set(words, None, athlete.unit or Unit.KG)
    if not isinstance(reading, said.Named):
        return Unlogged.of("late_unread")
    exercise = resolve(reading.exercise[:LONGEST_NAME], exercises_of(tx, athlete_id))
    if exercise is None:
        return Unlogged.of("no_such_exercise", name=reading.exercise[:LONGEST_NAME])
    entries = _entries(exercise, reading.sets_text, athlete.unit or Unit.KG)
    if not entries:
        return Unlogged.of("late_unread")
    refused = _put(tx, card.workout, exercise, entries, typed)
    if refused is not None:
        return refused
    past_changed(tx, athlete_id, card.workout, now)
    drop_awaited(tx, athlete_id)
    return opened(tx, athlete_id, workout_id, now)


def _entries(exercise: Exercise, sets_text: str, unit: Unit) -> tuple[Entry, ...]:
    """Whole work sets a text says of an exercise; empty for anything else."""
    body = exercise.by_body
    asked = said.Asked(
        takes_load=exercise.takes_load,
        measure=exercise.measure,
        measured=True,
        bodyweight=body,
    )
    reading = read_set(sets_text, asked, unit)
    if not isinstance(reading, said.Sets):
        return ()
    entries = tuple(entry_of(asked, typed) for typed in reading.entries)
    lacks = exercise.takes_load and not body
    whole = all(one.kind is not SetKind.WARM_UP and not (lacks and one.load is None) for one in entries)
    return entries if whole else ()


def _put(
    tx: Tx, workout: Workout, exercise: Exercise, entries: tuple[Entry, ...], typed: tuple[int, int]
) -> Unlogged | None:
    """Keep sets in a workout, at the time of its last one; None when they are kept."""
    session = workout.session
    places = [at for at, asked in enumerate(session.prescriptions) if asked.exercise_id == exercise.id]
    place = places[0] if places else len(session.prescriptions)
    taken = {done.set_number for done in workout.sets_of(place)}
    if len(taken) + len(entries) > MOST_SETS_OF_EXERCISE or place >= MOST_EXERCISES:
        return Unlogged.of("past_full")
    if not places:
        keep_session(tx, workout.id, _grown(session, exercise, entries))
    free = [number for number in range(1, 2 * MOST_SETS_OF_EXERCISE) if number not in taken]
    at = max((done.logged_at for done in workout.sets), default=workout.opened_at)
    sets = [
        LoggedSet(
            id=0,
            workout_id=workout.id,
            exercise_id=exercise.id,
            exercise_index=place,
            set_number=number,
            kind=entry.kind,
            load=entry.load,
            reps=entry.reps,
            logged_at=at,
            rir=entry.rir,
            measure=exercise.measure,
            sides=entry.sides,
        )
        for number, entry in zip(free, entries, strict=False)
    ]
    add_sets(tx, workout.athlete_id, sets, typed=typed)
    return None


def _grown(session: Session, exercise: Exercise, entries: tuple[Entry, ...]) -> Session:
    """The session with one more exercise behind it, asked for just as it was done."""
    asked = Prescription(
        exercise_id=exercise.id,
        goal=session.goal,
        sets=len(entries),
        reps=min(one.reps for one in entries),
        rest_s=REST_S,
        load=entries[0].load,
        measure=exercise.measure,
    )
    order = (*session.running_order, len(session.prescriptions))
    return replace(session, prescriptions=(*session.prescriptions, asked), order=order)
