"""What is said to a message its sender did not write: whose set it is, before anything is logged."""

from __future__ import annotations

from bot.callbacks import Dismiss, LogAsMine
from bot.texts import join, say, word
from bot.views.sets import done_words
from bot.views.view import Button, View
from core.model.outcomes import SetLogged


def is_it_yours() -> View:
    """Asked under the forwarded message."""
    row = (Button(word("Log it as mine"), LogAsMine()), Button(word("No"), Dismiss()))
    return View(say("That's a forwarded message, so I logged nothing. Is it your own set?"), (row,))


def not_your_words() -> View:
    """One line to anything else that was forwarded."""
    return View(say("That's a forwarded message: I only take what you type yourself."))


def logged_as_yours(logged: SetLogged) -> View:
    """What became of the question."""
    sets = join((say("{set}", set=done_words(logged.exercise, one)) for one in logged.sets), " · ")
    return View(say("👍 Logged as yours: {sets}", sets=sets))
