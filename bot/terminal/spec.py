"""The Bot API's specification as `distil.py` left it in `spec.json`, ready for looking things up.

What is done with it is in `validation.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("spec.json")


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter of a method or one field of a type; `fixed` is the only text it may hold, if any."""

    name: str
    types: tuple[str, ...]
    required: bool
    fixed: str | None = None


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    takes: Mapping[str, Field]
    returns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spec:
    """`types` maps a type to its fields; `kinds` maps a family (`ReactionType`) to its members."""

    version: str
    methods: Mapping[str, Method]
    types: Mapping[str, Mapping[str, Field]]
    kinds: Mapping[str, tuple[str, ...]]

    def method(self, name: str) -> Method | None:
        """The method called `name`, in any case, as Telegram reads it; None if there is none."""
        return self.methods.get(name.lower())


def _field(name: str, notation: str) -> Field:
    required = notation.endswith("!")
    types, _, fixed = notation.rstrip("!").partition("=")
    return Field(name, tuple(types.split("|")), required, fixed or None)


def _fields(entries: Mapping[str, str]) -> dict[str, Field]:
    return {name: _field(name, notation) for name, notation in entries.items()}


@lru_cache(maxsize=1)
def bot_api() -> Spec:
    """The specification this phone holds every call against."""
    stored = json.loads(_FILE.read_text(encoding="utf-8"))
    methods = {
        name.lower(): Method(name, _fields(entry["takes"]), tuple(entry["returns"]))
        for name, entry in stored["methods"].items()
    }
    types = {name: _fields(entry) for name, entry in stored["types"].items() if isinstance(entry, dict)}
    kinds = {name: tuple(entry) for name, entry in stored["types"].items() if isinstance(entry, list)}
    return Spec(stored["version"], methods, types, kinds)
