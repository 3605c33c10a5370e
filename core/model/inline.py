"""What an athlete finds of their own when they type to the bot in another chat."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.athlete import OneRepMax
from core.model.bests import Bests
from core.model.exercise import Exercise
from core.model.sharing import Shared


@dataclass(frozen=True, slots=True)
class SessionFound:
    """A session with its link. `routine` is its name, for its owner's eyes alone; "" for the next session."""

    shared: Shared
    routine: str = ""


@dataclass(frozen=True, slots=True)
class MaxFound:
    """What the athlete told of an exercise they never logged here."""

    exercise: Exercise
    best: OneRepMax


@dataclass(frozen=True, slots=True)
class Findings:
    """Sessions, records and told maxima that some words could mean; none for words that mean nothing."""

    sessions: tuple[SessionFound, ...] = ()
    records: tuple[Bests, ...] = ()
    maxima: tuple[MaxFound, ...] = ()
