"""A routine's session: its own order, the goal's numbers, its owner's sets and reps, its supersets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import catalogue
from core.model.athlete import Athlete, Goal, Level
from core.model.history import History, PastWorkout
from core.model.routine import Routine, RoutineExercise
from core.model.session import Session, routine_day, routine_named
from core.training.goals import GOALS
from core.training.reason_codes import OWN_TARGET, OWN_TARGET_IN_BAND
from core.training.session.routines import plan_routine
from core.training.week.programme import DAYS
from core.units import Load
from tests.core.training.lifters import TODAY, codes_of, lifter, line

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION
C = catalogue()
LIFTER = lifter(
    Level.INTERMEDIATE, bench_press=Load.kg(100), back_squat=Load.kg(140), overhead_press=Load.kg(60)
)


def routine(*exercises: RoutineExercise | str, name: str = "Push A") -> Routine:
    held = (one if isinstance(one, RoutineExercise) else RoutineExercise(one) for one in exercises)
    return Routine(7, name, tuple(held))


def session_of(
    held: Routine, goal: Goal = H, *, athlete: Athlete = LIFTER, past: History | None = None
) -> Session:
    return plan_routine(held, athlete, goal, past or History(), C, TODAY)


def bench(sets: int | None = None, reps: int | None = None) -> RoutineExercise:
    return RoutineExercise("bench_press", sets, reps)


def test_it_keeps_its_order_and_takes_loads_from_the_same_rules() -> None:
    planned = session_of(routine("lateral_raise", "own_9", "bench_press"))
    assert [asked.exercise_id for asked in planned.prescriptions] == ["lateral_raise", "bench_press"]
    assert planned.prescriptions[1].load == Load.kg(80)
    assert (planned.routine_id, routine_named(planned.day)) == (7, "Push A")


@pytest.mark.parametrize("name", [*DAYS, "free", "routine: x"])
def test_no_name_is_taken_for_a_day(name: str) -> None:
    assert routine_day(name) not in {*DAYS, "free"}
    assert routine_named(routine_day(name)) == name
    assert routine_named("upper_a") is None


@pytest.mark.parametrize(
    ("reps", "load", "share"), [(6, "82.5", 0.825), (8, "82.5", 0.825), (10, "80", 0.80), (12, "75", 0.75)]
)
def test_other_reps_move_the_load_along_the_goals_map(reps: int, load: str, share: float) -> None:
    (asked,) = session_of(routine(bench(reps=reps))).prescriptions
    assert (asked.reps, asked.load, asked.share) == (reps, Load.kg(load), share)
    assert OWN_TARGET in codes_of(asked)


def test_what_the_goal_does_not_allow_is_kept_in_its_band_and_told() -> None:
    (asked,) = session_of(routine(bench(sets=9, reps=20))).prescriptions
    assert (asked.sets, asked.reps, OWN_TARGET_IN_BAND in codes_of(asked)) == (5, 12, True)
    (heavy,) = session_of(routine(bench(sets=5, reps=10)), S).prescriptions
    assert (heavy.sets, heavy.reps) == (5, 5)


def test_after_a_miss_fewer_reps_never_mean_more_weight() -> None:
    missed = line("bench_press", H, (10, 9, 8, 8), Load.kg(80), asked=10)
    past = History.of([PastWorkout(missed.trained_on, H, "upper_a", (missed,))])
    (asked,) = session_of(routine(bench(reps=6)), past=past).prescriptions
    assert asked.reps == 6
    assert asked.load is not None
    assert asked.load.g <= Load.kg(80).g


def test_own_reps_progress_by_weight() -> None:
    done = line("bench_press", H, (8, 8, 8, 8), Load.kg(80), asked=8, rir=3)
    past = History.of([PastWorkout(done.trained_on, H, "x", (done,))])
    (asked,) = session_of(routine(bench(reps=8)), past=past).prescriptions
    assert asked.reps == 8
    assert asked.load == Load.kg("82.5") or asked.load == Load.kg(80)


def test_supersets_stay_together_where_the_goal_allows_them() -> None:
    held = routine(
        RoutineExercise("bench_press", pair=1), RoutineExercise("barbell_row", pair=1), "lateral_raise"
    )
    sized = session_of(held)
    assert [asked.superset for asked in sized.prescriptions] == [0, 0, None]
    heavy = session_of(held, S)
    assert [asked.superset for asked in heavy.prescriptions] == [None, None, None]
    assert [notice.code for notice in heavy.notices] == ["pairs_apart"]


def test_a_partner_that_hurts_leaves_the_other_on_its_own() -> None:
    held = routine(RoutineExercise("bench_press", pair=1), RoutineExercise("barbell_row", pair=1))
    left = plan_routine(held, LIFTER, H, History(), C, TODAY, hurting=frozenset({"barbell_row"}))
    assert [(one.exercise_id, one.superset) for one in left.prescriptions] == [("bench_press", None)]


def test_a_limit_of_minutes_and_an_easy_week_hold_for_routines_too() -> None:
    held = routine("bench_press", "barbell_row", "overhead_press", "lateral_raise", "triceps_pushdown")
    short = plan_routine(held, LIFTER, H, History(), C, TODAY, minutes=30)
    assert short.minutes <= 30
    easy = plan_routine(held, LIFTER, H, History(), C, TODAY, deload=True)
    assert all(one.deload and one.sets == 2 for one in easy.prescriptions)


def test_a_routine_with_nothing_left_says_so() -> None:
    empty = session_of(routine("own_1"))
    assert (empty.prescriptions, [notice.code for notice in empty.notices]) == ((), ["nothing_left"])


WANTED = st.builds(
    RoutineExercise,
    st.sampled_from([*C]),
    st.none() | st.integers(1, 10),
    st.none() | st.integers(1, 30),
    st.none() | st.integers(1, 3),
)


@given(
    st.lists(WANTED, max_size=6, unique_by=lambda one: one.exercise_id),
    st.sampled_from(Goal),
    st.sampled_from(Level),
    st.integers(20, 300),
)
def test_whatever_is_wanted_stays_lawful(
    held: list[RoutineExercise], goal: Goal, level: Level, bench_kg: int
) -> None:
    athlete = replace(lifter(level, bench_press=Load.kg(bench_kg)), bodyweight_g=80_000)
    planned = plan_routine(Routine(1, "x", tuple(held)), athlete, goal, History(), C, TODAY)
    for asked in planned.prescriptions:
        rules = GOALS[asked.goal]
        assert asked.sets <= rules.sets[1]
        if asked.share is not None and not asked.out_of_band:
            assert rules.share[0] - 1e-6 <= asked.share <= rules.share[1] + 1e-6
        if asked.load is not None and asked.one_rep_max is not None:
            assert asked.share is None or asked.share <= 1.0 or asked.out_of_band
    for number in {asked.superset for asked in planned.prescriptions} - {None}:
        assert [asked.superset for asked in planned.prescriptions].count(number) == 2
