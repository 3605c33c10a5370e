"""The composition root: the one place where everything is made and joined, whoever plays Telegram.

Which handler answers what is `bot/routes.py`; what the host may set is `bot/settings.py`.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from telegram.ext import Application, ContextTypes
from telegram.request import BaseRequest

from bot.ahead import ahead, shadows
from bot.apologies import Apologies
from bot.catching_up import CatchUp
from bot.charts.studio import Studio
from bot.clock import Clock
from bot.context import Context, Room
from bot.figures import UNCOUNTED, Figures
from bot.importing.desk import ReadingDesk
from bot.intake.address import Address
from bot.intake.attempts import note_failure
from bot.intake.backlog import Backlog
from bot.intake.conversation import DerivedStates, Key
from bot.intake.dispatch import Dispatcher, Words
from bot.intake.keeping import replay
from bot.intake.order import InOrder
from bot.intake.polling import Poller
from bot.introducing import introduce
from bot.languages import language_of
from bot.outgoing.answers import Answers
from bot.outgoing.connect import connect
from bot.outgoing.gate import Now, Sleep
from bot.outgoing.newest import Newest
from bot.outgoing.pacing import Pacing
from bot.outgoing.telling import Sender
from bot.reaching import Reach
from bot.routes import afterwards, conversation, door, table
from bot.settings import Settings
from bot.timers.alarm import Alarm
from bot.timers.bringing import Bringer
from bot.timers.counting import counted
from bot.timers.folding import Folder
from bot.timers.recap_painter import RecapPainter
from bot.timers.ringer import Ringer
from bot.tokens import tokens
from bot.upkeep import keep_up
from bot.views.view import Toast
from core.coach.interview import onboarding
from core.store.port import Store

log = logging.getLogger(__name__)

UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "inline_query",
    "chosen_inline_result",
)

App = Application[Any, Any, Any, Any, Any, Any]


class Intake(Protocol):
    """How updates come in: a `Poller` or a `Webhook`."""

    @property
    def ready(self) -> bool:
        """Whether updates can come in just now."""
        ...

    async def run(self) -> None:
        """Take them in until cancelled; raises what only the host can mend."""
        ...


@dataclass(frozen=True, slots=True)
class Wires:
    """What differs between Telegram and the terminal: how calls are made, and how waiting is done.

    With an address for a webhook updates are posted there, else they are polled for.
    """

    request: BaseRequest
    updates_request: BaseRequest
    now: Now = time.monotonic
    sleep: Sleep = asyncio.sleep
    long_poll_s: int = 25
    webhook: Address | None = None
    figures: Figures = UNCOUNTED


class Spotter:
    """The whole bot, made and joined; `start`, then `run` until it is cancelled, then `stop`."""

    def __init__(self, settings: Settings, store: Store, clock: Clock, token: str, wires: Wires) -> None:
        self._store, self._clock = store, clock
        self._requests = (wires.request, wires.updates_request)
        asking = conversation()
        newest = Newest()
        shadow = shadows(token)

        async def answer(query_id: str, toast: Toast) -> None:
            await self._sender.answer(query_id, toast)

        self._reach = Reach(store, clock)
        pile = Backlog(
            lambda: clock.real_time(clock.now()),
            lambda athlete_id: self._catch_up.sets(athlete_id),  # noqa: PLW0108  # it is made later
            lambda missed: self._catch_up.tell(missed),  # noqa: PLW0108
        )
        self._order = InOrder(before=ahead(store, asking, shadow, answer, newest, self._reach, pile, clock))
        self.application = _application(settings, store, token, wires, self._order)
        self._answers = Answers(self.application.bot, wires.sleep)
        self._sender = Sender(self.application.bot, self._reach, self._answers, newest)
        self._studio = Studio(draws=settings.pictures)
        sorry = self._apologies = Apologies(self._sender, language_of(store))
        jobs = self.application.job_queue
        assert jobs is not None
        self._painter = RecapPainter(store, self._sender, self._studio)
        folder = Folder(store, clock, self._sender)
        bringer = Bringer(store, clock, self._sender, self._painter, folder)
        bells = counted(bringer.bells(), wires.figures)
        self.ringer = Ringer(store, clock, self._order.lane, Alarm(jobs, clock), bells)
        self._catch_up = CatchUp(store, clock, self._sender, self._order, self.ringer.rearm)
        self.dispatcher = Dispatcher(
            self.application,
            self._order,
            store,
            Words(sorry.unsaved, sorry.slow_down, sorry.left_out, sorry.failed),
            clock=clock.now,
            now=wires.now,
            sleep=wires.sleep,
            figures=wires.figures,
            pile=pile,
        )
        self.intake: Intake = self._intake(wires)
        shared = (self._studio, shadow, ReadingDesk(), tokens(token))
        room = Room(store, clock, settings, self._sender, self.ringer.rearm, *shared)
        self.application.bot_data["room"] = room
        self.application.add_handler(door(), group=-1)
        self.application.add_handlers(table(asking))
        self.application.add_handler(afterwards(), group=1)
        self.application.add_error_handler(note_failure)
        self._chores: set[asyncio.Task[object]] = set()

    async def start(self) -> None:
        """Connect, begin to ring, and handle what an earlier process kept. Raises TokenRefused."""
        await connect(self.application.bot)
        await self.application.initialize()
        await self.application.start()
        await self._reach.load()
        await self.ringer.start()
        await replay(self.application.bot, self._store, self.dispatcher)
        for chore in (introduce(self.application.bot), keep_up(self._store, self._clock)):
            task = asyncio.create_task(chore)
            self._chores.add(task)
            task.add_done_callback(self._chores.discard)

    async def run(self) -> None:
        """Take updates in until cancelled. Raises what ends a `Poller` or a `Webhook`."""
        await self.intake.run()

    async def stop(self) -> None:
        """Let what runs end, keep what waits, close everything; a few seconds at most."""
        for task in list(self._chores):
            task.cancel()
        self._painter.stop()
        self._answers.stop()
        try:
            await asyncio.gather(self.ringer.stop(3.0), self.dispatcher.drain(6.0), self._studio.close())
            if self.application.running:  # a start that was refused has nothing to stop
                await self.application.stop()
            await self.application.shutdown()
            # Without a bot that knows itself, python-telegram-bot leaves these open.
            await asyncio.gather(*(request.shutdown() for request in self._requests))
        finally:
            await self._store.close()

    async def settled(self) -> None:
        """Wait until nothing runs and every timer due by now has rung: for the terminal and the tests."""
        await self.dispatcher.idle()
        await self.ringer.ring_all_due()
        await self.dispatcher.idle()
        await self._painter.painted()
        await self._answers.settled()

    def _intake(self, wires: Wires) -> Intake:
        bot, common = self.application.bot, (self._store, self.dispatcher)
        if wires.webhook is not None:
            # Here, because aiohttp's server takes its time and `make chat` needs none of it.
            from bot.intake.webhook import Webhook  # noqa: PLC0415

            return Webhook(
                bot,
                *common,
                wires.webhook,
                allowed_updates=UPDATES,
                clock=self._clock.now,
                stuck=self._apologies.stuck,
                now=wires.now,
                sleep=wires.sleep,
            )
        return Poller(
            bot,
            *common,
            allowed_updates=UPDATES,
            clock=self._clock.now,
            stuck=self._apologies.stuck,
            timeout_s=wires.long_poll_s,
            now=wires.now,
            sleep=wires.sleep,
        )


def _application(settings: Settings, store: Store, token: str, wires: Wires, order: InOrder) -> App:
    builder = (
        Application.builder()
        .token(token)
        .base_url(settings.telegram_base_url)
        .base_file_url(settings.telegram_base_file_url)
        .request(wires.request)
        .get_updates_request(wires.updates_request)
        .rate_limiter(Pacing(wires.now, wires.sleep, wires.figures))
        .updater(None)
        .concurrent_updates(order)
        .context_types(ContextTypes(context=Context))
        .persistence(DerivedStates(_states(store)))
    )
    return builder.build()


def _states(store: Store) -> Any:
    async def states() -> Mapping[Key, str]:
        return {key: step.value for key, step in (await store.read(onboarding.states)).items()}

    return states
