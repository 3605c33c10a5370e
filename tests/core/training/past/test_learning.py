"""What logged sets teach of maxima: folded from the told one over every session, anew each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model.athlete import Goal, Level, Provenance
from core.model.history import History, PastWorkout
from core.model.workout import Comfort
from core.training.past.learning import Learned, after_session, informed, learned_of
from core.units import Load
from tests.core.training.lifters import EXERCISES, KNOWN_AT, lifter, line

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
BENCH = EXERCISES["bench_press"]
EARLY = KNOWN_AT.replace(year=2025)


def taught(athlete, *past):
    """The athlete after these sessions, as every plan knows them."""
    workouts = [PastWorkout(one.trained_on, one.goal, "a", (one,)) for one in past]
    return informed(athlete, History.of(workouts), EXERCISES)


def test_a_told_max_is_moved_by_the_sessions_since_and_by_none_before():
    strong = line("bench_press", H, (8, 8, 8), Load.kg(85))
    assert taught(lifter(bench_press=Load.kg(100)), strong).one_rep_maxes[0].load == Load.kg("102.5")
    before = replace(strong, trained_on=KNOWN_AT.date().replace(year=2025))
    assert taught(lifter(bench_press=Load.kg(100)), before).one_rep_maxes[0].load == Load.kg(100)


def test_a_lift_without_a_max_gets_its_first_from_the_log():
    known = taught(lifter(), line("bench_press", H, (8, 8, 8), Load.kg(60), rir=2))
    assert [(best.exercise_id, best.load, best.provenance) for best in known.one_rep_maxes] == [
        ("bench_press", Load.kg(80), Provenance.ESTIMATED)
    ]


def test_the_fold_is_its_steps():
    athlete = lifter(Level.EXPERIENCED, bench_press=Load.kg(100), known_at=EARLY)
    past = [line("bench_press", H, (10,) * 4, Load.kg(70 + week), days_ago=30 - week) for week in range(5)]
    stepped = Learned(athlete.one_rep_maxes[0])
    for one in past:
        stepped = after_session(stepped, BENCH, athlete, one)
    assert stepped == learned_of(BENCH, athlete, past, athlete.one_rep_maxes[0])
    assert taught(athlete, *past).one_rep_maxes == (stepped.best,)


def test_tired_sets_take_no_max_down_but_missed_first_ones_do():
    told = lifter(bench_press=Load.kg(100)).one_rep_maxes[0]
    athlete = lifter(bench_press=Load.kg(100))
    tired = [line("bench_press", H, (8, 8, 8, 8), Load.kg(70), comfort=Comfort.ALL_OUT)] * 3
    assert learned_of(BENCH, athlete, tired, told).best is told
    fresh = [line("bench_press", H, (8, 7, 6), Load.kg(70), asked=10, comfort=Comfort.ALL_OUT)] * 3
    assert learned_of(BENCH, athlete, fresh, told).best.load < told.load


@pytest.mark.parametrize(
    ("goal", "reps", "kg", "shown"),
    [
        (S, (5,) * 5, 98, 98 / 0.9),
        (H, (10,) * 4, 88, 88 / 0.8),
        (S, (5,) * 5, 96, 100),
        (F, (15,) * 3, 75, 100),
    ],
)
def test_loads_done_above_the_band_prove_the_max_they_are_a_share_of(goal, reps, kg, shown):
    athlete = lifter(bench_press=Load.kg(100), known_at=EARLY)
    done = line("bench_press", goal, reps, Load.kg(kg), comfort=None)
    best = learned_of(BENCH, athlete, [done], athlete.one_rep_maxes[0]).best
    assert best.load.g == round(shown * 1000)


def test_a_load_of_ones_own_choice_proves_nothing_by_the_map():
    athlete = lifter(bench_press=Load.kg(100), known_at=EARLY)
    done = line("bench_press", S, (5,) * 5, Load.kg(120), comfort=None)
    free = replace(done, sets=tuple(replace(one, target=None) for one in done.sets))
    assert learned_of(BENCH, athlete, [free], athlete.one_rep_maxes[0]).best.load == Load.kg(100)


def test_deloads_push_ups_and_an_unknown_body_mass_teach_nothing():
    athlete = lifter(bench_press=Load.kg(100), known_at=EARLY)
    light = line("bench_press", H, (8, 7), Load.kg(60), asked=10, deload=True)
    assert learned_of(BENCH, athlete, [light], athlete.one_rep_maxes[0]) == Learned(athlete.one_rep_maxes[0])
    assert taught(lifter(), line("push_up", H, (10,) * 4, None)).one_rep_maxes == ()
    pull_up = line("pull_up", H, (8,) * 4, Load.kg(10))
    assert taught(lifter(bodyweight_g=None), pull_up).one_rep_maxes == ()
    assert taught(lifter(bodyweight_g=80_000), pull_up).one_rep_maxes[0].load > Load.kg(100)
