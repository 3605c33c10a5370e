from __future__ import annotations

import re
from pathlib import Path

from core.store import chats, timers
from core.store.port import Store
from tests.core.store.conftest import NOW

ROOT = Path(chats.__file__).parent
MOVED = {"athlete", "workout", "timer", "unfamiliar_name"}
FORGOTTEN = {"card", "workout_message", "awaited_words", "group_topic"}  # messages of a chat that is no more
STAYS = {"logged_set", "lost_chat"}  # a set keeps the message it came from; a lost chat is found


def tables_with_a_chat() -> set[str]:
    """Every table of the schema that names a chat."""
    found = set()
    for path in sorted((ROOT / "migrations").glob("*.sql")):
        for name, columns in re.findall(r"create table (\w+) \((.*?)\n\);", path.read_text("utf-8"), re.S):
            if re.search(r"^\s*chat_id\b", columns, re.M):
                found.add(name)
    return found


def test_every_table_that_names_a_chat_is_thought_of_when_a_chat_moves() -> None:
    assert tables_with_a_chat() == MOVED | FORGOTTEN | STAYS
    queries = (ROOT / "sql" / "chats.sql").read_text("utf-8")
    assert set(re.findall(r"update (\w+) set chat_id = :to_id", queries)) == MOVED
    assert set(re.findall(r"delete from (\w+) where chat_id = :from_id", queries)) == FORGOTTEN


async def test_a_chat_is_lost_once_and_found_once(store: Store) -> None:
    assert not await store.run(chats.lose, -5, "blocked", NOW)  # nothing is here of it
    assert await store.read(chats.lost) == frozenset()
    await store.run(timers.arm, 1, "rest", NOW, -5)
    assert await store.run(chats.lose, -5, "blocked", NOW)
    assert not await store.run(chats.lose, -5, "blocked", NOW)
    assert await store.read(chats.lost) == {-5}
    assert await store.run(chats.find, -5)
    assert not await store.run(chats.find, -5)
    assert await store.read(chats.lost) == frozenset()


async def test_the_timers_of_one_chat_end_with_the_reason_and_no_others(store: Store) -> None:
    for athlete_id, kind, chat_id in ((1, "rest", -5), (1, "idle", -5), (2, "rest", -5), (3, "rest", 3)):
        await store.run(timers.arm, athlete_id, kind, NOW, chat_id)
    await store.run(timers.claim_due, NOW, 1)  # one is ringing just now
    assert await store.run(timers.cancel_of_chat, -5, "blocked") == 3
    accounts = await store.read(timers.accounts)
    assert (accounts.armed, accounts.standing, dict(accounts.cancelled)) == (4, 1, {"blocked": 3})
    assert await store.run(timers.cancel_of_chat, -5, "blocked") == 0


async def test_timers_go_with_a_chat_that_moves(store: Store) -> None:
    await store.run(timers.arm, 1, "rest", NOW, -5)
    await store.run(chats.lose, -5, "blocked", NOW)
    for _ in range(2):
        await store.run(chats.move, -5, -1005)
    (timer,) = await store.run(timers.claim_due, NOW, 5)
    assert timer.chat_id == -1005
    assert await store.read(chats.lost) == frozenset()
