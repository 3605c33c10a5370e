"""What a handler is given: the coach to ask, the clock, and the ways to answer.

PTB's context object, typed: no string keys, nothing remembered between updates. Which handler runs
is `bot/routes.py`'s business; who made these things is `bot/app.py`'s.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Concatenate, ParamSpec, TypeVar

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import Application, CallbackContext, ExtBot

from bot.callbacks import Press, decode
from bot.charts.studio import Studio
from bot.clock import Clock, Then, coach_time
from bot.importing.desk import ReadingDesk
from bot.intake.attempts import note_applied
from bot.outgoing import hush, topics
from bot.outgoing.albums import Albums
from bot.outgoing.telling import Sender
from bot.settings import Settings
from bot.views.addressed import addressed
from bot.views.refusals import refusal, refusal_toast
from bot.views.view import Toast, View
from bot.views.words.offered import offered_by
from core.model.awaited import About
from core.model.outcomes import Unlogged
from core.model.sharing import Mint
from core.store.awaited import awaited_of, drop_if_waiting, keep_awaited
from core.store.group_names import by_name
from core.store.group_topics import keep_topic
from core.store.inbox import is_applied
from core.store.port import Source, Store, Tx

MESSAGE_LIMIT = 4096  # characters of a text, Telegram's own

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Room:
    """What `bot/app.py` made once and every handler shares. `wake_ringer` is told after each commit.

    `shadow` makes the keyed hash that is kept of a forgotten athlete's id or of a message, `mint` the tokens
    of links.
    """

    store: Store
    clock: Clock
    settings: Settings
    sender: Sender
    wake_ringer: Callable[[], None]
    studio: Studio
    shadow: Callable[[int | str], str]
    desk: ReadingDesk
    mint: Mint
    albums: Albums = field(default_factory=Albums)


class _Refused(Exception):
    """Takes back the mark that an update was applied, when nothing was."""

    def __init__(self, outcome: Unlogged) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """One update's context. `room` is shared; everything else is about this update."""

    room: Room

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> Context:
        """Made by PTB for every update; the update is kept, since every answer is about it."""
        context = super().from_update(update, application)
        context.room = application.bot_data["room"]
        if (waited := hush.late()) is not None:
            # What was written hours ago was done then, not now.
            clock = context.room.clock
            context.room = replace(context.room, clock=Then(clock, coach_time(clock, waited.written_at)))
        if isinstance(update, Update):
            context._update = update
        return context

    _update: Update

    @property
    def athlete_id(self) -> int:
        """Who sent the update. AssertionError for one that nobody sent, which routes never pass on."""
        user = self._update.effective_user
        assert user is not None
        return user.id

    @property
    def chat_id(self) -> int:
        """The chat the update came from, and the answer goes to."""
        chat = self._update.effective_chat
        assert chat is not None
        return chat.id

    @property
    def in_group(self) -> bool:
        """Whether others read what is said here."""
        chat = self._update.effective_chat
        return chat is not None and chat.type != ChatType.PRIVATE

    @property
    def name(self) -> str:
        """The first name that everybody sees."""
        user = self._update.effective_user
        return user.first_name if user is not None else ""

    by_link = False
    by_words = False  # a button was meant by words: what a tap would show in passing is told
    _is_new = False  # a step of this update was applied, and was no repeat
    said: str | None = None  # a command's arguments, where it was said in other words than its own

    @property
    def words(self) -> str:
        """The words the athlete sent: a command's arguments, or the whole text; stripped. None by a link.

        At most `MESSAGE_LIMIT`, whatever a server may let through.
        """
        if self.by_link:
            return ""
        if self.said is not None:
            return self.said
        message = self._update.effective_message
        text = (message.text or "")[:MESSAGE_LIMIT] if message else ""
        return text.partition(" ")[2].strip() if text.startswith("/") else text.strip()

    @property
    def press(self) -> Press | None:
        """The pressed button, None when this version cannot read it."""
        query = self._update.callback_query
        return decode(query.data) if query and query.data else None

    @property
    def source(self) -> Source:
        """Where this update's writes come from."""
        message = self._update.message
        if message is None:
            chat = self._update.effective_chat  # what is typed to the bot in another chat has none
            return Source(self._update.update_id, self.athlete_id if chat is None else chat.id)
        # Numbers are a chat's own; hashed, since it is kept for a week and tells nobody whose it was.
        mark = f"{self.chat_id} {message.message_id} {int(message.date.timestamp())}"
        return Source(self._update.update_id, self.chat_id, self.room.shadow(mark))

    async def act(self, use_case: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a use case this update asks for, and let the ringer look at its timers.

        Mostly the only one. Words that no menu took go on to the next reader, and are no repeat to it.
        """
        if self.in_group:
            use_case = by_name(self.athlete_id, self.name, use_case)

        def step(tx: Tx, /, *args: P.args, **kwargs: P.kwargs) -> R:
            self._is_new = not tx.repeat
            if self.in_group:
                keep_topic(tx, self.athlete_id, self.chat_id, topics.topic_in(self._update))
            return use_case(tx, *args, **kwargs)

        source = replace(self.source, goes_on=self._is_new)
        outcome = await self.room.store.apply(source, step, *args, **kwargs)
        note_applied()
        self.room.wake_ringer()
        return outcome

    async def act_if_meant(
        self, use_case: Callable[Concatenate[Tx, P], R | Unlogged], *args: P.args, **kwargs: P.kwargs
    ) -> R | Unlogged:
        """`act` for words that may be meant otherwise: where it refuses, the update is free for another.

        `goes_on` alone would tell that other step the same, but not the next process: killed in between, it
        would find the update applied by a try that wrote nothing, and log no set.
        """

        def trying(tx: Tx) -> R:
            outcome = use_case(tx, *args, **kwargs)
            if isinstance(outcome, Unlogged):
                raise _Refused(outcome)
            return outcome

        try:
            return await self.act(trying)
        except _Refused as refused:
            return refused.outcome

    async def is_told_again(self) -> bool:
        """Whether an earlier try has written what this update asks for, and only the answer is owed."""
        return await self.room.store.read(is_applied, self._update.update_id)

    async def look(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a use case that only reads."""
        return await self.room.store.read(query, *args, **kwargs)

    async def study(self, query: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a use case that reads a whole history, past which nobody's sets must wait."""
        return await self.room.store.study(query, *args, **kwargs)

    async def tell(self, view: View) -> int | None:
        """Send a message to this chat; its message id, None when it could not be sent.

        What was written or tapped before the last answer came, and asks for the same one, has it.
        """
        if self._update.message is None and self._update.callback_query is None:
            return await self.put_below(view)
        shown = self.addressed(view, self.chat_id)
        sent = await self.room.sender.answer_to(self.message_id, self.chat_id, shown)
        if sent is not None:
            await self._offer(view, sent)
        return sent

    async def put_below(self, view: View) -> int | None:
        """Send a message that is to be the newest, whatever stands above, a card for one; its message id."""
        sent = await self.room.sender.send(self.chat_id, self.addressed(view, self.chat_id))
        if sent is not None:
            await self._offer(view, sent)
        return sent

    async def _offer(self, view: View, message_id: int) -> None:
        """Remember a list, or a set that lacks a part, which words may answer; in groups only taps do."""
        if (view.offers or view.gapped) and not self.in_group:
            offered = offered_by(view, (self.chat_id, message_id), self.room.clock.now())
            await self.room.store.run(keep_awaited, self.athlete_id, offered)

    async def edit(self, chat_id: int, message_id: int, view: View) -> bool:
        """Turn another message of the athlete's, a card for one, into a view; False where it is gone."""
        return await self.room.sender.edit(chat_id, message_id, self.addressed(view, chat_id))

    def addressed(self, view: View, chat_id: int) -> View:
        """In a group a message says whom it is for."""
        named = chat_id < 0 and self._update.effective_user is not None
        return addressed(view, self.athlete_id, self.name) if named else view

    async def toast(self, toast: Toast | None = None) -> None:
        """Answer the pressed button, so that nothing is left spinning."""
        query = self._update.callback_query
        if query is not None and not self.by_words:
            await self.room.sender.answer(query.id, toast or Toast())

    async def change(self, view: View, toast: Toast | None = None) -> None:
        """Answer the button and turn its message into `view`, both at once.

        A picture stays, without its buttons, and `view` comes below: a caption holds too little.
        """
        message = self._update.effective_message
        assert message is not None
        if message.photo:
            await asyncio.gather(self.toast(toast), self.room.sender.strip(self.chat_id, message.message_id))
            await self.tell(view)
            return
        await asyncio.gather(self.toast(toast), self.edit(self.chat_id, message.message_id, view))
        await self._offer(view, message.message_id)
        if not view.offers and not view.gapped:
            await self.answered((self.chat_id, message.message_id))

    async def answered(self, place: tuple[int, int]) -> None:
        """A list that was tapped is one no more, nor is the same one below it: no words choose from it."""
        asked, query = await self.look(awaited_of, self.athlete_id), self._update.callback_query
        if asked is None or asked.about is not About.CHOICE:
            return
        chosen = query is not None and any(choice.press == query.data for choice in asked.choices)
        if chosen or (asked.chat_id, asked.message_id) == place:
            await self.room.store.run(drop_if_waiting, self.athlete_id, asked)

    @property
    def pressed(self) -> bool:
        """Whether the update is a tap on a button, not a message."""
        return self._update.callback_query is not None

    @property
    def message_id(self) -> int:
        """The message that was sent, or whose button was pressed."""
        message = self._update.effective_message
        assert message is not None
        return message.message_id

    async def refuse(self, refused: Unlogged) -> None:
        """Say why nothing was done: a toast to a tap, a message to words."""
        if self.pressed and not self.by_words:
            await self.toast(refusal_toast(refused))
        else:
            await self.tell(refusal(refused))

    async def show(self, view: View) -> None:
        """The one answer: the pressed button's message becomes `view`, a typed message gets a new one."""
        if self._update.callback_query is not None:
            await self.change(view)
        else:
            await self.tell(view)
