"""Who is there: accounts and chats, and how Telegram describes them in JSON.

What was said in a chat is kept in `world.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from bot.terminal.wire import Json


@dataclass(frozen=True, slots=True)
class User:
    """An account: a person, or the bot itself."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def described(self) -> Json:
        described: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            described["username"] = self.username
        if self.language_code:
            described["language_code"] = self.language_code
        return described


class Standing(Enum):
    """What the bot, or a member, may do in a chat; the values are Telegram's."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(slots=True)
class Message:
    """A message of a chat: `body` as Telegram gives it, and what only a phone shows.

    `keys` are the labels of a keyboard that it put in place of the letters, row by row.
    """

    body: Json
    silent: bool = False
    keys: tuple[tuple[str, ...], ...] = ()
    reactions: dict[int, str] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def sender_id(self) -> int | None:
        sender = self.body.get("from")
        return None if sender is None else int(sender["id"])


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the user's) or a group of several members.

    `started` says whether the user ever wrote: before that the bot may not write either. `last_message_id`
    counts in a group alone. `topics` are those of a forum besides its first, which has no number.
    `takes_photos`: a group may take words only.
    """

    id: int
    title: str | None = None
    user: User | None = None
    members: dict[int, Standing] = field(default_factory=dict)
    bot: Standing = Standing.MEMBER
    started: bool = True
    deactivated: bool = False
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 0
    topics: set[int] = field(default_factory=set)
    takes_photos: bool = True

    @property
    def private(self) -> bool:
        return self.user is not None

    def described(self) -> Json:
        if self.user is None:
            forum = {"is_forum": True} if self.topics else {}
            return {"id": self.id, "type": "supergroup", "title": self.title or "", **forum}
        described: Json = {"id": self.id, "type": "private", "first_name": self.user.first_name}
        if self.user.username:
            described["username"] = self.user.username
        return described


@dataclass(slots=True)
class Profile:
    """What the bot published. Texts are kept by field and language; "" is the language of everybody else."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)
