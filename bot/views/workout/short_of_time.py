"""Short of time: how many minutes are left, and what the workout lost to fit them."""

from __future__ import annotations

from bot.callbacks import CutTime, ShowCard
from bot.texts import Html, join, say, say_n, word
from bot.views.view import Button, View
from core.model.exercise import Exercise

CHOICES = (15, 25, 35)


def how_many_minutes(workout_id: int, exercise_index: int, set_number: int) -> View:
    """Three spans to choose from; any other one can be sent."""
    place = (workout_id, exercise_index, set_number)
    spans = tuple(
        Button(word("{minutes} min", minutes=minutes), CutTime(*place, minutes)) for minutes in CHOICES
    )
    text = say(
        "How many minutes are left? What matters least goes first; rests keep their length.\n"
        "Another number? Send <code>25 minutes left</code>."
    )
    return View(text, (spans, (Button(word("‹ Back"), ShowCard(*place)),))).offering()


def time_cut(asked: int, minutes: int, dropped: tuple[Exercise, ...], sets: int, pairs: int) -> View:
    """`25 min: without Lat pulldown, 2 sets fewer. About 24 min now.`, in one line."""
    lost = []
    if dropped:
        names = ", ".join(word(exercise.name) for exercise in dropped)
        lost.append(say("without {names}", names=names))
    if sets:
        lost.append(say_n("{n} set fewer", "{n} sets fewer", sets))
    if pairs:
        lost.append(say_n("{n} pair in turn", "{n} pairs in turn", pairs))
    if not lost:
        return View(say("That fits: about {minutes} min are left as planned.", minutes=minutes))
    told = say("✂ {asked} min: {lost}.", asked=asked, lost=join(lost, ", "))
    return View(join([told, _now(asked, minutes)], " "))


def _now(asked: int, minutes: int) -> Html:
    if minutes > asked:
        return say("It still takes about {minutes} min; finish whenever you have to.", minutes=minutes)
    return say("About {minutes} min now.", minutes=minutes)
