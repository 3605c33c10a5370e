"""Sending, with the refusals that happen every day as outcomes; everything else is raised as it came.

What to say and which buttons to show is decided in `bot/views`; when it may leave in `pacing.py`; what a
refusal means in `refusals.py`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from telegram import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputMediaPhoto,
    LinkPreviewOptions,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.outgoing.pacing import Standing
from bot.outgoing.refusals import (
    REFUSALS,
    Migrated,
    Outcome,
    Refusal,
    outcome_of,
    what_matters_little,
)
from bot.outgoing.topics import topic_for

Bot = ExtBot[Standing]
INLINE_CACHE_S = 5  # a set logged meanwhile is a record at once
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


async def _done(
    call: Awaitable[object], meaning: Callable[[Refusal], Outcome | Migrated] = outcome_of
) -> Outcome | Migrated:
    """What came of a call of which only that matters; `meaning` tells what its refusal is."""
    try:
        await call
    except REFUSALS as error:
        return meaning(error)
    return Outcome.DONE


async def send(  # noqa: PLR0913  # three of them only by name
    bot: Bot,
    chat_id: int,
    html: str,
    markup: Markup | None = None,
    *,
    silent: bool = False,
    standing: Standing | None = None,
    reply_to: int | None = None,
) -> int | Outcome | Migrated:
    """Send one message; returns its id, or why nobody will see it."""
    try:
        message = await bot.send_message(
            chat_id,
            html,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            disable_notification=silent,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=_replying_to(reply_to) if reply_to else None,
            rate_limit_args=standing,
            message_thread_id=topic_for(chat_id),
        )
    except REFUSALS as error:
        return outcome_of(error)
    return message.message_id


@dataclass(frozen=True, slots=True)
class SentPhoto:
    """A picture that stands in a chat, and the id by which it can be sent again without its bytes."""

    message_id: int
    file_id: str


async def send_photo(
    bot: Bot,
    chat_id: int,
    photo: bytes | str,
    caption: str,
    markup: InlineKeyboardMarkup | None = None,
    *,
    silent: bool = False,
) -> SentPhoto | Outcome | Migrated:
    """Send a picture as PNG or by its file id; GONE for an id that Telegram no longer knows."""
    try:
        message = await bot.send_photo(
            chat_id,
            photo,
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            disable_notification=silent,
            message_thread_id=topic_for(chat_id),
        )
    except REFUSALS as error:
        return outcome_of(error)
    return SentPhoto(message.message_id, message.photo[-1].file_id)


async def send_document(
    bot: Bot, chat_id: int, content: bytes, name: str, caption: str
) -> int | Outcome | Migrated:
    """Send a file under a name; returns the message's id, or why nobody will see it."""
    try:
        message = await bot.send_document(
            chat_id,
            content,
            filename=name,
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=topic_for(chat_id),
        )
    except REFUSALS as error:
        return outcome_of(error)
    return message.message_id


async def edit_photo(
    bot: Bot,
    chat_id: int,
    message_id: int,
    photo: bytes | str,
    caption: str,
    markup: InlineKeyboardMarkup | None = None,
) -> SentPhoto | Outcome | Migrated:
    """Put a picture in the place of a message's picture or text."""
    media = InputMediaPhoto(photo, caption=caption, parse_mode=ParseMode.HTML)
    try:
        message = await bot.edit_message_media(media, chat_id, message_id, reply_markup=markup)
    except REFUSALS as error:
        return outcome_of(error)
    assert isinstance(message, Message)  # True is for inline messages only
    return SentPhoto(message.message_id, message.photo[-1].file_id)


def _replying_to(message_id: int) -> ReplyParameters:
    return ReplyParameters(message_id, allow_sending_without_reply=True)


async def edit(
    bot: Bot, chat_id: int, message_id: int, html: str, markup: InlineKeyboardMarkup | None = None
) -> Outcome | Migrated:
    """Show something else in a message that stands; without `markup` its buttons go.

    A message that has become a picture (a recap's) has its caption changed instead.
    """
    try:
        await bot.edit_message_text(
            html,
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
    except REFUSALS as error:
        if "there is no text in the message" in str(error).lower():
            return await edit_caption(bot, chat_id, message_id, html, markup)
        return outcome_of(error)
    return Outcome.DONE


async def edit_caption(
    bot: Bot, chat_id: int, message_id: int, html: str, markup: InlineKeyboardMarkup | None = None
) -> Outcome | Migrated:
    """Say something else under a picture that stands; without `markup` its buttons go."""
    call = bot.edit_message_caption(
        chat_id, message_id, caption=html, parse_mode=ParseMode.HTML, reply_markup=markup
    )
    return await _done(call)


async def edit_buttons(
    bot: Bot, chat_id: int, message_id: int, markup: InlineKeyboardMarkup | None = None
) -> Outcome | Migrated:
    """Change only the buttons of a message; None takes them away."""
    return await _done(bot.edit_message_reply_markup(chat_id, message_id, reply_markup=markup))


async def answer(
    bot: Bot, query_id: str, text: str | None = None, *, alert: bool = False
) -> Outcome | Migrated:
    """Answer a pressed button, with a toast when there is something to say."""
    return await _done(bot.answer_callback_query(query_id, text, show_alert=alert), what_matters_little)


async def answer_inline(
    bot: Bot,
    query_id: str,
    results: Sequence[InlineQueryResultArticle],
    button: InlineQueryResultsButton | None = None,
) -> Outcome | Migrated:
    """Answer what was typed to the bot in another chat; nobody but who typed it is shown the same."""
    call = bot.answer_inline_query(
        query_id, results, cache_time=INLINE_CACHE_S, is_personal=True, button=button
    )
    return await _done(call)


async def react(bot: Bot, chat_id: int, message_id: int, emoji: str) -> Outcome | Migrated:
    """Acknowledge somebody's message with a reaction."""
    call = bot.set_message_reaction(chat_id, message_id, ReactionTypeEmoji(emoji))
    return await _done(call, what_matters_little)


async def pin(bot: Bot, chat_id: int, message_id: int) -> Outcome | Migrated:
    """Pin a message above its chat, without a sound."""
    call = bot.pin_chat_message(chat_id, message_id, disable_notification=True)
    return await _done(call, what_matters_little)


async def unpin(bot: Bot, chat_id: int, message_id: int) -> Outcome | Migrated:
    """Take one pinned message down again."""
    return await _done(bot.unpin_chat_message(chat_id, message_id), what_matters_little)


async def delete(bot: Bot, chat_id: int, message_id: int) -> Outcome | Migrated:
    """Take one of the bot's own messages away."""
    return await _done(bot.delete_message(chat_id, message_id))
