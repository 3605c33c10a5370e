"""One exercise played for weeks by the rules: asked, lifted, learned from, asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from core.model.athlete import Athlete, Goal
from core.model.history import History, PastWorkout
from core.model.session import Prescription, SetTarget
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.training.past.learning import informed
from core.training.prescription.prescribing import next_prescription

from .lifters import EXERCISES, TODAY

Lifted = tuple[Sequence[int], Comfort | None]  # the reps of the sets, and how the last one felt


def as_asked(comfort: Comfort = Comfort.RIGHT) -> Callable[[Prescription, int], Lifted]:
    """Every set as it was asked, always feeling the same."""
    return lambda asked, _: ((asked.reps,) * asked.sets, comfort)


def played(
    exercise_id: str,
    athlete: Athlete,
    goal: Goal,
    lifted: Callable[[Prescription, int], Lifted],
    sessions: int,
    *,
    days_apart: int = 3,
) -> list[Prescription]:
    """What each session asks, the one after the last included; `lifted` says how a session went."""
    workouts: list[PastWorkout] = []
    found: list[Prescription] = []
    for number in range(sessions + 1):
        on = TODAY + timedelta(days=days_apart * number)
        history = History.of(workouts)
        known = informed(athlete, history, EXERCISES)
        asked = next_prescription(EXERCISES[exercise_id], known, goal, history, EXERCISES, on)
        found.append(asked)
        reps, comfort = lifted(asked, number)
        at = datetime(on.year, on.month, on.day, 18, tzinfo=UTC)
        sets = tuple(_set(asked, nth, count, at, comfort, len(reps)) for nth, count in enumerate(reps, 1))
        line = PastExercise(exercise_id, goal, on, sets, asked.sets, asked.reps, asked.load, asked.rung)
        workouts.append(PastWorkout(on, goal, "a", (line,)))
    return found


def _set(
    asked: Prescription, nth: int, reps: int, at: datetime, comfort: Comfort | None, sets: int
) -> LoggedSet:
    load = asked.load or asked.loads_offered[0]
    return LoggedSet(
        id=nth,
        workout_id=1,
        exercise_id=asked.exercise_id,
        exercise_index=0,
        set_number=nth,
        kind=SetKind.WORK,
        load=load,
        reps=reps,
        logged_at=at + timedelta(minutes=3 * nth),
        comfort=comfort if nth == sets else None,
        target=SetTarget(load, asked.reps, asked.rest_s),
    )
