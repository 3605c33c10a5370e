"""How Telegram delivers to a webhook: each update is posted until it is answered with 2xx, a chat's in order.

It takes what the strict Telegram of `bot/terminal` has queued, whenever a webhook is set there.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.intake.posts import SECRET_HEADER
from bot.terminal.server import Telegram

RETRY_S = 0.05


class Courier:
    """Posts while the `async with` block runs; `answers` counts the statuses, 0 for a post that got none.

    `copies` is how often each update is posted at the same time, as a network that repeats itself does.
    """

    def __init__(self, telegram: Telegram, port: int) -> None:
        self.telegram, self.port = telegram, port
        self.copies = 1
        self.answers: Counter[int] = Counter()
        self._pause = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._deliver())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def post(self, update: Any, **headers: str) -> int:
        """Post something once; the status, 0 where nobody answers."""
        webhook = self.telegram.webhook or {}
        path = "/" + str(webhook.get("url", "")).split("/", 3)[-1]
        secret = {SECRET_HEADER: str(webhook.get("secret_token", ""))}
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session,
                session.post(
                    f"http://127.0.0.1:{self.port}{path}", json=update, headers={**secret, **headers}
                ) as answer,
            ):
                return answer.status
        except (aiohttp.ClientError, OSError):
            return 0

    async def _deliver(self) -> None:
        updates, posting = self.telegram.updates, set[int]()
        async with asyncio.TaskGroup() as posts:
            while True:
                await self.telegram.until(
                    lambda: self.telegram.webhook is not None
                    and any(update["update_id"] not in posting for update in updates.pending()),
                    3600,
                )
                for update in updates.pending():
                    if update["update_id"] not in posting:
                        posting.add(update["update_id"])
                        posts.create_task(self._until_taken(update))

    async def _until_taken(self, update: Any) -> None:
        while True:
            copies = (self.post(update) for _ in range(self.copies))
            statuses = await asyncio.gather(*copies)
            self.answers.update(statuses)
            if all(200 <= status < 300 for status in statuses):
                self.telegram.updates.taken(update["update_id"])
                return
            async with self._pause:
                try:
                    await asyncio.wait_for(self._pause.wait(), RETRY_S)
                except TimeoutError:
                    continue
