"""Who can be reached: chats that were lost are written to no more until somebody writes from there.

What a mark means for timers is `core/coach/settings/reaching.py`; who notices a refusal is `bot/outgoing`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from telegram import Update
from telegram.constants import ChatMemberStatus

from bot.clock import Clock
from core.coach.settings import reaching
from core.store import chats
from core.store.port import Store, StoreUnavailable

log = logging.getLogger(__name__)

_GONE = (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)


@dataclass
class Reach:
    """The lost chats, in memory and in the database. `load` at the start."""

    store: Store
    clock: Clock
    _lost: set[int] = field(default_factory=set)
    _moved: dict[int, int] = field(default_factory=dict)

    async def load(self) -> None:
        """Take up what an earlier process knew."""
        self._lost = set(await self.store.read(chats.lost))

    def is_lost(self, chat_id: int) -> bool:
        """Whether nobody is in this chat."""
        return chat_id in self._lost

    async def lost(self, chat_id: int) -> None:
        """A message was refused because nobody is there."""
        if chat_id in self._lost:
            return
        try:
            await self.store.run(reaching.lose_chat, chat_id, "blocked", self.clock.now())
        except StoreUnavailable as error:  # the next refusal says it again
            log.warning("a lost chat could not be marked", exc_info=error)
        else:
            self._lost.add(chat_id)
            log.info("nobody is in a chat any more; its timers are cancelled")

    async def moved(self, from_id: int, to_id: int) -> None:
        """A group became a supergroup."""
        await self.store.run(reaching.move_chat, from_id, to_id)
        self._lost -= {from_id, to_id}
        self._moved[from_id] = to_id
        log.info("a group got another id; what belongs to it goes there")

    def now_at(self, chat_id: int) -> int:
        """The id a chat has by now; one that moved before the start is known by its new id alone."""
        return self._moved.get(chat_id, chat_id)

    async def heard(self, update: Update) -> None:
        """Something came from a chat: whoever was lost is found, unless this says that they left."""
        chat = update.effective_chat
        if chat is None:
            return
        change, message = update.my_chat_member, update.message
        if change is not None and change.new_chat_member.status in _GONE:
            await self.lost(chat.id)
            return
        if message is not None and message.migrate_to_chat_id is not None:
            await self.moved(chat.id, message.migrate_to_chat_id)
        elif message is not None and message.migrate_from_chat_id is not None:
            await self.moved(message.migrate_from_chat_id, chat.id)
        elif chat.id in self._lost:
            await self.store.run(reaching.find_chat, chat.id, self.clock.now())
            self._lost.discard(chat.id)
