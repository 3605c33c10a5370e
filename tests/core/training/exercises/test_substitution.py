from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Athlete, Gear, Goal, Level
from core.model.exercise import Exercise
from core.model.history import History
from core.training.exercises.choosing import Choice
from core.training.exercises.sparing import near_variant
from core.training.exercises.substitution import alternatives
from core.training.loads.loading import load_steps
from tests.core.training.plan_cases import GOALS, TODAY, C, an_athlete, athletes, names, novice

H, S, F = Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION


def instead_of(exercise_id: str, athlete: Athlete, goal: Goal = H, *excluded: str) -> list[str]:
    found = alternatives(C[exercise_id], athlete, goal, History(), C, TODAY, excluded=frozenset(excluded))
    return names(found)


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ("bench_press", ["dumbbell_bench_press", "machine_chest_press", "smith_machine_bench_press"]),
        ("barbell_row", ["seated_cable_row", "one_arm_dumbbell_row", "machine_row"]),
        ("back_squat", ["leg_press", "goblet_squat", "smith_machine_squat"]),
        ("lat_pulldown", ["chin_up", "assisted_pull_up", "pull_up"]),
        ("dumbbell_curl", ["barbell_curl", "preacher_curl"]),
    ],
)
def test_the_nearest_movements_on_other_equipment(taken: str, expected: list[str]) -> None:
    found = instead_of(taken, an_athlete())
    assert sorted(found[: len(expected)]) == sorted(expected)


def test_loads_are_worked_out_for_the_alternative() -> None:
    found = alternatives(C["bench_press"], an_athlete(), H, History(), C, TODAY)
    assert all(one.load is not None and one.share is not None for one in found)


def test_only_what_the_gear_allows() -> None:
    assert instead_of("dumbbell_bench_press", an_athlete(gear=Gear.DUMBBELLS))[0] == "incline_dumbbell_press"
    at_home = instead_of("push_up", an_athlete(gear=Gear.BODYWEIGHT))
    assert {C[name].equipment for name in at_home} == {("bodyweight",)}


def test_excluded_ones_are_not_offered() -> None:
    assert "dumbbell_bench_press" not in instead_of("bench_press", an_athlete(), H, "dumbbell_bench_press")


def test_foundation_offers_its_own_exercises_first() -> None:
    found = instead_of("machine_chest_press", novice(), F)
    assert len(found) == 3
    assert all("foundation" in C[name].tags for name in found)


def test_a_power_lift_is_replaced_by_a_power_lift() -> None:
    found = instead_of("power_clean", an_athlete(Level.EXPERIENCED), Goal.POWER)
    assert found
    assert all("power" in C[name].tags for name in found)


@pytest.mark.parametrize(
    ("hurts", "expected"),
    [
        ("back_squat", ["leg_press", "leg_extension", "lying_leg_curl"]),
        ("bench_press", ["machine_chest_press", "cable_crossover", "triceps_pushdown"]),
        ("deadlift", ["cable_pull_through", "leg_press", "lying_leg_curl"]),
    ],
)
def test_after_a_pain_guided_movements_and_single_muscles_are_offered(
    hurts: str, expected: list[str]
) -> None:
    found = alternatives(C[hurts], an_athlete(), H, History(), C, TODAY, after_pain=True)
    assert names(found) == expected


@given(athletes(), GOALS, st.sampled_from(C.exercises))
def test_after_a_pain_no_near_variant_and_no_bar_of_the_same_movement_is_offered(
    athlete: Athlete, goal: Goal, hurts: Exercise
) -> None:
    for one in alternatives(hurts, athlete, goal, History(), C, TODAY, after_pain=True, limit=5):
        other = C[one.exercise_id]
        assert not near_variant(other, hurts)
        assert not (other.pattern is hurts.pattern and other.uses_bar)


def test_what_hurt_before_is_not_offered_in_another_variant() -> None:
    found = alternatives(
        C["leg_press"], an_athlete(), H, History(), C, TODAY, hurting=frozenset({"back_squat"}), limit=9
    )
    assert found
    assert not [one for one in names(found) if near_variant(C[one], C["back_squat"])]


def test_where_the_rack_is_taken_another_kind_of_equipment_comes_first() -> None:
    at_home = an_athlete(gear=Gear.BARBELL)
    found = alternatives(C["back_squat"], at_home, H, History(), C, TODAY, taken=True)
    assert found
    assert "barbell" not in C[found[0].exercise_id].equipment


@given(athletes(), GOALS, st.sampled_from(C.exercises), st.integers(1, 5))
def test_alternatives_are_few_different_doable_and_loadable(
    athlete: Athlete, goal: Goal, taken: Exercise, limit: int
) -> None:
    found = alternatives(taken, athlete, goal, History(), C, TODAY, limit=limit)
    choice = Choice(athlete, goal, goal is F, History(), C, TODAY)
    assert len(found) <= limit
    assert len(set(names(found))) == len(found)
    assert taken.id not in names(found)
    for one in found:
        exercise = C[one.exercise_id]
        assert choice.allows(exercise)
        assert one.load is None or one.load in load_steps(exercise, athlete)
        assert exercise.pattern is taken.pattern or taken.pattern not in ("isolation", exercise.pattern)
