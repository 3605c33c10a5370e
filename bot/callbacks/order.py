"""The button that brings an exercise forward; "Later" stands with the other buttons of a card."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button


@button("no")
@dataclass(frozen=True, slots=True)
class DoNow(Press):
    """Do an exercise that comes later next, before the one in hand."""

    workout_id: int
    exercise_index: int
