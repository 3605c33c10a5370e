"""/privacy tells what is kept, /forget erases all of it after one question."""

from __future__ import annotations

from datetime import UTC, datetime

from telegram import Update
from telegram.constants import ChatType

from bot.callbacks import ForgetEverything, KeepEverything
from bot.context import Context
from bot.texts import word
from bot.views.data import privacy as views
from bot.views.view import Toast
from bot.views.words.help import NO_LONGER_VALID
from core.coach.data import forgetting
from core.coach.data.forgetting import TooLate


async def privacy(update: Update, context: Context) -> None:
    """/privacy: what is kept about whom, why, and how long."""
    await context.tell(views.what_is_kept(context.room.settings.copies_days))


async def forget(update: Update, context: Context) -> None:
    """/forget: asks once, in private."""
    held = await context.look(forgetting.holdings, context.athlete_id)
    await context.tell(views.ask_to_forget(held, int(context.room.clock.now().timestamp())))


async def forget_everything(update: Update, context: Context, press: ForgetEverything) -> None:
    """The question is answered with yes: everything goes, from the file's free pages and its log, too."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        await context.toast(Toast(word(NO_LONGER_VALID)))
        return
    room, now = context.room, context.room.clock.now()
    asked_at = _moment(press.asked_s)
    if asked_at is None:
        await context.toast(Toast(word(NO_LONGER_VALID)))
        return
    shadow, real_now = room.shadow(context.athlete_id), room.clock.real_time(now)
    erased = await context.act(forgetting.forget, context.athlete_id, shadow, asked_at, now, real_now)
    if isinstance(erased, TooLate):
        await context.toast(Toast(word("That was asked a while ago. Send /forget again."), alert=True))
        return
    await room.store.scrub()
    await context.change(views.forgotten(erased, room.settings.copies_days))


async def keep_everything(update: Update, context: Context, press: KeepEverything) -> None:
    """The question is answered with no."""
    await context.change(views.nothing_erased())


def _moment(epoch_s: int) -> datetime | None:
    try:
        return datetime.fromtimestamp(epoch_s, UTC)
    except (ValueError, OverflowError, OSError):  # forged: no such year
        return None
