"""Updates kept before they are acknowledged: kept → applied (with what they meant) → done, or set aside.

Who fetches, parses and orders them is `bot/intake`; the mark *applied* is set by the store's own `apply`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.store.moments import to_ms
from core.store.port import Row, Source, Tx
from core.store.sequences import next_id

MOST_ATTEMPTS = 3


class InboxState(StrEnum):
    """How far an update has come."""

    KEPT = "kept"
    APPLIED = "applied"
    DONE = "done"
    ASIDE = "aside"


MOST_STARTS = {InboxState.KEPT: 3, InboxState.APPLIED: 5}
"""In how many starts the process may end in the middle of an update that an earlier one kept.

What is applied only owes its answer, and sending takes longer than saving: a kill from outside meets it
sooner.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One update as it came: its id, the lane it must stay in order with (a user or a chat), its JSON."""

    update_id: int
    lane: int
    body: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update not yet done: a kept one is to be handled, an applied one only to be answered again.

    `begun` is in how many starts the process ended in the middle of it.
    """

    update_id: int
    lane: int
    body: str
    state: InboxState
    attempts: int
    begun: int

    @property
    def deadly(self) -> bool:
        """Whether it ended the process so often that it is not tried again."""
        return self.begun >= MOST_STARTS[self.state]


def keep(tx: Tx, batch: Sequence[Kept], now: datetime) -> int:
    """Keep a batch in its order; returns how many were new. One that is here already stays as it is."""
    if not batch:
        return 0
    place = next_id(tx, "inbox", len(batch))
    return sum(
        tx.do(
            "inbox_keep",
            update_id=update.update_id,
            place=place + index,
            lane=update.lane,
            body=update.body,
            kept_at=to_ms(now),
        )
        for index, update in enumerate(batch)
    )


def waiting(tx: Tx, limit: int) -> tuple[Waiting, ...]:
    """At most `limit` updates kept or applied, not done, in the order they came (ids may jump down)."""
    return tuple(_waiting(row) for row in tx.many("inbox_waiting", most=limit))


def _waiting(row: Row) -> Waiting:
    state = InboxState(row["state"])
    return Waiting(row["update_id"], row["lane"], row["body"], state, row["attempts"], row["begun"])


def begin(tx: Tx, update_id: int) -> None:
    """A try at an update of an earlier process begins. Unless `survived` follows, it ended this one, too."""
    tx.do("inbox_begin", update_id=update_id)


def survived(tx: Tx, update_id: int) -> None:
    """The process outlived its try at an update, however that ended."""
    tx.do("inbox_survived", update_id=update_id)


def apply(tx: Tx, source: Source, now: datetime) -> bool:
    """Mark an update applied; False when it, or its message under another id, was before: write nothing then.

    An update that nobody kept is remembered by a row of its own, already done.
    """
    mark = {"message_mark": source.message}
    known = source.message is not None and tx.one("inbox_same_message", update_id=source.update_id, **mark)
    new = tx.do("inbox_apply", update_id=source.update_id, kept_at=to_ms(now), **mark)
    return new == 1 and not known


def is_applied(tx: Tx, update_id: int) -> bool:
    """Whether what an update asks for is written already, and only its answer owed. Reads only."""
    return tx.one("inbox_is_applied", update_id=update_id) is not None


def settle(tx: Tx, update_ids: Iterable[int], now: datetime) -> int:
    """These updates are done and their text is wiped; returns how many were still waiting."""
    return sum(tx.do("inbox_settle", update_id=update_id, touched_at=to_ms(now)) for update_id in update_ids)


def failed(tx: Tx, update_id: int, now: datetime) -> int:
    """Count a failed attempt and return how many there were; the third sets the update aside.

    0 means that the update is not waiting any more.
    """
    row = tx.one("inbox_fail", update_id=update_id, touched_at=to_ms(now))
    attempts = 0 if row is None else int(row["attempts"])
    if attempts >= MOST_ATTEMPTS:
        set_aside(tx, update_id, "failed")
    return attempts


def set_aside(tx: Tx, update_id: int, reason: str) -> bool:
    """Take an update out of the way for good, its text wiped, with a reason in one word.

    False when it was not waiting.
    """
    return tx.do("inbox_set_aside", update_id=update_id, reason=reason) == 1


def prune(tx: Tx, before: datetime) -> int:
    """Forget updates that were done or failed for good before a moment; returns how many.

    Keep at least 48 hours of them: until then they are what makes a late repeat harmless.
    """
    return tx.do("inbox_prune", before=to_ms(before))


def counts(tx: Tx) -> dict[InboxState, int]:
    """How many updates stand in each state; a state nobody is in is 0."""
    found = {InboxState(row["state"]): int(row["many"]) for row in tx.many("inbox_counts")}
    return {state: found.get(state, 0) for state in InboxState}
