"""The brain without a chat."""

from __future__ import annotations

import pytest

from core.training.__main__ import main


def test_a_strength_session_with_its_reasons(capsys):
    assert main(["--goal", "strength", "--level", "intermediate", "--one-rm", "squat=140kg,bench=100kg"]) == 0
    printed = capsys.readouterr().out
    assert "Back squat: 5 × 5 @ 125 kg (89%) · rest 180 s · tempo X" in printed
    assert "a side: 25 + 25 + 2.5" in printed
    assert "why: start by map (max 140 kg, reps 5, share 90.0%)" in printed


def test_a_beginner_hears_why_foundation_comes_first(capsys):
    assert main(["--goal", "hypertrophy", "--level", "beginner", "--unit", "lb"]) == 0
    printed = capsys.readouterr().out
    assert "foundation first (next goal hypertrophy" in printed
    assert "try one of" in printed


@pytest.mark.parametrize(
    "told", ["qwertyuiop=100kg", "squat=heavy", "squat=-5kg", "squat=nan", "squat=1e309"]
)
def test_what_is_not_understood_ends_in_one_line(told):
    with pytest.raises(SystemExit, match="--one-rm"):
        main(["--one-rm", told])
