"""A session given away: exercises with sets and reps, never a load, a name or an id of anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from core.model.athlete import Goal
from core.model.exercise import Exercise
from core.model.routine import RoutineExercise

Mint = Callable[[str], str]
"""A token nobody can guess (128 bits) for a seed; the same one for the same seed. Made outside of core."""


@dataclass(frozen=True, slots=True)
class SharedSession:
    """What a link gives: the goal the numbers are for, and the catalogue's exercises in their order."""

    goal: Goal
    exercises: tuple[RoutineExercise, ...]


@dataclass(frozen=True, slots=True)
class KeptShare:
    """A shared session as it is kept; `token_hash` is all that is known of its link."""

    id: int
    athlete_id: int
    token_hash: str
    session: SharedSession
    made_at: datetime
    expires_at: datetime
    given_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A link that was made, or made again: its token, how long it lives, what is behind it.

    `left_out` counts exercises of the athlete's own: nobody else knows them.
    """

    id: int
    token: str
    until: datetime
    session: SharedSession
    exercises: tuple[Exercise, ...]
    left_out: int = 0
