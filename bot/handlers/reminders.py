"""/remind, what a reminder's buttons do, quiet hours, and how the time zone is told: words, taps, a place."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatType

from bot.callbacks import (
    AskedFrom,
    AskPlace,
    ChooseQuiet,
    ChooseZone,
    LookBackAt,
    RemindAt,
    SnoozeReminder,
    StopReminders,
    WantLookBack,
)
from bot.charts.studio import NotDrawn
from bot.context import Context
from bot.handlers.help import not_text
from bot.handlers.showing import nod
from bot.texts import word
from bot.views.history import weekly as weekly_views
from bot.views.settings import gym_settings
from bot.views.settings import reminders as views
from bot.views.view import Toast, View
from core.coach.settings import habits, look_backs, reminding, time_zone
from core.coach.settings.reminding import Snooze
from core.model.athlete import Athlete
from core.model.awaited import About, Awaited
from core.model.outcomes import Unlogged
from core.model.reminding import Quiet, Weekly

BY_PLACE = 1  # the subject of a question whose keyboard is still there


async def remind(update: Update, context: Context) -> None:
    """/remind mon wed fri 18:00, /remind off; alone: how it stands. In private, as all settings."""
    words, now = context.words, context.room.clock.now()
    if words:
        kept = await context.act(reminding.remind, context.athlete_id, words, now)
    else:
        kept = await context.act(habits.open_menu, context.athlete_id, None)
    if isinstance(kept, Unlogged):
        if kept.code == "misread":
            await context.tell(gym_settings.misread(About.REMINDERS, str(kept.get("why"))))
        else:
            await context.refuse(kept)
        return
    sent = await context.tell(views.reminders_menu(kept))
    if sent is not None:
        await _wait(context, Awaited(About.REMINDERS, context.chat_id, sent, now))


async def choose_times(update: Update, context: Context, press: RemindAt) -> None:
    """Usual times, or none."""
    now = context.room.clock.now()
    days = {int(day) for day in press.days if day in "0123456"}
    times = tuple(Weekly(day, press.minute) for day in sorted(days))
    waits = Awaited(About.REMINDERS, context.chat_id, context.message_id, now)
    kept = await context.act(reminding.choose_times, context.athlete_id, times, waits, now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(views.reminders_menu(kept), Toast(word("Kept.")))


async def snooze(update: Update, context: Context, press: SnoozeReminder) -> None:
    """In an hour, or tonight."""
    now = context.room.clock.now()
    how = Snooze(press.how.value)
    put_off = await context.act(reminding.snooze, context.athlete_id, press.day, how, now)
    if isinstance(put_off, Unlogged):
        await context.refuse(put_off)
    else:
        await context.change(views.snoozed(put_off.until, put_off.zone))


async def stop(update: Update, context: Context, press: StopReminders) -> None:
    """Off, by the button under a reminder."""
    kept = await context.act(reminding.remind_at, context.athlete_id, (), context.room.clock.now())
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(views.turned_off())


async def want_look_back(update: Update, context: Context, press: WantLookBack) -> None:
    """The weekly look-back, or no more of it."""
    now = context.room.clock.now()
    waits = Awaited(About.REMINDERS, context.chat_id, context.message_id, now)
    kept = await context.act(look_backs.choose, context.athlete_id, waits, on=press.on, now=now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    elif press.asked_from is AskedFrom.MENU:
        await context.change(views.reminders_menu(kept), Toast(word("Kept.")))
    elif press.on:
        await context.toast(Toast(word("Kept.")))
        sent = await context.tell(weekly_views.wanted(kept))
        if sent is not None and not kept.zone_told:
            await _wait(context, Awaited(About.REMINDERS, context.chat_id, sent, now))
    else:
        await context.toast(Toast(word("No more look-backs. /remind brings them again.")))
        await context.room.sender.strip(context.chat_id, context.message_id)


async def look_back_at(update: Update, context: Context, press: LookBackAt) -> None:
    """When the look-back comes, or no more of it: a tap in its menu."""
    now = context.room.clock.now()
    waits = Awaited(About.LOOK_BACK, context.chat_id, context.message_id, now)
    on = press.weekday is not None
    at = Weekly(press.weekday, press.minute) if press.weekday is not None else None
    kept = await context.act(look_backs.choose, context.athlete_id, waits, on=on, at=at, now=now)
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(weekly_views.look_back_menu(kept), Toast(word("Kept.")))


async def choose_quiet(update: Update, context: Context, press: ChooseQuiet) -> None:
    """Hours of quiet, or none."""
    quiet = None if press.since is None or press.until is None else Quiet(press.since, press.until)
    kept = await context.act(reminding.be_quiet, context.athlete_id, quiet, context.room.clock.now())
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(views.quiet_menu(kept), Toast(word("Kept.")))


async def choose_zone(update: Update, context: Context, press: ChooseZone) -> None:
    """One of the zones whose clocks say the same."""
    kept = await context.act(time_zone.choose_zone, context.athlete_id, press.zone, context.room.clock.now())
    if isinstance(kept, Unlogged):
        await context.refuse(kept)
    else:
        await context.change(_menu(kept), Toast(word("Kept.")))


async def ask_place(update: Update, context: Context, press: AskPlace) -> None:
    """The keyboard that shares a place; whoever types instead is understood, too."""
    await context.toast()
    if not _private(update):
        return
    sent = await context.tell(views.ask_place())
    if sent is not None:
        now = context.room.clock.now()
        await _wait(context, Awaited(About.ZONE, context.chat_id, sent, now, BY_PLACE))


async def take_place(update: Update, context: Context) -> None:
    """A shared place, when one was asked for: its zone is kept, it itself is not."""
    message = update.effective_message
    place = message.location if message is not None else None
    if place is None or not await context.look(time_zone.asks_for_zone, context.athlete_id):
        await not_text(update, context)
        return
    try:
        zone = await context.room.studio.zone_at(place.latitude, place.longitude)
    except NotDrawn:
        zone = None
    now = context.room.clock.now()
    kept = await context.act(time_zone.choose_zone, context.athlete_id, zone or "", now)
    await context.tell(views.no_zone_there() if isinstance(kept, Unlogged) else views.place_taken(kept, now))


async def take_zone(context: Context, waiting: Awaited, *, surely: bool) -> bool:
    """Words typed when the time zone is asked for; False when they are rather a set."""
    words, now = context.words, context.room.clock.now()
    told: Athlete | time_zone.WhichZone | Unlogged
    told = await context.act_if_meant(time_zone.tell_zone, context.athlete_id, words, now)
    if isinstance(told, Unlogged):
        if surely and told.code == "misread":
            await context.tell(gym_settings.misread(waiting.about, str(told.get("why"))))
        return surely
    sender = context.room.sender
    if isinstance(told, time_zone.WhichZone):
        await sender.edit(context.chat_id, waiting.message_id, views.which_zone(told.zones))
        if waiting.subject == BY_PLACE:
            await context.tell(views.which_zone(told.zones))
        return True
    await nod(context)
    if waiting.subject == BY_PLACE:
        await context.tell(views.place_taken(told, now))
    else:
        await sender.edit(context.chat_id, waiting.message_id, _menu(told))
    return True


def _menu(athlete: Athlete) -> View:
    return views.reminders_menu(athlete) if athlete.reminders.any_wished else views.zone_menu(athlete)


async def _wait(context: Context, waits: Awaited) -> None:
    """The question's message is known only now: words typed next are about it."""
    await context.room.store.run(habits.open_menu, context.athlete_id, waits)


def _private(update: Update) -> bool:
    chat = update.effective_chat
    return chat is not None and chat.type == ChatType.PRIVATE
