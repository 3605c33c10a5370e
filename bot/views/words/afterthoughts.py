"""What is asked when something was said of a set: how hard it was, how many reps were clean, which set."""

from __future__ import annotations

from bot.callbacks import ReadAs
from bot.texts import join, say, word
from bot.views.sets import set_words
from bot.views.view import Button, View
from bot.views.workout.workout_menus import fix_menu
from core.model.outcomes import SetCard, SetLogged

_LEFT = (("All I had", 0), ("1–2 left", 10), ("3+ left", 30))


def how_hard(logged: SetLogged) -> View:
    """It was hard: how many more were left? A tap keeps it with the set."""
    done = logged.sets[-1]
    place = (done.workout_id, done.exercise_index, done.set_number)
    row = tuple(
        Button(word(label), ReadAs(*place, done.load, done.reps, tenths, True)) for label, tenths in _LEFT
    )
    text = say(
        "{name}, {set}: how many more could you have done?",
        name=word(logged.exercise.name),
        set=set_words(logged.exercise, done.load, done.reps, done.measure),
    )
    return View(text, (row,)).offering()


def how_many_clean(logged: SetLogged) -> View:
    """Only what was lifted alone and in good form counts."""
    menu = fix_menu(logged)
    lead = say("Only clean reps, without help, count: fewer are no failure.")
    return View(join([lead, menu.text]), menu.rows)


def log_it_first(card: SetCard) -> View:
    """The set that was hard may be the one on the card, which nobody logged yet."""
    example = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
    text = say(
        "Is the set on the card done? Send it with what was left: <code>{example} @10</code> is all you had, "
        "<code>@9</code> one left.",
        example=example.replace("×", "x"),
    )
    return View(text)
