"""Views on their way out: sent, edited, deleted, and what they show by then remembered.

What Telegram takes for their buttons is `markup.py`'s. Which refusals are harmless is decided in
`refusals.py`, when something may leave in `pacing.py`.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from telegram import InlineQueryResultsButton
from telegram.error import NetworkError

from bot.outgoing import deliver, finding, topics
from bot.outgoing.answers import Answers
from bot.outgoing.deliver import Bot, SentPhoto
from bot.outgoing.errors import may_have_arrived
from bot.outgoing.hush import hushed
from bot.outgoing.markup import article_of, keyboard_of, markup_of
from bot.outgoing.newest import Newest
from bot.outgoing.pacing import Standing
from bot.outgoing.refusals import Migrated, Outcome
from bot.outgoing.shown import REMEMBERED, Shown
from bot.views.view import Found, Toast, View

log = logging.getLogger(__name__)


class Chats(Protocol):
    """Told which chats nobody is in and which got another id; asked before anything unasked goes out."""

    def is_lost(self, chat_id: int) -> bool:
        """Whether nobody is there."""
        ...

    async def lost(self, chat_id: int) -> None:
        """Nobody is there."""
        ...

    async def moved(self, from_id: int, to_id: int) -> None:
        """A chat got another id."""
        ...

    def now_at(self, chat_id: int) -> int:
        """The id a chat has by now."""
        ...


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends views as messages, turns messages into other views, answers buttons.

    What the newest messages show is remembered: an edit that would change nothing is not sent, for
    Telegram refuses it.
    """

    bot: Bot
    chats: Chats
    answers: Answers
    newest: Newest = field(default_factory=Newest)
    _shown: Shown = field(default_factory=Shown)
    _pictures: OrderedDict[tuple[int, int], None] = field(default_factory=OrderedDict)
    _no_pins: OrderedDict[int, None] = field(default_factory=OrderedDict)  # chats that let nobody else pin

    def place(self, chat_id: int, message_id: int) -> tuple[int, int]:
        """Where a message stands that was just sent: the chat may have moved on the way."""
        return self.chats.now_at(chat_id), message_id

    async def answer_to(self, message_id: int, chat_id: int, view: View) -> int | None:
        """Send what answers a message; none where the newest one, sent after it, says just this."""
        newest = self.newest.last_sent(chat_id)
        if newest is not None and newest > message_id and self.still_shows(chat_id, newest, view):
            return newest
        return await self.send(chat_id, view)

    async def send(
        self, chat_id: int, view: View, *, standing: Standing | None = None, reply_to: int | None = None
    ) -> int | None:
        """Send a message; its id, None when nobody will see it. In a lost chat nothing rings at all."""
        if hushed() or (standing is not None and self.chats.is_lost(chat_id)):
            return None
        before = self.newest.of(chat_id)
        try:
            sent = await deliver.send(
                self.bot,
                chat_id,
                view.text,
                keyboard_of(view),
                silent=view.silent,
                standing=standing,
                reply_to=reply_to,
            )
        except NetworkError as error:
            if standing is not None or not before or not may_have_arrived(error):
                raise
            stands = await self.find(chat_id, before, view)
            if stands is None:
                raise
            sent = stands
        if isinstance(sent, int):
            self.newest.sent(chat_id, sent)
            self._shown.remember((chat_id, sent), view.text, view.rows)
            return sent
        if isinstance(sent, Migrated) and sent.chat_id != chat_id:
            await self.chats.moved(chat_id, sent.chat_id)
            return await self.send(sent.chat_id, view, standing=standing)
        if sent is Outcome.NO_TOPIC and topics.topic_for(chat_id) is not None:
            with topics.speaking_in(chat_id, None):
                return await self.send(chat_id, view, standing=standing, reply_to=reply_to)
        log.info("a message was not delivered: %s", sent)
        await self._note(chat_id, sent)
        return None

    async def send_photo(self, chat_id: int, photo: bytes | str, caption: View) -> SentPhoto | None:
        """Send a picture; None when nobody will see it, or its file id is known no more."""
        if hushed():
            return None
        sent = await deliver.send_photo(
            self.bot, chat_id, photo, caption.text, markup_of(caption.rows), silent=caption.silent
        )
        if isinstance(sent, SentPhoto):
            self.newest.sent(chat_id, sent.message_id)
            return sent
        if isinstance(sent, Migrated) and sent.chat_id != chat_id:
            await self.chats.moved(chat_id, sent.chat_id)
            return await self.send_photo(sent.chat_id, photo, caption)
        if sent is Outcome.NO_TOPIC and topics.topic_for(chat_id) is not None:
            with topics.speaking_in(chat_id, None):
                return await self.send_photo(chat_id, photo, caption)
        log.info("a picture was not delivered: %s", sent)
        await self._note(chat_id, sent)
        return None

    async def send_document(self, chat_id: int, content: bytes, name: str, caption: View) -> int | None:
        """Send a file under a name of ours; None when nobody will see it."""
        sent = await deliver.send_document(self.bot, chat_id, content, name, caption.text)
        if isinstance(sent, int):
            self.newest.sent(chat_id, sent)
            return sent
        log.info("a file was not delivered: %s", sent)
        await self._note(chat_id, sent)
        return None

    def still_shows(self, chat_id: int, message_id: int, view: View) -> bool:
        """Whether a message sent a moment ago still shows just this."""
        return self._shown.shows((chat_id, message_id), view.text, view.rows)

    async def edit_photo(
        self, chat_id: int, message_id: int, photo: bytes | str, caption: View
    ) -> str | None:
        """Turn a message into a picture; the file id it has now, None when it was not changed."""
        if hushed():
            return None
        markup = markup_of(caption.rows)
        sent = await deliver.edit_photo(self.bot, chat_id, message_id, photo, caption.text, markup)
        if isinstance(sent, SentPhoto):
            self._shown.remember((chat_id, message_id), caption.text, caption.rows)
            self._pictures[chat_id, message_id] = None
            if len(self._pictures) > REMEMBERED:
                self._pictures.popitem(last=False)
            return sent.file_id
        log.info("a picture was not changed: %s", sent)
        return None

    async def edit(self, chat_id: int, message_id: int, view: View, *, pictured: bool = False) -> bool:
        """Turn a message that stands into a view; one that is gone is let go. False where it is gone.

        Of a picture, one sent lately or one that is said to be `pictured`, the caption.
        """
        if self._shown.is_gone((chat_id, message_id)):
            return False
        known = self.still_shows(chat_id, message_id, view)
        if known or hushed() or self.chats.is_lost(chat_id):
            return True
        pictured = pictured or (chat_id, message_id) in self._pictures
        edit = deliver.edit_caption if pictured else deliver.edit
        place, shown = (chat_id, message_id), False
        self._shown.remember(place, view.text, view.rows)  # now, for another edit may come before the answer
        try:
            outcome = await edit(self.bot, *place, view.text, markup_of(view.rows))
            shown = outcome in (Outcome.DONE, Outcome.UNCHANGED)
        finally:
            self._shown.answered(place, view.text, view.rows, shown=shown)
        if not shown:
            log.info("a message was not changed: %s", outcome)
            await self._note(chat_id, outcome)
        if outcome is Outcome.GONE:
            self._shown.leave(place)
        return outcome is not Outcome.GONE

    async def find(self, chat_id: int, after: int, view: View, others: Collection[int] = ()) -> int | None:
        """The message behind number `after` that has this view's buttons; None when none of the next has.

        What is known to be something else (`others`, and what was sent by this process) is left alone.
        """
        numbers = [
            number
            for number in finding.numbers_behind(after)
            if number not in others and not self._shown.knows((chat_id, number))
        ]
        found = await finding.find(self.bot, chat_id, numbers, markup_of(view.rows))
        if found is not None:
            self.newest.saw(chat_id, found)
        return found

    def is_bare(self, chat_id: int, message_id: int) -> bool:
        """Whether a message is known to have no buttons left: one tapped on it was tapped before."""
        return self._shown.is_bare((chat_id, message_id))

    async def strip(self, chat_id: int, message_id: int) -> None:
        """Take a message's buttons away."""
        if self.is_bare(chat_id, message_id):
            return
        await deliver.edit_buttons(self.bot, chat_id, message_id)
        self._shown.strip((chat_id, message_id))

    async def _note(self, chat_id: int, outcome: Outcome | Migrated) -> None:
        if isinstance(outcome, Migrated):
            await self.chats.moved(chat_id, outcome.chat_id)
        elif outcome is Outcome.BLOCKED:
            await self.chats.lost(chat_id)

    async def answer(self, query_id: str, toast: Toast) -> None:
        """Answer a pressed button."""
        await self.answers.answer(query_id, toast)

    async def answer_inline(
        self, query_id: str, found: Sequence[Found], *, button: tuple[str, str] | None = None
    ) -> None:
        """Answer what was typed in another chat; `button` stands above: its label, what it sends /start."""
        above = InlineQueryResultsButton(button[0], start_parameter=button[1]) if button else None
        await deliver.answer_inline(self.bot, query_id, [article_of(one) for one in found], above)

    async def react(self, chat_id: int, message_id: int, emoji: str) -> None:
        """Acknowledge an athlete's message with a reaction."""
        if hushed():
            return
        await deliver.react(self.bot, chat_id, message_id, emoji)

    async def pin(self, chat_id: int, message_id: int) -> None:
        """Pin a message silently; where that isn't allowed it just stands in the chat, tried once."""
        if hushed() or self.chats.is_lost(chat_id) or chat_id in self._no_pins:
            return
        outcome = await deliver.pin(self.bot, chat_id, message_id)
        if outcome is not Outcome.DONE:
            log.info("a message was not pinned: %s", outcome)
            await self._note(chat_id, outcome)
        if outcome is Outcome.FORBIDDEN:
            self._no_pins[chat_id] = None
            if len(self._no_pins) > REMEMBERED:
                self._no_pins.popitem(last=False)

    async def unpin(self, chat_id: int, message_id: int) -> None:
        """Take a pinned message down."""
        if self.chats.is_lost(chat_id) or chat_id in self._no_pins:
            return
        outcome = await deliver.unpin(self.bot, chat_id, message_id)
        if outcome is not Outcome.DONE:
            log.info("a message was not unpinned: %s", outcome)

    def has_other_buttons(self, place: tuple[int, int], view: View) -> bool:
        """Whether a message is known to have other buttons than `view`, as a card does that opened a menu."""
        return self._shown.has_other_rows(place, view.rows)

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Take one of the bot's own messages away; a second tap on it finds that done."""
        place, answered = (chat_id, message_id), False
        if self._shown.is_gone(place):
            return
        self._shown.leave(place)
        try:
            await deliver.delete(self.bot, *place)
            answered = True
        finally:
            if not answered:
                self._shown.forget(place)
