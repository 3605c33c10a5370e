"""Looks in a chat for a message that may have arrived: a bot can read none, but it can ask to change one.

Telegram refuses an edit that would change nothing. Buttons say which set they are about, so no other message
has these; one that took them on nevertheless is stripped. When to look is decided in `telling.py`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import pairwise

from telegram import InlineKeyboardMarkup

from bot.outgoing import deliver
from bot.outgoing.deliver import Bot
from bot.outgoing.refusals import Outcome

LOOKED_AT = 12  # numbers; others' messages take some, the bot's own are sent within a moment
_LOOKS = (0, 1, 4, LOOKED_AT)  # it is nearly always the first: each number that isn't it is a call refused


def numbers_behind(after: int) -> range:
    """The numbers among which a message stands that was sent when `after` was the newest."""
    return range(after + 1, after + 1 + LOOKED_AT)


async def find(
    bot: Bot, chat_id: int, numbers: Sequence[int], markup: InlineKeyboardMarkup | None
) -> int | None:
    """The first of these messages that has just these buttons; None when none has."""
    if markup is None:
        return None
    for first, last in pairwise(_LOOKS):
        found = await _among(bot, chat_id, numbers[first:last], markup)
        if found is not None:
            return found
    return None


async def _among(
    bot: Bot, chat_id: int, numbers: Sequence[int], markup: InlineKeyboardMarkup
) -> int | None:
    # All at once: one after another would take a second, in which the bell is late.
    outcomes = await asyncio.gather(
        *(deliver.edit_buttons(bot, chat_id, message_id, markup) for message_id in numbers)
    )
    for message_id, outcome in zip(numbers, outcomes, strict=True):
        if outcome is Outcome.DONE:
            await deliver.edit_buttons(bot, chat_id, message_id)
    there = Outcome.UNCHANGED
    return next((number for number, found in zip(numbers, outcomes, strict=True) if found is there), None)
