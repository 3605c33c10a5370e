"""In which topic of a forum this task speaks: an answer belongs where the question was asked.

Where somebody is answered later is remembered in `core/store/group_topics.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from telegram import Message, Update

_HERE: ContextVar[tuple[int, int] | None] = ContextVar("topic", default=None)


def topic_in(update: Update) -> int | None:
    """The topic an update came from; None outside of one. A forum's first has no number."""
    message = update.effective_message
    if not isinstance(message, Message) or not message.is_topic_message:
        return None  # beside a reply in a group without topics a thread's number stands, too
    return message.message_thread_id


def begin(update: Update) -> None:
    """From here on this task answers in the topic an update came from."""
    topic, chat = topic_in(update), update.effective_chat
    _HERE.set(None if topic is None or chat is None else (chat.id, topic))


@contextmanager
def speaking_in(chat_id: int, topic_id: int | None) -> Iterator[None]:
    """What is sent to this chat meanwhile goes to one of its topics."""
    before = _HERE.set(None if topic_id is None else (chat_id, topic_id))
    try:
        yield
    finally:
        _HERE.reset(before)


def topic_for(chat_id: int) -> int | None:
    """The topic in which a message to a chat is sent just now."""
    here = _HERE.get()
    return here[1] if here is not None and here[0] == chat_id else None
