"""Telegram's way with a plain text: UTF-16 lengths, cleaning, trimming, and the commands found in it.

Tags are parsed in `html.py`; this module only knows characters and the entities laid over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.terminal.wire import Json, bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
MOST_ENTITIES = 100
_QUOTES = ("blockquote", "expandable_blockquote")

_REMOVED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f]")
_COMMAND = re.compile(r"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>@])")
_MENTION = re.compile(r"(?<![\w@/])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?![\w@])")


def utf16_length(text: str) -> int:
    """Length as Telegram counts it: an emoji outside the basic plane counts two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of `text` that an entity covers."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def cleaned(text: str) -> str:
    """Control characters become spaces and line marks vanish, as in Telegram's own clients.

    Lengths change where characters vanish: clean before entities are laid over the text, never after.
    """
    return _CONTROLS.sub(" ", _REMOVED.sub("", text))


def trimmed(text: str, entities: Sequence[Json] = ()) -> tuple[str, list[Json]]:
    """The text without space around it, and its entities moved and cut to fit.

    Space in front stays where an entity begins in it, as with Telegram.
    """
    kept = text.rstrip()
    first_entity = min((entity["offset"] for entity in entities), default=len(kept))
    lead = 0
    while lead < min(first_entity, len(kept)) and kept[lead] in " \n":
        lead += 1
    kept = kept[lead:]
    end = utf16_length(kept)
    moved = []
    for entity in entities:
        offset = entity["offset"] - lead
        length = min(entity["length"], end - offset)
        if length > 0:
            moved.append({**entity, "offset": offset, "length": length})
    return kept, moved


def found_entities(text: str) -> list[Json]:
    """The commands and mentions that Telegram marks in a text somebody typed, in order."""
    return sorted(
        [*_marked(text, _COMMAND, "bot_command"), *_marked(text, _MENTION, "mention")],
        key=lambda entity: entity["offset"],
    )


def _marked(text: str, pattern: re.Pattern[str], kind: str) -> Iterable[Json]:
    for found in pattern.finditer(text):
        yield {
            "type": kind,
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }


def check_entities(text: str, entities: Iterable[Json]) -> list[Json]:
    """Entities that a bot gave itself: inside the text, with a positive length."""
    end = utf16_length(text)
    checked = sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
    for entity in checked:
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > end:
            raise bad_request(
                f"can't parse entities: entity beyond the end of the text at {entity['offset']}"
            )
    return checked


def check_kept(entities: Sequence[Json]) -> None:
    """Refuses what Telegram's servers drop without a word: here one hears of it.

    Entities beyond the hundredth, any inside code, quotes inside quotes. `entities` outermost first.
    """
    if len(entities) > MOST_ENTITIES:
        raise bad_request(f"of more than {MOST_ENTITIES} entities the rest would be dropped")
    outer: list[Json] = []
    for entity in entities:
        outer = [one for one in outer if one["offset"] + one["length"] > entity["offset"]]
        kinds = {one["type"] for one in outer}
        if kinds & {"code", "pre"} or (entity["type"] in _QUOTES and kinds & set(_QUOTES)):
            raise bad_request(f"an entity {entity['type']} inside {sorted(kinds)} would be dropped")
        outer.append(entity)
