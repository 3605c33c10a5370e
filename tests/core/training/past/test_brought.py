"""What was lifted before a maximum was told, or in another app's log: it lifts a maximum and lowers none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from core.model.athlete import Freshness, Goal, Level, OneRepMax, Provenance
from core.model.history import History, PastWorkout
from core.model.workout import PastExercise
from core.training.ladder import start_rung
from core.training.past.learning import learned_of
from core.training.prescription.prescribing import next_prescription
from core.units import Load
from tests.core.training.lifters import EXERCISES, KNOWN_AT, TODAY, lifter, line

H = Goal.HYPERTROPHY
BENCH = EXERCISES["bench_press"]
TOLD = Load.kg(100)
TOLD_AGO = (TODAY - KNOWN_AT.date()).days


def strong(kg: float, reps: int = 8, *, before: int, **others: object) -> PastExercise:
    """A session of another app's log, days before the maximum was told: nobody asked, no effort given."""
    done = line("bench_press", H, (reps,) * 3, Load.kg(kg), days_ago=TOLD_AGO + before, comfort=None)
    free = tuple(replace(one, target=None) for one in done.sets)
    return replace(done, sets=free, elsewhere=True, **others)


def best_of(*past: PastExercise, told: Load | None = TOLD, **others: object) -> OneRepMax | None:
    """The maximum after these sessions, 100 kg told unless said otherwise."""
    athlete = lifter(others.pop("level", Level.INTERMEDIATE))
    freshness = others.pop("freshness", Freshness.RECENT)
    said = OneRepMax("bench_press", told, Provenance.STATED, KNOWN_AT, freshness) if told else None
    return learned_of(BENCH, athlete, past, said).best


def test_heavier_sets_of_the_weeks_before_raise_what_was_told():
    best = best_of(strong(95, before=12), strong(97.5, before=9), strong(100, before=5))
    assert best.load.g == round(97_500 * (1 + 8 / 30))
    assert (best.provenance, best.freshness) == (Provenance.ESTIMATED, Freshness.RECENT)
    assert best.known_at.date() == strong(1, before=9).trained_on


def test_one_heavier_session_alone_is_a_step():
    assert best_of(strong(100, before=5)).load == Load.kg("102.5")
    assert best_of(strong(100, before=5), level=Level.BEGINNER).load == Load.kg(105)


@pytest.mark.parametrize(
    "past",
    [
        (strong(100, before=70), strong(100, before=60)),
        (strong(70, before=12), strong(72.5, before=5)),
        (strong(60, 20, before=12), strong(60, 20, before=5)),
        (strong(100, before=12, deload=True), strong(100, before=5, deload=True)),
    ],
    ids=["older than eight weeks", "lighter", "too many reps", "easy weeks"],
)
def test_others_leave_what_was_told(past):
    assert best_of(*past) == OneRepMax("bench_press", TOLD, Provenance.STATED, KNOWN_AT)


def test_one_told_as_of_now_stays_whatever_was_lifted_before():
    past = (strong(100, before=12), strong(100, before=5))
    assert best_of(*past, freshness=Freshness.NOW).load == Load.kg(100)
    for freshness in (Freshness.OLDER, Freshness.GUESS):
        assert best_of(*past, freshness=freshness).load > Load.kg(126)


def test_what_time_off_took_away_is_not_brought():
    """A little more, six weeks before: by now it is less than what was told."""
    assert best_of(strong(82.5, before=45), strong(82.5, before=42)).load == Load.kg(100)
    assert best_of(strong(82.5, before=8), strong(82.5, before=5)).load > Load.kg(104)


def test_a_session_logged_here_without_its_effort_raises_nothing():
    past = [replace(strong(100, before=ago), elsewhere=False) for ago in (12, 5)]
    assert best_of(*past).load == Load.kg(100)
    told = [replace(one, sets=tuple(replace(done, rir=1) for done in one.sets)) for one in past]
    assert best_of(*told).load.g == round(100_000 * (1 + 9 / 30))


def test_a_log_brought_later_raises_it_too():
    """Told in February, trained elsewhere since, brought in March."""
    past = [strong(100, before=-2), strong(102.5, before=-6)]
    assert best_of(*past).load.g == round(100_000 * (1 + 8 / 30))
    assert best_of(*past, freshness=Freshness.NOW).load.g == round(100_000 * (1 + 8 / 30))


def test_a_log_with_its_effort_is_learned_from_once():
    done = strong(100, before=-2)
    told = replace(done, sets=tuple(replace(one, rir=1) for one in done.sets))
    assert best_of(told).load == Load.kg("102.5")


def test_a_lift_nobody_told_of_has_its_maximum_by_the_last_eight_weeks():
    """A stronger year long ago tells nothing of today."""
    peak = [strong(140, before=800), strong(140, before=790)]
    recent = [strong(80, before=20), strong(82.5, before=12), strong(85, before=5)]
    assert best_of(*peak, *recent, told=None).load.g == round(82_500 * (1 + 8 / 30))
    assert best_of(recent[0], told=None).load.g == round(80_000 * (1 + 8 / 30))


def test_sessions_here_take_a_brought_maximum_down_again():
    recent = [strong(100, before=20), strong(100, before=12)]
    missed = [
        line("bench_press", H, (7, 6, 6), Load.kg(90), asked=10, days_ago=ago, rir=0) for ago in (6, 4, 2)
    ]
    assert best_of(*recent, *missed, told=None).load < best_of(*recent, told=None).load


def test_now_counts_as_recent():
    known_at = KNOWN_AT + timedelta(days=TOLD_AGO - 1)
    best = OneRepMax("bench_press", TOLD, Provenance.TESTED, known_at, Freshness.NOW)
    assert start_rung(H, best, TODAY) == 0
    athlete = replace(lifter(), one_rep_maxes=(best,))
    before = line("bench_press", H, (10,) * 4, Load.kg(60), days_ago=5)
    history = History.of([PastWorkout(before.trained_on, H, "a", (before,))])
    assert next_prescription(BENCH, athlete, H, history, EXERCISES, TODAY).load == Load.kg(80)
