"""What of an athlete is here, and what was erased of it."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.data_map import Topic


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much there is of an athlete; `known` says whether there is a profile."""

    workouts: int
    sets: int
    known: bool

    @property
    def nothing(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.workouts or self.sets or self.known)


@dataclass(frozen=True, slots=True)
class Erased:
    """What is gone: counts, and every topic there was something of."""

    workouts: int
    sets: int
    topics: frozenset[Topic]
