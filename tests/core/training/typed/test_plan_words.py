"""The words after /plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.athlete import Goal
from core.training.typed.plan_words import LONGEST_MIN, SHORTEST_MIN, goal_of, read_plan


@pytest.mark.parametrize(
    ("text", "goal", "minutes", "rest"),
    [
        ("", None, None, ""),
        ("strength", Goal.STRENGTH, None, ""),
        ("STR", Goal.STRENGTH, None, ""),
        ("hyp 30min", Goal.HYPERTROPHY, 30, ""),
        ("hypertrophy 30 min", Goal.HYPERTROPHY, 30, ""),
        ("45m size", Goal.HYPERTROPHY, 45, ""),
        ("1h strength", Goal.STRENGTH, 60, ""),
        ("1.5 h", None, 90, ""),
        ("1h30", None, 90, ""),
        ("٣٠min", None, 30, ""),
        ("push a", None, None, "push a"),
        ("Push A 45m", None, 45, "Push A"),
        ("muscle mass 1h", Goal.HYPERTROPHY, 60, ""),
        ("strength endurance", Goal.ENDURANCE, None, ""),
        ("size 600min", Goal.HYPERTROPHY, 600, ""),
        ("5000min", None, None, "5000min"),
        ("3 min", None, None, "3 min"),
        ("NaN", None, None, "NaN"),
        ("сила 30 мин", Goal.STRENGTH, 30, ""),
    ],
)
def test_goal_minutes_and_the_rest(text: str, goal: Goal | None, minutes: int | None, rest: str) -> None:
    read = read_plan(text)
    assert (read.goal, read.minutes, read.rest, read.text) == (goal, minutes, rest, text)


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("kraft fuerza force forza força сила siła kuvvet 1rm GÜÇ stronger", Goal.STRENGTH),
        ("muskelaufbau masa masse massa масса маса kas hyp muscle", Goal.HYPERTROPHY),
        ("anfänger principiante débutant beginner base новичок początkujący", Goal.FOUNDATION),
        ("ausdauer resistencia resistenza выносливость endurance", Goal.ENDURANCE),
        ("schnellkraft potencia puissance potenza moc power", Goal.POWER),
    ],
)
def test_goals_in_the_usual_languages(words: str, goal: Goal) -> None:
    named = {word: goal_of(word) for word in words.split()}
    assert named == dict.fromkeys(words.split(), goal)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    read = read_plan(text)
    assert read.minutes is None or SHORTEST_MIN <= read.minutes <= LONGEST_MIN
    assert set(read.rest.split()) <= set(read.text.split())
