"""A load that nobody knows yet: how heavy it should feel, and what to do when in doubt."""

from __future__ import annotations

from bot.texts import Html, join, load, say, word
from bot.views.sets import counted_words, each_words
from core.model.exercise import Exercise, LoadMode
from core.model.outcomes import SetCard
from core.model.session import Measure
from core.units import Load


def which_load(card: SetCard) -> Html:
    """Asked for the load of such a set: how it should feel, and that nothing is lost by the lightest."""
    unsure = say("Not sure? Tap the lightest on the card. After the set tell me how it felt, and I adapt.")
    return join([feel_of_load(card), unsure])


def feel_of_load(card: SetCard) -> Html:
    """How heavy it should feel, in times it could be lifted; what counts is said where it may be doubted."""
    amount = counted_words(card.target.reps, card.prescription.measure)
    wanted = join([say("<b>{amount}</b>", amount=amount), each_words(card.exercise)], " ")
    if card.prescription.measure is not Measure.REPS:
        return say("Pick a weight that still feels steady at the end, and do {wanted}.", wanted=wanted)
    could = card.target.reps + card.prescription.rir_target[0]
    if card.exercise.moves_body:
        text = "Pick the help that lets you do about <b>{could}</b>, and do {wanted}."
    else:
        text = "Pick a weight{where} you could lift about <b>{could}</b> times, and do {wanted}."
    return say(text, could=could, wanted=wanted, where=_where(card.exercise, card.bar))


def _where(exercise: Exercise, bar: Load | None) -> str:
    if exercise.load_mode is LoadMode.PER_HAND:
        return word(" for each hand")
    if exercise.load_mode is LoadMode.PLATES:
        return word(" (just the plates)")
    return word(" (the {bar} bar counts)", bar=load(bar)) if bar is not None else ""
