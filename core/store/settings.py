"""What the installation itself remembers across restarts, by key: the clock's anchor.

An athlete's own settings are not here but with the athlete; the process's are in `bot/settings.py`.
"""

from __future__ import annotations

from core.store.port import Tx

SCRUB_OWED = "scrub_owed"
"""Somebody was erased, and pages may still hold what once stood in them."""


def kept_setting(tx: Tx, key: str) -> str | None:
    """The text kept under a key, None when there is none."""
    row = tx.one("setting_kept", key=key)
    return None if row is None else str(row["value"])


def keep_setting(tx: Tx, key: str, value: str) -> None:
    """Keep a text under a key, in place of what stood there."""
    tx.do("setting_keep", key=key, value=value)


def drop_setting(tx: Tx, key: str) -> None:
    """Keep nothing under a key."""
    tx.do("setting_drop", key=key)
