"""What to do where no maximum is known: one hop from a known lift, or loads to try, never an invented one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from core.model.athlete import Athlete, Freshness, Level, OneRepMax, Provenance
from core.model.exercise import Exercise, LoadMode
from core.training.loads.loading import load_steps
from core.training.loads.steps import LoadSteps
from core.units import Load, Unit

SAFETY = 0.90  # training.md 5.8
OFFERED = 5
# StrengthLevel's beginner ratio to body mass, the lower of its two, for nobody is asked their sex.
BEGINNER_RATIO = {
    "bench_press": 0.30,
    "back_squat": 0.50,
    "deadlift": 0.75,
    "overhead_press": 0.25,
    "barbell_row": 0.30,
}
_SPREAD = {Level.BEGINNER: (1.0, 1.25, 1.5, 2.0, 2.5)}
_WIDE_SPREAD = (1.0, 1.5, 2.0, 3.0, 4.0)
# Where trying begins when body mass tells nothing, in hundredths (kg, lb). Source: ours.
_FIRST_TRY = {
    LoadMode.PER_HAND: (400, 1000),
    LoadMode.SINGLE: (800, 1500),
    LoadMode.STACK: (1000, 2000),
    LoadMode.PLATES: (2000, 4500),
    LoadMode.TOTAL: (0, 0),
}


def working_max(
    exercise: Exercise, athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> tuple[OneRepMax, ...] | None:
    """The maximum to reckon with: (the known one,), or (0.9 × ratio, the lift it is taken from), or None.

    Ratios run one hop and forward only, from a lift whose maximum is known itself; a ratio without
    any basis gives none. Source: training.md 5.8, 8.
    """
    known = athlete.one_rep_max(exercise.id)
    if known is not None:
        return (known,) if known.load.g > 0 else None
    reference = _reference(exercise, athlete, catalogue)
    if reference is None or (load := _by_ratio(exercise, reference)).g <= 0:
        return None
    derived = replace(
        reference,
        exercise_id=exercise.id,
        load=load,
        provenance=Provenance.RATIO,
        freshness=Freshness.GUESS,
    )
    return derived, reference


def working_load(exercise: Exercise, athlete: Athlete, catalogue: Mapping[str, Exercise]) -> Load | None:
    """The load of `working_max` alone, for those who ask of every exercise of the catalogue."""
    known = athlete.one_rep_max(exercise.id)
    if known is not None:
        load = known.load
    else:
        reference = _reference(exercise, athlete, catalogue)
        if reference is None:
            return None
        load = _by_ratio(exercise, reference)
    return load if load.g > 0 else None


def _reference(
    exercise: Exercise, athlete: Athlete, catalogue: Mapping[str, Exercise]
) -> OneRepMax | None:
    """The maximum one hop away, None where no ratio leads to it."""
    lift = exercise.ref_lift
    if lift is None or exercise.ratio is None or exercise.ratio_basis == "N" or lift not in catalogue:
        return None
    return athlete.one_rep_max(lift)


def _by_ratio(exercise: Exercise, reference: OneRepMax) -> Load:
    return Load(round(reference.load.g * (exercise.ratio or 0.0) * SAFETY), reference.load.unit)


def loads_to_try(
    exercise: Exercise, athlete: Athlete, around: Load | None = None, *, light: bool = False
) -> tuple[Load, ...]:
    """Five loads to choose from where none is known, lightest first; fewer where fewer exist.

    A bar begins empty, or at half the beginner's ratio to body mass if that is more; `around` is a
    load of easier training to begin from instead, `light` spreads them as for beginners: fast reps need
    no more. Empty for what takes no load. Source: 5.8 (ours).
    """
    if not exercise.takes_load:
        return ()
    steps = load_steps(exercise, athlete)
    level = Level.BEGINNER if light else athlete.level
    spread = _SPREAD.get(level or Level.BEGINNER, _WIDE_SPREAD)
    if exercise.moves_body:
        return _with_body(steps)
    if around is not None and around.g > 0:
        return _spread(steps, around.g, (0.8, 0.9, 1.0, 1.1, 1.2))
    return _spread(steps, _first_try_g(exercise, athlete, steps), spread)


def _first_try_g(exercise: Exercise, athlete: Athlete, steps: LoadSteps) -> int:
    at_least = steps.grams[0]
    ratio = BEGINNER_RATIO.get(exercise.id)
    if ratio is not None and athlete.bodyweight_g is not None:
        return max(at_least, round(athlete.bodyweight_g * ratio / 2))
    if exercise.uses_bar and athlete.rack is None and athlete.gear is None:
        return Load.of(20 if steps.unit is Unit.KG else 45, steps.unit).g
    kg, lb = _FIRST_TRY.get(exercise.load_mode, (0, 0))
    return max(at_least, Load.of_hundredths(kg if steps.unit is Unit.KG else lb, steps.unit).g)


@lru_cache(maxsize=512)
def _spread(steps: LoadSteps, base_g: int, spread: tuple[float, ...]) -> tuple[Load, ...]:
    """Distinct loadable loads near these multiples of the base, the next heavier where two fall together."""
    found: list[Load] = []
    for factor in spread:
        load: Load | None = steps.nearest(Load(round(base_g * factor), steps.unit))
        if found and load is not None and load.g <= found[-1].g:
            load = steps.next_up(found[-1])
        if load is not None:
            found.append(load)
    return tuple(found)


def _with_body(steps: LoadSteps) -> tuple[Load, ...]:
    """Help from much to none: a pull-up is tried with a helping hand before it is tried alone."""
    step = 10 if steps.unit is Unit.KG else 20
    wanted = (steps.nearest(Load.of(-step * count, steps.unit)) for count in range(OFFERED - 1, -1, -1))
    return tuple(dict.fromkeys(wanted))
