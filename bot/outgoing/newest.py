"""How far the numbers of messages have come: behind which one a message sent next will stand.

Telegram counts a bot's messages in all private chats and basic groups together, both directions alike, and
in each supergroup by itself. Who looks for a message by its number is `bot/timers/bringing.py`.
"""

from __future__ import annotations

from collections import OrderedDict

REMEMBERED = 2_000  # supergroups, the others are one number; and chats that something was sent to
_FIRST_SUPERGROUP = -1_000_000_000_000
_TOGETHER = 0


class Newest:
    """The highest message ids seen, coming in and going out."""

    def __init__(self) -> None:
        self._ids: OrderedDict[int, int] = OrderedDict()
        self._sent: OrderedDict[int, int] = OrderedDict()

    def sent(self, chat_id: int, message_id: int) -> None:
        """The bot's own newest message stands in a chat."""
        self.saw(chat_id, message_id)
        self._sent[chat_id] = message_id
        self._sent.move_to_end(chat_id)
        if len(self._sent) > REMEMBERED:
            self._sent.popitem(last=False)

    def last_sent(self, chat_id: int) -> int | None:
        """The bot's own newest message in a chat; None when this process sent none lately."""
        return self._sent.get(chat_id)

    def saw(self, chat_id: int, message_id: int) -> None:
        """A message stands in a chat."""
        count = _count_of(chat_id)
        self._ids[count] = max(message_id, self._ids.get(count, 0))
        if count != _TOGETHER:
            self._ids.move_to_end(count)
        if len(self._ids) > REMEMBERED:
            oldest = next(count for count in self._ids if count != _TOGETHER)
            del self._ids[oldest]

    def of(self, chat_id: int) -> int:
        """The highest id known where this chat's messages are counted; 0 when none is."""
        return self._ids.get(_count_of(chat_id), 0)


def _count_of(chat_id: int) -> int:
    return chat_id if chat_id < _FIRST_SUPERGROUP else _TOGETHER
