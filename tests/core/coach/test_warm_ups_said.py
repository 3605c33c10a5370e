"""Typed sets against the warm-up line: what ticks it off, and what could be work as well."""

from __future__ import annotations

import pytest

from core.coach.workout.warming import may_be_work
from core.model.session import SetTarget
from core.model.workout import Entry, SetKind
from core.units import Load

ASKED = SetTarget(Load.kg(40), 8, 60)


@pytest.mark.parametrize(
    ("load", "reps", "kind", "either"),
    [
        (20, 8, SetKind.WORK, True),  # half of the load for all its reps: a beginner's only warm-up
        (20, 7, SetKind.WORK, False),
        (17.5, 8, SetKind.WORK, False),
        (20, 8, SetKind.WARM_UP, False),
    ],
)
def test_a_light_set_of_all_its_reps_may_be_work(load: float, reps: int, kind: SetKind, either: bool) -> None:
    assert may_be_work(Entry(Load.kg(str(load)), reps, None, None, kind), ASKED) is either
