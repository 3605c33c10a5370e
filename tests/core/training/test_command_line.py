"""The brain without a chat."""

from __future__ import annotations

import pytest

from core.model.athlete import Gear, Goal, Level
from core.model.session import Reason
from core.training.__main__ import main
from core.training.plain_reasons import SENTENCES, sentence
from core.training.plan_reason_codes import PLAN_CODES
from core.training.reason_codes import CODES


def test_a_strength_session_with_its_reasons(capsys):
    assert main(["--goal", "strength", "--level", "intermediate", "--one-rm", "squat=140kg,bench=100kg"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Strength · full a · about ")
    assert "Back squat: 5 × 5 @ 125 kg (89 %) · rest 180 s · as fast as safely possible" in printed
    assert "A side: 25 + 25 + 2.5" in printed
    assert "  5 reps at 90 % of the one-rep max (140 kg).\n" in printed


def test_sets_rest_and_bands_are_explained_too(capsys):
    assert main(["--goal", "strength", "--one-rm", "squat=140kg,bench=100kg"]) == 0
    printed = capsys.readouterr().out
    assert "  5 sets: for strength, 4 to 6 of each exercise work best.\n" in printed
    assert "  180 seconds of rest: with less, a load this heavy does not go up again.\n" in printed
    assert "a start at 86.4 %" in printed
    assert main(["--gear", "bands"]) == 0
    printed = capsys.readouterr().out
    assert "Band squat: 4 × 10 @ a band · rest 60 s" in printed


def test_a_beginner_hears_why_foundation_comes_first(capsys):
    assert main(["--goal", "hypertrophy", "--level", "beginner", "--unit", "lb"]) == 0
    printed = capsys.readouterr().out
    assert "After 8 sessions over 4 weeks comes hypertrophy." in printed
    assert "Try one of" in printed


@pytest.mark.parametrize(
    "told",
    [
        *("qwertyuiop=100kg", "squat=heavy", "squat=-5kg", "squat=nan", "squat=1e309"),
        *("squat=140kg,back squat=150kg", "plank=100kg", "squat=1000kg"),
    ],
)
def test_a_maximum_not_understood_ends_in_one_line_and_status_2(told, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--one-rm", told])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "--one-rm" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("word", "goal"),
    [
        *((word, "Hypertrophy") for word in ("size", "hyp", "muscle", "Size")),
        *((word, "Strength") for word in ("strong", "str", "kraft")),
        ("base", "Foundation"),
    ],
)
def test_a_goal_is_known_by_the_words_of_the_chat(word, goal, capsys):
    assert main(["--goal", word]) == 0
    assert capsys.readouterr().out.startswith(f"{goal} · ")


@pytest.mark.parametrize(
    "wrong", [["--goal", "fame"], ["--goal", ""], ["--days", "9"], ["--minutes", "-3"], ["--nonsense"]]
)
def test_a_wrong_choice_is_told_in_one_line(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("gear", Gear)
def test_every_goal_level_and_gear_speaks_plainly(goal, level, gear, capsys):
    assert main(["--goal", goal, "--level", level, "--gear", gear, "--one-rm", "squat=140kg"]) == 0
    printed = capsys.readouterr().out
    assert "_" not in printed
    assert "{" not in printed


def test_every_code_has_its_sentence_and_fills_it():
    codes = {**CODES, **PLAN_CODES}
    assert set(SENTENCES) == set(codes)
    for code, names in codes.items():
        said = sentence(Reason.of(code, **dict.fromkeys(names, 1)))
        assert said.endswith(".")
    assert sentence(Reason.of("rest_lengthened", rest_s=90)) == "A longer rest now: 90 seconds."
