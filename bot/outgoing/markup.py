"""A view's buttons and what it offers in a list, as Telegram takes them."""

from __future__ import annotations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode

from bot.callbacks import encode
from bot.outgoing import deliver
from bot.views.view import Button, Found, Rows, View


def markup_of(rows: Rows) -> InlineKeyboardMarkup | None:
    """The keyboard of a view; None when it has no buttons."""
    kept = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(kept) if kept else None


def keyboard_of(view: View) -> deliver.Markup | None:
    """What stands under a new message, or in place of the letters; None for nothing."""
    if view.asks_place:
        key = KeyboardButton(view.asks_place, request_location=True)
        return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)
    return ReplyKeyboardRemove() if view.drops_keyboard else markup_of(view.rows)


def article_of(found: Found) -> InlineQueryResultArticle:
    """What stands in a list under words typed in another chat."""
    words = InputTextMessageContent(
        found.sends.text,
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    return InlineQueryResultArticle(
        found.id,
        found.title,
        words,
        reply_markup=markup_of(found.sends.rows),
        description=found.description,
    )


def _button(button: Button) -> InlineKeyboardButton:
    style = button.style.value if button.style else None
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url, style=style)
    assert button.press is not None
    return InlineKeyboardButton(button.label, callback_data=encode(button.press), style=style)
