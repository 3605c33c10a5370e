"""The onboarding's conversation alone on the emulated Telegram and a real store; plans are announced only."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CommandHandler, ContextTypes

from bot.charts.studio import Studio
from bot.context import Context, Room
from bot.handlers.onboarding import ask_what_is_missing, onboarding_conversation
from bot.importing.desk import ReadingDesk
from bot.intake.conversation import DerivedStates, reload, state_of
from bot.outgoing.answers import Answers
from bot.outgoing.pacing import Pacing
from bot.outgoing.telling import Sender
from bot.reaching import Reach
from bot.settings import Settings
from bot.terminal.people import Message, User
from bot.terminal.request import InProcessRequest
from bot.terminal.server import Telegram
from bot.texts import Html
from bot.views.view import View
from core.coach.interview import onboarding
from core.model.athlete import Goal
from core.store.sqlite import SqliteStore
from tests.blank import blank


@dataclass
class StageClock:
    """Stands still until somebody waits; then it has waited."""

    at: datetime = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def real_time(self, moment: datetime) -> datetime:
        return moment

    def real_seconds_until(self, moment: datetime) -> float:
        return max((moment - self.at).total_seconds(), 0.0)

    def on_step(self, changed: Callable[[], None]) -> None:
        """It steps for nobody."""

    def seconds(self) -> float:
        return self.at.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


async def announce_plan(update: Update, context: Context, goal: Goal | None) -> None:
    await context.show(View(Html(f"PLAN {goal.value if goal else 'own'}")))


async def plan(update: Update, context: Context) -> None:
    await ask_what_is_missing(update, context, None, announce_plan)


async def help_lines(update: Update, context: Context) -> None:
    await context.tell(View(Html("HELP")))


@dataclass
class Stage:
    """One lifter's phone before the bot; `restart` is a kill and a new start on the same file."""

    path: Path
    clock: StageClock = field(default_factory=StageClock)
    telegram: Telegram = field(init=False)
    lifter: User = field(init=False)
    errors: list[Exception] = field(default_factory=list)
    store: SqliteStore = field(init=False)
    app: Application[Any, Any, Any, Any, Any, Any] = field(init=False)
    offset: int = 0

    def __post_init__(self) -> None:
        self.telegram = Telegram(self.clock.now)
        self.lifter = self.telegram.add_user("Lifter")

    async def open(self) -> None:
        self.store = await SqliteStore.open(blank(self.path), applied_now=self.clock.now, durable=False)

        async def standing() -> Mapping[tuple[int | str, ...], str]:
            return {key: step.value for key, step in (await self.store.read(onboarding.states)).items()}

        self.app = (
            ApplicationBuilder()
            .token(self.telegram.token)
            .base_url("https://telegram.test/bot")
            .request(InProcessRequest(self.telegram))
            .get_updates_request(InProcessRequest(self.telegram))
            .rate_limiter(Pacing(self.clock.seconds, self.clock.sleep))
            .updater(None)
            .job_queue(None)
            .context_types(ContextTypes(context=Context))
            .persistence(DerivedStates(standing))
            .build()
        )
        sender = Sender(self.app.bot, Reach(self.store, self.clock), Answers(self.app.bot, self.clock.sleep))
        made = (Studio(), str, ReadingDesk(), str)
        room = Room(self.store, self.clock, Settings(), sender, lambda: None, *made)
        self.app.bot_data["room"] = room
        self.asking = onboarding_conversation(announce_plan)
        self.app.add_handler(CommandHandler("plan", plan))
        self.app.add_handler(CommandHandler("help", help_lines))
        self.app.add_handler(self.asking)
        self.app.add_error_handler(self._failed)
        await self.app.initialize()

    async def _failed(self, _: object, context: Any) -> None:
        self.errors.append(context.error)

    async def close(self) -> None:
        await self.app.shutdown()
        await self.store.close()

    async def restart(self) -> None:
        await self.close()
        await self.open()

    async def handle(self) -> None:
        """Let the bot answer everything that was done on the phone."""
        for raw in await self.telegram.updates.get(self.offset, 100, 0):
            self.offset = raw["update_id"] + 1
            update = Update.de_json(raw, self.app.bot)
            assert update.effective_chat is not None
            assert update.effective_user is not None
            chat_id, user_id = update.effective_chat.id, update.effective_user.id
            athlete, step = await self.store.read(onboarding.standing_of, user_id, chat_id)
            key = (chat_id, user_id)
            reload(self.asking, key, state_of(key, step, known=athlete is not None))
            await self.app.process_update(update)
        assert self.errors == []
        assert self.telegram.unanswered() == []
        assert [call.description for call in self.telegram.ledger.refused()] == []

    async def say(self, text: str) -> str:
        self.telegram.user_sends(self.lifter, text)
        await self.handle()
        return self.newest

    async def send(self, kind: str) -> str:
        self.telegram.user_sends_kind(self.lifter, kind)
        await self.handle()
        return self.newest

    async def tap(self, label: str, message_id: int | None = None) -> str:
        found = message_id if message_id is not None else self.bot_messages[-1].id
        self.telegram.user_taps(self.lifter, found, label)
        await self.handle()
        return self.newest

    async def press_again(self, message_id: int, callback: str) -> str:
        self.telegram.user_presses(self.lifter, message_id, callback)
        await self.handle()
        return self.newest

    @property
    def bot_messages(self) -> list[Message]:
        sent = self.telegram.chats[self.lifter.id].messages.values()
        return [message for message in sent if message.sender_id != self.lifter.id]

    def text_of(self, message_id: int) -> str:
        return str(self.telegram.chats[self.lifter.id].messages[message_id].body["text"])

    @property
    def newest(self) -> str:
        return str(self.bot_messages[-1].body["text"])

    @property
    def keyboards(self) -> int:
        """How many messages have buttons: never more than the one that stands."""
        return sum("reply_markup" in message.body for message in self.bot_messages)

    @property
    def labels(self) -> list[str]:
        rows = self.bot_messages[-1].body.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]


@asynccontextmanager
async def open_stage(path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    stage = Stage(path / "spotter.db")
    await stage.open()
    yield stage
    await stage.close()
