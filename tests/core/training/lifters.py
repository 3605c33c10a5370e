"""Athletes and pasts for the tests of the rules: built in one line, in gym words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from core.catalogue.loader import catalogue
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.session import Prescription, SetTarget
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.training.prescription.prescribing import prescribe
from core.units import Load, Unit

TODAY = date(2026, 3, 2)
KNOWN_AT = datetime(2026, 2, 20, 9, tzinfo=UTC)
EXERCISES = catalogue()


def lifter(
    level: Level = Level.INTERMEDIATE,
    *,
    unit: Unit = Unit.KG,
    provenance: Provenance = Provenance.TESTED,
    known_at: datetime = KNOWN_AT,
    **others: object,
) -> Athlete:
    """An athlete with a full gym; loads given by exercise id become known maxima."""
    given: dict[str, object] = {"gear": Gear.FULL_GYM, "rack": Rack.standard(unit), "health": Health.CLEAR}
    fields = {name: others.pop(name) for name in tuple(others) if name not in EXERCISES}
    maxima = tuple(
        OneRepMax(name, load, provenance, known_at) for name, load in others.items() if isinstance(load, Load)
    )
    return Athlete(1, 1, level=level, unit=unit, one_rep_maxes=maxima, **{**given, **fields})  # type: ignore[arg-type]


def line(
    exercise_id: str,
    goal: Goal,
    reps: Sequence[int],
    load: Load | None,
    *,
    asked: int | None = None,
    days_ago: int = 3,
    comfort: Comfort | None = Comfort.RIGHT,
    rung: int = 0,
    sets: int | None = None,
    rir: float | None = None,
    **others: bool,
) -> PastExercise:
    """One past session: the reps of its sets, all at one load; comfort belongs to the last set."""
    on = TODAY - timedelta(days=days_ago)
    asked = max(reps) if asked is None else asked
    at = datetime(on.year, on.month, on.day, 18, tzinfo=UTC)
    done = tuple(
        LoggedSet(
            number,
            1,
            exercise_id,
            0,
            number,
            SetKind.WORK,
            load,
            count,
            at + timedelta(minutes=3 * number),
            rir if number == len(reps) else None,
            comfort if number == len(reps) else None,
            SetTarget(load, asked, 60),
        )
        for number, count in enumerate(reps, 1)
    )
    return PastExercise(exercise_id, goal, on, done, sets or len(reps), asked, load, rung, **others)


def asked_of(
    exercise_id: str, athlete: Athlete, goal: Goal, *past: PastExercise, today: date = TODAY, **others: int
) -> Prescription:
    """What the coach prescribes today."""
    return prescribe(EXERCISES[exercise_id], athlete, goal, past, today, EXERCISES, **others)  # type: ignore[arg-type]


def codes_of(prescription: Prescription) -> set[str]:
    """The codes of its reasons."""
    return {reason.code for reason in prescription.reasons}


def done_set(number: int, reps: int, load: Load | None, **others: object) -> LoggedSet:
    """One set of the workout that is going on."""
    return LoggedSet(number, 1, "x", 0, number, SetKind.WORK, load, reps, KNOWN_AT, **others)  # type: ignore[arg-type]


def share_of(load: Load, one_rep_max: Load) -> float:
    """`load` as a share of a one-repetition maximum: 0.8 for 80 %.

    Where both are in one unit the typed numbers are compared, so 15 of 20 lb is exactly 0.75.
    Raises ZeroDivisionError for an empty maximum.
    """
    if load.unit is one_rep_max.unit:
        return load.hundredths / one_rep_max.hundredths
    return load.g / one_rep_max.g
