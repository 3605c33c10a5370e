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
from core.training.balancing import balanced
from core.training.fitting import ASKED_LIFTS
from core.training.volume import band

from .plan_cases import C, a_plan, an_athlete, planned_sets, trained

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


GAPS = {2: [3, 4], 3: [2, 2, 3], 4: [1, 2, 1, 3], 5: [1, 1, 1, 1, 3], 6: [1, 1, 1, 1, 1, 2]}


MUSCLES = ("quads", "hamstrings", "chest", "lats")


def lowest_and_highest(goal: Goal, level: Level, days: int) -> tuple[float, float]:
    """The fewest and most sets a week of a judged muscle, or of a main lift that strength trains."""
    history = trained(an_athlete(level, days=days), goal, GAPS[days] * 8)
    weeks = [history.workouts[at : at + days] for at in range(4 * days, 8 * days, days)]
    totals: dict[str, list[float]] = {}
    for week in weeks:
        asked_for = [
            Prescription(one.exercise_id, goal, one.asked_sets, 1, 1) for w in week for one in w.exercises
        ]
        muscles = planned_sets(asked_for, C)
        for muscle in MUSCLES:
            totals.setdefault(muscle, []).append(muscles.get(muscle, 0.0))
        for lift in ASKED_LIFTS:
            count = sum(one.sets for one in asked_for if one.exercise_id == lift)
            totals.setdefault(lift, []).append(count)
    names = ASKED_LIFTS if goal is Goal.STRENGTH else MUSCLES
    means = [sum(totals[name]) / len(weeks) for name in names]
    return min(means), max(means)


# What the lawful sessions hold: (fewest, most) a week. Decision 105 tells why the first is under the start.
@pytest.mark.parametrize(
    ("goal", "level", "days", "least"),
    [
        (H, MID, 2, 8), (H, MID, 3, 8), (H, MID, 4, 8), (H, MID, 5, 8), (H, MID, 6, 8),
        (H, OLD, 2, 7), (H, OLD, 3, 11), (H, OLD, 4, 12), (H, OLD, 5, 12), (H, OLD, 6, 11),
        (Goal.STRENGTH, MID, 2, 5), (Goal.STRENGTH, MID, 3, 7), (Goal.STRENGTH, MID, 4, 8),
        (Goal.STRENGTH, MID, 5, 8), (Goal.STRENGTH, MID, 6, 8),
        (Goal.STRENGTH, OLD, 3, 7), (Goal.STRENGTH, OLD, 4, 6), (Goal.STRENGTH, OLD, 5, 7),
        (Goal.STRENGTH, OLD, 6, 8),
    ],
)  # fmt: skip
def test_a_week_reaches_its_band_and_passes_no_cap(goal: Goal, level: Level, days: int, least: int) -> None:
    fewest, most = lowest_and_highest(goal, level, days)
    assert fewest >= least
    assert most <= band(goal, level).cap


def test_what_the_days_cannot_hold_is_told_in_one_line() -> None:
    two = an_athlete(OLD, days=2)
    told = a_plan(two, H, trained(two, H, [3, 4] * 6)).notices
    assert [(one.code, one.get("days"), one.get("start")) for one in told] == [("muscle_short", 2, 12)]
    enough = an_athlete(OLD, days=4)
    assert a_plan(enough, H, trained(enough, H, GAPS[4] * 6)).notices == ()
    lifts = an_athlete(MID, days=2)
    short = a_plan(lifts, Goal.STRENGTH, trained(lifts, Goal.STRENGTH, [3, 4] * 6)).notices
    assert [(one.code, one.get("exercise"), one.get("sets")) for one in short] == [
        ("lift_short", "bench_press", 5)
    ]


def test_after_a_week_with_a_session_left_out_nothing_is_said_of_the_days() -> None:
    athlete = an_athlete(OLD, days=2)
    assert a_plan(athlete, H, trained(athlete, H, [3, 4] * 6 + [9])).notices == ()


def test_from_the_second_week_on_a_plan_is_balanced_by_the_week_before() -> None:
    athlete = an_athlete(MID, days=3)
    first, later = (
        {one.exercise_id: one.sets for one in a_plan(athlete, H, history, day="full_a").prescriptions}
        for history in (History(), trained(athlete, H, GAPS[3] * 3))
    )
    assert (first["back_squat"], later["back_squat"]) == (4, 3)
