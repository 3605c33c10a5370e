from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Update

from bot.intake.order import InOrder, lane_of
from tests.bot.intake.conftest import message


def update(number: int, user_id: int = 1) -> Update:
    return Update.de_json(message(number, user_id), None)


async def test_one_user_in_order_and_others_meanwhile() -> None:
    order, done, hold = InOrder(), [], asyncio.Event()

    async def work(number: int, wait: bool) -> None:
        if wait:
            await hold.wait()
        done.append(number)

    tasks = [asyncio.create_task(order.process_update(update(n), work(n, n == 1))) for n in range(1, 6)]
    tasks += [asyncio.create_task(order.process_update(update(n, n), work(n, False))) for n in range(10, 200)]
    await asyncio.gather(*tasks[5:])
    assert done == list(range(10, 200))
    hold.set()
    await asyncio.gather(*tasks)
    assert done[190:] == [1, 2, 3, 4, 5]
    assert order.lanes == 0


async def test_a_spammer_holds_one_place_and_not_all() -> None:
    order, hold, done = InOrder(at_once=2), asyncio.Event(), []

    async def slow() -> None:
        await hold.wait()

    async def quick() -> None:
        done.append(1)

    spam = [asyncio.create_task(order.process_update(update(n, 7), slow())) for n in range(50)]
    await asyncio.gather(*(order.process_update(update(100 + n, n), quick()) for n in range(20, 30)))
    assert len(done) == 10
    hold.set()
    await asyncio.gather(*spam)


async def test_a_timer_waits_for_the_same_lane() -> None:
    order, said = InOrder(), []

    async def handle() -> None:
        said.append("update")
        await asyncio.sleep(0)
        said.append("update done")

    task = asyncio.create_task(order.process_update(update(1), handle()))
    await asyncio.sleep(0)
    async with order.lane(1):
        said.append("ring")
    await task
    assert said == ["update", "update done", "ring"]


async def test_the_database_is_asked_inside_the_lane_before_routing() -> None:
    said: list[str] = []

    async def before(update: Update) -> bool:
        said.append(f"before {update.update_id}")
        return update.update_id != 3

    async def handle(number: int) -> None:
        said.append(f"handle {number}")

    order = InOrder(before=before)
    await asyncio.gather(*(order.process_update(update(n), handle(n)) for n in (1, 2, 3)))
    assert said == ["before 1", "handle 1", "before 2", "handle 2", "before 3"]


async def test_an_error_or_a_cancel_frees_the_lane() -> None:
    order, hold = InOrder(), asyncio.Event()

    async def breaks() -> None:
        raise ValueError("x")

    async def waits() -> None:
        await hold.wait()

    with pytest.raises(ValueError, match="x"):
        await order.process_update(update(1), breaks())
    running = asyncio.create_task(order.process_update(update(2), waits()))
    queued = asyncio.create_task(order.process_update(update(3), waits()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for task in (queued, running):
        task.cancel()
    await asyncio.gather(running, queued, return_exceptions=True)
    assert order.lanes == 0


@pytest.mark.parametrize(
    ("raw", "lane"),
    [
        (message(1, 5), 5),
        (
            {
                "update_id": 1,
                "callback_query": {
                    "id": "1",
                    "from": {"id": 9, "is_bot": False, "first_name": "B"},
                    "chat_instance": "x",
                    "message": message(1, 5)["message"],
                },
            },
            9,
        ),
        (
            {
                "update_id": 1,
                "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -7, "type": "channel"}},
            },
            -7,
        ),
        ({"update_id": 1}, 0),
    ],
)
def test_whose_update_it_is(raw: dict[str, Any], lane: int) -> None:
    assert lane_of(Update.de_json(raw, None)) == lane
