"""What is in a routine: exercises added, removed, moved, paired, with sets and reps of the athlete's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.catalogue.search import find
from core.coach.exercises import exercises_of
from core.coach.plans.routines import MOST_IN_ROUTINE, RoutineCard, in_pairs, routine_card_of
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.routine import Routine, RoutineExercise
from core.store.port import Tx
from core.store.routines import keep_routine, routine_of

MOST_SETS, MOST_REPS = 10, 30
FIRST_SETS, FIRST_REPS = 3, 10
OFFERED = 6
LONGEST_SEARCH = 100
_NEW_PAIR = 0


class RoutineChange(StrEnum):
    """One tap's change to an exercise of a routine."""

    UP = "up"
    DOWN = "down"
    PAIR = "pair"
    APART = "apart"
    MORE_SETS = "sets+"
    FEWER_SETS = "sets-"
    MORE_REPS = "reps+"
    FEWER_REPS = "reps-"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Edited:
    """A routine after a change; `place` is where the exercise stands now, None when it was removed."""

    card: RoutineCard
    place: int | None


@dataclass(frozen=True, slots=True)
class Offered:
    """Exercises some words could mean, to be put into a routine; empty when none is near."""

    routine: Routine
    words: str
    exercises: tuple[Exercise, ...]


def change(
    tx: Tx, athlete_id: int, routine_id: int, place: int, exercise_id: str, wish: RoutineChange, now: datetime
) -> Edited | Unlogged:
    """Change one exercise of a routine, named by place *and* id, so that an old button moves nothing else.

    `no_routine`; `routine_moved` when another stands there by now; `last_in_routine`: one stays.
    """
    routine = routine_of(tx, athlete_id, routine_id)
    if routine is None:
        return Unlogged.of("no_routine")
    exercises = exercises_of(tx, athlete_id)
    shown = routine_card_of(routine, exercises).routine
    if tx.repeat:
        found = next((at for at, one in enumerate(shown.exercises) if one.exercise_id == exercise_id), None)
        return Edited(routine_card_of(shown, exercises), found)
    if not stands_at(shown, place, exercise_id):
        return Unlogged.of("routine_moved")
    if wish is RoutineChange.REMOVE and len(shown.exercises) == 1:
        return Unlogged.of("last_in_routine")
    changed, now_at = _CHANGES[wish](list(shown.exercises), place)
    after = replace(shown, exercises=in_pairs(tuple(changed)))
    if after != routine:
        keep_routine(tx, athlete_id, after, now)
    return Edited(routine_card_of(after, exercises), now_at)


def stands_at(routine: Routine, place: int, exercise_id: str) -> bool:
    """Whether an exercise still stands where a button says."""
    exercises = routine.exercises
    return 0 <= place < len(exercises) and exercises[place].exercise_id == exercise_id


_Changed = tuple[list[RoutineExercise], int | None]


def _moved(by: int) -> Callable[[list[RoutineExercise], int], _Changed]:
    def move(exercises: list[RoutineExercise], place: int) -> _Changed:
        other = place + by
        if not 0 <= other < len(exercises):
            return exercises, place
        exercises[place], exercises[other] = exercises[other], exercises[place]
        return exercises, other

    return move


def _pair(exercises: list[RoutineExercise], place: int) -> _Changed:
    """With the next one, the last with the one before; whoever was paired with either stands alone then."""
    first = min(place, len(exercises) - 2)
    if first < 0:
        return exercises, place
    gone = {exercises[at].pair for at in (first, first + 1)} - {None}
    told = [replace(one, pair=None) if one.pair in gone else one for one in exercises]
    told[first : first + 2] = [replace(one, pair=_NEW_PAIR) for one in told[first : first + 2]]
    return told, place


def _apart(exercises: list[RoutineExercise], place: int) -> _Changed:
    pair = exercises[place].pair
    return [replace(one, pair=None) if one.pair == pair else one for one in exercises], place


def _sets(by: int) -> Callable[[list[RoutineExercise], int], _Changed]:
    def count(exercises: list[RoutineExercise], place: int) -> _Changed:
        one = exercises[place]
        sets = FIRST_SETS if one.sets is None else one.sets + by
        exercises[place] = replace(one, sets=min(sets, MOST_SETS) if sets > 0 else None)
        return exercises, place

    return count


def _reps(by: int) -> Callable[[list[RoutineExercise], int], _Changed]:
    def count(exercises: list[RoutineExercise], place: int) -> _Changed:
        one = exercises[place]
        reps = FIRST_REPS if one.reps is None else one.reps + by
        exercises[place] = replace(one, reps=min(reps, MOST_REPS) if reps > 0 else None)
        return exercises, place

    return count


def _removed(exercises: list[RoutineExercise], place: int) -> _Changed:
    return exercises[:place] + exercises[place + 1 :], None


_CHANGES: dict[RoutineChange, Callable[[list[RoutineExercise], int], _Changed]] = {
    RoutineChange.UP: _moved(-1),
    RoutineChange.DOWN: _moved(1),
    RoutineChange.PAIR: _pair,
    RoutineChange.APART: _apart,
    RoutineChange.MORE_SETS: _sets(1),
    RoutineChange.FEWER_SETS: _sets(-1),
    RoutineChange.MORE_REPS: _reps(1),
    RoutineChange.FEWER_REPS: _reps(-1),
    RoutineChange.REMOVE: _removed,
}


def offered(tx: Tx, athlete_id: int, routine_id: int, words: str) -> Offered | Unlogged:
    """Exercises that typed words could mean, own ones too; those in the routine already are left out."""
    routine = routine_of(tx, athlete_id, routine_id)
    if routine is None:
        return Unlogged.of("no_routine")
    held = {one.exercise_id for one in routine.exercises}
    asked = " ".join(words.split())[:LONGEST_SEARCH]
    near = [match.exercise for match in find(asked, OFFERED + len(held), exercises_of(tx, athlete_id))]
    return Offered(routine, asked, tuple(one for one in near if one.id not in held)[:OFFERED])


def add(tx: Tx, athlete_id: int, routine_id: int, exercise_id: str, now: datetime) -> RoutineCard | Unlogged:
    """Put an exercise at the end; one that is there stays. `routine_full` at twelve, or `no_exercise`."""
    routine, exercises = routine_of(tx, athlete_id, routine_id), exercises_of(tx, athlete_id)
    if routine is None:
        return Unlogged.of("no_routine")
    if exercise_id not in exercises:
        return Unlogged.of("no_exercise")
    if any(one.exercise_id == exercise_id for one in routine.exercises):
        return routine_card_of(routine, exercises)
    if len(routine.exercises) >= MOST_IN_ROUTINE:
        return Unlogged.of("routine_full", most=MOST_IN_ROUTINE)
    after = replace(routine, exercises=(*routine.exercises, RoutineExercise(exercise_id)))
    keep_routine(tx, athlete_id, after, now)
    return routine_card_of(after, exercises)
