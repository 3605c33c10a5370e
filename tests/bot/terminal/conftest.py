from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.terminal.people import User
from bot.terminal.server import Telegram
from bot.terminal.wire import Answer


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    at: datetime = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **span: float) -> None:
        self.at += timedelta(**span)


Ask = Callable[..., Awaitable[str]]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> Telegram:
    return Telegram(clock)


@pytest.fixture
def lifter(telegram: Telegram) -> User:
    return telegram.add_user("Lifter")


@pytest.fixture
def call(telegram: Telegram) -> Callable[..., Awaitable[Answer]]:
    """Calls a method with keyword parameters, native values as in a JSON body."""

    async def calling(method: str, **given: object) -> Answer:
        return await telegram.call(method, given)

    return calling


@pytest.fixture
def ask(telegram: Telegram) -> Ask:
    """Like `call`, but gives the refusal's words, or "ok"."""

    async def asking(method: str, **given: object) -> str:
        answer = await telegram.call(method, given)
        return "ok" if answer.ok else f"{answer.status} {answer.body['description']}"

    return asking
