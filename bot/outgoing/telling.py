"""Views on their way out: the one place that turns a view's values into what Telegram takes.

Which refusals are harmless is decided in `deliver.py`, when something may leave in `pacing.py`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import encode
from bot.outgoing import deliver
from bot.outgoing.deliver import Bot, Outcome
from bot.outgoing.pacing import Unasked
from bot.views.view import Button, Rows, Toast, View

log = logging.getLogger(__name__)


def markup_of(rows: Rows) -> InlineKeyboardMarkup | None:
    """The keyboard of a view; None when it has no buttons."""
    kept = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None


def _button(button: Button) -> InlineKeyboardButton:
    style = button.style.value if button.style else None
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url, style=style)
    assert button.press is not None
    return InlineKeyboardButton(button.label, callback_data=encode(button.press), style=style)


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends views as messages, turns messages into other views, answers buttons."""

    bot: Bot

    async def send(
        self, chat_id: int, view: View, *, unasked: Unasked | None = None, reply_to: int | None = None
    ) -> int | None:
        """Send a message; its id, None when nobody will see it."""
        sent = await deliver.send(
            self.bot,
            chat_id,
            view.text,
            markup_of(view.rows),
            silent=view.silent,
            unasked=unasked,
            reply_to=reply_to,
        )
        if isinstance(sent, int):
            return sent
        log.info("a message was not delivered: %s", sent)
        return None

    async def edit(self, chat_id: int, message_id: int, view: View) -> None:
        """Turn a message that stands into a view; one that is gone is let go."""
        outcome = await deliver.edit(self.bot, chat_id, message_id, view.text, markup_of(view.rows))
        if outcome not in (Outcome.DONE, Outcome.UNCHANGED):
            log.info("a message was not changed: %s", outcome)

    async def strip(self, chat_id: int, message_id: int) -> None:
        """Take a message's buttons away."""
        await deliver.edit_buttons(self.bot, chat_id, message_id)

    async def answer(self, query_id: str, toast: Toast) -> None:
        """Answer a pressed button."""
        await deliver.answer(self.bot, query_id, toast.text or None, alert=toast.alert)

    async def react(self, chat_id: int, message_id: int, emoji: str) -> None:
        """Acknowledge an athlete's message with a reaction."""
        await deliver.react(self.bot, chat_id, message_id, emoji)
