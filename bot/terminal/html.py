"""Telegram's HTML: the few tags a message may carry, parsed as strictly as Telegram does, with its refusals.

A message becomes plain text and entities with UTF-16 offsets. Lengths and blank texts are judged elsewhere
(`play_messages.py`); escaping is the business of whoever writes the message.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from bot.terminal.formatting import utf16_length
from bot.terminal.wire import Json, bad_request

_SPACE = " \t\n\r\v\f\0"
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_PLAIN = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
_TAGS = frozenset(_PLAIN) | {"a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
_BARE = re.compile(r"[a-zA-Z0-9.-]*")
_LINK = re.compile(
    r"(?:(?:https?|ftp|tg|ton|tonsite|mailto|tel):[^\s]+|[\w-]+(?:\.[\w-]+)+(?:[/?#:][^\s]*)?)\Z", re.I
)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_USER_LINK = re.compile(r"tg:(?://)?user\?id=(\d+)\Z")


@cache
def _up_to(stop: str) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(stop)}]*")


@dataclass(slots=True)
class _Open:
    """A start tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    offset: int
    begun_at: int


@dataclass(slots=True)
class _Parser:
    source: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def refuse(self, why: str, at: int | None = None) -> Exception:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode('utf-8', 'replace'))}"
        return bad_request(f"can't parse entities: {why}{place}")

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def take_until(self, stop: str) -> str:
        found = _up_to(stop).match(self.source, self.at)
        assert found is not None, "an empty match counts, too"
        self.at = found.end()
        return found[0]

    def skip_space(self) -> None:
        while self.peek() and self.peek() in _SPACE:
            self.at += 1

    def add(self, text: str) -> None:
        self.out.append(text)
        self.length += utf16_length(text)

    def run(self) -> None:
        while self.at < len(self.source):
            if self.peek() == "<":
                self.tag()
            elif self.peek() == "&":
                character, self.at = decoded_at(self.source, self.at)
                self.add(character)
            else:
                self.add(self.take_until("<&"))
        if self.opened:
            raise self.refuse(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')

    def tag(self) -> None:
        begun = self.at
        self.at += 1
        if self.peek() == "/":
            self.end_tag(begun)
        else:
            self.start_tag(begun)

    def start_tag(self, begun: int) -> None:
        tag = self.take_until(_SPACE + ">").lower()
        if not self.peek():
            raise self.refuse("Unclosed start tag", begun)
        if tag not in _TAGS:
            raise self.refuse(f'Unsupported start tag "{tag}"', begun)
        attributes = self.attributes(tag, begun)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.refuse('Tag "span" must have class "tg-spoiler"', begun)
        self.opened.append(_Open(tag, attributes, self.length, len(self.out)))

    def attributes(self, tag: str, begun: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self.skip_space()
            if self.peek() == ">":
                return found
            name = self.take_until(_SPACE + "=>/\"'")
            if not name and self.peek():
                raise self.refuse(f'Empty attribute name in the tag "{tag}"', begun)
            self.skip_space()
            if not self.peek():
                raise self.refuse(f'Unclosed start tag "{tag}"', begun)
            found[name] = self.attribute_value(tag, begun) if self.peek() == "=" else ""

    def attribute_value(self, tag: str, begun: int) -> str:
        self.at += 1
        self.skip_space()
        if not self.peek():
            raise self.refuse(f'Unclosed start tag "{tag}"', begun)
        if self.peek() in "'\"":
            return self.quoted(begun)
        bare = _BARE.match(self.source, self.at)
        assert bare is not None, "an empty name matches too"
        token_at, self.at = self.at, bare.end()
        if self.peek() and self.peek() not in _SPACE + ">":
            raise self.refuse("Unexpected end of name token", token_at)
        if not self.peek():
            raise self.refuse("Unclosed start tag", begun)
        return bare[0].lower()

    def quoted(self, begun: int) -> str:
        quote = self.peek()
        self.at += 1
        value = []
        while self.peek() and self.peek() != quote:
            character, self.at = decoded_at(self.source, self.at)
            value.append(character)
        self.at += 1
        if not self.peek():
            raise self.refuse("Unclosed start tag", begun)
        return "".join(value)

    def end_tag(self, begun: int) -> None:
        if not self.opened:
            raise self.refuse("Unexpected end tag", begun)
        self.at += 1
        tag = self.take_until(_SPACE + ">").lower()
        self.skip_space()
        if self.peek() != ">":
            raise self.refuse("Unclosed end tag", begun)
        self.at += 1
        expected = self.opened[-1].tag
        if tag and tag != expected:
            place = len(self.source[:begun].encode("utf-8", "replace"))
            raise self.refuse(
                f'Unmatched end tag at byte offset {place}, expected "</{expected}>", found "</{tag}>"'
            )
        self.close(self.opened.pop())

    def close(self, start: _Open) -> None:
        if self.length == start.offset:
            return
        span = {"offset": start.offset, "length": self.length - start.offset}
        entity = self.entity(start, span)
        if entity is not None:
            self.entities.append(entity)

    def entity(self, start: _Open, span: Json) -> Json | None:
        match start.tag:
            case "a":
                return self.link(start, span)
            case "pre" | "code":
                return self.code(start, span)
            case "blockquote":
                kind = "expandable_blockquote" if "expandable" in start.attributes else "blockquote"
                return {"type": kind, **span}
            case "tg-emoji":
                return self.custom_emoji(start, span)
            case "tg-time":
                return self.moment(start, span)
            case plain:
                return {"type": _PLAIN[plain], **span}

    def custom_emoji(self, start: _Open, span: Json) -> Json:
        emoji_id = start.attributes.get("emoji-id", "")
        if not re.fullmatch(r"0*[1-9][0-9]{0,18}", emoji_id):
            raise self.refuse("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", **span, "custom_emoji_id": emoji_id}

    def moment(self, start: _Open, span: Json) -> Json | None:
        notation = start.attributes.get("format", "")
        if notation not in ("r", "R") and set(notation) - set("tTdDwW"):
            raise self.refuse("Invalid date format used")
        unix = start.attributes.get("unix", "")
        # Telegram keeps the words and drops the entity where the moment is missing or not positive.
        if not re.fullmatch(r"[0-9]{1,10}", unix) or not 0 < int(unix) < 2**31:
            return None
        entity: Json = {"type": "date_time", **span, "unix_time": int(unix)}
        return {**entity, "date_time_format": notation} if notation else entity

    def link(self, start: _Open, span: Json) -> Json | None:
        url = start.attributes.get("href") or "".join(self.out[start.begun_at :])
        user = _USER_LINK.match(url)
        if user:
            # Telegram tells the whole account; whom it is about is all that anybody reads here.
            name = "".join(self.out[start.begun_at :])
            account = {"id": int(user[1]), "is_bot": False, "first_name": name}
            return {"type": "text_mention", **span, "user": account}
        if not _LINK.match(url):
            return None
        return {"type": "text_link", **span, "url": url if ":" in url else f"http://{url}/"}

    def code(self, start: _Open, span: Json) -> Json | None:
        language = start.attributes.get("class", "")
        language = language.removeprefix("language-") if language.startswith("language-") else ""
        other = "code" if start.tag == "pre" else "pre"
        inner = self.entities[-1] if self.entities else {}
        same_place = inner.get("type") == other and (inner["offset"], inner["length"]) == tuple(span.values())
        if same_place and (language or inner.get("language")):
            self.entities.pop()
            return {"type": "pre", **span, "language": language or inner["language"]}
        # A language waits here for a <pre> right around it, and is dropped at the end without one.
        return {"type": start.tag, **span, **({"language": language} if language else {})}


def decoded_at(source: str, at: int) -> tuple[str, int]:
    """The character at a place, an `&...;` read as what it stands for, and the place behind it."""
    found = _ENTITY.match(source, at) if source[at] == "&" else None
    if found is None:
        return source[at], at + 1
    if found[3]:
        return _NAMED[found[3]], found.end()
    if len(found[0].rstrip(";")) >= 10:
        return "&", at + 1
    code = int(found[1], 16) if found[1] else int(found[2])
    if not 0 < code < 0x10FFFF:
        return "&", at + 1
    return chr(code), found.end()


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and entities, outermost first. Raises `Refused` with Telegram's words."""
    parser = _Parser(source)
    parser.run()
    for entity in parser.entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    text = "".join(parser.out)
    if _HALF_CHARACTER.search(text):
        raise parser.refuse(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return text, sorted(parser.entities, key=lambda entity: (entity["offset"], -entity["length"]))
