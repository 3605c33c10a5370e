"""How a button's typed data is written into Telegram's 64 bytes, and read back.

Written as `1.<word>.<field>.<field>…`; the leading number is the version of the form. The buttons
themselves are declared beside this file, by feature.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from core.units import Load, Unit

VERSION = "1"
LONGEST_BYTES = 64
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")

_words: dict[str, type[Press]] = {}
_P = TypeVar("_P", bound="Press")


class Press:
    """What all buttons have in common; each one is a frozen dataclass declared beside this file."""

    __slots__ = ()


def button(short: str) -> Callable[[type[_P]], type[_P]]:
    def declare(kind: type[_P]) -> type[_P]:
        if short in _words:
            raise ValueError(f"two buttons are called {short!r}")
        _words[short] = kind
        return kind

    return declare


def short_word(kind: type[Press]) -> str:
    """The word a kind of button is written with; routes match on it."""
    return next(short for short, known in _words.items() if known is kind)


def kinds() -> tuple[type[Press], ...]:
    """Every kind of button, in the order declared."""
    return tuple(_words.values())


def _write(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Load):
        return f"{value.g}{value.unit.value[0]}"
    return str(value)


def encode(press: Press) -> str:
    """The data of a button. Raises ValueError when it would not fit Telegram's 64 bytes."""
    parts = [_write(getattr(press, field.name)) for field in fields(press)]  # type: ignore[arg-type]
    text = ".".join((VERSION, short_word(type(press)), *parts))
    if len(text.encode()) > LONGEST_BYTES or any("." in part for part in parts):
        raise ValueError(f"button does not fit: {text}")
    return text


def fits(press: Press) -> bool:
    """Whether a button's data fits Telegram's 64 bytes."""
    try:
        encode(press)
    except ValueError:
        return False
    return True


def _read(kind: Any, text: str) -> object:
    options = get_args(kind) or (kind,)
    if type(None) in options and not text:
        return None
    real = next(option for option in options if option is not type(None))
    if real is bool:
        return {"0": False, "1": True}[text]
    if real is int:
        return _read_int(text)
    if real is Load:
        return Load(_read_int(text[:-1]), {"k": Unit.KG, "l": Unit.LB}[text[-1:]])
    if isinstance(real, type) and issubclass(real, StrEnum):
        return real(text)
    return text


def _read_int(text: str) -> int:
    """Whole numbers just as `_write` writes them, and small enough for the store's 64 bits."""
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


@cache
def _hints(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a press, in order, with their types: Python works them out anew each time it is asked."""
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))


def decode(text: str) -> Press | None:
    """The press that some data stands for; None for anything this version did not write."""
    version, _, rest = text.partition(".")
    short, *parts = rest.split(".")
    kind = _words.get(short)
    if version != VERSION or kind is None:
        return None
    hints = _hints(kind)  # type: ignore[arg-type]
    if len(parts) != len(hints):
        return None
    try:
        return kind(**{name: _read(hint, part) for (name, hint), part in zip(hints, parts, strict=True)})
    except (ValueError, KeyError):
        return None
