"""Any object of the Bot API, made from its specification: with what it must hold, or with all it may."""

from __future__ import annotations

from random import Random
from typing import Any

from bot.terminal.spec import Field, bot_api

_PLAIN: dict[str, Any] = {"Integer": 7, "Float": 1.5, "Boolean": True, "True": True, "String": "words"}
_DEEPEST = 5  # a message may reply to a message that pins a message …


def made_up(kind: str, chance: Random, *, fullness: float, depth: int = 0) -> Any:
    """One object of `kind`; each field it need not have is there with a chance of `fullness`."""
    if kind.startswith("Array of "):
        return [made_up(kind.removeprefix("Array of "), chance, fullness=fullness, depth=depth + 1)]
    if kind in _PLAIN:
        return _PLAIN[kind]
    if members := bot_api().kinds.get(kind):
        return made_up(chance.choice(members), chance, fullness=fullness, depth=depth)
    fields = bot_api().types[kind].values()
    held = [each for each in fields if each.required or (depth < _DEEPEST and chance.random() < fullness)]
    return {each.name: _value(each, chance, fullness, depth) for each in held}


def _value(field: Field, chance: Random, fullness: float, depth: int) -> Any:
    return field.fixed or made_up(field.types[0], chance, fullness=fullness, depth=depth + 1)
