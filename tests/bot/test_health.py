from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import health as healths
from bot.clock import Anchor, StepClock
from bot.health import Health
from bot.metrics import Measured
from bot.serving import serving
from core.store import timers
from core.store.inbox import Kept, keep
from core.store.port import StoreHealth, StoreUnavailable
from core.store.sqlite import SqliteStore

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)


class Sick:
    """The real store, and what may ail it."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self.error, self.hangs, self.writes = store, None, False, 0
        self.trouble: str | None = None

    async def run(self, *args: Any) -> Any:
        self.writes += 1
        if self.hangs:
            await asyncio.Event().wait()
        if self.error:
            raise self.error
        return await self._store.run(*args)

    async def read(self, *args: Any) -> Any:
        if self.error:
            raise self.error
        return await self._store.read(*args)

    def health(self) -> StoreHealth:
        return StoreHealth(self.trouble, 0.0)


@dataclass
class House:
    """Health as it is served; what it asks is set by the test."""

    store: Any
    clock: Any = field(default_factory=lambda: StepClock(NOW))
    intake: bool = True
    waiting: int = 0
    at: float = 100.0
    port: int = 0
    measured: Measured = field(default_factory=Measured)

    def __post_init__(self) -> None:
        self.health = Health(
            self.store,
            self.clock,
            self.measured,
            lambda: self.intake,
            lambda: self.waiting,
            lambda: self.at,
        )

    async def ask(self, path: str, method: str = "GET") -> tuple[int, str]:
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, f"http://127.0.0.1:{self.port}{path}") as answer,
        ):
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, list[str]]:
        status, text = await self.ask("/readyz")
        return status, [name for name, said in json.loads(text).items() if said != "ok"]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    store = await SqliteStore.open(tmp_path / "spotter.db", applied_now=lambda: NOW, durable=False)
    house = House(Sick(store))
    async with serving(house.health.answer, "127.0.0.1", 0) as house.port:
        yield house
    await store.close()


async def test_all_is_well(house: House) -> None:
    assert await house.ready() == (200, [])


async def test_alive_while_the_loop_beats(house: House) -> None:
    assert (await house.ask("/livez"))[0] == 503  # it never beat
    beating = asyncio.create_task(house.health.beat())
    await asyncio.sleep(0)
    assert (await house.ask("/livez"))[0] == 200
    beating.cancel()
    house.at += healths.LATEST_BEAT_S + 1
    assert (await house.ask("/livez"))[0] == 503


async def test_not_ready_while_no_update_can_come_in(house: House) -> None:
    house.intake = False
    assert await house.ready() == (503, ["intake"])
    house.intake = True
    assert await house.ready() == (200, [])


async def test_not_ready_while_the_database_refuses_and_ready_when_it_takes_writes_again(
    house: House,
) -> None:
    house.store.error = StoreUnavailable("disk full")
    assert await house.ready() == (503, ["database", "timers"])
    house.store.error = None
    house.at += healths.ASKED_AGAIN_AFTER_S
    assert await house.ready() == (200, [])
    house.store.trouble = "a page is damaged"
    assert await house.ready() == (503, ["database"])


async def test_a_write_that_hangs_is_not_waited_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(healths, "WRITES_WITHIN_S", 0.05)
    house.store.hangs = True
    assert await house.ready() == (503, ["database"])


async def test_a_thousand_probes_are_one_write(house: House) -> None:
    for _ in range(50):
        await house.ready()
    assert house.store.writes == 1


@pytest.mark.parametrize(("late_s", "failing"), [(29, []), (31, ["timers"])])
async def test_not_ready_while_a_due_timer_does_not_ring(
    house: House, late_s: int, failing: list[str]
) -> None:
    await house.store.run(timers.arm, 1, "rest", NOW, 1)
    house.clock.advance(timedelta(seconds=late_s))
    assert (await house.ready())[1] == failing


@pytest.mark.parametrize(("late_s", "failing"), [(119, []), (121, ["timers"])])
async def test_a_bell_on_its_way_may_take_its_time_and_not_for_ever(
    house: House, late_s: int, failing: list[str]
) -> None:
    await house.store.run(timers.arm, 1, "rest", NOW, 1)
    await house.store.run(timers.claim_due, NOW + timedelta(seconds=1), 1)
    house.clock.advance(timedelta(seconds=late_s))
    assert (await house.ready())[1] == failing
    assert f"spotter_timer_overdue_seconds {late_s}.0" in (await house.ask("/metrics"))[1]


class Fast(StepClock):
    """A step clock of which a minute takes a second on the wall."""

    def real_time(self, moment: datetime) -> datetime:
        return Anchor(NOW, NOW, 60.0).real(moment)


async def test_lateness_is_of_the_wall_whatever_the_coachs_speed(house: House) -> None:
    await house.store.run(timers.arm, 1, "rest", NOW, 1)
    house.health.clock = Fast(NOW + timedelta(minutes=29))
    assert (await house.ready())[1] == []
    house.health.clock = Fast(NOW + timedelta(minutes=31))
    assert (await house.ready())[1] == ["timers"]


async def test_a_change_of_readiness_is_one_line(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.intake = False
    for _ in range(5):
        await house.ready()
    house.intake = True
    await house.ready()
    assert [record.message for record in caplog.records] == ["not ready", "ready again"]


@pytest.mark.parametrize(
    ("path", "method", "status"), [("/", "GET", 404), ("/readyz/", "GET", 404), ("/readyz", "POST", 405)]
)
async def test_nothing_else_is_answered(house: House, path: str, method: str, status: int) -> None:
    assert (await house.ask(path, method))[0] == status


async def test_the_figures_for_prometheus(house: House) -> None:
    house.measured.handled("button", "done", 0.03)
    house.measured.called("sendMessage", "slowed_down", 0.2)
    house.measured.rang("rest", "rung", 0.1)
    house.waiting = 7
    await house.store.run(keep, [Kept(1, 1, "{}")], NOW)
    await house.store.run(timers.arm, 1, "rest", NOW, 1)
    house.clock.advance(timedelta(seconds=12))
    status, page = await house.ask("/metrics")
    assert status == 200
    for line in (
        'spotter_updates_total{kind="button",outcome="done"} 1.0',
        'spotter_update_seconds_bucket{kind="button",le="0.05"} 1.0',
        'spotter_calls_total{method="sendMessage",outcome="slowed_down"} 1.0',
        'spotter_timers_total{kind="rest",outcome="rung"} 1.0',
        'spotter_timer_late_seconds_bucket{le="0.3"} 1.0',
        "spotter_updates_waiting 7.0",
        "spotter_inbox_waiting 1.0",
        "spotter_timers_standing 1.0",
        "spotter_timer_overdue_seconds 12.0",
        "spotter_ready 1.0",
        "process_open_fds",
    ):
        assert line in page
    tasks = re.search(r"^spotter_tasks ([0-9]+)", page, re.MULTILINE)
    assert tasks is not None
    assert 0 < int(tasks[1]) <= len(asyncio.all_tasks()) + 1  # the one that answered is gone by now


async def test_figures_are_given_even_while_the_database_is_away(house: House) -> None:
    house.store.error = StoreUnavailable("disk full")
    status, page = await house.ask("/metrics")
    assert (status, "spotter_ready 0.0" in page) == (200, True)
