"""What is told of a set in hand names the numbers on its card, whatever was lifted before."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.athlete import Gear, Goal, Level
from core.model.exercise import Pattern
from core.model.session import Reason, SetTarget
from core.training import reason_codes as codes
from core.training.prescription.explaining import of_a_set, of_goal
from core.training.prescription.in_session import NextSet, next_target
from core.training.reason_codes import CODES
from core.units import Load
from tests.core.training.lifters import EXERCISES, asked_of, done_set, lifter
from tests.core.training.plan_cases import C, a_plan, an_athlete, trained

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


@given(st.sampled_from(list(Gear)), st.sampled_from(list(Goal)), st.sampled_from(list(Level)))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_sets_and_rest_of_every_exercise_have_a_reason(gear: Gear, goal: Goal, level: Level) -> None:
    athlete = an_athlete(level, gear)
    for asked in a_plan(athlete, goal, trained(athlete, goal, [3] * 3)).prescriptions:
        told = [dict(reason.values) for reason in (*asked.reasons, *of_goal(asked))]
        trunk = C[asked.exercise_id].pattern in (Pattern.CORE, Pattern.CARRY)  # its three sets are no goal's
        assert trunk or sum("sets" in values for values in told) >= 1, asked
        assert sum("rest_s" in values for values in told) >= 1, asked
        assert all(tuple(name for name, _ in one.values) == CODES[one.code] for one in of_goal(asked))


def test_a_rest_made_longer_and_done_warm_ups_need_no_usual_reason() -> None:
    asked = asked_of("back_squat", ATHLETE, Goal.STRENGTH)
    first = [told.code for told in of_a_set(asked, SetTarget(asked.load, 5, 0), asked.warm_ups)]
    assert first == [codes.SETS_OF_GOAL, codes.REST_OF_STRENGTH, codes.WARM_UP_RAMP]
    assert of_a_set(asked, SetTarget(asked.load, 5, 300), ()) == ()
