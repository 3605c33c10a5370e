"""A question about the time before: how an exercise's last set felt. Its answer is one line."""

from __future__ import annotations

from bot.callbacks import SayFelt
from bot.texts import join, say, word
from bot.views.sets import comfort_words, done_words
from bot.views.view import Button, View
from core.model.feeling import Felt


def how_it_felt(felt: Felt) -> View:
    """`Goblet squat, last time: 16 kg × 15. How was the last set?` with three answers and Skip."""
    asked = say(
        "<b>{name}</b>, last time: {set}. How was the last set?",
        name=word(felt.exercise.name),
        set=done_words(felt.exercise, felt.set),
    )
    why = say("It tells me when to ask for more.")
    answers = tuple(
        Button(label, SayFelt(felt.set.id, comfort))
        for comfort, label in comfort_words(felt.set.measure).items()
    )
    return View(join([asked, why]), (answers, (Button(word("Skip"), SayFelt(felt.set.id)),)), silent=True)


def it_felt(felt: Felt) -> View:
    """What the question becomes: the answer that stands, or that none was given."""
    name = word(felt.exercise.name)
    if felt.set.reserve is None:
        return View(say("{name}, last time: not said.", name=name))
    labels, comfort = comfort_words(felt.set.measure), felt.set.comfort
    how = done_words(felt.exercise, felt.set) if comfort is None else labels[comfort]
    return View(say("<b>{name}</b>, last time: {how}. It counts from the next plan on.", name=name, how=how))
