"""How the bot shows itself in Telegram: its commands in the menu, and its descriptions."""

from __future__ import annotations

import logging

from telegram import BotCommand
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.texts import word
from bot.views.help import COMMANDS

log = logging.getLogger(__name__)

SHORT = "A strength coach: plans your sessions, logs sets by one tap, rings when the rest is over."
LONG = (
    "I plan strength training from published rules, take your sets by one tap or a short reply, ring when "
    "the rest is over, and explain every number. Tap Start: a minute of questions, then your first session."
)


async def introduce(bot: ExtBot[None]) -> None:
    """Publish commands and descriptions. Nobody waits for it: after a failure the next start tries again."""
    try:
        await bot.set_my_commands([BotCommand(name, word(what).partition(":")[0]) for name, what in COMMANDS])
        await bot.set_my_short_description(word(SHORT))
        await bot.set_my_description(word(LONG))
    except TelegramError as error:
        log.warning("commands and descriptions were not published", exc_info=error)
