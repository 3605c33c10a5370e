"""`say()` and `word()`: a text from a view, translated, filled in, and escaped exactly once.

The language is the one of the update being handled, set by `speaking`; there is no other way in.
"""

from __future__ import annotations

import gettext
import html
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

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
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    with (_HERE / f"{language}.po").open("rb") as source:
        messages = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(str(value), quote=False)


def say(text: str, **values: object) -> Html:
    """A message text in the spoken language, each `{name}` filled with its escaped value.

    Raises KeyError when a value is missing, so that a test sees it and no athlete does.
    """
    filled = _catalogue(spoken()).gettext(text) if text else ""
    return Html(filled.format_map({name: _escaped(value) for name, value in values.items()}))


def say_n(one: str, many: str, n: int, **values: object) -> Html:
    """`say` for a counted thing: `{n}` is the count."""
    filled = _catalogue(spoken()).ngettext(one, many, n)
    return Html(filled.format_map({"n": str(n)} | {name: _escaped(value) for name, value in values.items()}))


def word(text: str, **values: object) -> str:
    """A button label or toast: translated and filled in, but plain, for it is never parsed as HTML."""
    filled = _catalogue(spoken()).gettext(text) if text else ""  # gettext answers "" with its own header
    return filled.format_map({name: str(value) for name, value in values.items()})


def word_n(one: str, many: str, n: int, **values: object) -> str:
    """`word` for a counted thing: `{n}` is the count."""
    filled = _catalogue(spoken()).ngettext(one, many, n)
    return filled.format_map({"n": str(n)} | {name: str(value) for name, value in values.items()})


def join(parts: Iterable[Html | str], by: str = "\n") -> Html:
    """Several texts in one, empty ones left out; plain strings among them are escaped."""
    return Html(by.join(_escaped(part) for part in parts if part))
