"""One try at one update: what went wrong in it, and its sort. Who tries again is `dispatch.py`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Attempt:
    """One try at one update; the error handler leaves here what went wrong, a use case that it is saved."""

    error: Exception | None = None
    applied: bool = False


_CURRENT: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


async def note_failure(_: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """The application's error handler: `process_update` swallows what handlers raise, this remembers it."""
    attempt = _CURRENT.get()
    if attempt is None:
        log.error("something failed outside of any update", exc_info=context.error)
    elif attempt.error is None:
        attempt.error = context.error


def note_applied() -> None:
    """The update's one use case is committed: what fails from now on is the answer alone."""
    attempt = _CURRENT.get()
    if attempt is not None:
        attempt.applied = True


@contextmanager
def attempting() -> Iterator[Attempt]:
    """What is raised by handlers inside the block is found in the attempt afterwards."""
    attempt = Attempt()
    token = _CURRENT.set(attempt)
    try:
        yield attempt
    finally:
        _CURRENT.reset(token)


def kind_of(update: Update) -> str:
    """What an update is, as far as figures go; total, since nobody hears what a finished task raises."""
    if update.callback_query:
        return "button"
    if update.message:
        text = update.message.text
        return "command" if isinstance(text, str) and text.startswith("/") else "message"
    if update.inline_query or update.chosen_inline_result:
        return "inline"
    return "edit" if update.edited_message else "other"
