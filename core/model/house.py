"""What an operator is told about an installation: numbers only, nobody's name and nobody's training."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """How an installation is doing.

    `training_now` are workouts that are open, `waiting` updates that are not done, `set_aside` those given up
    within a week, `lost_chats` chats nobody is in.
    """

    athletes: int
    training_now: int
    waiting: int
    set_aside: int
    timers: int
    lost_chats: int
