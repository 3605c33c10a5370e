"""What must not happen to anyone in a year: a lift that stays easy and the same, or weeks of failing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.model.athlete import Athlete, Goal
from core.model.history import PastWorkout
from core.model.session import Prescription
from core.model.workout import Comfort, LoggedSet
from core.training.goals import rules_for


def failed(one: LoggedSet, asked: Prescription, low: int) -> bool:
    """Whether a set failed as 4.3 means it: under the band, or for strength three reps short."""
    short = one.target is not None and one.target.reps - one.reps >= 3
    return one.reps < min(low, asked.reps) or (asked.goal is Goal.STRENGTH and short)


def stuck(workouts: Sequence[PastWorkout]) -> list[str]:
    """Lifts asked exactly the same for 8 weeks and 8 sessions, every set done, the last one easily."""
    found, runs = [], dict[str, tuple[object, date, int]]()
    for workout in workouts:
        for past in workout.exercises:
            asked = (past.goal, past.asked_load, past.asked_reps, past.asked_sets)
            done = len(past.sets) >= past.asked_sets and all(one.reps >= past.asked_reps for one in past.sets)
            easy = done and past.sets[-1].comfort is Comfort.EASY and past.asked_load is not None
            known, began, times = runs.get(past.exercise_id, (None, workout.trained_on, 0))
            if not easy or known != asked:
                runs[past.exercise_id] = (asked, workout.trained_on, 0)
                continue
            runs[past.exercise_id] = (asked, began, times + 1)
            if (workout.trained_on - began).days >= 56 and times + 1 >= 8:
                found.append(f"stuck: {past.exercise_id} {past.goal} {past.asked_load} {workout.trained_on}")
                runs.pop(past.exercise_id)
    return found


def failing(workouts: Sequence[PastWorkout], athlete: Athlete) -> list[str]:
    """Three weeks in a row in which half the sets failed."""
    weeks: dict[tuple[int, int], list[bool]] = {}
    for workout in workouts:
        sets = weeks.setdefault(workout.trained_on.isocalendar()[:2], [])
        for past in workout.exercises:
            low = rules_for(past.goal, athlete).reps[0]
            asked = Prescription(past.exercise_id, past.goal, past.asked_sets, past.asked_reps, 0)
            sets += [failed(one, asked, low) for one in past.sets]
    bad = [sum(sets) * 2 >= len(sets) for _, sets in sorted(weeks.items())]
    return [f"failing: week {at}" for at in range(2, len(bad)) if all(bad[at - 2 : at + 1])]
