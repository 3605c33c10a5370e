"""Logs: one line an event on stderr, for machines and people alike; no token, no text of a message, no flood.

What is worth a line is decided where it happens; here is only how it looks and what may never be in it.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import sys
import time
import traceback
from collections import deque
from collections.abc import Iterable
from typing import TextIO

from telegram import TelegramObject, Update
from telegram.error import TelegramError

from core.store.port import StoreUnavailable

QUIET = ("aiohttp", "aiosqlite", "apscheduler", "asyncio", "httpcore", "httpx", "telegram")
"""Libraries that log addresses (with the token in them), SQL values or whole updates below WARNING."""

SPEAKS_FOR_ITSELF = (TelegramError, StoreUnavailable, OSError, sqlite3.Error)
"""Errors whose text never quotes what somebody wrote; of others only kind and place are logged."""

_TOKEN = re.compile(r"[0-9]{3,}(?::|%3A)[A-Za-z0-9_-]{20,}", re.IGNORECASE)
_ORDINARY = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
LINES_A_SECOND = 10


class Redacting(logging.Filter):
    """Makes a record safe before any formatter sees it: tokens and given secrets become «…».

    It sits on the handler, not on a logger: records of child loggers pass by a parent's filters unseen.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite message, error and extra fields; every record passes."""
        if isinstance(record.args, tuple):
            record.args = tuple(_shortly(value) for value in record.args)
        try:
            text = record.getMessage()
        except Exception: # a wrong format string must not cost the event itself
            text = str(record.msg)
        record.msg, record.args = self.clean(text), None
        if record.exc_info:
            error = record.exc_info[1]
            record.exc_text = self.clean(brief(error)) if error else None
            record.exc_info = None
        for name, value in list(vars(record).items()):
            if name not in _ORDINARY and isinstance(value, (str, TelegramObject, BaseException)):
                setattr(record, name, self.clean(str(_shortly(value))))
        return True

    def clean(self, text: str) -> str:
        """The text without any secret."""
        for secret in self._secrets:
            text = text.replace(secret, "«…»")
        return _TOKEN.sub("«…»", text)


class Unhurried(logging.Filter):
    """Lets at most ten warnings and errors a second through, and says how many it held back."""

    def __init__(self) -> None:
        super().__init__()
        self._second, self._count, self._held = 0, 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Pass or hold one record back."""
        if record.levelno < logging.WARNING:
            return True
        if int(record.created) != self._second:
            self._second, self._count = int(record.created), 0
        self._count += 1
        if self._count > LINES_A_SECOND:
            self._held += 1
            return False
        if self._held:
            record.held_back, self._held = self._held, 0
        return True


class OneLine(logging.Formatter):
    """`2026-03-01T10:00:00.123Z WARNING bot.intake.polling: text name=value error="…"`, always one line."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """The whole record as one line."""
        stamp = f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%S')}.{int(record.msecs):03d}Z"
        fields = {name: value for name, value in vars(record).items() if name not in _ORDINARY}
        if record.exc_text:
            fields["error"] = f'"{record.exc_text}"'
        tail = "".join(f" {name}={value}" for name, value in fields.items())
        line = f"{stamp} {record.levelname} {record.name}: {record.getMessage()}{tail}"
        return line.encode("utf-8", "backslashreplace").decode().replace("\r", "\\r").replace("\n", "\\n")


class Recent(logging.Handler):
    """Remembers the last warnings and errors, for the operator who asks in the chat."""

    def __init__(self, most: int = 20) -> None:
        super().__init__(logging.WARNING)
        self.lines: deque[str] = deque(maxlen=most)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one."""
        self.lines.append(self.format(record))


def last_warnings() -> tuple[str, ...]:
    """The last warnings and errors, oldest first, as safe as in the log."""
    kept = (handler.lines for handler in logging.getLogger().handlers if isinstance(handler, Recent))
    return tuple(line for lines in kept for line in lines)


def brief(error: BaseException) -> str:
    """What went wrong and where, innermost place first, without anything that a user may have written."""
    name = type(error).__name__
    said = f": {error}" if isinstance(error, SPEAKS_FOR_ITSELF) else ""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    because = f" because of {type(cause).__name__}" if cause else ""
    return f"{name}{said}{because}" + (f" at {places}" if places else "")


def configure(level: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Make this the process's only log. Called once, before anything else speaks."""
    handlers: list[logging.Handler] = [logging.StreamHandler(stream or sys.stderr), Recent()]
    redacting = Redacting(secrets)
    for handler in handlers:
        handler.setFormatter(OneLine())
        handler.addFilter(Unhurried())
        handler.addFilter(redacting)
    root = logging.getLogger()
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(True)


def _short(path: str) -> str:
    return "/".join(path.rsplit("/", 3)[-3:])


def _shortly(value: object) -> object:
    if isinstance(value, Update):
        return f"update {value.update_id}"
    if isinstance(value, TelegramObject):
        return type(value).__name__
    return brief(value) if isinstance(value, BaseException) else value
