"""A German catalogue for the length of a test, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.texts import saying, speaking

GERMAN = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Hi {name}!"
msgstr "Hallo {name}!"

msgid "{n} set"
msgid_plural "{n} sets"
msgstr[0] "{n} Satz"
msgstr[1] "{n} Sätze"

msgid "bodyweight"
msgstr "Körpergewicht"
"""


@contextmanager
def german_beside_english(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inside, German is known and spoken; outside, nothing of it is remembered."""
    (folder / "de.po").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setattr(saying, "_HERE", folder)
    _forget()
    try:
        with speaking("de-AT"):
            yield
    finally:
        monkeypatch.undo()
        _forget()


def _forget() -> None:
    saying.languages.cache_clear()
    saying._catalogue.cache_clear()
