"""Which menu waits for an athlete's words: one a person, the newest. When it waits in vain is the coach's."""

from __future__ import annotations

import json
from dataclasses import asdict

from core.model.awaited import About, Awaited, Choice
from core.store.moments import from_ms, to_ms
from core.store.port import Tx


def awaited_of(tx: Tx, athlete_id: int) -> Awaited | None:
    """What was asked last in words, however long ago; None when nothing is."""
    row = tx.one("awaited_words_of", athlete_id=athlete_id)
    if row is None:
        return None
    return Awaited(
        about=About(row["about"]),
        chat_id=row["chat_id"],
        message_id=row["message_id"],
        asked_at=from_ms(row["asked_at"]),
        subject=row["subject"],
        choices=tuple(Choice(**one) for one in json.loads(row["choices"])),
    )


def keep_awaited(tx: Tx, athlete_id: int, awaited: Awaited) -> None:
    """Wait for words in place of what was asked before."""
    tx.do(
        "awaited_words_keep",
        athlete_id=athlete_id,
        chat_id=awaited.chat_id,
        message_id=awaited.message_id,
        about=awaited.about.value,
        subject=awaited.subject,
        asked_at=to_ms(awaited.asked_at),
        choices=json.dumps([asdict(one) for one in awaited.choices], ensure_ascii=False),
    )


def drop_if_waiting(tx: Tx, athlete_id: int, asked: Awaited) -> None:
    """That is answered; what came of it since goes on waiting."""
    if awaited_of(tx, athlete_id) == asked:
        drop_awaited(tx, athlete_id)


def drop_awaited(tx: Tx, athlete_id: int) -> None:
    """Nothing is waited for any more."""
    tx.do("awaited_words_drop", athlete_id=athlete_id)
