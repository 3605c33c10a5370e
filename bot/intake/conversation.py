"""ConversationHandler with the database as its memory: states are derived, never written from here.

Which step follows from what was answered is `core/coach/interview/onboarding`; this only hands it to the
handler.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update
from telegram.ext import BasePersistence, ConversationHandler, PersistenceInput

from core.coach.interview.onboarding import MEETING

Key = tuple[int | str, ...]
States = Callable[[], Awaitable[Mapping[Key, str]]]

_SELDOM_S = 3600.0


class DerivedStates(BasePersistence[dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """Gives a persistent handler its states at the start, from the database; keeps nothing itself.

    `states` tells who stands where, by the handler's key (chat id, user id).
    """

    def __init__(self, states: States) -> None:
        nothing = PersistenceInput(bot_data=False, chat_data=False, user_data=False, callback_data=False)
        super().__init__(store_data=nothing, update_interval=_SELDOM_S)
        self._states = states

    async def get_conversations(self, name: str) -> dict[Key, object]:  # noqa: ARG002  # there is one handler
        """Where everybody stands."""
        return dict(await self._states())

    async def update_conversation(self, name: str, key: Key, new_state: object | None) -> None:
        """Nothing: the use case committed the step before the handler returned it."""

    async def get_user_data(self) -> dict[int, dict[Any, Any]]:
        """None is kept."""
        return {}

    async def get_chat_data(self) -> dict[int, dict[Any, Any]]:
        """None is kept."""
        return {}

    async def get_bot_data(self) -> dict[Any, Any]:
        """None is kept."""
        return {}

    async def get_callback_data(self) -> None:
        """None is kept."""

    async def update_user_data(self, user_id: int, data: dict[Any, Any]) -> None:
        """Nothing."""

    async def update_chat_data(self, chat_id: int, data: dict[Any, Any]) -> None:
        """Nothing."""

    async def update_bot_data(self, data: dict[Any, Any]) -> None:
        """Nothing."""

    async def update_callback_data(self, data: Any) -> None:
        """Nothing."""

    async def drop_chat_data(self, chat_id: int) -> None:
        """Nothing."""

    async def drop_user_data(self, user_id: int) -> None:
        """Nothing."""

    async def refresh_user_data(self, user_id: int, user_data: dict[Any, Any]) -> None:
        """Nothing."""

    async def refresh_chat_data(self, chat_id: int, chat_data: dict[Any, Any]) -> None:
        """Nothing."""

    async def refresh_bot_data(self, bot_data: dict[Any, Any]) -> None:
        """Nothing."""

    async def flush(self) -> None:
        """Nothing."""


def key_of(update: Update) -> Key | None:
    """The handler's key of an update, (chat id, user id); None for what belongs to no conversation."""
    if update.effective_chat is None or update.effective_user is None:
        return None
    return update.effective_chat.id, update.effective_user.id


def state_of(key: Key, step: str | None, *, known: bool) -> str | None:
    """Where somebody stands: at a question, at none, or about to meet; in a private chat both ids are one."""
    return MEETING if not known and key[0] == key[1] else step


def reload(handler: ConversationHandler[Any], key: Key, state: str | None) -> None:
    """Put one conversation where the database says it stands; None ends it."""
    # private member: ConversationHandler._conversations, where it looks a key's state up
    conversations = handler._conversations
    standing: Any = getattr(conversations, "data", conversations)  # past its own tracking of what changed
    if state is None:
        standing.pop(key, None)
    else:
        standing[key] = state
