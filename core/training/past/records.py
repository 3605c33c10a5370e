"""Records: the best an athlete has done in each exercise, and which of them a new set beats.

The running estimate that plans are made of is not here: see `one_rep_max.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.model.athlete import OneRepMax, Provenance
from core.model.exercise import Exercise
from core.model.history import History
from core.model.outcomes import NewRecord, RecordKind
from core.model.session import Measure
from core.model.workout import LoggedSet, SetKind
from core.training.past.bodyweight import lifted_g
from core.training.past.one_rep_max import Confidence, confidence, estimate
from core.units import Load


@dataclass(frozen=True, slots=True)
class Best:
    """The best of one exercise. `loads` is the heaviest logged load by reps done, fewest reps first.

    `e1rm` counts body mass where it is lifted along; None when no set up to 10 reps had a load.
    `reps` is the most reps, seconds or metres without any load or help.
    """

    e1rm: Load | None = None
    loads: Mapping[int, Load] = field(default_factory=dict)
    reps: int | None = None

    def load_for(self, reps: int) -> Load | None:
        """The heaviest load done for `reps` or more: 5 at 100 kg are 3 at 100 kg as well."""
        return max((load for done, load in self.loads.items() if done >= reps), default=None)


def records(
    sets: History | Iterable[LoggedSet],
    catalogue: Mapping[str, Exercise],
    bodyweight_g: int | None = None,
) -> dict[str, Best]:
    """The best of every exercise by its id, from logged sets in any order or a whole history.

    Warm-ups and sets of unknown exercises are left out. Without a body mass, pull-ups and dips
    have no e1RM, only loads and reps.
    """
    bests: dict[str, Best] = {}
    for done in _sets_of(sets):
        exercise = catalogue.get(done.exercise_id)
        if exercise is not None and done.kind is not SetKind.WARM_UP:
            best = bests.get(exercise.id, Best())
            bests[exercise.id] = _with(best, done, exercise, bodyweight_g)
    return bests


def new_records(
    before: Best | None, done: LoggedSet, exercise: Exercise, bodyweight_g: int | None = None
) -> tuple[NewRecord, ...]:
    """The records a set breaks, the e1RM first; empty for a warm-up and for an exercise's first set ever.

    A load is a record at its reps only if nothing as heavy was done for as many reps or more.
    """
    if before is None or done.kind is SetKind.WARM_UP or done.reps < 1:
        return ()
    found = []
    shown = e1rm_of(done, exercise, bodyweight_g)
    if shown is not None and before.e1rm is not None and shown > before.e1rm:
        found.append(NewRecord(exercise.id, RecordKind.E1RM, done.reps, shown, before.e1rm))
    if done.load is not None and exercise.takes_load:
        standing = before.load_for(done.reps) or before.load_for(1)  # heavier than any, and for more reps
        if standing is not None and done.load > standing:
            found.append(NewRecord(exercise.id, RecordKind.LOAD, done.reps, done.load, standing))
    elif before.reps is not None and done.reps > before.reps:
        found.append(NewRecord(exercise.id, RecordKind.REPS, done.reps, reps_before=before.reps))
    return tuple(found)


def with_told(
    best: Best | None,
    told: OneRepMax | None,
    exercise: Exercise,
    at: datetime,
    today: Iterable[LoggedSet] = (),
) -> Best | None:
    """The best with a maximum its lifter told before `at` as the heaviest single: more than it is a record.

    It is what the lifter could do once, so light sets logged since are no mark for an estimate to beat.

    Not an old or guessed maximum, nor one that counts the body in, nor what is only reckoned. `today` are the
    sets before it of an exercise that was never done: the heaviest of them has to be beaten as well.
    """
    if told is None or told.provenance not in (Provenance.TESTED, Provenance.STATED):
        return best
    if not told.is_recent or told.known_at > at or exercise.moves_body:
        return best
    if best is None:
        return Best(loads={1: max((told.load, *(one.load for one in today if one.load is not None)))})
    single = max(told.load, best.load_for(1) or told.load)
    shown = max(told.load, best.e1rm or told.load)
    return replace(best, loads=dict(sorted({**best.loads, 1: single}.items())), e1rm=shown)


def e1rm_of(done: LoggedSet, exercise: Exercise, bodyweight_g: int | None = None) -> Load | None:
    """The 1RM a set shows, body mass included where it is lifted along; None when unloaded.

    None above 10 reps, those in reserve counted where they were said: 11 and 12 estimate too loosely to
    be held up as the best. Source: training.md 3.4.
    """
    if not exercise.takes_load or done.measure is not Measure.REPS:
        return None
    if confidence(done.reps, done.reserve or 0) is not Confidence.SURE:
        return None
    grams = lifted_g(exercise, done.load, bodyweight_g)
    if grams is None or grams <= 0:
        return None
    known = done.load
    return estimate(Load(grams, known.unit) if known else Load.kg(grams / 1000), done.reps, done.reserve or 0)


def _with(best: Best, done: LoggedSet, exercise: Exercise, bodyweight_g: int | None) -> Best:
    if done.reps < 1:
        return best
    shown = e1rm_of(done, exercise, bodyweight_g)
    if shown is not None and (best.e1rm is None or shown > best.e1rm):
        best = replace(best, e1rm=shown)
    if done.load is None or not exercise.takes_load:
        return replace(best, reps=max(best.reps or 0, done.reps))
    standing = best.loads.get(done.reps)
    if standing is not None and standing >= done.load:
        return best
    loads = dict(sorted({**best.loads, done.reps: done.load}.items()))
    return replace(best, loads=loads)


def _sets_of(sets: History | Iterable[LoggedSet]) -> Iterable[LoggedSet]:
    if not isinstance(sets, History):
        return sets
    return (done for workout in sets.workouts for past in workout.exercises for done in past.sets)
