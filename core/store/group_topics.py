"""In which topic of a forum somebody trains: what comes by itself comes there."""

from __future__ import annotations

from core.store.port import Tx


def keep_topic(tx: Tx, athlete_id: int, chat_id: int, topic_id: int | None) -> None:
    """Remember the topic in which somebody wrote last; None outside of one."""
    if topic_id is None:
        tx.do("group_topic_leave", athlete_id=athlete_id, chat_id=chat_id)
    else:
        tx.do("group_topic_keep", athlete_id=athlete_id, chat_id=chat_id, topic_id=topic_id)


def topic_of(tx: Tx, athlete_id: int, chat_id: int) -> int | None:
    """The topic in which somebody wrote last in this chat; None for none."""
    row = tx.one("group_topic_of", athlete_id=athlete_id, chat_id=chat_id)
    return None if row is None else int(row["topic_id"])
