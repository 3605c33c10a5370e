"""Reads a language's `.po` file into what `say` and `word` look up: small, since it stands in a reply's way.

babel's reader takes a fifth of a second for ours and gettext wants it compiled; this takes a few
milliseconds. Catalogues are written by `tools/texts.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path

_PLURAL = re.compile(r"nplurals=\d+;\s*plural=(.+?);")
_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?(".*")')
_FUZZY = re.compile(r"#,.*\bfuzzy\b")


@dataclass
class Catalogue:
    """The translations of one language, empty for English; a text without one is said as it is."""

    texts: dict[str, str] = field(default_factory=dict)
    counted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    form_of: Callable[[int], int] = lambda n: int(n != 1)

    def one(self, text: str) -> str:
        """A text's translation."""
        return self.texts.get(text) or text

    def many(self, one: str, many: str, n: int) -> str:
        """A counted text's translation for this number."""
        forms = self.counted.get(one, (one, many))
        return forms[min(self.form_of(n), len(forms) - 1)]


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue of a `.po` file in UTF-8. What is marked fuzzy is not translated yet."""
    found = Catalogue()
    for entry in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        _take(found, _parts(entry))
    return found


def _parts(entry: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    keyword = ""
    for line in entry.splitlines():
        if _FUZZY.match(line):
            return {}
        found = _LINE.match(line)
        if found is None:
            continue
        keyword = found[1] or keyword
        parts[keyword] = parts.get(keyword, "") + json.loads(found[2])
    return parts


def _take(found: Catalogue, parts: dict[str, str]) -> None:
    text = parts.get("msgid")
    if text == "" and (plural := _PLURAL.search(parts.get("msgstr", ""))):
        found.form_of = c2py(plural[1])
    if not text:
        return
    forms = tuple(told for name, told in sorted(parts.items()) if name.startswith("msgstr") and told)
    if "msgid_plural" not in parts:
        found.texts[text] = parts.get("msgstr", "")
    elif forms:
        found.counted[text] = forms
        found.texts.setdefault(text, forms[0])
