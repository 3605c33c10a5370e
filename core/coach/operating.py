"""What the operator of an installation may know about it."""

from __future__ import annotations

from core.model.house import House
from core.store import inbox, timers
from core.store.house import count_house
from core.store.inbox import InboxState
from core.store.port import Tx


def look_at_house(tx: Tx) -> House:
    """How many train here, and what waits; counted anew each time."""
    counts, updates = count_house(tx), inbox.counts(tx)
    return House(
        athletes=counts["athletes"],
        training_now=counts["training_now"],
        waiting=updates[InboxState.KEPT] + updates[InboxState.APPLIED],
        set_aside=updates[InboxState.ASIDE],
        timers=timers.accounts(tx).standing,
        lost_chats=counts["lost_chats"],
    )
