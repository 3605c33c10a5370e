"""What is planned where the empty bar is too heavy: something lighter, never the bar anyway (7.3, S27)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.model.athlete import Gear, Goal, Level
from core.model.history import History
from core.model.session import Prescription, Session
from core.training.exercises.sparing import BARS
from core.training.exercises.substitution import alternatives
from core.training.reason_codes import LIGHTEST_TOO_HEAVY
from core.training.week.programme import DAYS
from core.units import Unit
from tests.core.training.plan_cases import TODAY, C, a_plan, an_athlete, names

LIFTS = ("back_squat", "bench_press", "deadlift", "overhead_press", "barbell_row")


def too_heavy(session: Session) -> list[Prescription]:
    return [
        one
        for one in session.prescriptions
        if any(told.code == LIGHTEST_TOO_HEAVY for told in one.reasons)
        and not BARS.isdisjoint(C[one.exercise_id].equipment)
    ]


def sweep(unit: Unit, best: int, gear: Gear) -> Iterator[Session]:
    for level in Level:
        athlete = an_athlete(level, gear, 4, dict.fromkeys(LIFTS, best), unit=unit)
        goals = (Goal.FOUNDATION,) if level is Level.BEGINNER else tuple(Goal)
        for goal in goals:
            for day in DAYS:
                yield a_plan(athlete, goal, day=day)


@pytest.mark.parametrize("gear", [Gear.FULL_GYM, Gear.BARBELL])
@pytest.mark.parametrize(("unit", "best"), [(Unit.KG, 5), (Unit.KG, 15), (Unit.KG, 25), (Unit.LB, 40)])
def test_no_bar_is_planned_that_is_too_heavy_empty(unit: Unit, best: int, gear: Gear) -> None:
    for session in sweep(unit, best, gear):
        assert session.prescriptions
        assert too_heavy(session) == []


def test_forty_pounds_of_squat_is_trained_without_the_bar() -> None:
    maxes = {"barbell_row": 20, "bench_press": 30, "back_squat": 40}
    athlete = an_athlete(Level.EXPERIENCED, Gear.FULL_GYM, 2, maxes, unit=Unit.LB)
    session = a_plan(athlete, Goal.STRENGTH)
    assert not {"back_squat", "bench_press", "barbell_row"} & set(names(session))
    assert all(one.load is not None for one in session.prescriptions if C[one.exercise_id].ref_lift in maxes)


def test_a_bar_that_fits_stays() -> None:
    athlete = an_athlete(Level.INTERMEDIATE, Gear.FULL_GYM, 3, {"bench_press": 27.5})
    assert "bench_press" in names(a_plan(athlete, Goal.HYPERTROPHY))


def test_neither_is_such_a_bar_offered_instead() -> None:
    athlete = an_athlete(Level.INTERMEDIATE, Gear.FULL_GYM, 3, {"bench_press": 15})
    asked = (C["machine_chest_press"], athlete, Goal.STRENGTH, History(), C, TODAY)
    for other in alternatives(*asked, limit=8):
        assert not any(told.code == LIGHTEST_TOO_HEAVY for told in other.reasons)
