"""A row that this version cannot read: whose it is hears so once, and nobody else notices."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.phone import Phone
from tests.faults.process import BotProcess

SORRY = "Sorry, that didn't work"


def state_of(path: Path, update_id: int) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (state,) = connection.execute("select state from inbox where update_id = ?", (update_id,)).fetchone()
    return str(state)


async def test_a_row_that_nobody_can_read_is_one_apology_after_three_tries(
    bot_process: BotProcess, phone: Phone
) -> None:
    await bot_process.start()
    telegram = phone.telegram
    other = Phone(telegram, telegram.add_user("Kim"))
    await phone.train_now()
    with closing(sqlite3.connect(bot_process.database)) as another_version, another_version:
        another_version.execute("update workout set session = '{not JSON'")
    phone.say("8")
    update_id = telegram.updates.next_id - 1
    await phone.until_shown(SORRY)
    other.say("/start")
    await other.until_shown("1/7")
    assert state_of(bot_process.database, update_id) == "aside"
    tries = [line for line in bot_process.lines if f"update_id={update_id}" in line]
    assert ["is tried again" in line for line in tries] == [True, True, False]
    await bot_process.restart()
    other.say("/help")
    await other.until_shown("/undo")
    assert [SORRY in sent.text for sent in phone.sends()].count(True) == 1
    told = "\n".join(sent.text for sent in phone.sends())
    assert not [trace for trace in ("Traceback", "Error", "JSON", "select ", ".py") if trace in told]
    assert await bot_process.terminate() == 0
