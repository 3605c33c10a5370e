"""How a chat looks in a terminal: numbered messages, buttons as `[1 Done] [2 Skip]`, plain from a pipe.

It only draws. What is to be drawn is decided in `phone.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from bot.terminal.wire import Json

INDENT = " " * 6
_BOLD, _DIM, _ITALIC, _UNDERLINE, _STRIKE, _COLOUR = "1", "2", "3", "4", "9", "36"
_STYLES = {
    "bold": _BOLD,
    "italic": _ITALIC,
    "underline": _UNDERLINE,
    "strikethrough": _STRIKE,
    "code": _COLOUR,
    "pre": _COLOUR,
}
_MOMENT_PARTS = ("%A", "%A", "%Y-%m-%d", "%-d %B %Y", "%H:%M", "%H:%M:%S")
_QUOTES = ("blockquote", "expandable_blockquote")
# Control characters would move the cursor or change the terminal; a message must not.
_HARMLESS = {code: "�" for code in (*range(32), *range(127, 160)) if code != 10}


@dataclass(frozen=True, slots=True)
class Screen:
    """`coloured` allows ANSI styles; `zone` is the time zone the phone is in."""

    coloured: bool = False
    zone: tzinfo = UTC

    def message(self, body: Json, now: datetime, mark: str = "") -> list[str]:
        """The lines of a message: its number, its text or picture, its buttons."""
        head = f"{body['message_id']:>4}{mark or '  '}"
        lines = [*self._content(body, now), *self.keyboard(body)]
        return [self.styled(head, _DIM) + lines[0], *(INDENT + line for line in lines[1:])]

    def remark(self, text: str) -> str:
        """A line that is no message: a toast, a reaction, a pin."""
        return INDENT + self.styled(text.translate(_HARMLESS), _DIM)

    def keyboard(self, body: Json) -> Iterator[str]:
        """The rows of inline buttons, numbered through the message."""
        number = 0
        for row in body.get("reply_markup", {}).get("inline_keyboard", ()):
            shown = []
            for button in row:
                number += 1
                away = " ↗" if "callback_data" not in button else ""
                shown.append(self.styled(f"[{number} {button['text'].translate(_HARMLESS)}{away}]", _COLOUR))
            yield " ".join(shown)

    def styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.coloured and text else text

    def _content(self, body: Json, now: datetime) -> list[str]:
        if "text" in body:
            return self.text(body["text"], body.get("entities", ()), now).split("\n")
        caption = self.text(body.get("caption", ""), body.get("caption_entities", ()), now)
        what = attachment(body)
        if "\n" in caption:
            return [f"[{what}]", *caption.split("\n")]
        return [f"[{what}: {caption}]" if caption else f"[{what}]"]

    def text(self, text: str, entities: Sequence[Json], now: datetime) -> str:
        """A text with its entities as a terminal shows them: styles, quotes, links, times."""
        units = text.encode("utf-16-le")
        return self._span(units, 0, len(units) // 2, list(entities), now)

    def _span(self, units: bytes, begin: int, end: int, entities: Sequence[Json], now: datetime) -> str:
        """Entities are properly nested and sorted, the outer one first: each draws what lies inside it."""
        drawn, at = [], begin
        for place, entity in enumerate(entities):
            first, last = entity["offset"], entity["offset"] + entity["length"]
            if first < at or last > end:
                continue
            drawn.append(_plain(units, at, first))
            if entity["type"] in _QUOTES and first > begin and not drawn[-1].endswith("\n"):
                drawn.append("\n")
            inside = [inner for inner in entities[place + 1 :] if first <= inner["offset"] < last]
            drawn.append(self._entity(entity, self._span(units, first, last, inside, now), now))
            at = last
            # A quote is a block of its own on a phone: what follows starts on a new line.
            if entity["type"] in _QUOTES and at < end and _plain(units, at, at + 1) != "\n":
                drawn.append("\n")
        return "".join([*drawn, _plain(units, at, end)])

    def _entity(self, entity: Json, inside: str, now: datetime) -> str:
        kind = entity["type"]
        if kind in _QUOTES:
            return "\n".join(f"│ {line}" for line in inside.split("\n"))
        if kind == "text_link" and entity["url"].rstrip("/") not in (inside, f"http://{inside}"):
            return f"{inside} ({entity['url']})"
        if kind == "date_time" and "date_time_format" in entity:
            moment = datetime.fromtimestamp(entity["unix_time"], UTC)
            return self._moment(moment, entity["date_time_format"], now)
        return self.styled(inside, _STYLES[kind]) if kind in _STYLES else inside

    def _moment(self, moment: datetime, notation: str, now: datetime) -> str:
        if notation in ("r", "R"):
            return relative(round((moment - now).total_seconds()))
        local = moment.astimezone(self.zone)
        parts = zip("wWdDtT", _MOMENT_PARTS, strict=True)
        return " ".join(local.strftime(shape) for sign, shape in parts if sign in notation)


def attachment(body: Json) -> str:
    """What a message carries besides text: `picture 640×480`, `file log.csv, 120 bytes`."""
    if "photo" in body:
        largest = body["photo"][-1]
        return f"picture {largest['width']}×{largest['height']}"
    if "document" in body:
        document = body["document"]
        return f"file {document['file_name']}, {document['file_size']} bytes".translate(_HARMLESS)
    return "a message this phone can't show"


def relative(seconds: int) -> str:
    """A span from now as a phone words it: `in 1 min 30 s`, `2 h ago`, `now`."""
    if seconds == 0:
        return "now"
    left = abs(seconds)
    days, hours, minutes = left // 86400, left // 3600 % 24, left // 60 % 60
    counts = [(days, "d"), (hours, "h"), (minutes, "min"), (left % 60, "s")]
    largest = next(place for place, (count, _) in enumerate(counts) if count)
    words = " ".join(f"{count} {unit}" for count, unit in counts[largest : largest + 2] if count)
    return f"in {words}" if seconds > 0 else f"{words} ago"


def _plain(units: bytes, begin: int, end: int) -> str:
    return units[2 * begin : 2 * end].decode("utf-16-le", "replace").translate(_HARMLESS)
