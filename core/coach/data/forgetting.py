"""Forgetting an athlete: what there is, erasing it in one go, and telling late updates from new ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.model.data_map import DATA_MAP, Topic
from core.model.forgetting import Erased, Holdings
from core.store import erasing
from core.store.port import Tx

ASKED_FOR = timedelta(minutes=15)
REMEMBERED_FOR = timedelta(hours=48)  # Telegram keeps what it could not deliver for 24


@dataclass(frozen=True, slots=True)
class TooLate:
    """The question stood too long: a tap on it may be a slip."""


def holdings(tx: Tx, athlete_id: int) -> Holdings:
    """What of an athlete is here, for the question before it is erased."""
    workouts, sets, profiles = erasing.holdings(tx, athlete_id)
    return Holdings(workouts, sets, profiles > 0)


def forget(
    tx: Tx, athlete_id: int, shadow: str, asked_at: datetime, now: datetime, real_now: datetime
) -> Erased | TooLate:
    """Erase everything of an athlete in this transaction; for two days only `shadow` is kept.

    `shadow` is a keyed hash of the id, `asked_at` when the question was shown, `real_now` the time on the
    wall: Telegram's dates are compared with it. A repeat has nothing left to count.
    """
    if not timedelta(0) <= now - asked_at <= ASKED_FOR:
        return TooLate()
    if tx.repeat:
        return Erased(0, 0, frozenset())
    rows = erasing.erase_athlete(tx, athlete_id)
    erasing.keep_shadow(tx, shadow, real_now)
    topics = {kept.table: kept.topic for kept in DATA_MAP}
    found = frozenset(topics[table] for table, count in rows.items() if count)
    return Erased(rows["workout"], rows["logged_set"], found - {Topic.MESSAGES})


def revives(tx: Tx, shadow: str, sent_at: datetime, update_id: int) -> bool:
    """Whether an update that was sent at `sent_at` (whole seconds) would bring a forgotten athlete back.

    The update that erased may come again: its answer may not have arrived.
    """
    known = erasing.forgotten(tx, shadow)
    return known is not None and known[1] != update_id and sent_at < known[0].replace(microsecond=0)


def prune(tx: Tx, real_now: datetime) -> int:
    """Drop the hashes nobody needs any more; returns how many."""
    return erasing.prune_shadows(tx, real_now - REMEMBERED_FOR)
