"""Puts a recap's picture above its words, beside whatever else goes on: nobody waits for it.

When a recap is told is `bringing.py`'s; what the picture shows is `bot/views/workout/recap_picture.py`.
"""

from __future__ import annotations

import asyncio
import html
import logging
import re
from dataclasses import dataclass, field
from datetime import datetime

from telegram.error import TelegramError

from bot.charts.studio import NotDrawn, Studio, digest_of
from bot.outgoing.telling import Sender
from bot.texts import speaking
from bot.views.view import View
from bot.views.workout.recap_picture import LONGEST_CAPTION, letters_in, recap_picture
from core.coach.history import retelling
from core.coach.history.pictures import sent_before
from core.model.outcomes import Recap
from core.store.port import Store, StoreUnavailable

log = logging.getLogger(__name__)

SUBJECT = "recap"  # of one athlete the newest is remembered
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class RecapPainter:
    """Draws recaps that stand in words, and turns their messages into pictures."""

    store: Store
    sender: Sender
    studio: Studio
    _painting: set[asyncio.Task[None]] = field(default_factory=set)

    def paint(
        self,
        recap: Recap,
        message: tuple[int, int],
        view: View,
        language: str,
        now: datetime,
        *,
        pictured: bool = False,
    ) -> None:
        """Begin to draw the recap that `view` tells in a (chat, message), by now a picture where `pictured`.

        A picture that shows the same as the newest one of this recap isn't drawn again.
        """
        task = asyncio.create_task(self._paint(recap, message, view, language, now, pictured))
        self._painting.add(task)
        task.add_done_callback(self._painting.discard)

    async def _paint(
        self,
        recap: Recap,
        message: tuple[int, int],
        view: View,
        language: str,
        now: datetime,
        pictured: bool,
    ) -> None:
        caption = html.unescape(_TAG.sub("", view.text))
        if not self.studio.draws or not recap.sets or letters_in(caption) > LONGEST_CAPTION:
            return
        athlete_id, workout_id = recap.workout.athlete_id, recap.workout.id
        with speaking(language):
            picture = recap_picture(recap)
        digest = digest_of(picture, f"{workout_id} ")
        try:
            kept = await self.store.read(sent_before, athlete_id, SUBJECT, digest)
            if kept is not None and pictured:
                return  # it stands there
            photo = kept or await self.studio.draw(picture)
            if not self.sender.still_shows(*message, view):
                return
            file_id = await self.sender.edit_photo(*message, photo, view)
            if file_id is not None:
                shown = SUBJECT, digest, file_id, now
                await self.store.run(retelling.recap_pictured, athlete_id, workout_id, *shown)
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
