"""How a picture reaches the chat: again by its file id when it shows the same, else drawn, else in words.

What it shows is `bot/views`, how it looks `bot/charts`.
"""

from __future__ import annotations

from bot.charts.studio import NotDrawn, digest_of
from bot.context import Context
from bot.views.view import Pictured
from core.coach.pictures import picture_sent, sent_before


async def show_picture(context: Context, subject: str, pictured: Pictured) -> None:
    """Send a picture with its caption; the caption alone when it can't be drawn."""
    digest = digest_of(pictured.picture)
    room, chat_id = context.room, context.chat_id
    kept = await context.look(sent_before, context.athlete_id, subject, digest)
    if kept is not None and await room.sender.send_photo(chat_id, kept, pictured.caption) is not None:
        return
    try:
        drawn = await room.studio.draw(pictured.picture)
    except NotDrawn:
        await context.tell(pictured.caption)
        return
    sent = await room.sender.send_photo(chat_id, drawn, pictured.caption)
    if sent is not None:
        now = room.clock.now()
        await room.store.run(picture_sent, context.athlete_id, subject, digest, sent.file_id, now)


async def turn_picture(context: Context, subject: str, pictured: Pictured) -> None:
    """Put another picture in the place of the one whose button was pressed; answers the button."""
    await context.toast()
    digest = digest_of(pictured.picture)
    room, chat_id = context.room, context.chat_id
    photo: bytes | str | None = await context.look(sent_before, context.athlete_id, subject, digest)
    if photo is None:
        try:
            photo = await room.studio.draw(pictured.picture)
        except NotDrawn:
            await context.tell(pictured.caption)
            return
    file_id = await room.sender.edit_photo(chat_id, context.message_id, photo, pictured.caption)
    if file_id is not None:
        now = room.clock.now()
        await room.store.run(picture_sent, context.athlete_id, subject, digest, file_id, now)
