"""Whether the recap of a workout that has ended says what stands in it, also after it was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.terminal.html import parse_html
from bot.terminal.people import Message
from bot.views.workout.recap import recap as recap_view
from core.coach.workout.finishing import recap
from core.model.outcomes import Recap
from core.store.port import Tx


def told_lines(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> list[str]:
    """The numbers and the sets of a workout as its recap has to tell them, a line each.

    What comes next time is left out: later workouts move it, and a recap of the past stays as it was.
    """
    told = recap(tx, athlete_id, workout_id, now)
    assert isinstance(told, Recap)
    lines = parse_html(str(recap_view(told).text))[0].split("\n")
    return lines[: 1 + len(told.lines)] if told.sets else []


def wrong_recap(workout_id: int, message: Message, wanted: list[str]) -> Iterator[str]:
    """What a recap fails to say."""
    told = str(message.body["text"]).split("\n")
    told[0] = told[0][told[0].find("Done ·") :]  # in a group it begins with whose it is
    missing = [line for line in wanted if line not in told]
    if missing:
        yield f"the recap of {workout_id} says {told!r}, and not {missing!r}"
