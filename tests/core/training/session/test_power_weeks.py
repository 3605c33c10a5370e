"""Weeks of power: as many pulls as pushes (6.3), and no press on a day of pulls."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.model.athlete import Athlete, Gear, Goal, Level
from core.model.history import History
from core.training import reason_codes as codes
from core.training.prescription.in_session import next_target
from core.training.week.programme import PULL, PUSH
from tests.core.training.plan_cases import TODAY, C, a_plan, a_set, an_athlete, done, patterns

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


@pytest.mark.parametrize("level", [Level.INTERMEDIATE, Level.EXPERIENCED])
def test_a_first_load_of_power_is_one_that_goes_twenty_times(level: Level) -> None:
    # 60 % of what goes once by Epley, the top of the band; what goes eight times is 79 %
    asked = a_plan(an_athlete(level, maxes={}), Goal.POWER).prescriptions
    fast = [one for one in asked if one.goal is Goal.POWER and one.loads_offered]
    assert fast
    for one in fast:
        (told,) = (told for told in one.reasons if told.code == codes.CALIBRATE_NO_MAX)
        assert (told.get("reps"), told.get("could_do")) == (5, 20)
        assert one.loads_offered[-1].g <= 2.5 * max(one.loads_offered[0].g, 4_000), one


def test_a_load_of_fast_reps_that_felt_easy_is_right() -> None:
    athlete = an_athlete(maxes={})
    jump = next(one for one in a_plan(athlete, Goal.POWER).prescriptions if one.goal is Goal.POWER)
    load = jump.loads_offered[0]
    first = a_set(jump.exercise_id, load.hundredths / 100, 5, rir=5)
    coming = next_target(jump, C[jump.exercise_id], athlete, [first]).target
    assert coming is not None
    assert coming.load == load
