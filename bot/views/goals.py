"""Goals as athletes call them: `size`, not hypertrophy."""

from __future__ import annotations

from bot.texts import word
from core.model.athlete import Goal


def goal_word(goal: Goal) -> str:
    """The goal inside a sentence."""
    return {
        Goal.FOUNDATION: word("foundation"),
        Goal.HYPERTROPHY: word("size"),
        Goal.STRENGTH: word("strength"),
        Goal.ENDURANCE: word("endurance"),
        Goal.POWER: word("power"),
    }[goal]


def goal_title(goal: Goal) -> str:
    """The goal where a sentence opens with it, and on buttons."""
    return {
        Goal.FOUNDATION: word("Foundation"),
        Goal.HYPERTROPHY: word("Size"),
        Goal.STRENGTH: word("Strength"),
        Goal.ENDURANCE: word("Endurance"),
        Goal.POWER: word("Power"),
    }[goal]
