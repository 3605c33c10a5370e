from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.terminal.people import User
from bot.terminal.server import Telegram
from bot.terminal.wire import Answer
from tests.bot.terminal.conftest import Ask, Clock

Call = Callable[..., Awaitable[Answer]]
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


@pytest.fixture
def texts(call: Call) -> Callable[..., Awaitable[list[str]]]:
    async def getting(**given: Any) -> list[str]:
        answer = await call("getUpdates", **given)
        return [update["message"]["text"] for update in answer.body["result"]]

    return getting


async def polling(telegram: Telegram, call: Call, **given: Any) -> asyncio.Task[Answer]:
    task = asyncio.ensure_future(call("getUpdates", **given))
    await telegram.until(lambda: telegram.updates.polled)
    return task


async def test_the_next_offset_confirms_and_forgets(
    telegram: Telegram, lifter: User, texts: Callable[..., Awaitable[list[str]]]
) -> None:
    for text in ("a", "b", "c"):
        telegram.user_sends(lifter, text)
    assert await texts() == ["a", "b", "c"]
    assert await texts(limit=2) == ["a", "b"]
    assert await texts(offset=700_000_002) == ["b", "c"]
    assert await texts() == ["b", "c"]
    assert await texts(offset=-1) == ["c"]
    assert await texts(offset=700_000_004) == []
    assert len(telegram.updates) == 0


async def test_ids_may_jump_down_and_an_unknown_offset_confirms_nothing(
    telegram: Telegram, lifter: User, texts: Callable[..., Awaitable[list[str]]]
) -> None:
    telegram.user_sends(lifter, "a")
    assert await texts(offset=700_000_002) == []
    telegram.updates.jump(5000)
    telegram.user_sends(lifter, "b")
    assert await texts(offset=700_000_002) == ["b"]
    assert await texts(offset=5001) == []
    assert len(telegram.updates) == 0


async def test_an_offset_that_comes_again_confirms_nothing_that_came_since(
    telegram: Telegram, lifter: User, texts: Callable[..., Awaitable[list[str]]]
) -> None:
    telegram.user_sends(lifter, "a")
    assert await texts(offset=700_000_002) == []
    for update_id in (5000, 700_000_001, 700_000_009):
        telegram.updates.jump(update_id)
        telegram.user_sends(lifter, f"{update_id}")
    assert await texts(offset=700_000_002) == ["5000", "700000001", "700000009"]
    assert await texts(offset=700_000_002) == ["700000009"]


async def test_updates_are_dropped_after_a_day(
    telegram: Telegram, lifter: User, clock: Clock, texts: Callable[..., Awaitable[list[str]]]
) -> None:
    telegram.user_sends(lifter, "old")
    clock.pass_(hours=23)
    telegram.user_sends(lifter, "new")
    clock.pass_(hours=2)
    assert await texts() == ["new"]


async def test_a_long_poll_ends_with_the_first_update(telegram: Telegram, lifter: User, call: Call) -> None:
    task = await polling(telegram, call, timeout=30)
    telegram.user_sends(lifter, "a")
    answer = await task
    assert [update["message"]["text"] for update in answer.body["result"]] == ["a"]
    assert not telegram.updates.polled


async def test_a_cancelled_poll_loses_nothing(telegram: Telegram, lifter: User, call: Call) -> None:
    task = await polling(telegram, call, timeout=30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not telegram.updates.polled
    telegram.user_sends(lifter, "a")
    assert len((await call("getUpdates")).body["result"]) == 1


async def test_a_second_poller_ends_the_first_with_409(telegram: Telegram, lifter: User, call: Call) -> None:
    first = await polling(telegram, call, timeout=30)
    second = await call("getUpdates")
    assert second.ok
    assert (await first).body == {"ok": False, "error_code": 409, "description": CONFLICT}


async def test_a_webhook_and_polling_exclude_each_other(telegram: Telegram, call: Call, ask: Ask) -> None:
    poll = await polling(telegram, call, timeout=30)
    assert await ask("setWebhook", url="http://example.org/x") == (
        "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
    assert await ask("setWebhook", url="https://example.org/x", secret_token="s p") == (
        "400 Bad Request: secret token contains unallowed characters"
    )
    assert await ask("setWebhook", url="https://example.org/x", secret_token="s") == "ok"
    assert (await poll).body["description"] == "Conflict: terminated by setWebhook request"
    assert await ask("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    )
    assert (await call("getWebhookInfo")).body["result"]["url"] == "https://example.org/x"
    assert await ask("deleteWebhook") == "ok"
    assert await ask("getUpdates") == "ok"


async def test_only_the_kinds_asked_for_are_queued(telegram: Telegram, lifter: User, call: Call) -> None:
    message = telegram.user_sends(lifter, "a")
    telegram.user_reacts(lifter, message, "👍")
    assert len(telegram.updates) == 1
    await call("getUpdates", allowed_updates=["message_reaction"])
    telegram.user_reacts(lifter, message, "🔥")
    telegram.user_sends(lifter, "b")
    kinds = [sorted(update)[0] for update in (await call("getUpdates")).body["result"]]
    assert kinds == ["message", "message_reaction"]
    await call("getUpdates", allowed_updates=[])
    telegram.user_sends(lifter, "c")
    assert len(telegram.updates) == 3


async def test_dropping_pending_updates(telegram: Telegram, lifter: User, ask: Ask) -> None:
    telegram.user_sends(lifter, "a")
    assert await ask("deleteWebhook", drop_pending_updates=True) == "ok"
    assert telegram.updates.pending() == []
