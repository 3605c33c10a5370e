"""Records by exercise and number of reps. Derived from the sets that stand; reads only.

Which new set breaks one is told in the workout itself (`core/training/past/records.py`); the 1RM that plans
are made of is `settings/known_maxima.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.coach.exercises import done_and_meant, exercises_of
from core.coach.own_names import LONGEST_NAME
from core.model.athlete import Provenance
from core.model.bests import Bests, DatedSet, RecordList
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.workout import LoggedSet
from core.store import progress as kept
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.training.past.one_rep_max import SHOWN_ERROR
from core.training.past.records import e1rm_of

A_PAGE = 6


def records_named(tx: Tx, athlete_id: int, words: str) -> RecordList | Bests | Unlogged:
    """`/records bench`: that exercise; without words the first page of all.

    `stranger` has not been asked anything yet, `nothing_trained` has logged nothing, `no_such_exercise` is a
    name that means nothing, `never_trained` an exercise without a set.
    """
    if not words:
        return record_page(tx, athlete_id, 0)
    exercises, name = exercises_of(tx, athlete_id), " ".join(words.split())[:LONGEST_NAME]
    chosen = done_and_meant(name, exercises, set(kept.exercises_since(tx, athlete_id, date.min)))
    if chosen is None:
        return Unlogged.of("no_such_exercise", name=name)
    return records_of(tx, athlete_id, chosen.id)


def record_page(tx: Tx, athlete_id: int, page: int) -> RecordList | Unlogged:
    """The bests of six exercises, those trained in most workouts first; a page there is not is the last."""
    athlete, exercises = load_athlete(tx, athlete_id), exercises_of(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    trained = [exercises[one] for one in kept.exercises_since(tx, athlete_id, date.min) if one in exercises]
    if not trained:
        return Unlogged.of("nothing_trained")
    pages = -(-len(trained) // A_PAGE)
    shown = min(max(page, 0), pages - 1)
    listed = trained[shown * A_PAGE : (shown + 1) * A_PAGE]
    bests = tuple(
        _bests(one, kept.first_sets_by_day(tx, athlete_id, one.id), athlete.bodyweight_g) for one in listed
    )
    return RecordList(bests, shown, pages)


def records_of(tx: Tx, athlete_id: int, exercise_id: str) -> Bests | Unlogged:
    """All records of one exercise; `no_exercise` for one they do not have, `never_trained` without a set."""
    athlete = load_athlete(tx, athlete_id)
    exercise = exercises_of(tx, athlete_id).get(exercise_id)
    if athlete is None or exercise is None:
        return Unlogged.of("stranger" if athlete is None else "no_exercise")
    days = kept.first_sets_by_day(tx, athlete_id, exercise_id)
    if not days:
        return Unlogged.of("never_trained", exercise=exercise)
    return _bests(exercise, days, athlete.bodyweight_g)


def _bests(exercise: Exercise, days: Sequence[tuple[date, LoggedSet]], body_g: int | None) -> Bests:
    sets = [DatedSet(day, done) for day, done in days if done.reps > 0]
    estimated = [(load, one) for one in sets if (load := e1rm_of(one.done, exercise, body_g)) is not None]
    if not estimated:
        return Bests(exercise, unbeaten(sets))
    # Of several that show the same, the first one set it.
    load, shown_by = max(estimated, key=lambda one: one[0].g)
    tested = shown_by.done.reps == 1 and not shown_by.done.reserve
    error = SHOWN_ERROR[Provenance.TESTED if tested else Provenance.ESTIMATED]
    return Bests(exercise, unbeaten(sets), load, error, shown_by)


def unbeaten(sets: Sequence[DatedSet]) -> tuple[DatedSet, ...]:
    """The sets that no other one beats in load and reps at once, fewest reps first.

    90 kg × 5 hides 90 kg × 4 and 85 kg × 5. Of equal ones the first stands, for it set the record.
    """
    found: list[DatedSet] = []
    for one in sorted(sets, key=lambda one: (-one.done.reps, -_weight(one.done), one.trained_on)):
        if not found or _weight(one.done) > _weight(found[-1].done):
            found.append(one)
    return tuple(reversed(found))


def _weight(done: LoggedSet) -> int:
    """Grams that count: help makes a set lighter, the body alone is nothing added."""
    return 0 if done.load is None else done.load.g
