from __future__ import annotations

import pytest

from bot.views.gate import PATTERNS, gate_line
from core.model.outcomes import Gate
from core.training.progress.foundation import GROUPS


@pytest.mark.parametrize(
    ("gate", "line"),
    [
        (Gate(0, 8, 0, 4, ("squat", "hinge", "push", "pull")), "Foundation: 0 of 8 workouts · week 1 of 4"),
        (Gate(6, 8, 3, 4, ("push",)),
         "Foundation: 6 of 8 workouts · week 4 of 4 · still to feel easy: presses and push-ups"),
        (Gate(9, 8, 6, 4, ("squat", "hinge")),
         "Foundation: 8 of 8 workouts · week 4 of 4 · "
         "still to feel easy: squats and lunges, deadlifts and bridges"),
        (Gate(8, 8, 4, 4, (), pained=True),
         "Foundation: 8 of 8 workouts · week 4 of 4 · and two sessions without pain"),
        (Gate(8, 8, 4, 4), "Foundation done. Size and strength are open: /plan size or /plan strength."),
    ],
)  # fmt: skip
def test_the_gate_in_one_line(gate: Gate, line: str):
    assert gate_line(gate) == line


def test_every_movement_that_is_judged_has_its_words():
    assert set(PATTERNS) == set(GROUPS)
