from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.dialogs.stage import Stage, beginner, intermediate, open_stage

SETTINGS = ("BOT_TOKEN", "ADMIN_IDS", "ALLOWED_IDS", "CLOCK_SPEED", "LOG_LEVEL", "PROXY_URL")


@pytest.fixture
async def newcomer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """A phone that never spoke to the bot; in the end nothing was refused, spins, or went wrong unseen."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    async with open_stage(tmp_path) as stage:
        yield stage
        stage.is_clean()
    assert warnings_in(caplog) == stage.warned


def warnings_in(caplog: pytest.LogCaptureFixture) -> set[str]:
    """What was logged as a warning or worse: pytest keeps it by phase, and this one is the teardown."""
    heard = [*caplog.get_records("setup"), *caplog.get_records("call"), *caplog.get_records("teardown")]
    return {record.getMessage() for record in heard if record.levelno >= logging.WARNING}


@pytest.fixture
async def stage(newcomer: Stage) -> Stage:
    """An intermediate lifter's phone: size, four days, squat 140, bench 100, deadlift 180."""
    await newcomer.knows(intermediate())
    return newcomer


@pytest.fixture
async def first_timer(newcomer: Stage) -> Stage:
    """A beginner's phone: foundation, no maxima."""
    await newcomer.knows(beginner())
    return newcomer
