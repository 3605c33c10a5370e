"""Which language somebody is answered in where no handler runs: what they chose, else what Telegram says."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram import Update, User

from core.coach.settings.language import chosen_by
from core.store.port import Store, StoreUnavailable

LanguageOf = Callable[[Update], Awaitable[str | None]]


def phones(user: User | None) -> str:
    """What somebody's Telegram says; English where it says nothing."""
    return (user.language_code if user is not None else None) or "en"


def language_of(store: Store) -> LanguageOf:
    """Asks the database whom an update is from."""

    async def of(update: Update) -> str | None:
        user = update.effective_user
        return None if user is None else await spoken_by(store, user)

    return of


async def spoken_by(store: Store, user: User) -> str:
    """What somebody chose; while the database does not answer, Telegram's word counts."""
    try:
        return await store.read(chosen_by, user.id) or phones(user)
    except StoreUnavailable:
        return phones(user)
