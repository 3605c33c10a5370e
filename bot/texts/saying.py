"""`say()` and `word()`: a text from a view, translated, filled in, and escaped exactly once.

The language is the one of the update being handled, set by `speaking`; there is no other way in.
"""

from __future__ import annotations

import html
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache
from pathlib import Path

from babel import Locale

from bot.texts.catalogue import Catalogue, read_catalogue
from bot.texts.signs import grouped

_CAPITAL_NOUNS = ("de",)
_HERE = Path(__file__).parent
_language: ContextVar[str] = ContextVar("language", default="en")


class Html(str):
    """Text whose every foreign part has been escaped; `say` passes it through untouched."""

    __slots__ = ()


@cache
def languages() -> tuple[str, ...]:
    """The languages Spotter speaks: English, and every `.po` file beside this module."""
    return ("en", *sorted(path.stem for path in _HERE.glob("*.po")))


def _known(language: str | None) -> str:
    wanted = (language or "en").lower().replace("_", "-").split("-")[0]
    return wanted if wanted in languages() else "en"


@cache
def language_name(language: str) -> str:
    """A language by the name it gives itself: `Deutsch`."""
    name = str(Locale.parse(language).get_display_name(language))
    return name[:1].upper() + name[1:]


def inside(name: str) -> str:
    """A name as it stands inside a sentence: small, where nouns are."""
    return name if spoken() in _CAPITAL_NOUNS else name[:1].lower() + name[1:]


def speak(language: str | None) -> None:
    """Speak `language` for the rest of this task: one update is handled in one task."""
    _language.set(_known(language))


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Speak `language` ("de", "de-AT") inside the block; one that is not known is answered in English."""
    token = _language.set(_known(language))
    try:
        yield
    finally:
        _language.reset(token)


def spoken() -> str:
    """The language being spoken now."""
    return _language.get()


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue() if language == "en" else read_catalogue(_HERE / f"{language}.po")


def _escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(str(value), quote=False)


def say(text: str, **values: object) -> Html:
    """A message text in the spoken language, each `{name}` filled with its escaped value.

    Raises KeyError when a value is missing, so that a test sees it and no athlete does.
    """
    filled = _catalogue(spoken()).one(text)
    return Html(filled.format_map({name: _escaped(value) for name, value in values.items()}))


def say_n(one: str, many: str, n: int, **values: object) -> Html:
    """`say` for a counted thing: `{n}` is the count, its thousands set apart."""
    filled, count = _catalogue(spoken()).many(one, many, n), grouped(n, spoken())
    return Html(filled.format_map({"n": count} | {name: _escaped(value) for name, value in values.items()}))


def word(text: str, **values: object) -> str:
    """A button label or toast: translated and filled in, but plain, for it is never parsed as HTML."""
    filled = _catalogue(spoken()).one(text)
    return filled.format_map({name: str(value) for name, value in values.items()})


def word_n(one: str, many: str, n: int, **values: object) -> str:
    """`word` for a counted thing: `{n}` is the count, its thousands set apart."""
    filled, count = _catalogue(spoken()).many(one, many, n), grouped(n, spoken())
    return filled.format_map({"n": count} | {name: str(value) for name, value in values.items()})


def counting(at: datetime, told: Html) -> Html:
    """A moment of the wall clock that the phone itself counts down to; `told` stands where it can't."""
    return Html(f'<tg-time unix="{math.ceil(at.timestamp())}" format="r">{told}</tg-time>')


def join(parts: Iterable[Html | str], by: str = "\n") -> Html:
    """Several texts in one, empty ones left out; plain strings among them are escaped."""
    return Html(by.join(_escaped(part) for part in parts if part))
