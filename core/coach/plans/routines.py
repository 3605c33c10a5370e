"""Saved routines: any workout saved as one, all of them listed, renamed, deleted and taken back.

What is in one is changed by `routine_editing.py`; planning it is `routine_planning.py`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from core.catalogue import Catalogue
from core.catalogue.names import folded
from core.coach.exercises import exercises_of
from core.coach.menus import waits_for
from core.model.awaited import Awaited
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.routine import Routine, RoutineExercise
from core.model.workout import Workout
from core.store.athletes import load_athlete
from core.store.awaited import drop_awaited
from core.store.port import Tx
from core.store.routines import (
    add_routine,
    delete_routine,
    deleted_routine,
    keep_routine,
    restore_routine,
    routine_of,
    routines_of,
)
from core.store.workouts import load_workout

MOST_ROUTINES = 30
MOST_IN_ROUTINE = 12
LONGEST_NAME = 40
LOOKED_AT = 400  # characters of a message that a name may hide in


@dataclass(frozen=True, slots=True)
class RoutineCard:
    """A routine with the exercises it names; those that are no longer known are left out."""

    routine: Routine
    exercises: tuple[Exercise, ...]


def clean_name(text: str) -> str | None:
    """A name as it is kept: one line of at most 40 characters, nothing invisible; None for nothing to see."""
    seen = "".join(
        " " if unicodedata.category(sign)[0] in "CZ" else sign
        for sign in unicodedata.normalize("NFC", text[:LOOKED_AT])
    )
    return " ".join(seen.split())[:LONGEST_NAME].strip() or None


def routine_card_of(routine: Routine, exercises: Catalogue) -> RoutineCard:
    """A routine as it is shown, without exercises nobody knows any more."""
    known = tuple(one for one in routine.exercises if one.exercise_id in exercises)
    whole = Routine(routine.id, routine.name, known)
    return RoutineCard(whole, tuple(exercises[one.exercise_id] for one in known))


def listed(tx: Tx, athlete_id: int) -> tuple[Routine, ...] | Unlogged:
    """All routines, by name; `stranger` has not been asked anything yet. Reads only."""
    if load_athlete(tx, athlete_id) is None:
        return Unlogged.of("stranger")
    return tuple(sorted(routines_of(tx, athlete_id), key=lambda one: folded(one.name)))


def opened(tx: Tx, athlete_id: int, routine_id: int) -> RoutineCard | Unlogged:
    """One routine; `no_routine` for one that is deleted or somebody else's. No menu waits for words."""
    routine = routine_of(tx, athlete_id, routine_id)
    if routine is None:
        return Unlogged.of("no_routine")
    if not tx.repeat:
        drop_awaited(tx, athlete_id)
    return routine_card_of(routine, exercises_of(tx, athlete_id))


def savable(tx: Tx, athlete_id: int, workout_id: int) -> Workout | Unlogged:
    """A workout that can be saved; `gone` for another's, `nothing_in_it` without a set. Reads only."""
    workout = load_workout(tx, athlete_id, workout_id)
    if workout is None:
        return Unlogged.of("gone")
    return workout if exercises_in(workout) else Unlogged.of("nothing_in_it")


def await_name(tx: Tx, athlete_id: int, waits: Awaited) -> None:
    """The name of a workout to be saved was asked for in the message that `waits` says."""
    waits_for(tx, athlete_id, waits)


def exercises_in(workout: Workout) -> tuple[RoutineExercise, ...]:
    """What was trained, at most twelve, in the order it was done; supersets stay pairs."""
    session = workout.session
    done = [session.prescriptions[place] for place in session.running_order if workout.sets_of(place)]
    kept: dict[str, RoutineExercise] = {}
    for asked in done:
        kept.setdefault(asked.exercise_id, RoutineExercise(asked.exercise_id, pair=asked.superset))
    return in_pairs(tuple(kept.values())[:MOST_IN_ROUTINE])


def in_pairs(exercises: tuple[RoutineExercise, ...]) -> tuple[RoutineExercise, ...]:
    """The same exercises, each pair two neighbours with a number; what lost its partner stands alone."""
    told: list[RoutineExercise] = []
    number = 0
    for one in exercises:
        before = told[-1] if told else None
        joins = before is not None and one.pair is not None and before.pair == one.pair and not _closed(told)
        told.append(one)
        if joins:
            number += 1
            told[-2:] = [_with_pair(each, -number) for each in told[-2:]]
    return tuple(_with_pair(one, None if one.pair is None or one.pair >= 0 else -one.pair) for one in told)


def _closed(told: list[RoutineExercise]) -> bool:
    return told[-1].pair is not None and told[-1].pair < 0


def _with_pair(one: RoutineExercise, pair: int | None) -> RoutineExercise:
    return RoutineExercise(one.exercise_id, one.sets, one.reps, pair)


def save_workout(
    tx: Tx, athlete_id: int, workout_id: int, name: str, now: datetime
) -> RoutineCard | Unlogged:
    """Save what a workout held under a name.

    `no_routine_name`: nothing to see in it. `name_taken`: another routine is called so.
    `routines_full`: there are thirty. `gone` and `nothing_in_it` as `savable`.
    """
    workout = savable(tx, athlete_id, workout_id)
    if isinstance(workout, Unlogged):
        return workout
    return save(tx, athlete_id, name, exercises_in(workout), now)


def save(
    tx: Tx, athlete_id: int, name: str, exercises: tuple[RoutineExercise, ...], now: datetime
) -> RoutineCard | Unlogged:
    """Keep exercises as a new routine; refusals as `save_workout`. A repeated update keeps nothing twice."""
    cleaned, own = clean_name(name), routines_of(tx, athlete_id)
    if cleaned is None:
        return Unlogged.of("no_routine_name")
    taken = next((one for one in own if folded(one.name) == folded(cleaned)), None)
    if tx.repeat:
        # A name that was free then is taken now: what this update kept is the newest one.
        kept = taken or max(own, key=lambda one: one.id, default=None)
        return routine_card_of(kept, exercises_of(tx, athlete_id)) if kept else Unlogged.of("no_routine")
    if taken is not None:
        return Unlogged.of("name_taken", name=taken.name)
    if len(own) >= MOST_ROUTINES:
        return Unlogged.of("routines_full", most=MOST_ROUTINES)
    drop_awaited(tx, athlete_id)
    return routine_card_of(add_routine(tx, athlete_id, cleaned, exercises, now), exercises_of(tx, athlete_id))


def free_name(tx: Tx, athlete_id: int, name: str) -> str:
    """A name nobody else of theirs has: the wished one, or with the first number that is free behind it."""
    taken = {folded(one.name) for one in routines_of(tx, athlete_id)}
    numbered = (f"{name[: LONGEST_NAME - 3]} {number}" for number in range(2, MOST_ROUTINES + 3))
    return next(one for one in (name, *numbered) if folded(one) not in taken)


def ask_words(tx: Tx, athlete_id: int, routine_id: int, waits: Awaited) -> RoutineCard | Unlogged:
    """A routine's new name, or an exercise to add, is asked for; `no_routine` as `opened`."""
    routine = routine_of(tx, athlete_id, routine_id)
    if routine is None:
        return Unlogged.of("no_routine")
    waits_for(tx, athlete_id, waits)
    return routine_card_of(routine, exercises_of(tx, athlete_id))


def rename(tx: Tx, athlete_id: int, routine_id: int, name: str, now: datetime) -> RoutineCard | Unlogged:
    """Give a routine another name; `no_routine_name`, `name_taken` and `no_routine` as elsewhere."""
    routine, cleaned = routine_of(tx, athlete_id, routine_id), clean_name(name)
    if routine is None:
        return Unlogged.of("no_routine")
    if cleaned is None:
        return Unlogged.of("no_routine_name")
    others = (one for one in routines_of(tx, athlete_id) if one.id != routine_id)
    if any(folded(one.name) == folded(cleaned) for one in others):
        return Unlogged.of("name_taken", name=cleaned)
    renamed = Routine(routine.id, cleaned, routine.exercises)
    if not tx.repeat:
        keep_routine(tx, athlete_id, renamed, now)
        drop_awaited(tx, athlete_id)
    return routine_card_of(renamed, exercises_of(tx, athlete_id))


def delete(tx: Tx, athlete_id: int, routine_id: int, now: datetime) -> str | Unlogged:
    """Delete a routine; its name. It can be taken back until another is deleted."""
    routine = routine_of(tx, athlete_id, routine_id)
    if tx.repeat:
        routine = deleted_routine(tx, athlete_id, routine_id) or routine
        return routine.name if routine else Unlogged.of("no_routine")
    if routine is None:
        return Unlogged.of("no_routine")
    delete_routine(tx, athlete_id, routine_id, now)
    drop_awaited(tx, athlete_id)
    return routine.name


def restore(tx: Tx, athlete_id: int, routine_id: int) -> RoutineCard | Unlogged:
    """Take a deletion back; `no_routine`: gone for good, `routines_full`: its place is taken."""
    standing = routine_of(tx, athlete_id, routine_id)
    if standing is None and len(routines_of(tx, athlete_id)) >= MOST_ROUTINES:
        return Unlogged.of("routines_full", most=MOST_ROUTINES)
    if standing is None:
        restore_routine(tx, athlete_id, routine_id)
    return opened(tx, athlete_id, routine_id)
