"""Goals as athletes call them."""

from __future__ import annotations

from bot.texts import word
from core.model.athlete import Goal

GOAL_WORDS = {
    Goal.FOUNDATION: "Foundation",
    Goal.HYPERTROPHY: "Size",
    Goal.STRENGTH: "Strength",
    Goal.ENDURANCE: "Endurance",
    Goal.POWER: "Power",
}


def goal_word(goal: Goal) -> str:
    """The goal as athletes call it: `Size`, not hypertrophy."""
    return word(GOAL_WORDS[goal])
