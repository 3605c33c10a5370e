"""Pictures already sent: one of each subject and athlete, by Telegram's id of the file.

What a picture shows is not kept; its digest tells whether a new one would show the same.
"""

from __future__ import annotations

from datetime import datetime

from core.store.moments import to_ms
from core.store.port import Tx


def kept_picture(tx: Tx, athlete_id: int, subject: str, digest: str) -> str | None:
    """The file id of a picture of this subject that shows just the same, None where there is none."""
    row = tx.one("picture_kept", athlete_id=athlete_id, subject=subject, digest=digest)
    return None if row is None else str(row["file_id"])


def keep_picture(tx: Tx, athlete_id: int, subject: str, digest: str, file_id: str, now: datetime) -> None:
    """Remember a picture that was sent, in place of the one of this subject before."""
    tx.do(
        "picture_keep",
        athlete_id=athlete_id,
        subject=subject,
        digest=digest,
        file_id=file_id,
        sent_at=to_ms(now),
    )
