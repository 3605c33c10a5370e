"""Albums that were answered: each photo comes as a message of its own, one of them with words."""

from __future__ import annotations

from collections import OrderedDict

from telegram import Message

REMEMBERED = 500  # their photos come within seconds of each other


class Albums:
    """The newest albums that need no further answer. After a restart at most one line comes twice."""

    def __init__(self) -> None:
        self._answered: OrderedDict[tuple[int, str], None] = OrderedDict()

    def answered(self, message: Message | None) -> None:
        """A message was answered: so is the album it is part of, if it is part of one."""
        if message is None or message.media_group_id is None:
            return
        self._answered[message.chat_id, message.media_group_id] = None
        if len(self._answered) > REMEMBERED:
            self._answered.popitem(last=False)

    def is_answered(self, message: Message | None) -> bool:
        """Whether a message is one more of an album that was answered."""
        if message is None or message.media_group_id is None:
            return False
        return (message.chat_id, message.media_group_id) in self._answered
