"""The first call: who am I? Repeated while Telegram is away, ended at once when the token is refused."""

from __future__ import annotations

import asyncio
import logging

from telegram import Bot
from telegram.error import Forbidden, InvalidToken, TelegramError

from bot.outgoing.gate import Sleep

_LOGGER = logging.getLogger(__name__)

LONGEST_PAUSE_S = 30.0


class TokenRefused(Exception):
    """Telegram knows no such bot, or its token was revoked. Trying again would not help."""

    def __init__(self) -> None:
        super().__init__("Telegram refused BOT_TOKEN: wrong or revoked. @BotFather gives a new one.")


async def connect(bot: Bot, sleep: Sleep = asyncio.sleep) -> None:
    """Initialize the bot, waiting for Telegram as long as it takes. Raises TokenRefused."""
    pause_s = 1.0
    while True:
        try:
            await bot.initialize()
        except (InvalidToken, Forbidden):
            raise TokenRefused from None  # the original error quotes the token
        except TelegramError as error:
            _LOGGER.warning("Telegram does not answer yet, trying again in %.0f s", pause_s, exc_info=error)
            await sleep(pause_s)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
        else:
            return
