"""The weekly look-back: what the week came to, in a few lines, and how it is offered and turned off."""

from __future__ import annotations

from bot.callbacks import AskedFrom, ShowPlan, WantLookBack
from bot.texts import Html, join, say, say_n, word
from bot.views.new_record import record_line
from bot.views.programme import coming_line, sets_lines
from bot.views.reminders import ask_for_zone, place_row
from bot.views.sets import tonnage_words
from bot.views.view import Button, View
from core.model.athlete import Athlete
from core.model.weekly import LookBack
from core.units import Load


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


def wanted(athlete: Athlete) -> View:
    """The look-back was taken up: when it comes, and what is missing for that."""
    text = say("Every Sunday at 18:00 I send what your week came to. /remind turns it off.")
    if athlete.zone_told:
        return View(text)
    return View(join([text, ask_for_zone()]), (place_row(),))
