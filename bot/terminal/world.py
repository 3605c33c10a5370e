"""What Telegram knows: accounts, chats with their messages, files, taps on buttons, and who watches.

Here things are kept and found. What a bot may do with them is in `play_*.py`, what people do in `player.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.terminal.files import FileShelf
from bot.terminal.people import Chat, Message, Profile, Standing, User
from bot.terminal.updates import UpdateQueue
from bot.terminal.waiting import Changes
from bot.terminal.wire import Json, Refused, bad_request

FIRST_USER_ID = 1001
FIRST_GROUP_ID = -1001000000001


class Seen(StrEnum):
    """What can be seen to happen on a phone."""

    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    REACTION = "reaction"
    TOAST = "toast"
    ALERT = "alert"
    PINNED = "pinned"
    UNPINNED = "unpinned"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a chat. `user_id` is whom it concerns: who did it, or who sees the toast."""

    seen: Seen
    chat_id: int
    message_id: int | None = None
    user_id: int | None = None
    text: str = ""
    silent: bool = False


@dataclass(slots=True)
class Tap:
    """A press of a button that the bot has to answer."""

    id: str
    user: User
    chat_id: int
    message_id: int
    data: str
    at: datetime
    answered: bool = False


@dataclass(slots=True)
class Ask:
    """Words typed behind the bot's name in some chat, and what the bot has found for them."""

    id: str
    user: User
    query: str
    at: datetime
    answered: bool = False
    results: tuple[Json, ...] = ()
    button: Json | None = None


class World:
    """The state of this Telegram. `me` is the bot; the clock is `now`, which gives aware datetimes."""

    def __init__(self, now: Callable[[], datetime], me: User, first_update_id: int) -> None:
        self.now = now
        self.me = me
        self.chats: dict[int, Chat] = {}
        self.users: dict[int, User] = {}
        self.files = FileShelf()
        self.taps: dict[str, Tap] = {}
        self.asks: dict[str, Ask] = {}
        self.inline_feedback = True  # @BotFather's /setinlinefeedback: whether a bot hears what was chosen
        self.profile = Profile()
        self._changes = Changes()
        self.updates = UpdateQueue(now, first_update_id, self._changes.notify)
        self.webhook: Json | None = None
        self.last_private_id = 0  # private chats share one sequence of message ids, each group has its own
        self.group_privacy = True
        self._watchers: list[Callable[[Event], None]] = []

    def unix(self) -> int:
        return int(self.now().timestamp())

    def watch(self, watcher: Callable[[Event], None]) -> Callable[[], None]:
        """Calls `watcher` with every event from now on; returns how to stop that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def show(self, seen: Seen, chat_id: int, message_id: int | None = None, **more: Any) -> None:
        """Tells everybody who watches."""
        event = Event(seen, chat_id, message_id, **more)
        for watcher in tuple(self._watchers):
            watcher(event)
        self._changes.notify()

    async def until(self, holds: Callable[[], bool], within_s: float = 10) -> None:
        """Waits until something is so, looking after every call and event; `TimeoutError` if it never is."""
        await self._changes.until(holds, within_s)

    def add_user(
        self,
        first_name: str = "Lifter",
        *,
        user_id: int | None = None,
        username: str | None = None,
        language_code: str | None = "en",
        started: bool = True,
    ) -> User:
        """An account with its private chat. Unless `started`, the bot may not write to it first."""
        user_id = user_id or max([FIRST_USER_ID - 1, *self.users]) + 1
        user = User(user_id, first_name, username, language_code)
        self.users[user_id] = user
        self.chats[user_id] = Chat(user_id, user=user, members={user_id: Standing.MEMBER}, started=started)
        return user

    def speaks(self, user: User, language_code: str | None) -> User:
        """The account, its phone set to another language."""
        self.users[user.id] = replace(user, language_code=language_code)
        return self.users[user.id]

    def add_group(
        self, title: str, *members: User, chat_id: int | None = None, bot: Standing = Standing.MEMBER
    ) -> Chat:
        """A group with some members, the bot among them; nobody is told."""
        chat_id = chat_id or min([FIRST_GROUP_ID + 1, *self.chats]) - 1
        group = Chat(chat_id, title, members={member.id: Standing.MEMBER for member in members}, bot=bot)
        self.chats[chat_id] = group
        return group

    def chat(self, chat_id: int) -> Chat:
        """A chat by its id; `KeyError` if there is none. For bots see `chat_to_write`."""
        return self.chats[chat_id]

    def chat_to_read(self, chat_id: object) -> Chat:
        """The chat a bot names; refuses one it can't know."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def chat_to_write(self, chat_id: object) -> Chat:
        """The chat a bot wants to change; refuses where it may not."""
        chat = self.chat_to_read(chat_id)
        if chat.migrated_to is not None:
            why = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, why, {"migrate_to_chat_id": chat.migrated_to})
        if chat.deactivated:
            raise Refused(403, "Forbidden: user is deactivated")
        if chat.private and not chat.started:
            raise Refused(403, "Forbidden: bot can't initiate conversation with a user")
        if chat.bot is Standing.KICKED:
            why = "blocked by the user" if chat.private else "kicked from the supergroup chat"
            raise Refused(403, f"Forbidden: bot was {why}")
        if chat.bot is Standing.LEFT:
            raise Refused(403, "Forbidden: bot is not a member of the supergroup chat")
        return chat

    def message(self, chat: Chat, message_id: object, wanted_for: str) -> Message:
        """A message of a chat; refuses with "message to edit not found" and the like."""
        message = chat.messages.get(message_id) if isinstance(message_id, int) else None
        if message is None:
            raise bad_request(f"message to {wanted_for} not found")
        return message

    def post(
        self,
        chat: Chat,
        sender: User,
        content: Json,
        *,
        reply_to: Message | None = None,
        silent: bool = False,
    ) -> Message:
        """Puts a message into a chat and lets everybody see it; the bot gets no update by this alone."""
        body: Json = {
            "message_id": self._next_message_id(chat),
            "from": sender.described(),
            "chat": chat.described(),
            "date": self.unix(),
        }
        if reply_to is None and content.get("is_topic_message"):  # what opened a topic stands there instead
            reply_to = chat.messages.get(content["message_thread_id"])
        if reply_to is not None:
            body["reply_to_message"] = without_reply(reply_to.body)
        message = Message({**body, **content}, silent)
        chat.messages[message.id] = message
        self.show(Seen.MESSAGE, chat.id, message.id, user_id=sender.id, silent=silent)
        return message

    def _next_message_id(self, chat: Chat) -> int:
        if chat.private:
            self.last_private_id += 1
            return self.last_private_id
        chat.last_message_id += 1
        return chat.last_message_id

    def remove(self, chat: Chat, message: Message) -> None:
        """Takes a message out of a chat, for everybody."""
        del chat.messages[message.id]
        if message.id in chat.pinned:
            chat.pinned.remove(message.id)
        self.show(Seen.DELETED, chat.id, message.id)

    def unanswered(self) -> list[Tap]:
        """The taps whose button still spins, oldest first."""
        return [tap for tap in self.taps.values() if not tap.answered]


def without_reply(body: Json) -> Json:
    """A message as it appears inside another: replies are shown one level deep."""
    return {key: value for key, value in body.items() if key not in ("reply_to_message", "pinned_message")}
