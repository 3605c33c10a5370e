"""A Telegram over HTTP, a bot process and a phone for each test; what is long runs for `make faults` alone.

Every test's end looks for what may never be: a refused call, a spinning button, a traceback, a leak.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.terminal.ledger import Call
from bot.terminal.server import Telegram
from tests.faults.figures import PROPERTY, Figures, added_up, lines, too_often
from tests.faults.nursery import Nursery
from tests.faults.phone import Phone
from tests.faults.process import BotProcess
from tests.faults.server import TelegramOverHttp

DONE_BEFORE = (
    "message is not modified",
    "query is too old",
    "message to delete not found",
    "message to unpin not found",
)
LOOKED_FOR = ("message to edit not found", "message can't be edited")
TOKEN = "1000001:CANARY-of-the-token_abcdefghijklmnop"


def measured(terminalreporter: Any) -> dict[str, dict[str, int | str]]:
    """All figures that the tests of this run gave, added up over its workers."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    return added_up(value for report in reports for name, value in report.user_properties if name == PROPERTY)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """What holds of all kills together can only be asked when all have been counted."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and too_often(measured(reporter)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    tables = measured(terminalreporter)
    if tables:
        terminalreporter.section("figures")
        seed = os.environ.get("SEED", "20260302")
        terminalreporter.line(f"SEED={seed}: rounds of kills count on from it, everything else uses it")
        for line in lines(tables):
            terminalreporter.line(line)
        for line in too_often(tables):
            terminalreporter.line(line, red=True)


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Give what was measured; it is printed when all tests have run."""

    def give(title: str, **counts: int | str) -> None:
        record_property(PROPERTY, (title, counts))

    return give


@pytest.fixture
async def served() -> AsyncIterator[TelegramOverHttp]:
    async with TelegramOverHttp(Telegram(lambda: datetime.now(UTC), token=TOKEN)) as http:
        yield http


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Forks the bots of all tests of this worker."""
    with Nursery() as nursery:
        yield nursery


@pytest.fixture
async def bot_process(
    served: TelegramOverHttp, tmp_path: Path, nursery: Nursery
) -> AsyncIterator[BotProcess]:
    """A bot that is not started yet."""
    process = BotProcess(served, tmp_path)
    process.nursery = nursery
    yield process
    await process.close()
    assert process.leaks(TOKEN) == []
    assert "Traceback" not in process.output


@pytest.fixture
async def phone(served: TelegramOverHttp, bot_process: BotProcess) -> AsyncIterator[Phone]:
    """An athlete's phone; at the end no call was refused, no button spins, no text is in the log."""
    telegram = served.telegram
    phone = Phone(telegram, telegram.add_user("Alex"))
    yield phone
    assert [call for call in telegram.ledger.refused() if not harmless(call, bot_process)] == []
    assert [tap.data for tap in telegram.unanswered()] == []
    assert bot_process.leaks(*(words for words in phone.typed if len(words) >= 6)) == []


def harmless(call: Call, bot_process: BotProcess) -> bool:
    """Whether a refusal only says that an earlier life of the bot, or a try whose end was lost, did this.

    After a kill or a lost answer the bot looks for its bell by editing: what is not there is refused, too.
    """
    said = call.description or ""
    lost = any(before.scripted for before in bot_process.http.telegram.ledger if before.number < call.number)
    known = LOOKED_FOR + DONE_BEFORE if call.method == "editMessageReplyMarkup" else DONE_BEFORE
    return (bot_process.starts > 1 or lost) and any(words in said for words in known)
