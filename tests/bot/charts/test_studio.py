from __future__ import annotations

import asyncio
import os
import resource
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from bot.charts import studio as studios
from bot.charts.studio import NotDrawn, Studio
from bot.importing.desk import NotToday, ReadingDesk
from bot.importing.wire import Ask
from core.imports import Told
from tests.bot.charts.examples import examples, progress


async def at_once(_: float) -> None:
    """A breath that takes no time."""


@pytest.fixture
async def studio() -> AsyncIterator[Studio]:
    opened = Studio(sleep=at_once)
    yield opened
    await opened.close()


async def test_pictures_are_drawn_one_after_the_other_by_one_process(studio: Studio) -> None:
    assert studio.pid is None
    drawn = await asyncio.gather(*(studio.draw(picture) for picture in examples().values()))
    assert {png[:4] for png in drawn} == {b"\x89PNG"}
    pid = studio.pid
    assert pid is not None
    assert os.getpriority(os.PRIO_PROCESS, pid) >= 10
    assert await studio.zone_at(47.4, 8.5) == "Europe/Zurich"
    assert studio.pid == pid


async def test_ctrl_c_does_not_reach_it(studio: Studio) -> None:
    await studio.zone_at(0, 0)
    assert studio.pid is not None
    assert os.getpgid(studio.pid) != os.getpgid(0)


async def test_a_killed_process_is_replaced(studio: Studio) -> None:
    await studio.zone_at(0, 0)
    pid = studio.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(NotDrawn):
        await studio.draw(progress())
    assert (await studio.draw(progress()))[:4] == b"\x89PNG"
    assert studio.pid != pid


async def test_a_picture_that_takes_too_long_ends_its_process() -> None:
    studio = Studio(start_within_s=0.001)
    with pytest.raises(NotDrawn):
        await studio.draw(progress())
    assert studio.pid is None
    await studio.close()


@contextmanager
def no_file_left() -> Iterator[None]:
    """This process may open none more."""
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    least = os.dup(0)  # the lowest number that is free
    os.close(least)
    resource.setrlimit(resource.RLIMIT_NOFILE, (least, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, usual)


async def test_where_no_process_can_be_started_nothing_is_drawn_nor_read(studio: Studio) -> None:
    with no_file_left():
        with pytest.raises(NotDrawn):
            await studio.draw(progress())
        with pytest.raises(NotToday):
            await ReadingDesk().read(Ask(Told(None), date(2026, 3, 2)), b"Date;Reps")
    assert (await studio.draw(progress()))[:4] == b"\x89PNG"


async def test_an_ask_given_up_does_not_answer_the_next_one(studio: Studio) -> None:
    await studio.zone_at(0, 0)
    given_up = asyncio.create_task(studio.zone_at(52.5, 13.4))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert await studio.zone_at(47.4, 8.5) == "Europe/Zurich"


async def test_too_many_at_once_are_refused(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studios, "MOST_WAITING", 2)
    asked = await asyncio.gather(*(studio.zone_at(52.5, 13.4) for _ in range(5)), return_exceptions=True)
    assert [type(answer) for answer in asked] == [str, str, NotDrawn, NotDrawn, NotDrawn]


async def test_the_next_question_is_put_when_the_picture_before_it_is_drawn(studio: Studio) -> None:
    happened: list[str] = []

    async def ask(who: str) -> None:
        async with studio.turn() as draw:
            happened.append(f"{who} asks")
            await draw(progress())
            happened.append(f"{who} has it")

    await asyncio.gather(ask("Ann"), ask("Ben"))
    assert happened == ["Ann asks", "Ann has it", "Ben asks", "Ben has it"]


async def test_only_between_two_pictures_asked_for_at_once_there_is_a_breath() -> None:
    breaths: list[float] = []

    async def breathe(seconds: float) -> None:
        breaths.append(seconds)

    studio = Studio(sleep=breathe)
    try:
        await studio.draw(progress())
        await studio.draw(progress())
        assert breaths == []
        await asyncio.gather(*(studio.draw(progress()) for _ in range(3)))
        assert breaths == [studios.BREATH_S] * 2
    finally:
        await studio.close()


async def test_where_too_many_wait_a_question_is_put_at_once_and_has_no_picture(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studios, "MOST_WAITING", 1)
    async with studio.turn(), studio.turn() as draw:
        with pytest.raises(NotDrawn):
            await draw(progress())
    assert studio.pid is None
    assert (await studio.draw(progress()))[:4] == b"\x89PNG"


async def test_closing_ends_the_process(studio: Studio) -> None:
    await studio.zone_at(0, 0)
    pid = studio.pid
    assert pid is not None
    await studio.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
