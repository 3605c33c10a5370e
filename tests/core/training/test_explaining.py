"""What is told of a set in hand names the numbers on its card, whatever was lifted before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal
from core.model.session import Reason
from core.training.in_session import NextSet, next_target
from core.units import Load

from .lifters import EXERCISES, asked_of, done_set, lifter

SQUAT = EXERCISES["back_squat"]
ATHLETE = lifter(back_squat=Load.kg(140))
SETS = st.lists(
    st.tuples(
        st.integers(4, 14), st.sampled_from([None, "97.5", "105", "110", "112.5", "115", "120", "140"])
    ),
    max_size=3,
)


def lifted(goal: Goal, sets: list[tuple[int, str | None]]) -> NextSet:
    """The coming set after these, each done with the load asked unless another is named."""
    asked, done = asked_of("back_squat", ATHLETE, goal), []
    coming = next_target(asked, SQUAT, ATHLETE, done)
    for number, (reps, kg) in enumerate(sets, start=1):
        if coming.target is None:
            break
        load = coming.target.load if kg is None else Load.kg(kg)
        done.append(replace(done_set(number, reps, load), target=coming.target))
        coming = next_target(asked, SQUAT, ATHLETE, done)
    return coming


def values_of(changes: tuple[Reason, ...]) -> set[object]:
    return {value for told in changes for _, value in told.values}


@given(st.sampled_from([Goal.HYPERTROPHY, Goal.STRENGTH]), SETS)
def test_whatever_is_off_the_plan_is_told(goal: Goal, sets: list[tuple[int, str | None]]) -> None:
    asked, coming = asked_of("back_squat", ATHLETE, goal), lifted(goal, sets)
    if coming.target is None:
        return
    told = values_of(coming.changes)
    if coming.target.load != asked.load:
        assert coming.target.load in told
    if coming.target.reps != asked.reps:
        assert coming.target.reps in told or coming.target.load in told
    if coming.target.rest_s != asked.rest_s:
        assert coming.target.rest_s in told
    loads = {value for value in told if isinstance(value, Load)} - {Load.kg(140)}
    assert loads <= {coming.target.load, *(Load.kg(kg) for _, kg in sets if kg)}


def test_a_change_of_an_earlier_set_is_still_told_though_it_is_no_news() -> None:
    coming = lifted(Goal.HYPERTROPHY, [(7, None), (10, None)])
    assert coming.reasons == ()
    assert [told.code for told in coming.changes] == [
        "rest_lengthened",
        "load_lowered",
        "target_lowered",
        "share_now",
    ]
