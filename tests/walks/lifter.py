"""One or two lifters on their phones, who do anything a phone lets them do; what they did is remembered."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path

from bot.callbacks import ChooseLanguage, encode
from bot.terminal.keyboards import buttons
from bot.terminal.people import Chat, User
from bot.terminal.server import Telegram
from bot.terminal.wire import Json
from bot.terminal.world import Event, Seen
from bot.texts import languages
from tests.dialogs.stage import Stage, intermediate, open_stage, settings_of
from tests.walks.chronicle import Chronicle
from tests.walks.reading import Reading

ROBIN_ID = 1002
OTHER_LANGUAGES = {encode(ChooseLanguage(one)) for one in languages() if one != "en"}
"""What the lifters never tap: what a chat says is compared in one language."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A button as it once stood in a chat."""

    chat_id: int
    message_id: int
    data: str


@cache
def _known_to_both() -> Path:
    return Path(tempfile.mkdtemp(prefix="spotter-walks-")) / "spotter.db"


async def prepared() -> Path:
    """A database, made once a process, in which both lifters have answered every question."""
    path = _known_to_both()
    if not path.exists():
        async with open_stage(path.parent) as stage:
            await stage.knows(intermediate())
            robin = stage.telegram.add_user("Robin", user_id=ROBIN_ID)
            await stage.introduces(robin, intermediate())
    return path


@dataclass
class Gym:
    """A stage, everybody on it, every button that was ever shown, and what was deleted."""

    stage: Stage
    people: tuple[User, ...]
    place: Chat
    shown: list[Shown] = field(default_factory=list)
    deleted: set[tuple[int, int]] = field(default_factory=set)
    was_stopped: bool = False
    newest_update: tuple[int, str] | None = None
    chronicle: Chronicle = field(init=False)
    file: Reading = field(init=False)
    _sent: list[int] = field(default_factory=list)

    @classmethod
    async def open(cls, path: Path, *, together: bool) -> Gym:
        """One lifter in a private chat or, `together`, two in a group."""
        shutil.copyfile(await prepared(), path)
        stage = Stage(path)
        await stage.open()
        people = [stage.athlete]
        place = stage.telegram.chats[stage.athlete.id]
        if together:
            people.append(stage.telegram.add_user("Robin", user_id=ROBIN_ID))
            place = stage.telegram.add_group("Gym", *people)
        gym = cls(stage, tuple(people), place)
        gym.telegram.watch(gym._saw)
        gym.chronicle = Chronicle(gym.telegram, place)
        gym.file = Reading(path)
        gym._listen()
        return gym

    @property
    def telegram(self) -> Telegram:
        return self.stage.telegram

    @property
    def newest_number(self) -> int:
        """The number of the newest message, whoever wrote it."""
        return max(self.place.messages, default=0)

    @property
    def sent(self) -> int:
        """How many messages the bot has sent here; one that was taken away again counts, too."""
        return len(self._sent)

    def workouts_begun(self) -> int:
        """How many workouts there are by now."""
        (counted,) = self.file.rows("select count(*) from workout")
        return int(counted[0])

    def _saw(self, event: Event) -> None:
        if event.seen is Seen.DELETED and event.message_id is not None:
            self.deleted.add((event.chat_id, event.message_id))
        if event.seen not in (Seen.MESSAGE, Seen.EDITED) or event.message_id is None:
            return
        is_pin = "pinned_message" in self.telegram.chats[event.chat_id].messages[event.message_id].body
        is_here = event.chat_id == self.place.id and event.user_id == self.telegram.me.id
        if event.seen is Seen.MESSAGE and is_here and not is_pin:
            self._sent.append(event.message_id)
        message = self.telegram.chats[event.chat_id].messages[event.message_id]
        for found in self._buttons(event.chat_id, message.id, message.body):
            if found not in self.shown[-60:]:
                self.shown.append(found)

    def _listen(self) -> None:
        queue = self.telegram.updates
        add = queue.add_raw

        def add_and_keep(update: Json) -> None:
            add(update)
            self.newest_update = (update["update_id"], json.dumps(update))

        queue.add_raw = add_and_keep  # type: ignore[method-assign]

    @staticmethod
    def _buttons(chat_id: int, message_id: int, body: Json) -> list[Shown]:
        return [
            Shown(chat_id, message_id, one["callback_data"])
            for one in buttons(body)
            if "callback_data" in one and one["callback_data"] not in OTHER_LANGUAGES
        ]

    def newest_buttons(self) -> list[Shown]:
        """The buttons of the newest message that has any, in the chat where the lifting happens."""
        for message in reversed(self.place.messages.values()):
            found = self._buttons(self.place.id, message.id, message.body)
            if found:
                return found
        return []

    def own_messages(self, who: User) -> list[int]:
        """What somebody wrote and may edit, oldest first."""
        return [
            message.id
            for message in self.place.messages.values()
            if message.sender_id == who.id and "text" in message.body
        ]

    async def sends(self, who: User, text: str, reply_to: int | None = None) -> None:
        """Send a text."""
        self.telegram.user_sends(who, text, reply_to, self.place)
        await self.stage.settle()

    async def replies_to_deleted(self, who: User, text: str, message_id: int) -> None:
        """Reply to a message that is deleted before the bot hears of it."""
        self.telegram.user_sends(who, text, message_id, self.place)
        self.telegram.user_deletes(who, message_id, self.place)
        await self.stage.settle()

    async def presses(self, who: User, *pressed: Shown) -> None:
        """Press buttons so fast that the bot hears of all of them at once."""
        for one in pressed:
            self.telegram.user_presses(who, one.message_id, one.data, one.chat_id)
        await self.stage.settle()

    async def edits(self, who: User, message_id: int, text: str) -> None:
        """Edit one's own message."""
        self.telegram.user_edits(who, message_id, text, self.place)
        await self.stage.settle()

    async def sends_kind(self, who: User, kind: str) -> None:
        """Send what is no text."""
        self.telegram.user_sends_kind(who, kind, chat=self.place)
        await self.stage.settle()

    async def waits(self, seconds: int) -> None:
        """Time passes."""
        await self.stage.advance(timedelta(seconds=seconds))

    async def leaves(self) -> None:
        """The bot is stopped."""
        self.file.let_go()
        await self.stage.chat.close()

    async def restarts(self, seconds: int) -> None:
        """The bot is stopped, and started again after a while."""
        self.was_stopped = True
        self.file.let_go()
        await self.stage.restart(after=timedelta(seconds=seconds))

    async def answers_again(self) -> None:
        """As after a kill between a commit and its answer: the next process finds the update *applied*."""
        telegram, athlete, path = self.telegram, self.stage.athlete, self.stage.path
        self.was_stopped = True
        await self.leaves()
        if self.newest_update is not None:
            update_id, body = self.newest_update
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.execute(
                    "update inbox set state = 'applied', body = ?, begun = 0"  # no process ended by it
                    " where update_id = ? and state = 'done'",
                    (body, update_id),
                )
        self.stage.chat = await type(self.stage.chat).connect(
            telegram, athlete, path, self.stage.clock, settings_of(pictures=False), durable=False
        )
        await self.stage.settle()
