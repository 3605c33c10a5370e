"""`KEEP=1`: the next chat goes on where the last one was left, with the same messages and a later clock."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import StepClock
from bot.settings import Settings
from bot.terminal.chat import Chat
from bot.terminal.keeping import keep_chat, kept_at, take_up_chat
from bot.terminal.server import Telegram

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


async def played(folder: Path, clock: StepClock, lines: list[str]) -> str:
    telegram, out, kept = Telegram(clock.now), io.StringIO(), folder / "chat.json"
    athlete = telegram.add_user("Alex", user_id=1001)
    take_up_chat(telegram, athlete.id, kept)
    chat = await Chat.connect(telegram, athlete, folder / "chat.db", clock, Settings(), durable=False)
    try:
        await chat.play(lines, out)
    finally:
        await chat.close()
    keep_chat(telegram, athlete.id, kept)
    return out.getvalue()


async def test_a_kept_chat_goes_on_with_its_messages_and_its_time(tmp_path: Path) -> None:
    first = await played(tmp_path, StepClock(START), ["/start", "+3d"])
    assert "1/7" in first
    left = kept_at(tmp_path / "chat.json")
    assert left == START + timedelta(days=3)
    second = await played(tmp_path, StepClock(left), ["#1"])
    assert second.startswith("▸ #1\n"), "the button of the kept question can still be pressed"
    assert "2  (edited) 2/7" in second


def test_nothing_kept_is_nothing_taken_up(tmp_path: Path) -> None:
    telegram = Telegram(StepClock(START).now)
    telegram.add_user("Alex", user_id=1001)
    take_up_chat(telegram, 1001, tmp_path / "none.json")
    assert kept_at(tmp_path / "none.json") is None
    assert telegram.chat(1001).messages == {}


@pytest.mark.parametrize("emoji", ["👍"])
def test_reactions_are_kept(tmp_path: Path, emoji: str) -> None:
    telegram = Telegram(StepClock(START).now)
    athlete = telegram.add_user("Alex", user_id=1001)
    telegram.user_sends(athlete, "8")
    telegram.chat(1001).messages[1].reactions[telegram.me.id] = emoji
    keep_chat(telegram, 1001, tmp_path / "chat.json")
    again = Telegram(StepClock(START).now)
    again.add_user("Alex", user_id=1001)
    take_up_chat(again, 1001, tmp_path / "chat.json")
    assert again.chat(1001).messages[1].reactions == {telegram.me.id: emoji}
    assert again.updates.next_id == telegram.updates.next_id
