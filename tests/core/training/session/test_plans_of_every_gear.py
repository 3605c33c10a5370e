"""Plans of all goals, levels, days and gears are ones a coach would sign: full, opened by a compound, in law.

The long pass over every week is `python -m benchmarks.every_plan`; here each gear has its longest and
shortest weeks.
"""

from __future__ import annotations

import pytest

from benchmarks.every_plan import faults, weeks_planned
from core.model.athlete import Gear, Goal, Level
from core.training import reason_codes as codes
from core.training.week.programme import days_trained
from tests.core.training.lifters import asked_of, codes_of, lifter, line
from tests.core.training.plan_cases import a_plan, an_athlete, exercises

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
BEGINNER, MID = Level.BEGINNER, Level.INTERMEDIATE


@pytest.mark.parametrize("gear", [Gear.BANDS, Gear.BODYWEIGHT])
@pytest.mark.parametrize("goal", list(Goal))
def test_weeks_without_weights_are_full_and_lawful(gear: Gear, goal: Goal) -> None:
    for level, days in ((BEGINNER, 3), (MID, 1), (MID, 6), (Level.EXPERIENCED, 4)):
        if days == days_trained(days, level, goal):
            assert faults(weeks_planned(gear, goal, level, days, weeks=2)) == [], (level, days)


@pytest.mark.parametrize("gear", [Gear.BANDS, Gear.BODYWEIGHT])
def test_the_lats_are_trained_without_a_bar_to_hang_from(gear: Gear) -> None:
    for level, days in ((BEGINNER, 3), (MID, 4), (Level.EXPERIENCED, 6)):
        *_, week = weeks_planned(gear, H, level, days, weeks=3)
        assert week.per_muscle["lats"] >= 6, level


def test_six_days_of_dumbbells_are_never_one_exercise() -> None:
    for week in weeks_planned(Gear.DUMBBELLS, H, MID, 6, weeks=4):
        assert all(len(session.prescriptions) >= 4 for session in week.sessions)


@pytest.mark.parametrize("gear", [None, Gear.FULL_GYM, Gear.BARBELL, Gear.DUMBBELLS, Gear.MACHINES])
def test_who_has_weights_is_planned_nothing_written_for_none(gear: Gear | None) -> None:
    for goal in (F, H, S):
        for day in ("full_a", "full_b"):
            assert not any(one.improvised for one in exercises(a_plan(an_athlete(gear=gear), goal, day=day)))


def test_a_favourite_written_for_no_weights_is_planned_in_a_gym_too() -> None:
    session = a_plan(an_athlete(), H, day="upper_a", favourites=["band_row"])
    assert "band_row" in [one.exercise_id for one in session.prescriptions]


def test_who_cannot_squat_ten_times_is_given_no_single_leg_either() -> None:
    for gear in (Gear.BANDS, Gear.BODYWEIGHT):
        athlete = an_athlete(BEGINNER, gear, maxes={}, can_squat=False)
        planned = exercises(a_plan(athlete, F, day="full_a"))
        assert [one.id for one in planned if one.pattern in ("squat", "lunge")] == ["bodyweight_squat"]


def test_bands_have_no_kilograms_but_words_and_then_a_heavier_one() -> None:
    athlete = lifter(MID, gear=Gear.BANDS)
    first = asked_of("band_row", athlete, H)
    assert (first.load, first.loads_offered, first.reps) == (None, (), 10)
    assert codes.BAND_REPS in codes_of(first)
    topped = asked_of("band_row", athlete, H, line("band_row", H, (12, 12, 12, 12), None))
    assert topped.reps == 10
    assert codes.HEAVIER_BAND in codes_of(topped)
    missed = asked_of("band_row", athlete, H, line("band_row", H, (7, 6, 5, 5), None, asked=10))
    assert missed.reps <= 6
    assert codes.LIGHTER_BAND in codes_of(missed)


@pytest.mark.parametrize("gear", [Gear.BANDS, Gear.BODYWEIGHT])
def test_strength_without_load_is_few_reps_of_something_hard_and_its_share_unknown(gear: Gear) -> None:
    session = a_plan(an_athlete(MID, gear, maxes={}), S, day="full_a")
    for asked in session.prescriptions:
        assert asked.reps <= 5
        assert asked.load is None
        assert codes.UNLOADED_STRENGTH in codes_of(asked)
    assert "bodyweight_squat" not in [one.exercise_id for one in session.prescriptions]
