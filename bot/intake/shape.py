"""Whether a parsed update holds what the Bot API promises: words where words belong, numbers likewise.

python-telegram-bot puts whatever it was given into a field. Checked once here, so that handlers may trust it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from telegram import TelegramObject, Update
from telegram._utils.defaultvalue import DefaultValue

_PLAIN: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool}
_OTHERS = {"datetime", "timedelta", "dict", "Sequence"}
_LARGEST = 2**63  # beyond it is neither an id nor something the database can hold


class Misshapen(Exception):
    """A field holds something of another type than the Bot API says. The text names it, never its value."""


def check(update: Update) -> None:
    """Look at every field of an update, however deep. Raises Misshapen."""
    waiting: list[TelegramObject] = [update]
    while waiting:
        found = waiting.pop()
        said: Any = type(found)  # to mypy a class of Telegram's is not hashable
        for name, kind in _fields(said):
            value = getattr(found, name, None)
            if value is None or isinstance(value, DefaultValue):  # either way it was not sent
                continue
            if kind is None:
                waiting.extend(_parts(value))
            elif not _fits(value, kind):
                raise Misshapen(f"{type(found).__name__}.{name} is a {type(value).__name__}")


def _fits(value: object, kind: type) -> bool:
    if kind in (int, float):
        numbers = (int,) if kind is int else (int, float)
        return isinstance(value, numbers) and not isinstance(value, bool) and -_LARGEST <= value < _LARGEST
    return isinstance(value, kind)


def _parts(value: object) -> Iterator[TelegramObject]:
    if isinstance(value, TelegramObject):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _parts(part)


@cache
def _fields(kind: type[TelegramObject]) -> tuple[tuple[str, type | None], ...]:
    """A class's fields, each with its plain type, or None for what is made of other objects."""
    kept = {name for each in kind.__mro__ for name in getattr(each, "__slots__", ())}
    said = inspect.signature(kind).parameters
    return tuple(
        (name, plain)
        for name, parameter in said.items()
        if name in kept and (plain := _plain(str(parameter.annotation))) is not bytes
    )


def _plain(annotation: str) -> type | None:
    """The plain type where it is nothing else; None for objects; `bytes` for what is not looked at."""
    words = set(re.findall(r"[A-Za-z_]+", annotation))
    plain = words & _PLAIN.keys()
    if not plain:
        return None
    return _PLAIN[plain.pop()] if len(plain) == 1 and not words & _OTHERS else bytes
