"""One helpful line for everything that was not done: said as a toast to a tap, as a message to words."""

from __future__ import annotations

from bot.texts import Html, load, say, word
from bot.views.sets import set_words
from bot.views.view import Toast, View
from core.model.outcomes import SetCard, Unlogged
from core.model.workout import LoggedSet
from core.units import Load

GENERAL = "Send a set like <code>80 x 8</code>, or tap the green button."
LINES = {
    "gone": "That button is no longer valid. /start shows where you are.",
    "stale": "That plan has changed. /plan shows the one that stands.",
    "stranger": "We haven't met yet: /start takes a minute.",
    "doctor_first": "You told me of chest pain or fainting. See a doctor first; /start when you are cleared.",
    "no_workout": "No workout is running. /plan shows your next session.",
    "workout_over": "That workout is over. /plan shows the next one.",
    "not_next": "That set has moved on. The newest card shows what's next.",
    "not_logged": "That set isn't logged, so there's nothing to fix.",
    "nothing_left": "All sets are done. /finish shows the recap.",
    "nothing_to_undo": "There's no set to take back.",
    "undone_before": "It's taken back already.",
    "nothing_to_shift": "There's no load to move yet. Send one, like <code>40 x 10</code>.",
    "last_one": "That's the last exercise left, so later is now.",
    "full": "Ten exercises are plenty for one day.",
    "rest_over": "That rest is over.",
    "rest_stopped": "Rest stopped. The next set is on the newest card.",
    "strange_reply": "That message is no set card. Reply to a card to correct its set, or just send it.",
    "one_set_a_card": "One set fits one card. Reply with a single set, like <code>80 x 8</code>.",
    "say_it_apart": "That reads in two ways. One set at a time, please, like <code>80 kg x 8</code>.",
    "not_a_set": "I didn't get that. " + GENERAL,
    "not_here": "That doesn't fit here. " + GENERAL,
    "not_a_number": "That's no number I can log. " + GENERAL,
    "negative": "Loads and reps can't be negative. " + GENERAL,
    "too_heavy": "No one lifts that, so I didn't log it. Up to 1,000 kg or 2,200 lb is fine.",
    "too_precise": "Two decimals are enough for any plate. " + GENERAL,
    "too_many_reps": "Up to 100 reps fit in a set. " + GENERAL,
    "too_long": "Up to an hour fits in a set.",
    "too_far": "Up to 1,000 metres fit in a set.",
    "too_many_sets": "Up to ten sets fit in one message.",
    "not_whole": "Reps are whole numbers. " + GENERAL,
    "not_effort": "Effort is 1 to 10 (RPE), or reps left like <code>2 rir</code>.",
    "two_loads": "Two loads there. One load and the reps, please: <code>80 kg x 8</code>.",
    "wrong_measure": "This exercise counts something else. The card shows what.",
    "no_load": "This one takes no weight: just send the reps.",
    "note_too_long": "That note is too long for a card.",
    "unclear": "I can't tell load from reps there. Like this, please: <code>80 kg x 8</code>.",
    "missing_reps": "{shown} × how many? Send the reps, like <code>8</code>.",
    "missing_load": "With which weight? Send both, like <code>40 x 10</code>.",
    "edit_unread": "I can't read that edit, so {shown} stays. Send it like <code>80 x 8</code>.",
    "resting": "Resting. The next card comes by itself; send reps to log the next set early.",
    "already": "Already logged: {shown}. Reply to its card, or tap Fix, to change it.",
}


def line_of(refused: Unlogged) -> Html:
    """The line for a refusal; an unknown code gets the general one, never silence."""
    return say(LINES.get(refused.code, LINES["not_here"]), **_values(refused))


def _values(refused: Unlogged) -> dict[str, str]:
    values = dict(refused.values)
    standing, entry = values.get("set"), values.get("entry")
    card = refused.card
    if isinstance(standing, LoggedSet):
        return {"shown": f"{load(standing.load)} × {standing.reps}" if standing.load else f"{standing.reps}"}
    typed = getattr(entry, "load", None)
    if isinstance(typed, Load):
        return {"shown": load(typed)}
    return {"shown": _asked(card) if card else word("A set")}


def _asked(card: SetCard) -> str:
    return set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)


def refusal(refused: Unlogged) -> View:
    """A refusal as a message: its line, and what is asked now where that helps."""
    card = refused.card
    if card is None or refused.code in ("resting", "already"):
        return View(line_of(refused))
    now = say(
        "{line}\nNow: {name} set {number}, {set}.",
        line=line_of(refused),
        name=word(card.exercise.name),
        number=card.set_number,
        set=_asked(card),
    )
    return View(now)


def refusal_toast(refused: Unlogged) -> Toast:
    """A refusal as the answer to a tap: plain text, at most 200 characters."""
    text = word(LINES.get(refused.code, LINES["not_here"]), **_values(refused))
    return Toast(text.replace("<code>", "").replace("</code>", "")[:200])
