"""Everything of one athlete erased, and for two days only a hash that tells late updates from new ones.

What there is to erase is the data map (`core/model/data_map.py`); the SQL is `sql/erasing.sql`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from core.model.data_map import DATA_MAP
from core.store.moments import from_ms, to_ms
from core.store.port import Tx
from core.store.settings import SCRUB_OWED, keep_setting


def erase_athlete(tx: Tx, athlete_id: int) -> Mapping[str, int]:
    """Erase every row of an athlete in every table; returns how many there were, by table.

    What SQLite leaves of moved rows in half-empty pages is wiped by the store's `scrub`, owed from here on.
    """
    keep_setting(tx, SCRUB_OWED, "yes")
    return {
        kept.table: tx.do(kept.erased_by, athlete_id=athlete_id) for kept in DATA_MAP if kept.erased_by
    }


def holdings(tx: Tx, athlete_id: int) -> tuple[int, int, int]:
    """How many workouts, logged sets and profiles (0 or 1) an athlete has here."""
    row = tx.one("holdings_of", athlete_id=athlete_id)
    assert row is not None
    return row["workouts"], row["sets"], row["profiles"]


def keep_shadow(tx: Tx, shadow: str, forgotten_at: datetime) -> None:
    """Remember that somebody was forgotten, and by which update; `shadow` is a keyed hash of who."""
    update_id = tx.source.update_id if tx.source else None
    tx.do("forgotten_keep", shadow=shadow, forgotten_at=to_ms(forgotten_at), update_id=update_id)


def forgotten(tx: Tx, shadow: str) -> tuple[datetime, int | None] | None:
    """When the one with this shadow was forgotten, by which update; None for everybody else."""
    row = tx.one("forgotten_by_shadow", shadow=shadow)
    return None if row is None else (from_ms(row["forgotten_at"]), row["update_id"])


def all_shadows(tx: Tx) -> Mapping[str, tuple[datetime, int | None]]:
    """Everybody who was forgotten lately: when, and by which update."""
    return {
        row["shadow"]: (from_ms(row["forgotten_at"]), row["update_id"]) for row in tx.many("forgotten_all")
    }


def forget_again(
    tx: Tx, gone: Mapping[str, tuple[datetime, int | None]], shadow: Callable[[int], str]
) -> int:
    """Erase in a restored database who was forgotten after it was copied; returns how many were in it.

    Who was forgotten before the copy and came back is not meant: the copy knows of that itself. The hashes
    are kept here, too, so that late updates bring nobody back.
    """
    known = all_shadows(tx)
    newer = {
        hashed: told for hashed, told in gone.items() if hashed not in known or known[hashed][0] < told[0]
    }
    erased = [row["id"] for row in tx.many("known_ids") if newer and shadow(row["id"]) in newer]
    for athlete_id in erased:
        erase_athlete(tx, athlete_id)
    for hashed, (forgotten_at, update_id) in newer.items():
        tx.do("forgotten_keep", shadow=hashed, forgotten_at=to_ms(forgotten_at), update_id=update_id)
    return len(erased)


def prune_shadows(tx: Tx, before: datetime) -> int:
    """Drop the hashes of those who were forgotten before a moment; returns how many."""
    return tx.do("forgotten_prune", before=to_ms(before))


def row_counts(tx: Tx) -> Mapping[str, int]:
    """How many rows every table has."""
    return {row["name"]: row["many"] for row in tx.many("row_counts")}
