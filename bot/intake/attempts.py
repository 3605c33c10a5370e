"""One try at one update: what went wrong in it, and its sort. Who tries again is `dispatch.py`."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext

from core.store import inbox
from core.store.port import Store, StoreUnavailable, Tx

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


async def counted(store: Store, update_id: int, handle: Callable[[], Awaitable[object]]) -> None:
    """Handle what an earlier process left, marked as begun: else what kills a process would kill each one."""
    attempt = _CURRENT.get()
    await _mark(store, inbox.begin, update_id)
    well = False
    try:
        await handle()
        well = attempt is not None and attempt.error is None
    finally:
        if not well:  # told to stop, or it comes again: either way this process lived
            await _mark(store, inbox.survived, update_id)


async def _mark(store: Store, how: Callable[[Tx, int], None], update_id: int) -> None:
    try:
        await store.run(how, update_id)
    except StoreUnavailable as error:
        log.warning("a try cannot be counted", exc_info=error, extra={"update_id": update_id})


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
