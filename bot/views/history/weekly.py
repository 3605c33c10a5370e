"""The weekly look-back: what the week came to, in a few lines, and how it is offered and turned off."""

from __future__ import annotations

from bot.callbacks import AskedFrom, LookBackAt, ShowPlan, WantLookBack
from bot.texts import Html, join, say, say_n, word
from bot.views.plans.programme import coming_line, sets_lines
from bot.views.sets import tonnage_words
from bot.views.settings.gym_settings import back_row, chosen
from bot.views.settings.reminders import ask_for_zone, place_row, times_words
from bot.views.view import Button, Rows, View
from bot.views.workout.new_record import record_line
from core.model.athlete import Athlete
from core.model.reminding import Weekly
from core.model.weekly import LookBack
from core.units import Load

USUAL_TIMES = (Weekly(6, 18 * 60), Weekly(6, 10 * 60), Weekly(0, 8 * 60))


def look_back(told: LookBack) -> View:
    """The week that ends."""
    lines = [_headline(told)]
    if told.best is not None:
        exercise, record = told.best
        lines.append(record_line(record, exercise))
    lines += sets_lines(told.week)
    lines += coming_line(told.week)
    if told.advises:
        lines.append(
            say("Two days a week keep a heart strong, says the American Heart Association. Short ones count.")
        )
    off = Button(word("No more look-backs"), WantLookBack(AskedFrom.LETTER, on=False, day=told.day))
    return View(join(lines), ((Button(word("▶ My session"), ShowPlan()),), (off,)))


def _headline(told: LookBack) -> Html:
    if not told.workouts:
        return say("<b>Your week</b> · no workout this time. The next one starts where you left off.")
    parts = [
        say("<b>Your week</b>"),
        say_n("{n} workout", "{n} workouts", told.workouts),
        say_n("{n} set", "{n} sets", told.sets),
    ]
    if told.tonnage_g:
        parts.append(say("{tonnage} lifted", tonnage=tonnage_words(told.tonnage_g, Load(0, told.unit))))
    return join(parts, " · ")


def look_back_line(athlete: Athlete) -> Html:
    """When the look-back comes."""
    told = athlete.reminders
    at = times_words([told.look_back_at]) if told.look_back else word("off")
    return say("My week: <b>{time}</b>", time=at)


def look_back_menu(athlete: Athlete) -> View:
    """When the look-back comes: usual times, none, or one's own in words."""
    told = athlete.reminders
    lines = [
        look_back_line(athlete),
        say("What your week came to: workouts, sets, the best of it, what comes next. Without a sound."),
        say("Another time? Send it: <code>sat 9:00</code>"),
    ]
    place: Rows = ()
    if told.look_back and not athlete.zone_told:
        lines[-1], place = ask_for_zone(), (place_row(),)
    times = tuple(
        Button(
            chosen(times_words([at]), is_so=told.look_back and told.look_back_at == at),
            LookBackAt(at.weekday, at.minute),
        )
        for at in USUAL_TIMES
    )
    off = Button(chosen(word("Off"), is_so=not told.look_back), LookBackAt())
    return View(join(lines), (*place, times, (off,), back_row()))


def wanted(athlete: Athlete) -> View:
    """The look-back was taken up: when it comes, and what is missing for that."""
    at = times_words([athlete.reminders.look_back_at])
    text = say("<b>{time}</b>, every week: I send what your week came to. /remind turns it off.", time=at)
    if athlete.zone_told:
        return View(text)
    return View(join([text, ask_for_zone()]), (place_row(),))
