"""Counts over everybody, for the operator. What they mean is `core/model/house.py`."""

from __future__ import annotations

from core.store.port import Row, Tx


def count_house(tx: Tx) -> Row:
    """`athletes`, `training_now` (workouts that are open) and `lost_chats`."""
    row = tx.one("house_counts")
    assert row is not None
    return row
