"""What a card that stands in a chat becomes once another message takes its place."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise
from core.model.session import Reason
from core.model.workout import LoggedSet


@dataclass(frozen=True, slots=True)
class OldCard:
    """The card above a new one, to be folded to one line; `place` is its (chat, message).

    `sets` is how many its exercise asks, None in free training; `logged` None: its set does not stand.
    `skipped` tells that it was passed over, `swapped` that another exercise took its place undone,
    `below` that a newer card tells its set, `later` that another one comes first, `folded` that it tells what
    became of it already, and may still ask something: how its last set felt, or whether one that was taken
    back shall be put back. `told` are its set and those before it that no card shows, said in one message or
    early. `news` is what its set changes in those to come, where another exercise's card came at once: nobody
    has read it yet. `asks_comfort`: its exercise is over, and how the last set felt is still to be told.
    """

    place: tuple[int, int]
    set_number: int
    exercise: Exercise
    sets: int | None
    logged: LoggedSet | None
    done: tuple[LoggedSet, ...]
    over: bool
    skipped: bool = False
    swapped: bool = False
    below: bool = False
    later: bool = False
    folded: bool = False
    told: tuple[LoggedSet, ...] = ()
    news: tuple[Reason, ...] = ()
    asks_comfort: bool = False

    @property
    def is_untold(self) -> bool:
        """Whether nothing became of its set: it is asked, and no more than that."""
        told = self.logged or self.skipped or self.swapped or self.later or self.over or self.folded
        return not told
