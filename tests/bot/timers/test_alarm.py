from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram.ext import Application, ApplicationBuilder, JobQueue

from bot.clock import StepClock, WallClock
from bot.timers.alarm import Alarm

FAR = timedelta(days=400)


def jobs() -> tuple[Application[Any, Any, Any, Any, Any, Any], JobQueue[Any]]:
    application = ApplicationBuilder().token("1:x").updater(None).build()
    assert application.job_queue is not None
    return application, application.job_queue


async def test_it_wakes_at_the_moment_even_when_the_loop_was_late() -> None:
    _application, queue = jobs()
    clock, woken = WallClock(), asyncio.Event()
    alarm = Alarm(queue, clock)
    alarm.start(woken.set)
    await queue.start()
    alarm.set_for(clock.now() - timedelta(seconds=30))
    async with asyncio.timeout(5):
        await woken.wait()
    await queue.stop()


async def test_there_are_never_more_than_two_jobs_and_neither_is_ever_dropped() -> None:
    _application, queue = jobs()
    clock = WallClock()
    alarm = Alarm(queue, clock)
    alarm.start(lambda: None)
    await queue.start()
    for days in range(50):
        alarm.set_for(clock.now() + timedelta(days=1 + days))
    assert sorted(job.name or "" for job in queue.jobs()) == ["next due", "sweep"]
    assert all(job.misfire_grace_time is None for job in queue.scheduler.get_jobs())
    alarm.set_for(None)
    assert [job.name for job in queue.jobs()] == ["sweep"]
    alarm.stop()
    alarm.stop()
    assert queue.jobs() == ()
    await queue.stop()


async def test_a_clock_that_stands_needs_no_alarm_and_a_step_wakes() -> None:
    _application, queue = jobs()
    clock, woken = StepClock(datetime(2026, 3, 1, tzinfo=UTC)), []
    alarm = Alarm(queue, clock)
    alarm.start(lambda: woken.append(clock.now()))
    await queue.start()
    alarm.set_for(clock.now() + FAR)
    assert [job.name for job in queue.jobs()] == ["sweep"]
    clock.advance(FAR)
    assert len(woken) == 1
    await queue.stop()
