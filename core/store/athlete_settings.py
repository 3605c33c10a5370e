"""What an athlete sets by hand, written and read as frozen values: their gym, rests, and how plans are made.

The rest of an athlete is `athletes.py`'s, which reads these along. The SQL is `sql/athlete_settings.sql`.
"""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter

from core.model.athlete import Athlete, Goal
from core.model.gym import Gym
from core.model.reminding import Reminders
from core.store.port import Tx

_GOALS = frozenset(goal.value for goal in Goal)  # no exercise has such an id


@cache
def _gyms() -> TypeAdapter[Gym]:
    return TypeAdapter(Gym)


@cache
def _wishes() -> TypeAdapter[Reminders]:
    return TypeAdapter(Reminders)


def read_gym(text: str | None) -> Gym:
    """The gym as it was kept; None, nothing kept, is a gym like most."""
    return Gym() if text is None else _gyms().validate_json(text)


def read_rests(text: str | None) -> tuple[tuple[Goal, int], ...]:
    """Own rests in seconds by goal."""
    return tuple((Goal(name), rest_s) for name, rest_s in _rests(text) if name in _GOALS)


def read_exercise_rests(text: str | None) -> tuple[tuple[str, int], ...]:
    """Own rests in seconds by exercise id; kept along with those by goal."""
    return tuple((name, rest_s) for name, rest_s in _rests(text) if name not in _GOALS)


def _rests(text: str | None) -> list[tuple[str, int]]:
    return [] if text is None else [(str(name), int(rest_s)) for name, rest_s in json.loads(text)]


def read_reminders(text: str | None) -> Reminders:
    """When to remind, as it was kept; None, nothing kept, is never."""
    return Reminders() if text is None else _wishes().validate_json(text)


def save_settings(tx: Tx, athlete: Athlete) -> None:
    """Keep everything of an athlete that is set by hand. They must be kept already."""
    tx.do(
        "athlete_settings_keep",
        id=athlete.id,
        gym=None if athlete.gym == Gym() else _gyms().dump_json(athlete.gym).decode(),
        rests=json.dumps(rests) if (rests := [*athlete.rests, *athlete.exercise_rests]) else None,
        asks_effort=athlete.asks_effort.value,
        session_minutes=athlete.session_minutes,
        zone_told=int(athlete.zone_told),
        reminders=_kept_reminders(athlete.reminders),
        chosen_language=athlete.chosen_language,
    )


def _kept_reminders(reminders: Reminders) -> str | None:
    return None if reminders == Reminders() else _wishes().dump_json(reminders).decode()
