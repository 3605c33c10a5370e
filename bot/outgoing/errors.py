"""What can go wrong on the way out, beside python-telegram-bot's own errors.

    TelegramError
    ├── NetworkError           it may or may not have been applied
    │   ├── TimedOut           (the same)
    │   ├── NotSent            nothing left this machine: may be tried again freely
    │   │   └── NotSentInTime  the connection took too long; also a TimedOut
    │   └── ServerFailed       Telegram answered 5xx: not applied, may be tried again
    └── UnreadableAnswer       the answer is no JSON that can be read, or nested too deep

No text here ever holds an address: the token is part of every one.
"""

from __future__ import annotations

from telegram.error import NetworkError, TelegramError, TimedOut


class NotSent(NetworkError):
    """Nothing left this machine."""

    __slots__ = ()


class NotSentInTime(NotSent, TimedOut):
    """No connection within the time allowed; nothing left this machine."""

    __slots__ = ()


class ServerFailed(NetworkError):
    """Telegram answered with a 5xx code."""

    __slots__ = ()


class UnreadableAnswer(TelegramError):
    """An answer that cannot be parsed; `update_ids` are those that stand at the top of its updates."""

    __slots__ = ("update_ids",)

    def __init__(self, update_ids: tuple[int, ...] = ()) -> None:
        super().__init__("Unreadable answer from the server")
        self.update_ids = update_ids
