"""Ids that the application gives out itself, the same on every engine; one row a sequence."""

from __future__ import annotations

from core.store.port import Tx


def next_id(tx: Tx, name: str, count: int = 1) -> int:
    """The next id of a sequence, counting from 1; rolled back together with what it was for.

    With a `count` over 1 so many ids in a row are taken and the first of them is returned.
    """
    (row,) = tx.many("sequence_take", name=name, count=count)
    last: int = row["value"]
    return last - count + 1
