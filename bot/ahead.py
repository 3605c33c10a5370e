"""Ahead of routing: who is served in which language, where they stand, and who was forgotten meanwhile.

What is erased, and what late updates are, is `core/coach/data/forgetting.py`.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from telegram import Message, Update
from telegram.ext import ConversationHandler

from bot.clock import Clock
from bot.intake.backlog import Backlog
from bot.intake.conversation import key_of, reload, state_of
from bot.languages import language_of, phones
from bot.outgoing import hush, topics
from bot.outgoing.newest import Newest
from bot.reaching import Reach
from bot.texts import speak, word
from bot.views.view import Toast
from bot.views.words.help import NO_LONGER_VALID
from core.coach.data import forgetting
from core.coach.interview import onboarding
from core.coach.settings import language
from core.model.athlete import Athlete
from core.model.onboarding import Step
from core.store.port import Store, Tx

log = logging.getLogger(__name__)

Shadow = Callable[[int | str], str]
Answer = Callable[[str, Toast], Awaitable[None]]


def shadows(token: str) -> Shadow:
    """The keyed hash that is kept of an id or a message: nobody can make it without the token."""
    key = hashlib.sha256(b"forgotten by Spotter:" + token.encode()).digest()
    return lambda what: hmac.new(key, str(what).encode(), "sha256").hexdigest()


def ahead(  # noqa: PLR0913, PLR0917  # each is asked about every update
    store: Store,
    asking: ConversationHandler[Any],
    shadow: Shadow,
    answer: Answer,
    newest: Newest,
    reach: Reach,
    pile: Backlog,
    clock: Clock,
) -> Callable[[Update], Awaitable[bool]]:
    """Ahead of routing: which language is spoken, who is reached again, where the conversation stands.

    What a forgotten athlete sent before being forgotten goes no further: nothing of them may come back.
    """

    async def before(update: Update) -> bool:
        if update.effective_chat is not None and update.effective_message is not None:
            newest.saw(update.effective_chat.id, update.effective_message.message_id)
        hush.begin(await pile.begin(update))
        topics.begin(update)
        key, sent_at = key_of(update), sent(update)
        if key is None:
            speak(await language_of(store)(update))
            await reach.heard(update)
            return True
        chat_id, user_id = int(key[0]), int(key[1])
        late, athlete, step = await store.read(
            look_before, user_id, chat_id, shadow(user_id), sent_at, update.update_id
        )
        phone = phones(update.effective_user)
        speak((athlete and athlete.chosen_language) or phone)
        if not late:
            if athlete is not None and athlete.language != phone:
                await store.run(language.hear_language, user_id, phone, clock.now())
            await reach.heard(update)
            reload(asking, key, state_of(key, step and step.value, known=athlete is not None))
            return True
        log.info("what somebody sent before being forgotten is left")
        if update.callback_query is not None:
            await answer(update.callback_query.id, Toast(word(NO_LONGER_VALID)))
        return False

    return before


def look_before(
    tx: Tx, user_id: int, chat_id: int, shadow: str, sent_at: datetime | None, update_id: int
) -> tuple[bool, Athlete | None, Step | None]:
    """Whether an update would bring a forgotten athlete back, who they are, where their questions stand."""
    late = sent_at is not None and forgetting.revives(tx, shadow, sent_at, update_id)
    return late, *onboarding.standing_of(tx, user_id, chat_id)


def sent(update: Update) -> datetime | None:
    """When Telegram dates an update: its message, or the one whose button was pressed; None for neither."""
    if update.my_chat_member is not None:
        return update.my_chat_member.date
    message = update.effective_message
    return message.date if isinstance(message, Message) else None
