"""A line back to small words: where one is and what to do, or just that somebody listens."""

from __future__ import annotations

from bot.callbacks import ShowPlan
from bot.texts import join, say, word
from bot.views.view import Button, View
from bot.views.words.answers import now_line, whats_next
from core.model.outcomes import SetCard

_PLAN = "/plan shows your next session, /help what I understand."


def what_now(card: SetCard | None) -> View:
    """Somebody is lost: what comes now, and how it is told."""
    if card is None:
        told = say("I plan your workouts and count your sets.")
        return View(join([told, say(_PLAN)]), ((Button(word("Plan my session"), ShowPlan()),),))
    if card.loads_offered:
        return whats_next(card)
    how = say("Done? Tap the green button, or send your reps, like <code>8</code>. /help tells more.")
    return View(join([now_line(card), how]))


def yes_or_no(card: SetCard | None) -> View:
    """A yes or a no that no question waits for."""
    told = say("If that answers a question of mine, tap its button: then I'm sure which one.")
    return View(join([told, now_line(card) if card is not None else say(_PLAN)]))


def still_here(card: SetCard | None) -> View:
    """Somebody tries whether anybody listens."""
    return View(join([say("I'm here."), now_line(card) if card is not None else say(_PLAN)]))
