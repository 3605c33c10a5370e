"""What hurts is left out of plans together with what loads the joint alike."""

from __future__ import annotations

import pytest

from core.model.athlete import Goal
from core.model.history import History
from core.training.exercises.sparing import near_variant
from core.training.session.planner import additions, longer
from core.training.week.programme import DAYS
from tests.core.training.plan_cases import MAXES_KG, TODAY, C, a_plan, an_athlete, names


@pytest.mark.parametrize(
    ("hurts", "near"), [("back_squat", "pause_squat"), ("deadlift", "romanian_deadlift")]
)
def test_what_hurts_is_spared_in_its_near_variants_too(hurts: str, near: str) -> None:
    athlete = an_athlete(maxes={**MAXES_KG, near: 100})
    for day in DAYS:
        planned = names(a_plan(athlete, Goal.HYPERTROPHY, day=day, hurting=frozenset({hurts})))
        assert planned
        assert not [one for one in planned if near_variant(C[one], C[hurts])], day
        assert not {hurts, near} & set(planned)


def test_an_easier_variant_with_the_body_alone_is_the_way_back() -> None:
    assert not near_variant(C["incline_push_up"], C["push_up"])
    assert near_variant(C["push_up"], C["incline_push_up"])
    assert near_variant(C["safety_bar_squat"], C["back_squat"])
    assert not near_variant(C["leg_press"], C["back_squat"])


@pytest.mark.parametrize("hurts", ["back_squat", "bench_press", "quads"])
def test_what_is_added_spares_what_hurts_as_plans_do(hurts: str) -> None:
    """By near variant, pattern and muscle, not by the exercise's id alone."""
    athlete, goal = an_athlete(maxes=MAXES_KG), Goal.HYPERTROPHY
    for day in DAYS:
        session = a_plan(athlete, goal, day=day, hurting=frozenset({hurts}))
        told = (session, athlete, goal, History(), C, TODAY)
        offered = names(session) + names(additions(*told, hurting=frozenset({hurts}), limit=6))
        grown = longer(*told, hurting=frozenset({hurts}))
        for one in (*offered, *names(grown)):
            assert hurts not in C[one].primary, (day, one)
            assert hurts not in C or not near_variant(C[one], C[hurts]), (day, one)
