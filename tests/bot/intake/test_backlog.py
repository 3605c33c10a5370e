"""What piled up while nobody was here is told when its end is known; whole conversations are in `dialogs`."""

from __future__ import annotations

import asyncio
import gc
from datetime import timedelta
from typing import Any

from telegram import Message
from telegram.ext import Application

from bot.intake import backlog
from bot.intake.backlog import Backlog, Missed
from bot.intake.keeping import read
from tests.bot.intake.conftest import NOW, message

PEOPLE = 30
App = Application[Any, Any, Any, Any, Any, Any]


async def missed_by_all(pile: Backlog, app: App) -> None:
    pile.expect(more=True)
    for number in range(1, PEOPLE + 1):
        found = read(message(number, number, "set of somebody who waits"), app.bot)
        assert found is not None
        assert found.update is not None
        pile.arrived(found.update)
        assert await pile.begin(found.update) is not None
        pile.left(found.update)


async def test_while_more_comes_in_no_message_is_kept_of_those_who_wait_to_be_told(app: App) -> None:
    pile = Backlog(lambda: NOW + timedelta(minutes=9))
    await missed_by_all(pile, app)
    gc.collect()
    kept = [one for one in gc.get_objects() if isinstance(one, Message) and "who waits" in (one.text or "")]
    assert len(kept) <= 1  # the last one is this test's own


async def test_a_few_are_told_at_a_time(app: App) -> None:
    told: list[Missed] = []
    telling, most = 0, 0

    async def tell(missed: Missed) -> None:
        nonlocal telling, most
        telling += 1
        most = max(most, telling)
        await asyncio.sleep(0)
        telling -= 1
        told.append(missed)

    pile = Backlog(lambda: NOW + timedelta(minutes=9), tell=tell)
    await missed_by_all(pile, app)
    assert told == []
    pile.expect(more=False)
    await pile.told()
    assert sorted(missed.lane for missed in told) == list(range(1, PEOPLE + 1))
    assert most == backlog.TOLD_AT_ONCE
