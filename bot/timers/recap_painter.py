"""Puts a recap's picture above its words, beside whatever else goes on: nobody waits for it.

When a recap is told is `bringing.py`'s; what the picture shows is `bot/views/recap_picture.py`.
"""

from __future__ import annotations

import asyncio
import html
import logging
import re
from dataclasses import dataclass, field

from telegram.error import TelegramError

from bot.charts.studio import NotDrawn, Studio
from bot.outgoing.telling import Sender
from bot.texts import speaking
from bot.views.recap_picture import LONGEST_CAPTION, recap_picture
from bot.views.view import View
from core.coach import retelling
from core.model.outcomes import Recap
from core.store.port import Store, StoreUnavailable

log = logging.getLogger(__name__)

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class RecapPainter:
    """Draws recaps that stand in words, and turns their messages into pictures."""

    store: Store
    sender: Sender
    studio: Studio
    _painting: set[asyncio.Task[None]] = field(default_factory=set)

    def paint(self, recap: Recap, message: tuple[int, int], view: View, language: str) -> None:
        """Begin to draw the recap that `view` tells in a (chat, message)."""
        task = asyncio.create_task(self._paint(recap, message, view, language))
        self._painting.add(task)
        task.add_done_callback(self._painting.discard)

    async def _paint(self, recap: Recap, message: tuple[int, int], view: View, language: str) -> None:
        if not recap.sets or len(html.unescape(_TAG.sub("", view.text))) > LONGEST_CAPTION:
            return
        try:
            with speaking(language):
                picture = await self.studio.draw(recap_picture(recap))
            if self.sender.still_shows(*message, view) and await self.sender.edit_photo(
                *message, picture, view
            ):
                await self.store.run(retelling.recap_pictured, recap.workout.athlete_id, recap.workout.id)
        except (NotDrawn, TelegramError, StoreUnavailable) as error:
            log.info("a recap has no picture: %s", type(error).__name__)

    async def painted(self) -> None:
        """Wait until every picture that is being drawn stands."""
        while self._painting:
            await asyncio.gather(*self._painting)

    def stop(self) -> None:
        """Give up on pictures that are being drawn: the bot stops."""
        for task in self._painting:
            task.cancel()
