"""When a request may leave, and whether again: Telegram's limits a chat, and ours for what is unasked.

How an answer or an error looks is in `request.py` and `errors.py`; what a refusal means in `refusals.py`.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.figures import UNCOUNTED, Figures
from bot.outgoing.errors import NotSent, ServerFailed
from bot.outgoing.gate import Bucket, Gate, Now, Sleep

_LOGGER = logging.getLogger(__name__)

CHAT_RATE, CHAT_BURST = 1.0, 3
GROUP_RATE, GROUP_BURST = 17 / 60, 3  # so no minute, wherever it begins, sees more than 20
BULK_RATE, BULK_BURST = 25.0, 25
LONGEST_PAUSE_S = 30.0
MOST_PAUSES = 3
IDLE_LOOK_S = 30.0

Answer = bool | dict[str, Any] | list[dict[str, Any]]
Call = Callable[..., Coroutine[Any, Any, Answer]]


class Unasked(StrEnum):
    """What nobody just asked for: given as `rate_limit_args` it stands behind answers and in BULK_RATE."""

    RING = "ring"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Marked:
    """Unasked, and marked by its sender right before each try: after its turn has come, not before."""

    unasked: Unasked
    leaves: Callable[[], Awaitable[object]]


Standing = Unasked | Marked


class Kind(StrEnum):
    """What a request does, as far as pacing and trying again are concerned."""

    SEND = "send"  # makes a new message: paced, and never repeated when it may have arrived
    EDIT = "edit"  # changes one: never behind sends, repeating it changes nothing
    ANSWER = "answer"  # a button's answer: never waits, and who asked for it says it again (`answers.py`)
    OTHER = "other"


URGENCY = {None: 0, Unasked.RING: 1, Unasked.REMINDER: 2}

RELEVANT_S = {Kind.SEND: 30.0, Kind.EDIT: 30.0, Kind.ANSWER: 0.0, Kind.OTHER: 15.0}
RELEVANT_UNASKED_S = 8.0  # then the row keeps it: the ringer comes back, and the lane is free meanwhile


def kind_of(endpoint: str) -> Kind:
    """What a method of the Bot API does."""
    if endpoint.startswith("answer"):
        return Kind.ANSWER
    if endpoint.startswith(("edit", "delete", "setMessage", "pin", "unpin")) or endpoint == "sendChatAction":
        return Kind.EDIT
    if endpoint.startswith(("send", "copy", "forward")):
        return Kind.SEND
    return Kind.OTHER


class Pacing(BaseRateLimiter[Standing]):
    """One gate a chat and one for all that is unasked; a 429 holds back its own chat alone."""

    def __init__(
        self, now: Now = time.monotonic, sleep: Sleep = asyncio.sleep, figures: Figures = UNCOUNTED
    ) -> None:
        self._now, self._sleep, self._figures = now, sleep, figures
        self._chats: dict[int | str, Gate] = {}
        self._bulk = Gate((Bucket(BULK_RATE, BULK_BURST, now()),), now, sleep)
        self._looked_at = now()

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """What still waits has never left; its row keeps it for the next start."""
        for gate in (self._bulk, *self._chats.values()):
            gate.close()
        self._chats.clear()

    @property
    def chats(self) -> int:
        """How many chats are remembered."""
        return len(self._chats)

    async def process_request(
        self,
        callback: Call,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Standing | None,
    ) -> Answer:
        """Send one request when its turn comes; again while that is safe and somebody still wants it."""
        self._forget_idle()
        kind, chat_id = kind_of(endpoint), data.get("chat_id")
        unasked = rate_limit_args.unasked if isinstance(rate_limit_args, Marked) else rate_limit_args
        relevant_s = RELEVANT_UNASKED_S if unasked else RELEVANT_S[kind]
        first_at, pause_s, pauses = self._now(), 1.0, 0
        while True:
            await self._turn(kind, chat_id, unasked)
            if isinstance(rate_limit_args, Marked):
                await rate_limit_args.leaves()
            try:
                return await self._counted(endpoint, callback(*args, **kwargs))
            except RetryAfter as error:
                wait_s = seconds_of(error)
                if chat_id is not None:
                    self._chat(chat_id).pause(wait_s)
                pauses += 1
                if kind is Kind.ANSWER or pauses > MOST_PAUSES or wait_s > LONGEST_PAUSE_S:
                    raise
                first_at += wait_s
                if chat_id is None:
                    await self._sleep(wait_s)
                reason: Exception = error
            except NetworkError as error:
                if not _may_repeat(error, kind) or self._now() - first_at + pause_s > relevant_s:
                    raise
                await self._sleep(pause_s)
                pause_s *= 2
                reason = error
            _LOGGER.info("%s is tried again after %s", endpoint, type(reason).__name__)

    async def _counted(self, endpoint: str, call: Coroutine[Any, Any, Answer]) -> Answer:
        began, outcome = self._now(), "cancelled"
        try:
            answer = await call
            outcome = "done"
        except TelegramError as error:
            outcome = outcome_of(error)
            raise
        finally:
            self._figures.called(endpoint, outcome, self._now() - began)
        return answer

    async def _turn(self, kind: Kind, chat_id: int | str | None, unasked: Unasked | None) -> None:
        if kind is not Kind.SEND and chat_id in self._chats:
            await self._chats[chat_id].reopened()
        if kind is Kind.SEND and chat_id is not None:
            await self._chat(chat_id).turn(URGENCY[unasked])
            if unasked:
                await self._bulk.turn(URGENCY[unasked])

    def _chat(self, chat_id: int | str) -> Gate:
        gate = self._chats.get(chat_id)
        if gate is None:
            now = self._now()
            buckets: tuple[Bucket, ...] = (Bucket(CHAT_RATE, CHAT_BURST, now),)
            if isinstance(chat_id, str) or chat_id < 0:
                buckets += (Bucket(GROUP_RATE, GROUP_BURST, now),)
            gate = self._chats[chat_id] = Gate(buckets, self._now, self._sleep)
        return gate

    def _forget_idle(self) -> None:
        if self._now() - self._looked_at < IDLE_LOOK_S:
            return
        self._looked_at = self._now()
        for chat_id in [chat_id for chat_id, gate in self._chats.items() if gate.idle()]:
            del self._chats[chat_id]


def outcome_of(error: TelegramError) -> str:
    """How a call that failed ended, in a word for the figures."""
    if isinstance(error, RetryAfter):
        return "slowed_down"
    if isinstance(error, (BadRequest, Forbidden)):
        return "refused"
    if isinstance(error, (NotSent, ServerFailed)):
        return "not_applied"
    return "unknown" if isinstance(error, NetworkError) else "failed"


def _may_repeat(error: NetworkError, kind: Kind) -> bool:
    """Never left and 5xx: always. It may have arrived: only what changes nothing the second time."""
    if isinstance(error, BadRequest):
        return False
    return isinstance(error, (NotSent, ServerFailed)) or kind is not Kind.SEND


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram says to wait."""
    wait = error.retry_after
    return wait if isinstance(wait, int) else wait.total_seconds()
