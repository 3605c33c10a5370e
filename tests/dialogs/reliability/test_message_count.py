"""The chat stays readable and the path short: messages a workout, calls a set, transactions a set."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.terminal.ledger import Call
from core.store.port import Source, Store
from tests.dialogs.stage import Stage, intermediate

HEARD = ("getUpdates", "getMe")


class CountingStore:
    """Passes everything on and counts what writes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.writes = 0

    async def run(self, use_case: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.writes += 1
        return await self._store.run(use_case, *args, **kwargs)

    async def apply(self, source: Source, use_case: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        self.writes += 1
        return await self._store.apply(source, use_case, *args, **kwargs)

    async def read(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self._store.read(query, *args, **kwargs)

    async def study(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return await self._store.study(query, *args, **kwargs)

    async def close(self) -> None:
        await self._store.close()


def count_writes(stage: Stage) -> CountingStore:
    """From here on the handlers' own store counts; the intake's books are not theirs."""
    counting = CountingStore(stage.room.store)
    stage.chat.spotter.application.bot_data["room"] = replace(stage.room, store=counting)
    return counting


def calls(stage: Stage) -> list[Call]:
    return [call for call in stage.telegram.ledger if call.method not in HEARD]


TWO_CALLS = [
    ("[✅ 80 kg × 10]", ["answerCallbackQuery", "editMessageText"]),
    ("[9]", ["answerCallbackQuery", "editMessageText"]),
    ("80x8", ["editMessageText", "setMessageReaction"]),
    (">3 80x8", ["editMessageText", "setMessageReaction"]),
]


@pytest.mark.parametrize(("does", "methods"), TWO_CALLS)
async def test_both_calls_are_under_way_before_either_is_answered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, does: str, methods: list[str]
) -> None:
    await stage.hears("/plan", "[▶ Start]")
    together, call = asyncio.Barrier(2), stage.telegram.call

    async def meeting(method: str, *given: Any) -> Any:
        """Telegram answers neither of the two before the other has come."""
        if method in methods:
            async with asyncio.timeout(5):
                await together.wait()
        return await call(method, *given)

    monkeypatch.setattr(stage.telegram, "call", meeting)
    await stage.hears(does)
    assert len(await stage.sets()) == 1
    stage.is_clean()


@pytest.mark.parametrize(("does", "methods"), TWO_CALLS)
async def test_a_logged_set_is_two_calls_and_one_transaction(
    stage: Stage, does: str, methods: list[str]
) -> None:
    await stage.hears("/plan", "[▶ Start]")
    counting, before = count_writes(stage), len(calls(stage))
    await stage.hears(does)
    assert sorted(call.method for call in calls(stage)[before:]) == methods
    assert counting.writes == 1
    assert len(await stage.sets()) == 1


async def test_twenty_sets_are_at_most_26_messages(newcomer: Stage) -> None:
    stage = newcomer
    await stage.knows(intermediate())
    await stage.hears("/plan", "[▶ Start]")
    sets = 0
    while not stage.newest.startswith("Done"):
        await stage.hears("25 kg x 10", "+6m")
        sets += 1
    assert sets == 20
    assert len(await stage.sets()) == 20
    assert len(stage.bot_messages) <= 26
    # One card stands at the end: nothing but the recap has buttons that log.
    logging = [one for one in stage.bot_messages if any("✅" in label for label in stage.labels(one.id))]
    assert logging == []


async def test_warm_ups_tapped_one_by_one_leave_no_message_of_their_own(stage: Stage) -> None:
    """Each rings when its rest is over; the card above asks for the same set, and leaves the chat."""
    await stage.hears("/plan", "[▶ Start]")
    while not stage.newest.startswith("Done"):
        await stage.taps(stage.labels()[0])
        await stage.hears("+6m")
    kinds = [done.kind for done in (await stage.workout()).sets]
    assert (kinds.count("warm_up"), len(await stage.sets())) == (10, 20)
    assert len(stage.bot_messages) <= 26
    assert not any("↓" in str(one.body["text"]) for one in stage.bot_messages)


@pytest.mark.parametrize("habit", [("row 60x10", "+2m"), ("row 60x10", "+20s"), ("row 60x10", "/rest off")])
async def test_the_second_exercise_first_costs_a_message_a_set_and_no_more(
    stage: Stage, habit: tuple[str, ...]
) -> None:
    """The rack was taken: the bench press is asked for again after each row, and its card stands once."""
    await stage.hears("/plan", "[▶ Start]", *habit * 4)
    asking = [one for one in stage.bot_messages if str(one.body["text"]).startswith("Bench press")]
    assert len(asking) <= 1
    assert len(stage.bot_messages) <= 4 + 6
    assert len(await stage.sets()) == 4
    stage.is_clean()


async def test_a_rest_ended_by_its_command_is_a_reaction_and_the_card(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    for _ in range(3):
        before = len(stage.bot_messages)
        assert "👍 on" in await stage.hears("80x10", "/rest off")
        assert len(stage.bot_messages) == before + 1
    stage.is_clean()


async def test_only_one_card_can_be_tapped_at_any_time(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]")
    for line in ("80x10", "+60s", "[Skip]", "80x9", "+90s", "/undo", "80x8", "+90s", "[Swap]", "+1m"):
        await stage.hears(line)
        tappable = [stage.labels(one.id) for one in stage.bot_messages]
        cards = [labels for labels in tappable if any("kg ×" in label for label in labels)]
        assert len(cards) <= 1, line


async def test_refusals_and_nods_write_nothing_that_counts(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "80x10")
    before = await stage.workout()
    for words in ("ok", "done", "banana", "?", "hello", "why", "/help", "/plan strength", "-0", "80"):
        await stage.hears(words)
    assert await stage.workout() == before
