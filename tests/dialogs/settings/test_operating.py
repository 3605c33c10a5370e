"""/admin tells the operator how the installation is doing, and nobody else that it exists."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from bot.logs import configure
from tests.dialogs.group.test_group import bot_messages, says
from tests.dialogs.stage import Stage, intermediate, open_stage


@pytest.fixture
def log() -> Iterator[StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    written = StringIO()
    configure("WARNING", ["CANARY-of-a-secret"], written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)


async def test_the_operator_sees_numbers_and_the_last_warnings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: StringIO
) -> None:
    monkeypatch.setenv("ADMIN_IDS", "1001")
    async with open_stage(tmp_path) as stage:
        await stage.knows(intermediate())
        await stage.plays(
            """
            ▸ /plan
            …
            ▸ [▶ Start]
            …
            ▸ 80x10
            …
            ▸ /admin
               6  Athletes 1, 1 training now
                  Updates 1 waiting, 0 given up this week
                  Timers 3 running
                  Chats nobody is in: 0
                  Database fine

                  No warnings since the start.
            """
        )
        logging.getLogger("bot.x").warning("a <b> went wrong: %s", "CANARY-of-a-secret")
        heard = await stage.hears("/admin")
        assert "Last warnings" in heard
        assert "WARNING bot.x: a <b> went wrong: «…»" in heard
        stage.is_clean()


async def test_for_everybody_else_it_is_no_command(stage: Stage) -> None:
    unknown = (await stage.hears("/nonsense")).split("\n", 1)[1].strip().split(" ", 1)[1]
    assert unknown in await stage.hears("/admin")
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/admin")
    assert bot_messages(stage, group) == []
    stage.is_clean()
