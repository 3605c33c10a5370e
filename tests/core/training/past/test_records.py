from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal, OneRepMax, Provenance
from core.model.history import History, PastWorkout
from core.model.workout import LoggedSet, PastExercise, SetKind
from core.training.past.records import Best, RecordKind, e1rm_of, new_records, records, with_told
from core.units import Load
from tests.core.training.plan_cases import TODAY, C, a_set

BENCH, PULL_UP, PUSH_UP, ASSISTED = C["bench_press"], C["pull_up"], C["push_up"], C["assisted_pull_up"]


def best_of(*sets: LoggedSet, bodyweight_g: int | None = None) -> Best:
    return records(sets, C, bodyweight_g)[sets[0].exercise_id]


def test_the_best_is_the_highest_estimate_and_the_heaviest_load_by_reps() -> None:
    best = best_of(a_set("bench_press", 80, 10), a_set("bench_press", 100, 1), a_set("bench_press", 75, 10))
    assert best.e1rm == Load(106_667, Load.kg(1).unit)
    assert best.loads == {1: Load.kg(100), 10: Load.kg(80)}
    assert best.load_for(5) == Load.kg(80)
    assert best.load_for(11) is None


def test_a_single_is_its_own_estimate() -> None:
    assert best_of(a_set("bench_press", 150, 1)).e1rm == Load.kg(150)


def test_a_record_is_only_estimated_from_ten_reps_and_fewer() -> None:
    assert best_of(a_set("back_squat", 112.5, 12)).e1rm is None
    assert best_of(a_set("back_squat", 112.5, 9, rir=2)).e1rm is None, "nine and two left are eleven"
    assert best_of(a_set("back_squat", 112.5, 8, rir=2)).e1rm == Load.kg(150)


def test_sets_over_twelve_reps_and_warm_ups_estimate_nothing() -> None:
    assert best_of(a_set("bench_press", 60, 15)).e1rm is None
    assert records([a_set("bench_press", 60, 5, kind=SetKind.WARM_UP)], C) == {}


def test_unknown_exercises_hold_no_record() -> None:
    assert records([a_set("own_3", 60, 5)], C) == {}


def test_body_mass_counts_where_it_is_lifted_along() -> None:
    assert e1rm_of(a_set("pull_up", None, 3), PULL_UP, 80_000) == Load.kg(88)
    assert e1rm_of(a_set("pull_up", 10, 1), PULL_UP, 80_000) == Load.kg(90)
    assert e1rm_of(a_set("assisted_pull_up", 20, 1), ASSISTED, 80_000) == Load.kg(60)
    assert e1rm_of(a_set("pull_up", None, 3), PULL_UP, None) is None


def test_reps_without_a_load_have_their_own_record() -> None:
    best = best_of(a_set("push_up", None, 20), a_set("push_up", None, 25))
    assert (best.reps, best.e1rm, best.loads) == (25, None, {})
    broken = new_records(best, a_set("push_up", None, 26), PUSH_UP)
    assert [(one.kind, one.reps, one.reps_before) for one in broken] == [(RecordKind.REPS, 26, 25)]
    assert new_records(best, a_set("push_up", None, 25), PUSH_UP) == ()


def test_a_new_best_names_what_it_beats() -> None:
    before = best_of(a_set("bench_press", 80, 10))
    found = new_records(before, a_set("bench_press", 82.5, 10), BENCH)
    assert [(one.kind, one.load, one.before) for one in found] == [
        (RecordKind.E1RM, Load.kg(110), before.e1rm),
        (RecordKind.LOAD, Load.kg(82.5), Load.kg(80)),
    ]


def test_an_estimate_is_measured_against_a_told_maximum_and_not_a_light_set_since() -> None:
    logged = a_set("bench_press", 60, 5)
    told = OneRepMax("bench_press", Load.kg(100), Provenance.STATED, logged.logged_at - timedelta(days=1))
    before = with_told(best_of(logged), told, BENCH, logged.logged_at)
    found = new_records(before, a_set("bench_press", 80, 10), BENCH)
    assert (found[0].kind, found[0].before) == (RecordKind.E1RM, Load.kg(100))
    less = new_records(before, a_set("bench_press", 80, 7), BENCH)
    assert all(one.kind is not RecordKind.E1RM for one in less)


def test_fewer_reps_at_a_load_that_went_for_more_are_no_record() -> None:
    before = best_of(a_set("bench_press", 80, 10))
    assert new_records(before, a_set("bench_press", 80, 8), BENCH) == ()
    assert new_records(before, a_set("bench_press", 80, 10), BENCH) == ()


def test_a_first_time_and_a_warm_up_are_no_record() -> None:
    assert new_records(None, a_set("bench_press", 80, 10), BENCH) == ()
    before = best_of(a_set("bench_press", 80, 10))
    assert new_records(before, a_set("bench_press", 100, 10, kind=SetKind.WARM_UP), BENCH) == ()


def test_a_whole_history_is_read() -> None:
    past = PastExercise(
        "bench_press", Goal.STRENGTH, TODAY, (a_set("bench_press", 90, 5),), 5, 5, Load.kg(90)
    )
    history = History.of([PastWorkout(TODAY, Goal.STRENGTH, "full_a", (past,))])
    assert records(history, C)["bench_press"].loads == {5: Load.kg(90)}


sets = st.lists(
    st.builds(a_set, st.just("bench_press"), st.integers(20, 200), st.integers(1, 15)),
    min_size=1,
    max_size=12,
)


@given(sets)
def test_the_order_of_sets_does_not_matter_and_nothing_beats_the_best_itself(logged: list[LoggedSet]) -> None:
    best = records(logged, C)["bench_press"]
    assert best == records(reversed(logged), C)["bench_press"]
    assert all(new_records(best, one, BENCH) == () for one in logged)
    assert best.load_for(1) == max(one.load for one in logged if one.load is not None)
