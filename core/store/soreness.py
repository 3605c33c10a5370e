"""Parts of the body that hurt, read and written as frozen nouns."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.model.soreness import BodyPart, Side, SorePart
from core.store.moments import to_ms
from core.store.port import Tx


def sore_parts(tx: Tx, athlete_id: int) -> tuple[SorePart, ...]:
    """What hurts, the longest-told first."""
    rows = tx.many("sore_parts", athlete_id=athlete_id)
    return tuple(
        SorePart(BodyPart(row["part"]), Side(row["side"]) if row["side"] else None, row["exercise_id"])
        for row in rows
    )


def keep_sore_part(tx: Tx, athlete_id: int, sore: SorePart, now: datetime) -> None:
    """A part hurts; where its other side was told before, both do."""
    before = next((one for one in sore_parts(tx, athlete_id) if one.part is sore.part), sore)
    told = sore if before.side is sore.side else replace(sore, side=None)
    tx.do(
        "sore_part_keep",
        athlete_id=athlete_id,
        part=told.part.value,
        side=told.side.value if told.side else "",
        exercise_id=told.exercise_id,
        since=to_ms(now),
    )


def forget_sore_part(tx: Tx, athlete_id: int, part: BodyPart) -> bool:
    """It hurts no longer; False when it was not known to."""
    return tx.do("sore_part_drop", athlete_id=athlete_id, part=part.value) > 0
