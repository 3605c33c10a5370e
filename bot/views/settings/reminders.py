"""Reminders, quiet hours and the time zone: the menus, and what a reminder says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.callbacks import (
    AskedFrom,
    AskPlace,
    ChooseQuiet,
    ChooseZone,
    OpenSettings,
    PutOff,
    RemindAt,
    Section,
    ShowPlan,
    SnoozeReminder,
    StopReminders,
    WantLookBack,
)
from bot.texts import Html, clock_time, join, say, word
from bot.texts.dates import weekday_names
from bot.views.plans.plan import day_word, routine_title
from bot.views.settings.gym_settings import back_row, chosen
from bot.views.view import Button, Rows, Style, View
from core.model.athlete import Athlete
from core.model.reminding import Quiet, Weekly

EVENING = 18 * 60
PRESETS = ("024", "14", "0123456")
QUIET_PRESETS = (Quiet(22 * 60, 7 * 60), Quiet(21 * 60, 8 * 60))


def minute_words(minute: int) -> str:
    """`18:00` from the minute of the day."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def times_words(times: Iterable[Weekly]) -> str:
    """`Mon Wed Fri 18:00 · Sat 10:00`."""
    days: dict[tuple[int, ...], list[int]] = {}
    by_minute: dict[int, list[int]] = {}
    for one in times:
        by_minute.setdefault(one.minute, []).append(one.weekday)
    for minute, weekdays in by_minute.items():
        days.setdefault(tuple(weekdays), []).append(minute)
    return " · ".join(
        f"{days_words(weekdays)} {', '.join(minute_words(minute) for minute in minutes)}"
        for weekdays, minutes in days.items()
    )


def days_words(weekdays: Iterable[int]) -> str:
    """`Mon Wed Fri`, `Mon–Fri`, `every day`."""
    kept = sorted(set(weekdays))
    if len(kept) == 7:
        return word("every day")
    names = weekday_names()
    if len(kept) > 2 and kept == list(range(kept[0], kept[-1] + 1)):
        return f"{names[kept[0]]}–{names[kept[-1]]}"
    return " ".join(names[day] for day in kept)


def reminders_line(athlete: Athlete) -> Html:
    """When one is reminded."""
    times = athlete.reminders.times
    return say("Reminders: <b>{times}</b>", times=times_words(times) if times else word("off"))


def quiet_line(athlete: Athlete) -> Html:
    """When it is quiet."""
    quiet = athlete.reminders.quiet
    return say("Quiet hours: <b>{hours}</b>", hours=quiet_words(quiet) if quiet else word("none"))


def quiet_words(quiet: Quiet) -> str:
    """`22:00–07:00`."""
    return f"{minute_words(quiet.since)}–{minute_words(quiet.until)}"


def zone_line(athlete: Athlete) -> Html:
    """Whose clock counts."""
    return say("Time zone: <b>{zone}</b>", zone=athlete.zone if athlete.zone_told else word("not told yet"))


def reminders_menu(athlete: Athlete) -> View:
    """When to be reminded: as it stands, some usual times, or one's own in words."""
    times, quiet = athlete.reminders.times, athlete.reminders.quiet
    unheard = [one for one in times if quiet is not None and quiet.heard_at(one.minute) is None]
    lines = [reminders_line(athlete)]
    rows = (*_presets(times), _look_back_row(athlete), back_row())
    if athlete.reminders.any_wished and not athlete.zone_told:
        return View(join([*lines, ask_for_zone()]), (place_row(), *rows))
    if times:
        lines.append(say("By your clock in {zone}. Silent on a day you have trained.", zone=athlete.zone))
    if unheard and quiet is not None:
        lines.append(
            say(
                "⚠ {times} lies in your quiet hours ({hours}): it will not come.",
                times=times_words(unheard),
                hours=quiet_words(quiet),
            )
        )
    lines.append(say("Other times? Send them: <code>mon wed fri 18:00</code>, <code>daily 7:30</code>"))
    return View(join(lines), rows)


def _look_back_row(athlete: Athlete) -> tuple[Button, ...]:
    on = athlete.reminders.look_back
    label = chosen(word("My week, {time}", time=times_words([athlete.reminders.look_back_at])), is_so=on)
    return (Button(label, WantLookBack(AskedFrom.MENU, on=not on, day=0)),)


def _presets(times: tuple[Weekly, ...]) -> Rows:
    minute = times[0].minute if times else EVENING
    rows = []
    for days in PRESETS:
        wished = tuple(Weekly(int(day), minute) for day in days)
        label = chosen(times_words(wished), is_so=wished == times)
        rows.append((Button(label, RemindAt(days, minute)),))
    return (*rows, (Button(chosen(word("Off"), is_so=not times), RemindAt("", minute)),))


def quiet_menu(athlete: Athlete) -> View:
    """Hours in which only a rest bell is heard."""
    quiet = athlete.reminders.quiet
    text = join(
        [
            quiet_line(athlete),
            say("A reminder in them comes as they end, if that is the same day. Rest bells always ring."),
            say("Others? Send them: <code>22-7</code>"),
        ]
    )
    presets = [
        Button(chosen(quiet_words(one), is_so=one == quiet), ChooseQuiet(one.since, one.until))
        for one in QUIET_PRESETS
    ]
    none = Button(chosen(word("None"), is_so=quiet is None), ChooseQuiet())
    return View(text, ((*presets, none), back_row()))


def zone_menu(athlete: Athlete) -> View:
    """Which clock counts, and how to tell of another one."""
    return View(join([zone_line(athlete), ask_for_zone()]), (place_row(), back_row()))


def ask_for_zone() -> Html:
    """How the time zone can be told."""
    return say(
        "What time is it for you now? Send it, like <code>18:12</code>, or a large city near you, "
        "like <code>Berlin</code>."
    )


def place_row() -> tuple[Button, ...]:
    """The button that asks for a place."""
    return (Button(word("📍 Find it by my place"), AskPlace()),)


def which_zone(zones: tuple[str, ...]) -> View:
    """Several clocks say the same now."""
    buttons = [Button(_city(zone), ChooseZone(zone)) for zone in zones]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    text = say("Whose clock is it? Daylight saving differs. Not among them? Send a city near you.")
    return View(text, (*rows, place_row()))


def _city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def ask_place() -> View:
    """A keyboard with the one key that shares a place."""
    text = say("Tap the button below your keyboard. I look up the time zone there and keep no place.")
    return View(text, asks_place=word("📍 Share my place"))


def place_taken(athlete: Athlete, now: datetime) -> View:
    """A shared place, or words instead of it, told the zone; the keyboard goes."""
    lines = [say("{zone}: it is {time} there.", zone=athlete.zone, time=clock_time(now, athlete.zone))]
    if athlete.reminders.times:
        lines.append(reminders_line(athlete))
    return View(join(lines), drops_keyboard=True)


def no_zone_there() -> View:
    """A place on the high seas, or nobody could look it up."""
    text = say("I can't tell the time zone there. Send a large city near you, or the time, like 18:12.")
    return View(text, drops_keyboard=True)


def reminder(day: int, coming: str | None, routine: str | None, *, tonight: bool) -> View:
    """It is time to train."""
    if routine is not None:
        text = say("Time to train: <b>{session}</b> is next.", session=routine_title(routine))
    elif coming is not None:
        text = say("Time to train: <b>{session}</b> is next.", session=day_word(coming))
    else:
        text = say("Time to train.")
    later = [Button(word("In an hour"), SnoozeReminder(day, PutOff.AN_HOUR))]
    if tonight:
        later.append(Button(word("Tonight"), SnoozeReminder(day, PutOff.TONIGHT)))
    return View(
        text,
        (
            (Button(word("▶ My session"), ShowPlan(), Style.SUCCESS),),
            (*later, Button(word("Turn off"), StopReminders(day))),
        ),
    )


def snoozed(until: datetime, zone: str) -> View:
    """A reminder was put off."""
    text = say("I'll remind you again at <b>{time}</b>.", time=clock_time(until, zone))
    return View(text, ((Button(word("▶ My session"), ShowPlan()),),))


def turned_off() -> View:
    """No more reminders."""
    return View(
        say("Reminders are off. /remind turns them on again."),
        ((Button(word("Reminders"), OpenSettings(Section.REMINDERS)),),),
    )
