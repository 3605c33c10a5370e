"""What an athlete finds of their own when they type to the bot in another chat."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.bests import Bests
from core.model.sharing import Shared


@dataclass(frozen=True, slots=True)
class SessionFound:
    """A session with its link. `routine` is its name, for its owner's eyes alone; "" for the next session."""

    shared: Shared
    routine: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Sessions and records that some words could mean; none of either for words that mean nothing."""

    sessions: tuple[SessionFound, ...] = ()
    records: tuple[Bests, ...] = ()
