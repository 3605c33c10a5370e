"""Sets of a day gone by, as they were kept, with the one tap that takes them back."""

from __future__ import annotations

from bot.callbacks import PastSets
from bot.texts import Html, join, say, word
from bot.texts.dates import day_words, weekday_names
from bot.views.sets import short_sets
from bot.views.view import Button, View
from core.model.outcomes import DayTold


def day_gone_by(told: DayTold) -> View:
    """`Kept for Sun 1 Mar:` and all that stands on that day."""
    day = told.workout.trained_on
    shown = f"{weekday_names()[day.weekday()]} {day_words(day, told.today)}"
    lines = [
        say("{name}: {sets}", name=word(exercise.name), sets=short_sets(exercise, sets))
        for exercise, sets in told.lines
    ]
    if told.taken_back:
        back = Button(word("Put it back"), PastSets(told.set_id, back=True))
        head = say("↩ Taken back from {day}.", day=shown)
        return View(join([head, _still(lines), *lines]), ((back,),))
    away = Button(word("Take it back"), PastSets(told.set_id))
    return View(join([say("✓ Kept for <b>{day}</b>", day=shown), *lines]), ((away,),))


def _still(lines: list[Html]) -> Html:
    return say("What stands that day:") if lines else Html("")


def goes_on_below() -> View:
    """What the recap of a workout says once it was opened again."""
    return View(say("This workout goes on below."))
