"""The week's sets: fewer for legs that have theirs, more for what lacks them, pulls level with pushes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal, Level
from core.model.history import History
from core.model.session import Prescription, Reason
from core.training import reason_codes as codes
from core.training.session.balancing import balanced
from core.training.week.volume import band
from tests.core.training.plan_cases import C, a_plan, an_athlete, trained

H, MID, OLD = Goal.HYPERTROPHY, Level.INTERMEDIATE, Level.EXPERIENCED
ATHLETE = an_athlete(MID)


def asked(exercise_id: str, sets: int = 4, *reasons: Reason) -> Prescription:
    return Prescription(exercise_id, H, sets, 10, 60, reasons=reasons)


def sets_of(plan: tuple[Prescription, ...], done: dict[str, float]) -> list[int]:
    return [one.sets for one in balanced(plan, done, band(H, MID), ATHLETE, C)]


def test_legs_with_their_sets_give_some_up_and_the_chest_gets_its_own_with_a_pull() -> None:
    plan = (asked("back_squat"), asked("bench_press"), asked("barbell_row"))
    assert sets_of(plan, {"quads": 8.0, "chest": 3.0, "lats": 3.0}) == [3, 5, 5]


def test_inside_the_band_nothing_changes() -> None:
    plan = (asked("back_squat"), asked("bench_press"), asked("barbell_row"))
    assert sets_of(plan, {"quads": 5.0, "chest": 4.0, "lats": 4.0}) == [4, 4, 4]


@pytest.mark.parametrize("code", [codes.REPEAT_AFTER_MISS, codes.AFTER_PAIN, codes.FEWEST_SETS_ON_RETURN])
def test_nothing_is_added_where_the_last_session_was_too_much(code: str) -> None:
    plan = (asked("bench_press", 4, Reason.of(code)), asked("barbell_row", 4))
    assert sets_of(plan, {"lats": 6.0}) == [4, 4]


def test_without_a_pull_that_may_grow_no_push_does() -> None:
    plan = (asked("bench_press"), asked("barbell_row", 4, Reason.of(codes.STEP_DOWN)))
    assert sets_of(plan, {}) == [4, 4]
    deload = (asked("bench_press"), replace(asked("barbell_row"), deload=True))
    assert sets_of(deload, {}) == [4, 4]


@given(
    sets=st.lists(st.integers(3, 5), min_size=5, max_size=5),
    done=st.dictionaries(st.sampled_from(["quads", "hamstrings", "chest", "lats"]), st.floats(0, 20)),
)
def test_sets_stay_in_band_and_no_push_gets_ahead(sets: list[int], done: dict[str, float]) -> None:
    names = ("back_squat", "bench_press", "barbell_row", "romanian_deadlift", "overhead_press")
    plan = tuple(asked(name, count) for name, count in zip(names, sets, strict=True))
    after = balanced(plan, done, band(H, MID), ATHLETE, C)
    assert all(3 <= one.sets <= 5 for one in after)
    total = {one.exercise_id: one.sets for one in after}
    pushed = total.get("bench_press", 0) + total.get("overhead_press", 0)
    assert 0 < pushed <= total["barbell_row"]


def test_from_the_second_week_on_a_plan_is_balanced_by_the_week_before() -> None:
    athlete = an_athlete(MID, days=3)
    first, later = (
        {one.exercise_id: one.sets for one in a_plan(athlete, H, history, day="full_a").prescriptions}
        for history in (History(), trained(athlete, H, [2, 2, 3] * 3))
    )
    assert (first["back_squat"], later["back_squat"]) == (4, 3)
