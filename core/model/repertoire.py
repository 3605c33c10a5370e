"""What an athlete is told of exercises: one on a card, all they have a wish about, a name nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.model.athlete import OneRepMax
from core.model.exercise import Exercise
from core.model.soreness import SorePart
from core.model.workout import LoggedSet
from core.units import Load


class Preference(StrEnum):
    """What an athlete wants of an exercise in plans: first in its slot, or never again."""

    FAVOURITE = "favourite"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class ExerciseCard:
    """One exercise as its athlete knows it.

    `last_time` are the work sets of the newest workout that had it, oldest first. `best` is the 1RM that
    loads are reckoned with, None while none is known, and `between` its error either way (4 % tested or
    stated, 10 % estimated). `aching` says that it hurt and is left out until it does no more.
    """

    exercise: Exercise
    last_time: tuple[LoggedSet, ...] = ()
    best: OneRepMax | None = None
    between: tuple[Load, Load] | None = None
    preference: Preference | None = None
    aching: bool = False


@dataclass(frozen=True, slots=True)
class Repertoire:
    """All exercises an athlete has a word in: favourites, own ones, those never planned, those that hurt.

    `sore` are parts of the body that hurt, whatever loads them being spared.
    """

    favourites: tuple[Exercise, ...] = ()
    own: tuple[Exercise, ...] = ()
    never: tuple[Exercise, ...] = ()
    aching: tuple[Exercise, ...] = ()
    sore: tuple[SorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfamiliar:
    """A name that is surely no known exercise, with those it could mean, the likeliest first.

    `asked_id` is the message that named it, which its buttons carry. `addable` says that it can become
    an exercise of one's own; `with_sets` that sets were typed with it, which a button then logs.
    """

    name: str
    near: tuple[Exercise, ...]
    asked_id: int
    addable: bool = True
    with_sets: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the likeliest first; `unfamiliar` where none is called just so."""

    matches: tuple[Exercise, ...]
    unfamiliar: Unfamiliar | None = None


@dataclass(frozen=True, slots=True)
class SwapAgain:
    """The same exercise was put in another's place before: always?"""

    instead_of: Exercise
    exercise: Exercise
