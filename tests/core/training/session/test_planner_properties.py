from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.athlete import Athlete, Goal
from core.model.exercise import Pattern
from core.training.exercises.choosing import Choice
from core.training.goals import rules_for
from core.training.loads.loading import load_steps
from core.training.plan_reason_codes import PLAN_CODES, TIME_SHORT
from core.training.reason_codes import CODES
from core.training.session.fitting import compound_share
from core.training.session.timing import minutes_of
from core.training.week.programme import LIMITS
from tests.core.training.plan_cases import GOALS, TODAY, C, a_plan, athletes, exercises, names, trained

GAPS = st.lists(st.sampled_from([1, 2, 3, 7, 16, 40, 100]), max_size=6)
MISSES = st.lists(st.integers(0, 5), min_size=1, max_size=3)


@settings(max_examples=80)
@given(athletes(), GOALS, GAPS, MISSES, st.sampled_from([None, 15, 20, 30, 45, 60, 90]))
def test_every_plan_is_one_a_coach_would_sign(
    athlete: Athlete, goal: Goal, gaps: list[int], misses: list[int], minutes: int | None
) -> None:
    history = trained(athlete, goal, gaps, misses)
    session = a_plan(athlete, goal, history, minutes=minutes)
    planned = exercises(session)

    assert session == a_plan(athlete, goal, history, minutes=minutes), "the same inputs, the same plan"
    assert len(set(names(session))) == len(planned) >= 1, "no exercise twice"
    assert len(planned) <= LIMITS[goal].most
    assert planned[0].compound, "a compound opens"
    assert compound_share(session.prescriptions, C) >= LIMITS[goal].compound_share
    ranks = [2 if one.pattern in (Pattern.CORE, Pattern.CARRY) else int(not one.compound) for one in planned]
    assert ranks == sorted(ranks), "compounds, isolation, trunk"

    choice = Choice(athlete, goal, goal is Goal.FOUNDATION, history, C, TODAY, any_means=True)
    assert all(choice.allows(exercise) for exercise in planned)  # any means fill a thin day (decision 106)
    for asked, exercise in zip(session.prescriptions, planned, strict=True):
        rules = rules_for(asked.goal, athlete)
        assert asked.load is None or asked.load in load_steps(exercise, athlete)
        assert 1 <= asked.sets <= rules.sets[1]
        assert rules.rest_s[0] <= asked.rest_s <= rules.rest_s[1]

    assert session.minutes == minutes_of(session.prescriptions, C)
    codes = {notice.code for notice in session.notices}
    assert minutes is None or session.minutes <= minutes or TIME_SHORT in codes
    for notice in session.notices:
        expected = PLAN_CODES.get(notice.code, CODES.get(notice.code))
        assert expected is not None
        assert tuple(name for name, _ in notice.values) == expected


@given(athletes(), GOALS, st.data())
def test_nothing_excluded_or_hurting_is_planned(athlete: Athlete, goal: Goal, data: st.DataObject) -> None:
    ids = st.sets(st.sampled_from([one.id for one in C.exercises]), max_size=60)
    excluded = frozenset(data.draw(ids))
    hurting = frozenset(data.draw(st.sets(st.sampled_from([*C.muscles, *Pattern, "deadlift"]), max_size=4)))
    for one in exercises(a_plan(athlete, goal, excluded=excluded, hurting=hurting)):
        assert one.id not in excluded | hurting
        assert one.pattern not in hurting
        assert not hurting & set(one.primary)
