"""Weeks of power: as many pulls as pushes (6.3), and no press on a day of pulls."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.model.athlete import Athlete, Gear, Goal, Level
from core.model.history import History
from core.training.programme import PULL, PUSH
from tests.core.training.plan_cases import TODAY, C, a_plan, an_athlete, done, patterns

GAPS = {4: (1, 2, 1, 3), 5: (1, 1, 1, 1, 3), 6: (1, 1, 1, 1, 1, 2)}


def weeks(athlete: Athlete, count: int) -> list[tuple[int, int]]:
    """Push and pull sets of each of so many weeks of power, all of it done as asked."""
    history, on, found = History(), TODAY, list[tuple[int, int]]()
    for _ in range(count):
        pushed, pulled = 0, 0
        for gap in GAPS[athlete.days_per_week or 0]:
            session = a_plan(athlete, Goal.POWER, history, today=on)
            for one in session.prescriptions:
                pushed += one.sets * (C[one.exercise_id].pattern in PUSH)
                pulled += one.sets * (C[one.exercise_id].pattern in PULL)
            history, on = History.of([*history.workouts, done(session, on)]), on + timedelta(days=gap)
        found.append((pushed, pulled))
    return found


@pytest.mark.parametrize("gear", [Gear.FULL_GYM, Gear.BARBELL, Gear.DUMBBELLS])
@pytest.mark.parametrize("level", [Level.INTERMEDIATE, Level.EXPERIENCED])
@pytest.mark.parametrize("days", [4, 5])
def test_the_week_pulls_as_much_as_it_pushes(gear: Gear, level: Level, days: int) -> None:
    for pushed, pulled in weeks(an_athlete(level, gear, days), 2):
        assert pulled >= pushed > 0


def test_no_press_opens_a_day_of_pulls() -> None:
    for day in ("pull_a", "pull_b"):
        assert not PUSH & set(patterns(a_plan(an_athlete(Level.EXPERIENCED, days=5), Goal.POWER, day=day)))
    assert "push_press" in {
        one.exercise_id
        for one in a_plan(an_athlete(Level.EXPERIENCED, days=5), Goal.POWER, day="upper_a").prescriptions
    }
