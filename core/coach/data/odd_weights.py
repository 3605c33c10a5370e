"""Weights of a file that are hardly so: a slip of the finger, or pounds that were taken for kilograms.

Nothing is left out for it: they are shown with their lines, and their owner decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from core.catalogue import Catalogue
from core.model.exercise import LoadMode
from core.model.imported import ImportedLog, ImportedSet
from core.model.importing import ImportedName, OddSet
from core.model.session import Measure
from core.model.workout import SetKind
from core.training.past.one_rep_max import estimate

FAR = 2.5  # times the median of the others of its exercise. Our choice: beyond it lie slips
FAR_ABOVE_MAX = 1.3  # times the 1RM that is known, as where one is told (`settings/known_maxima.py`)
# Heavier than anybody has lifted: 650 kg on a bar, 150 kg in a hand (ours, above every record there is).
_NOBODY_LIFTS = {
    LoadMode.TOTAL: 650_000,
    LoadMode.PER_HAND: 150_000,
    LoadMode.SINGLE: 250_000,
    LoadMode.ADDED: 250_000,
    LoadMode.ASSIST: 250_000,
}
_NO_MACHINE_HOLDS = 1_000_000
# What is lifted is the logged number alone, so that it can be held against a 1RM.
_SHOWS_A_MAX = (LoadMode.TOTAL, LoadMode.PER_HAND, LoadMode.SINGLE, LoadMode.STACK)


@dataclass(frozen=True, slots=True)
class _Limits:
    """Above which load in grams, and above which shown 1RM, a set of one exercise is hardly so."""

    load_g: float
    shown_g: float | None


def odd_sets(
    log: ImportedLog,
    names: Iterable[ImportedName],
    by_name: Mapping[str, list[ImportedSet]],
    exercises: Catalogue,
    maxima: Mapping[str, int],
) -> list[OddSet]:
    """The sets that can hardly be, in the order of the file. `maxima` are known 1RMs in grams by exercise.

    `names` are all of the file, `by_name` their sets.
    """
    limits = {one.name: _limits(one, by_name[one.name], exercises, maxima) for one in names}
    found = [
        OddSet(one.line, one.exercise, workout.started_at.date(), one.load, one.reps)
        for workout in log.workouts
        for one in workout.sets
        if one.load is not None and _is_odd(one, limits[one.exercise])
    ]
    return sorted(found, key=lambda odd: odd.line)


def _limits(
    name: ImportedName, sets: list[ImportedSet], exercises: Catalogue, maxima: Mapping[str, int]
) -> _Limits:
    exercise = exercises.get(name.choice)
    mode = exercise.load_mode if exercise else None
    nobody = _NOBODY_LIFTS.get(mode, _NO_MACHINE_HOLDS) if mode else _NO_MACHINE_HOLDS
    work = sorted(one.load.g for one in sets if one.load is not None and one.kind is not SetKind.WARM_UP)
    # Without the heaviest, which is the one in question.
    usual = median(work[:-1]) * FAR if len(work) > 1 else nobody
    known = maxima.get(name.choice) if mode in _SHOWS_A_MAX else None
    return _Limits(min(usual or nobody, nobody), None if known is None else known * FAR_ABOVE_MAX)


def _is_odd(one: ImportedSet, limits: _Limits) -> bool:
    assert one.load is not None
    if one.load.g > limits.load_g:
        return True
    if limits.shown_g is None or one.measure is not Measure.REPS:
        return False
    shown = estimate(one.load, one.reps) or one.load
    return shown.g > limits.shown_g
