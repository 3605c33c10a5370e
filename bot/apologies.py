"""What Spotter says when something of its own went wrong, or too much came at once."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Update

from bot.languages import LanguageOf
from bot.outgoing import topics
from bot.outgoing.telling import Sender
from bot.texts import say, speak, word
from bot.views.addressed import addressed
from bot.views.view import Toast, View


@dataclass(frozen=True, slots=True)
class Apologies:
    """Each is about one update: an alert on a pressed button, else a message."""

    sender: Sender
    language_of: LanguageOf

    async def unsaved(self, update: Update) -> None:
        """The database could not be written, and this will not be tried again."""
        await self._say(
            update, "Not saved: my notebook can't be written. Please send it again in a minute."
        )

    async def stuck(self, update: Update) -> None:
        """The database cannot be written; this waits."""
        text = "My notebook can't be written just now. Your message waits; no need to repeat it."
        await self._say(update, text)

    async def slow_down(self, update: Update) -> None:
        """More than can be handled."""
        await self._say(update, "Slow down, please. I left some of that out; /start shows where you are.")

    async def left_out(self, update: Update) -> None:
        """One more tap of too many; they were told."""
        if update.callback_query is not None:
            await self.sender.answer(update.callback_query.id, Toast())

    async def failed(self, update: Update) -> None:
        """Set aside after the last attempt."""
        await self._say(
            update, "Sorry, that didn't work, and it's my fault. Everything logged is safe; /start goes on."
        )

    async def _say(self, update: Update, text: str) -> None:
        speak(await self.language_of(update))
        if update.callback_query is not None:
            await self.sender.answers.surely(update.callback_query.id, Toast(word(text), alert=True))
        elif update.effective_chat is not None:
            topics.begin(update)
            await self._tell(update, update.effective_chat.id, View(say(text)))

    async def _tell(self, update: Update, chat_id: int, view: View) -> None:
        message, user = update.message, update.effective_user
        if user is not None and chat_id < 0:
            view = addressed(view, user.id, user.first_name)
        if message is not None:
            await self.sender.answer_to(message.message_id, chat_id, view)
        else:
            await self.sender.send(chat_id, view)
