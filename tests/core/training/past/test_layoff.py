"""Time off, the cut of the maximum, and how it is regained."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.model.athlete import Goal, Health, Level, OneRepMax, Provenance
from core.training.past.layoff import factor_after, layoff_of, longest_gap
from core.training.prescription.cases import case_of
from core.units import Load
from tests.core.training.lifters import EXERCISES, TODAY, asked_of, codes_of, lifter, line

H = Goal.HYPERTROPHY
OLD = datetime(2025, 9, 1, tzinfo=UTC)


def days_ago(*days):
    return [TODAY - timedelta(days=ago) for ago in days]


@pytest.mark.parametrize(
    ("days", "factor", "beginners"),
    [
        (10, 1.0, 1.0),
        (11, 0.95, 0.90),
        (20, 0.95, 0.90),
        (21, 0.90, 0.85),
        (28, 0.85, 0.80),
        (55, 0.85, 0.80),
        (56, 0.80, 0.70),
        (84, 0.80, 0.70),
        (85, 0.70, 0.70),
    ],
)
def test_factors(days, factor, beginners):
    assert factor_after(days, Level.INTERMEDIATE) == factor
    assert factor_after(days, Level.BEGINNER) == factor_after(days, None) == beginners


def test_no_layoff_while_training():
    assert layoff_of(days_ago(6, 13, 20), TODAY, Level.INTERMEDIATE) is None
    assert layoff_of([], TODAY, Level.INTERMEDIATE) is None


def test_regained_over_half_the_time_off():
    first = layoff_of(days_ago(30, 40), TODAY, Level.INTERMEDIATE)
    assert (first.factor, first.first_session, first.first_week, first.days) == (0.85, True, True, 30)
    half = layoff_of(days_ago(5, 10, 40, 50), TODAY, Level.INTERMEDIATE)
    assert half.factor == pytest.approx(0.85 + 0.15 * 10 / 15)
    assert (half.first_session, half.first_week) == (False, False)
    assert layoff_of(days_ago(3, 10, 20, 50, 60), TODAY, Level.INTERMEDIATE) is None


@pytest.mark.parametrize(
    ("provenance", "known", "cut"),
    [
        (Provenance.TESTED, 3, False),
        (Provenance.STATED, 30, True),
        (Provenance.ESTIMATED, 3, True),
    ],
)
def test_a_max_tested_around_the_return_counts_in_full(provenance, known, cut):
    known_at = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC) - timedelta(days=known)
    best = OneRepMax("bench_press", Load.kg(100), provenance, known_at)
    layoff = layoff_of(days_ago(30), TODAY, Level.INTERMEDIATE, best)
    assert layoff.first_week
    assert (layoff.factor < 1.0) is cut


def test_longest_gap_looks_over_the_whole_past():
    assert longest_gap(days_ago(400, 300, 290), TODAY, 90) == (290, TODAY)
    assert longest_gap(days_ago(400, 300, 5), TODAY, 250) == (295, TODAY - timedelta(days=5))
    assert longest_gap(days_ago(20, 10), TODAY, 56) is None
    assert longest_gap([], TODAY, 56) is None


def test_no_gap_begins_where_another_apps_log_ends():
    trained = days_ago(400, 300, 5)
    assert longest_gap(trained, TODAY, 56, {trained[1]}) == (100, trained[1])
    assert longest_gap(trained, TODAY, 56, set(trained)) is None


def test_the_first_week_back_has_the_fewest_sets_and_then_the_rules_go_on():
    athlete = lifter(known_at=OLD, provenance=Provenance.ESTIMATED, bench_press=Load.kg(100))
    before = line("bench_press", H, (10,) * 4, Load.kg(80), days_ago=33)
    back = line("bench_press", H, (10,) * 3, Load.kg("67.5"), days_ago=3)
    asked = asked_of("bench_press", athlete, H, before, back)
    assert asked.sets == 3
    assert {"regaining", "fewest_sets_on_return"} <= codes_of(asked)
    assert Load.kg("67.5") <= asked.load <= Load.kg("72.5")


def test_without_a_max_the_last_load_is_cut_alike():
    asked = asked_of("bench_press", lifter(), H, line("bench_press", H, (10,) * 4, Load.kg(80), days_ago=30))
    assert asked.load == Load.kg("67.5")
    hold = asked_of("plank", lifter(), H, line("plank", H, (45,) * 4, None, days_ago=30))
    assert hold.reps <= 45


@pytest.mark.parametrize(
    ("ago", "reps", "cut"),
    [
        ((48, 24), (10,) * 4, False),
        ((30, 24), (10,) * 4, True),
        ((48, 24), (10, 8, 7), True),
        ((120, 60), (10,) * 4, True),
    ],
)
def test_a_lift_of_every_third_week_has_had_no_time_off(ago, reps, cut):
    past = [line("lateral_raise", H, reps, Load.kg(5), asked=10, days_ago=days) for days in ago]
    asked = asked_of("lateral_raise", lifter(lateral_raise=Load.kg("6.5"), known_at=OLD), H, *past)
    assert ("return_after_layoff" in codes_of(asked)) is cut


@pytest.mark.parametrize(("health", "factor"), [(Health.CLEAR, 0.90), (Health.FOUNDATION_ONLY, 0.85)])
def test_who_trains_lightly_for_health_comes_back_one_row_further(health, factor):
    athlete = lifter(health=health, bench_press=Load.kg(100))
    past = line("bench_press", Goal.FOUNDATION, (15, 15), Load.kg(60), days_ago=24)
    case = case_of(EXERCISES["bench_press"], athlete, Goal.FOUNDATION, (past,), TODAY, EXERCISES)
    assert case.layoff.factor == factor
    untrained = case_of(
        EXERCISES["bench_press"], athlete, Goal.FOUNDATION, (), TODAY, EXERCISES, trained=[past.trained_on]
    )
    assert untrained.layoff.factor == factor
