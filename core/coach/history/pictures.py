"""What is remembered of pictures, so that an unchanged one is sent again without being drawn."""

from __future__ import annotations

from datetime import datetime

from core.store import pictures
from core.store.port import Tx


def sent_before(tx: Tx, athlete_id: int, subject: str, digest: str) -> str | None:
    """Telegram's file id of the athlete's picture of `subject` with this digest; None: draw it."""
    return pictures.kept_picture(tx, athlete_id, subject, digest)


def picture_sent(tx: Tx, athlete_id: int, subject: str, digest: str, file_id: str, now: datetime) -> None:
    """A picture stands in the chat: the next one that shows the same is sent by its file id."""
    pictures.keep_picture(tx, athlete_id, subject, digest, file_id, now)
