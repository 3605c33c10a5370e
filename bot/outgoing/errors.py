"""What can go wrong on the way out, beside python-telegram-bot's own errors.

    TelegramError
    ├── NetworkError           it may or may not have been applied
    │   ├── TimedOut           (the same)
    │   ├── NotSent            nothing left this machine: may be tried again freely
    │   │   └── NotSentInTime  the connection took too long; also a TimedOut
    │   └── ServerFailed       Telegram answered 5xx: not applied, may be tried again
    ├── NeverKnown             sent twice, never answered, and nothing tells whether it stands in the chat
    └── UnreadableAnswer       the answer is no JSON that can be read, or nested too deep

No text here ever holds an address: the token is part of every one.
"""

from __future__ import annotations

from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut


class NotSent(NetworkError):
    """Nothing left this machine."""

    __slots__ = ()


class NotSentInTime(NotSent, TimedOut):
    """No connection within the time allowed; nothing left this machine."""

    __slots__ = ()


class ServerFailed(NetworkError):
    """Telegram answered with a 5xx code."""

    __slots__ = ()


class NeverKnown(TelegramError):
    """Sent twice and never answered, without a button by which it could be looked for: no third time."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__("Sent twice, never answered")


class UnreadableAnswer(TelegramError):
    """An answer that cannot be parsed; `update_ids` are those that stand at the top of its updates."""

    __slots__ = ("update_ids",)

    def __init__(self, update_ids: tuple[int, ...] = ()) -> None:
        super().__init__("Unreadable answer from the server")
        self.update_ids = update_ids


def may_have_arrived(error: NetworkError) -> bool:
    """Whether a call that failed like that may have been carried out all the same."""
    return not isinstance(error, (NotSent, ServerFailed, BadRequest))
