from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.outgoing.errors import NotSent, NotSentInTime, ServerFailed
from bot.outgoing.pacing import Kind, Marked, Pacing, Standing, Unasked, kind_of
from tests.bot.outgoing.still import Still


class Telegram:
    """What stands behind the pacing: a log of (second, label), and errors to raise first."""

    def __init__(self, errors: Iterable[TelegramError] = ()) -> None:
        self.time = Still()
        self.pacing = Pacing(self.time.now, self.time.sleep)
        self.sent: list[tuple[float, str]] = []
        self.errors = list(errors)
        self.tasks: list[asyncio.Task[Any]] = []

    async def _post(self, label: str) -> bool:
        self.sent.append((round(self.time.at, 3), label))
        if self.errors:
            raise self.errors.pop(0)
        return True

    def call(
        self,
        label: str,
        chat_id: int | None = 1,
        endpoint: str = "sendMessage",
        unasked: Standing | None = None,
    ) -> asyncio.Task[Any]:
        data = {} if chat_id is None else {"chat_id": chat_id}
        task = asyncio.create_task(
            self.pacing.process_request(self._post, (label,), {}, endpoint, data, unasked)  # type: ignore[arg-type]
        )
        self.tasks.append(task)
        return task

    async def all(self) -> None:
        await self.time.run()
        await asyncio.gather(*self.tasks)


async def test_a_chat_gets_three_at_once_and_then_one_a_second() -> None:
    telegram = Telegram()
    for number in range(6):
        telegram.call(str(number))
    await telegram.all()
    assert telegram.sent == [(0, "0"), (0, "1"), (0, "2"), (1, "3"), (2, "4"), (3, "5")]


async def test_one_chat_never_waits_for_another() -> None:
    telegram = Telegram()
    for chat_id in range(500):
        telegram.call("x", chat_id)
    await telegram.all()
    assert {at for at, _ in telegram.sent} == {0}


async def test_a_group_gets_twenty_a_minute() -> None:
    telegram = Telegram()
    for number in range(30):
        telegram.call(str(number), chat_id=-100)
    await telegram.all()
    at = [second for second, _ in telegram.sent]
    assert at[:3] == [0, 0, 0]
    for start in at:
        assert sum(start <= second < start + 60 for second in at) <= 20
    assert at[-1] < 100


async def test_edits_and_answers_pass_by_the_waiting() -> None:
    telegram = Telegram()
    for number in range(10):
        telegram.call(str(number))
    await telegram.time.settle()
    telegram.call("edit", endpoint="editMessageText")
    telegram.call("answer", None, endpoint="answerCallbackQuery")
    await telegram.all()
    assert (0, "edit") in telegram.sent
    assert (0, "answer") in telegram.sent


async def test_what_was_asked_goes_first_then_rings_then_reminders() -> None:
    telegram = Telegram()
    for _ in range(3):
        telegram.call("burst")
    await telegram.time.settle()
    telegram.call("reminder", unasked=Unasked.REMINDER)
    telegram.call("ring", unasked=Unasked.RING)
    telegram.call("asked")
    await telegram.all()
    assert [label for _, label in telegram.sent[3:]] == ["asked", "ring", "reminder"]


async def test_a_thousand_rings_leave_at_the_bulk_rate_before_reminders_and_hinder_no_answer() -> None:
    telegram = Telegram()
    for chat_id in range(200):
        telegram.call("reminder", chat_id, unasked=Unasked.REMINDER)
    for chat_id in range(1000, 2000):
        telegram.call("ring", chat_id, unasked=Unasked.RING)
    await telegram.time.settle()
    await telegram.time.run(until=5)
    telegram.call("asked", 5000)
    await telegram.all()
    assert next(at for at, label in telegram.sent if label == "asked") == 5
    rings = sorted(at for at, label in telegram.sent if label == "ring")
    assert rings[-1] <= 2 + 1000 / 25
    per_second = Counter(int(at) for at, label in telegram.sent if label != "asked")
    assert max(per_second[second] for second in per_second if second) <= 26


async def test_what_is_marked_is_marked_when_it_leaves_and_at_each_try() -> None:
    telegram = Telegram()
    marked_at: list[float] = []

    async def leaves() -> None:
        marked_at.append(telegram.time.at)

    for _ in range(3):
        telegram.call("burst")
    await telegram.time.settle()
    telegram.errors = [ServerFailed("502")]
    telegram.call("ring", unasked=Marked(Unasked.RING, leaves))
    await telegram.all()
    assert marked_at == [at for at, label in telegram.sent if label == "ring"]
    assert len(marked_at) == 2
    assert marked_at[0] >= 1, "not while it waits for its turn"


async def test_a_429_holds_back_its_own_chat_alone() -> None:
    telegram = Telegram([RetryAfter(7)])
    telegram.call("first", 1)
    await telegram.time.settle()
    telegram.call("behind", 1)
    telegram.call("edit", 1, endpoint="editMessageText")
    telegram.call("other", 2)
    await telegram.all()
    assert telegram.sent[:2] == [(0, "first"), (0, "other")]
    assert sorted(telegram.sent[2:]) == [(7, "behind"), (7, "edit"), (7, "first")]


async def test_a_long_429_is_told_at_once_and_still_holds_the_chat_back() -> None:
    telegram = Telegram([RetryAfter(300)])
    with pytest.raises(RetryAfter):
        await telegram.call("first")
    telegram.tasks.clear()
    telegram.call("second")
    await telegram.all()
    assert telegram.sent == [(0, "first"), (300, "second")]


async def test_a_429_for_ever_ends() -> None:
    telegram = Telegram([RetryAfter(5)] * 50)
    task = telegram.call("x")
    await telegram.time.run()
    with pytest.raises(RetryAfter):
        await task
    assert len(telegram.sent) == 4


@pytest.mark.parametrize("error", [NotSent("x"), NotSentInTime("x"), ServerFailed("x")])
async def test_what_never_arrived_is_repeated_ever_more_slowly_while_wanted(error: TelegramError) -> None:
    telegram = Telegram([error] * 3)
    telegram.call("x")
    await telegram.all()
    assert [at for at, _ in telegram.sent] == [0, 1, 3, 7]
    given_up = Telegram([error] * 100)
    task = given_up.call("x")
    await given_up.time.run()
    with pytest.raises(type(error)):
        await task
    assert [at for at, _ in given_up.sent] == [0, 1, 3, 7, 15]


async def test_a_ring_that_cannot_leave_is_given_back_soon() -> None:
    telegram = Telegram([NotSent("x")] * 100)
    task = telegram.call("ring", unasked=Unasked.RING)
    await telegram.time.run()
    with pytest.raises(NotSent):
        await task
    assert telegram.time.at <= 8


@pytest.mark.parametrize("error", [TimedOut(), NetworkError("reset")])
@pytest.mark.parametrize(
    ("endpoint", "tries"),
    [("sendMessage", 1), ("editMessageText", 2), ("answerCallbackQuery", 1), ("getMe", 2)],
)
async def test_what_may_have_arrived_is_repeated_only_where_that_changes_nothing(
    error: TelegramError, endpoint: str, tries: int
) -> None:
    telegram = Telegram([error])
    task = telegram.call("x", endpoint=endpoint)
    await telegram.time.run()
    assert len(telegram.sent) == tries
    assert (task.exception() is error) is (tries == 1)


async def test_a_refusal_is_never_repeated() -> None:
    telegram = Telegram([BadRequest("chat not found")])
    with pytest.raises(BadRequest):
        await telegram.call("x", endpoint="editMessageText")
    assert len(telegram.sent) == 1


async def test_chats_are_forgotten_when_idle() -> None:
    telegram = Telegram()
    for chat_id in range(1000):
        telegram.call("x", chat_id)
    await telegram.all()
    assert telegram.pacing.chats == 1000
    telegram.time.at += 60
    telegram.call("y", 5)
    await telegram.all()
    assert telegram.pacing.chats == 1


async def test_a_cancelled_waiter_takes_no_turn() -> None:
    telegram = Telegram()
    for _ in range(3):
        telegram.call("burst")
    await telegram.time.settle()
    gone = telegram.call("gone")
    await telegram.time.settle()
    gone.cancel()
    telegram.tasks.remove(gone)
    telegram.call("next")
    await telegram.all()
    assert telegram.sent[3:] == [(1, "next")]


async def test_stopping_sends_the_waiting_home_unsent() -> None:
    telegram = Telegram()
    for _ in range(3):
        telegram.call("burst")
    await telegram.time.settle()
    waiting = telegram.call("waiting")
    await telegram.time.settle()
    await telegram.pacing.shutdown()
    with pytest.raises(NotSent):
        await waiting


@pytest.mark.parametrize(
    ("endpoint", "kind"),
    [
        ("sendMessage", Kind.SEND),
        ("sendDocument", Kind.SEND),
        ("copyMessage", Kind.SEND),
        ("sendChatAction", Kind.EDIT),
        ("editMessageReplyMarkup", Kind.EDIT),
        ("setMessageReaction", Kind.EDIT),
        ("deleteMessage", Kind.EDIT),
        ("answerCallbackQuery", Kind.ANSWER),
        ("getMe", Kind.OTHER),
        ("setMyCommands", Kind.OTHER),
    ],
)
def test_what_a_method_does(endpoint: str, kind: Kind) -> None:
    assert kind_of(endpoint) is kind
