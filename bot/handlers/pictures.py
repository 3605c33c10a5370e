"""How a picture reaches the chat: again by its file id when it shows the same, else drawn, else in words.

What it shows is `bot/views`, how it looks `bot/charts`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property

from bot.charts.studio import Draw, NotDrawn, digest_of
from bot.context import Context
from bot.views.view import Pictured
from core.coach.history.pictures import picture_sent, sent_before
from core.model.outcomes import Unlogged


@dataclass(frozen=True)
class Shown:
    """A picture with its caption, and its subject: of each the newest picture is remembered."""

    subject: str
    pictured: Pictured

    @cached_property
    def digest(self) -> str:
        """What tells whether it shows the same as another one."""
        return digest_of(self.pictured.picture)


Ask = Callable[[], Awaitable[Shown | Unlogged]]


async def ask_picture(context: Context, ask: Ask) -> None:
    """Put a question when the turn for a picture has come, and send what answers it."""
    answered = await _asked(context, ask)
    if answered is None:
        return
    shown, photo = answered
    await _send(context, shown, photo)


async def show_picture(context: Context, shown: Shown) -> None:
    """Send what answers a question that was put already."""
    async with context.room.studio.turn() as draw:
        photo = await _photo(context, shown, draw)
    await _send(context, shown, photo)


async def turn_picture(context: Context, ask: Ask) -> None:
    """`ask_picture` in the place of the picture whose button was pressed."""
    answered = await _asked(context, ask)
    if answered is None:
        return
    shown, photo = answered
    if photo is None:
        await context.tell(shown.pictured.caption)
        return
    sender, chat_id = context.room.sender, context.chat_id
    caption = context.addressed(shown.pictured.caption, chat_id)
    file_id = await sender.edit_photo(chat_id, context.message_id, photo, caption)
    if file_id is not None:
        await _remember(context, shown, file_id)


async def _asked(context: Context, ask: Ask) -> tuple[Shown, bytes | str | None] | None:
    """What a question put in its turn shows, and its photo; None where it was refused, which is told."""
    async with context.room.studio.turn() as draw:
        shown = await ask()
        photo = None if isinstance(shown, Unlogged) else await _photo(context, shown, draw)
    if isinstance(shown, Unlogged):
        await context.refuse(shown)
        return None
    await context.toast()
    return shown, photo


async def _photo(context: Context, shown: Shown, draw: Draw) -> bytes | str | None:
    """A file id where the same was sent before, else it is drawn; None where it can't be."""
    kept = await context.look(sent_before, context.athlete_id, shown.subject, shown.digest)
    if kept is not None:
        return kept
    try:
        return await draw(shown.pictured.picture)
    except NotDrawn:
        return None


async def _send(context: Context, shown: Shown, photo: bytes | str | None) -> None:
    """Send a picture with its caption; the caption alone when it can't be drawn, or no pictures are taken."""
    sender, chat_id = context.room.sender, context.chat_id
    caption = context.addressed(shown.pictured.caption, chat_id)
    sent = None if photo is None else await sender.send_photo(chat_id, photo, caption)
    if sent is None and isinstance(photo, str):  # Telegram knows it no more
        try:
            photo = await context.room.studio.draw(shown.pictured.picture)
        except NotDrawn:
            photo = None
        sent = None if photo is None else await sender.send_photo(chat_id, photo, caption)
    if sent is None and not sender.chats.is_lost(chat_id):
        await context.tell(shown.pictured.caption)
    elif sent is not None and isinstance(photo, bytes):
        await _remember(context, shown, sent.file_id)


async def _remember(context: Context, shown: Shown, file_id: str) -> None:
    now = context.room.clock.now()
    await context.room.store.run(
        picture_sent, context.athlete_id, shown.subject, shown.digest, file_id, now
    )
