"""/export: everything an athlete has, as two files, read a page at a time so that nobody waits for it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from telegram import Update

from bot.context import Context
from bot.views.data import exporting as views
from core.coach.data import exporting
from core.coach.data.exporting import Belongings, Page
from core.model.outcomes import Unlogged

LARGEST_BYTES = 9_000_000  # with what stands beside workouts no more than can be sent back, 10 MB


@dataclass
class _Part:
    """One pair of files being filled."""

    lines: list[str] = field(default_factory=list)
    workouts: list[str] = field(default_factory=list)
    sets: int = 0
    bytes: int = 0

    def add(self, page: Page) -> None:
        self.lines.append(page.lines)
        self.workouts.extend(page.workouts)
        self.sets += page.sets
        self.bytes += sum(len(text.encode()) for text in page.workouts)


async def export(update: Update, context: Context) -> None:
    """/export: the CSV and the JSON, in private; in more than one part where Telegram would refuse one."""
    head = await context.study(exporting.export_head, context.athlete_id, context.room.clock.now())
    if isinstance(head, Unlogged):
        await context.refuse(head)
        return
    workouts = sets = number = 0
    async for part, more in _parts(context):
        number += 1
        workouts += len(part.workouts)
        sets += part.sets
        await _send(context, head, part, number if more or number > 1 else None)
    await context.tell(views.exported(workouts, sets))


async def _parts(context: Context) -> AsyncIterator[tuple[_Part, bool]]:
    """Full pairs of files, and whether another one follows."""
    part, last = _Part(), None
    while True:
        page = await context.study(exporting.export_page, context.athlete_id, last)
        if isinstance(page, Unlogged):
            return  # forgotten meanwhile: nothing more is theirs
        if part.bytes and page.workouts and part.bytes + sum(map(len, page.workouts)) > LARGEST_BYTES:
            yield part, True
            part = _Part()
        part.add(page)
        last = page.last
        if last is None:
            yield part, False
            return


async def _send(context: Context, head: Belongings, part: _Part, number: int | None) -> None:
    """The JSON of every part has the whole head, so that each can be read alone."""
    stem = f"spotter-{head.day}" if number is None else f"spotter-{head.day}-{number}"
    room, chat_id = context.room, context.chat_id
    if any(part.lines):
        table = "".join([head.heading, *part.lines]).encode()
        await room.sender.send_document(chat_id, table, f"{stem}.csv", views.csv_caption())
    opening = json.dumps(head.head, ensure_ascii=False)[:-1]
    workouts = ",\n".join(part.workouts)
    whole = f'{opening}, "workouts": [\n{workouts}\n]}}\n'.encode()
    await room.sender.send_document(chat_id, whole, f"{stem}.json", views.json_caption())
