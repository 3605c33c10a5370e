"""Estimating, smoothing and doubting the one-repetition maximum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal, Level, Provenance
from core.model.workout import Comfort, SetKind
from core.training.past.bodyweight import lifted_g
from core.training.past.one_rep_max import (
    Confidence,
    confidence,
    estimate,
    first_max,
    is_outlier,
    session_value,
    shown_band,
    update,
)
from core.units import Load, Unit
from tests.core.training.lifters import EXERCISES, done_set, lifter, line

H = Goal.HYPERTROPHY
BENCH = lifter(bench_press=Load.kg(100)).one_rep_maxes[0]


@pytest.mark.parametrize(
    ("reps", "rir", "kg"),
    [(1, 0, "100"), (2, 0, "106.67"), (5, 0, "116.67"), (10, 0, "133.33"), (8, 2, "133.33")],
)
def test_epley(reps, rir, kg):
    assert estimate(Load.kg(100), reps, rir).value == Load.kg(kg).value


@pytest.mark.parametrize(("reps", "rir"), [(13, 0), (10, 3), (0, 0), (5, -1)])
def test_nothing_is_estimated_from_too_many_or_no_reps(reps, rir):
    assert estimate(Load.kg(100), reps, rir) is None
    assert confidence(reps, rir) is Confidence.NONE


def test_confidence_falls_above_ten_reps():
    assert confidence(8, 2) is Confidence.SURE
    assert confidence(11) is Confidence.LOW
    assert estimate(Load.kg(-10), 5) is None


@given(st.integers(1000, 400_000), st.integers(1, 11))
def test_more_reps_never_show_less(grams, reps):
    assert estimate(Load(grams, Unit.KG), reps) < estimate(Load(grams, Unit.KG), reps + 1)


def test_shown_error():
    assert shown_band(BENCH) == (Load.kg(96), Load.kg(104))
    guessed = lifter(provenance=Provenance.ESTIMATED, bench_press=Load.kg(100)).one_rep_maxes[0]
    assert shown_band(guessed) == (Load.kg(90), Load.kg(110))


def sets(reps, kg, **others):
    return line("bench_press", H, reps, Load.kg(kg), **others).sets


@pytest.mark.parametrize(
    ("done", "value"),
    [
        (sets((8,), 80, comfort=Comfort.RIGHT), 104_000),
        (sets((8,), 80, comfort=None), None),
        (sets((8,), 80, asked=10, comfort=None), 101_333),
        (sets((8,), 80, rir=4, comfort=None), None),
        (sets((8,), 50, comfort=Comfort.RIGHT), None),
        (sets((15,), 60, comfort=Comfort.ALL_OUT), None),
        ((done_set(1, 8, Load.kg(80), rir=0.5),), 102_667),
    ],
)
def test_what_a_session_shows(done, value):
    shown = session_value(done, Level.INTERMEDIATE, Load.kg(100))
    assert (shown.g if shown else None) == value


def test_a_failed_set_counts_without_reserve_and_a_drop_set_not_at_all():
    failed = done_set(1, 6, Load.kg(80))
    assert session_value((failed,)) is None
    assert session_value((replace(failed, kind=SetKind.FAILURE),)).g == 96_000
    assert session_value((replace(failed, kind=SetKind.AMRAP),)).g == 96_000
    assert session_value((replace(failed, kind=SetKind.DROP, rir=0),)) is None


def test_a_beginners_easy_measures_nothing():
    easy = sets((8,), 80, comfort=Comfort.EASY)
    assert session_value(easy, Level.BEGINNER) is None
    assert session_value(easy, Level.INTERMEDIATE).g == 109_333


def test_sure_sets_go_before_long_ones():
    done = (done_set(1, 12, Load.kg(80), rir=0), done_set(2, 5, Load.kg(80), rir=0))
    assert session_value(done).g == 93_333


def test_up_by_a_third_at_most_two_and_a_half_percent():
    after = update(BENCH, sets((8,), 85, comfort=Comfort.RIGHT), (), Level.INTERMEDIATE)
    assert after.load == Load.kg("102.5")
    assert after.provenance is Provenance.ESTIMATED
    assert after.known_at > BENCH.known_at
    beginner = update(BENCH, sets((8,), 90, comfort=Comfort.RIGHT), (), Level.BEGINNER)
    assert beginner.load == Load.kg(105)
    small = update(BENCH, sets((8,), 82, comfort=Comfort.RIGHT), (), Level.INTERMEDIATE)
    assert small.load.g == 100_000 + round(0.3 * 6_600)


def test_close_values_change_nothing():
    assert update(BENCH, sets((7,), 80, comfort=Comfort.RIGHT), (), Level.INTERMEDIATE) is BENCH


def test_down_only_after_two_sessions_or_a_failed_last_rung():
    weak = sets((6,), 75, asked=8, comfort=Comfort.ALL_OUT)
    assert update(BENCH, weak, (), Level.INTERMEDIATE) is BENCH
    assert update(BENCH, weak, (99_000,), Level.INTERMEDIATE) is BENCH
    assert update(BENCH, weak, (94_000,), Level.INTERMEDIATE) is BENCH
    twice = update(BENCH, weak, (94_000,), Level.INTERMEDIATE, below_before=True)
    assert twice.load == Load.kg(97)
    assert update(BENCH, weak, (), Level.INTERMEDIATE, last_rung_failed=True).load == Load.kg(95)


def test_an_outlier_is_believed_when_repeated():
    before = (100_000, 101_000, 99_000, 100_000)
    assert is_outlier(Load.kg(120), before)
    assert not is_outlier(109_000, before)
    assert not is_outlier(120_000, (*before, 119_000))
    assert not is_outlier(120_000, ())


def test_a_first_maximum_from_a_calibrating_session():
    found = first_max(EXERCISES["bench_press"], sets((8,), 60, rir=2), Level.INTERMEDIATE, Unit.KG)
    assert (found.load, found.provenance) == (Load.kg(80), Provenance.ESTIMATED)
    assert first_max(EXERCISES["bench_press"], sets((15,), 60), Level.INTERMEDIATE, Unit.KG) is None


def test_body_mass_in_pull_ups_and_help_on_machines():
    assert lifted_g(EXERCISES["pull_up"], Load.kg(20), 80_000) == 100_000
    helped = EXERCISES["assisted_pull_up"]
    assert lifted_g(helped, Load.kg(20), 80_000) == lifted_g(helped, Load.kg(-20), 80_000) == 60_000
    assert lifted_g(EXERCISES["pull_up"], None, None) is None
    assert lifted_g(EXERCISES["bench_press"], None, 80_000) is None
    assert lifted_g(EXERCISES["bench_press"], Load.kg(60), 80_000) == 60_000
