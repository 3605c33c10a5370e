"""How the bot shows itself in Telegram: its commands in the menu, and its descriptions."""

from __future__ import annotations

import logging

from telegram import BotCommand
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.texts import languages, speaking, word
from bot.views.words.help import COMMANDS

log = logging.getLogger(__name__)

SHORT = "A strength coach: plans your sessions, logs sets by one tap, rings when the rest is over."
LONG = (
    "I plan strength training from published rules, take your sets by one tap or a short reply, ring when "
    "the rest is over, and explain every number. Tap Start: a minute of questions, then your first session."
)


async def introduce(bot: ExtBot[None]) -> None:
    """Publish commands and descriptions in every language.

    Nobody waits for it: after a failure the next start tries again.
    """
    try:
        for language in languages():
            await _introduce_in(bot, language)
    except TelegramError as error:
        log.warning("commands and descriptions were not published", exc_info=error)


async def _introduce_in(bot: ExtBot[None], language: str) -> None:
    """English goes without a code: to everybody whose Telegram speaks a language that we don't."""
    code = None if language == "en" else language
    with speaking(language):
        commands = [BotCommand(name, word(what).partition(":")[0]) for name, what in COMMANDS]
        short, long = word(SHORT), word(LONG)
    await bot.set_my_commands(commands, language_code=code)
    await bot.set_my_short_description(short, language_code=code)
    await bot.set_my_description(long, language_code=code)
