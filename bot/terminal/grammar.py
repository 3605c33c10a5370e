"""What a line typed on the phone means: a message, a press, a reply, an edit, a file, a place, time.

A line is only taken for more than a message where it can hardly be one: `+2.5` and `@8` are what lifters
type. Acting on it is in `phone.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

HELP = """\
a line        sends it as a message       \\line        sends it as it is
#2            presses button 2 of the newest keyboard, #7.2 of message 7
>7 80x8       replies to message 7        ~9 80x7      edits your own message 9
@log.csv      sends a file                @52.5,13.4   shares a place
@bot squat    finds yours; @bot squat #1 sends it    =robin    another's phone
+90s +10m +2h +3d  lets time pass         %de          sets the phone's language
!             shows what is pinned        ? or help    shows this; quit ends
Your own messages take the numbers in between. 🔔 rang, · came without a sound."""

_PRESS = re.compile(r"#(?:(\d{1,9})\.)?(\d{1,4})\Z")
_ABOUT = re.compile(r"([>~])\s*(\d{1,9})\s+(\S.*)\Z", re.DOTALL)
_WAIT = re.compile(r"\+((?:\d{1,6}[smhd])+)\Z", re.IGNORECASE)
_SPAN = re.compile(r"(\d+)([smhd])", re.IGNORECASE)
_PATH = re.compile(r"(?!\d+(?:[.,]\d+)?\Z)\S*[./]\S*\Z")
_PLACE = re.compile(r"(-?\d{1,3}\.\d{1,6}),(-?\d{1,3}\.\d{1,6})\Z")
_FIND = re.compile(r"@(?:bot|\w+bot)(?:\s+(.*?))??(?:\s*#(\d{1,2}))?\Z", re.IGNORECASE)
_PERSON = re.compile(r"=\s*([^\W\d_]{1,32})\Z")
_LANGUAGE = re.compile(r"%([a-z]{2,3}(?:-[a-zA-Z]{2,4})?)\Z")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_HINTS = {
    "#": "#2 presses button 2 of the newest keyboard, #7.2 button 2 of message 7",
    ">": ">7 80x8 replies to message 7",
    "~": "~9 80x7 edits your own message 9",
}


@dataclass(frozen=True, slots=True)
class Say:
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """`message` is None for the newest message that has a keyboard."""

    button: int
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    message: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    message: int
    text: str


@dataclass(frozen=True, slots=True)
class SendFile:
    path: str


@dataclass(frozen=True, slots=True)
class SharePlace:
    """A place in degrees, as a phone shares where it is."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Find:
    """Words typed behind the bot's name; `choose` sends that result."""

    words: str
    choose: int | None = None


@dataclass(frozen=True, slots=True)
class Become:
    """Goes on with somebody else's phone."""

    name: str


@dataclass(frozen=True, slots=True)
class Wait:
    span: timedelta


@dataclass(frozen=True, slots=True)
class SpeakLanguage:
    """The phone is set to another language, by its code."""

    language: str


@dataclass(frozen=True, slots=True)
class Puzzled:
    """The line looks like more than a message and isn't; `hint` says in one line what would be."""

    hint: str


@dataclass(frozen=True, slots=True)
class ShowPinned:
    pass


@dataclass(frozen=True, slots=True)
class ShowHelp:
    pass


@dataclass(frozen=True, slots=True)
class Quit:
    pass


Meaning = (
    Say
    | Press
    | Reply
    | Edit
    | SendFile
    | SharePlace
    | Find
    | Become
    | Wait
    | SpeakLanguage
    | Puzzled
    | ShowPinned
    | ShowHelp
    | Quit
)

_WORDS: Mapping[str, Meaning] = {"quit": Quit(), "help": ShowHelp(), "?": ShowHelp(), "!": ShowPinned()}


def understood(line: str, is_file: Callable[[str], bool]) -> Meaning | None:
    """What a line means; None for a blank one. `is_file` tells whether a path leads to a file."""
    line = line.strip()
    if not line:
        return None
    if line in _WORDS:
        return _WORDS[line]
    match line[0]:
        case "\\":
            return Say(line[1:]) if line[1:].strip() else Puzzled("\\ before a line sends it as it is")
        case "#" | ">" | "~":
            return _aimed(line)
        case "=" if named := _PERSON.match(line):
            return Become(named[1].capitalize())
        case "@" if meant := _at_sign(line, is_file):
            return meant
        case "+" if _WAIT.match(line):
            return Wait(_span(line))
        case _:
            language = _LANGUAGE.match(line)
            return SpeakLanguage(language[1]) if language else Say(line)


def _at_sign(line: str, is_file: Callable[[str], bool]) -> Find | SharePlace | SendFile | None:
    if found := _FIND.match(line):
        return Find((found[1] or "").strip(), int(found[2]) if found[2] else None)
    if place := _PLACE.match(line[1:]):
        return SharePlace(float(place[1]), float(place[2]))
    return SendFile(line[1:]) if is_file(line[1:]) or _PATH.match(line[1:]) else None


def _aimed(line: str) -> Meaning:
    press = _PRESS.match(line)
    if press:
        return Press(int(press[2]), int(press[1]) if press[1] else None)
    about = _ABOUT.match(line)
    if about:
        kind = Reply if about[1] == ">" else Edit
        return kind(int(about[2]), about[3])
    return Puzzled(f"{_HINTS[line[0]]}; to send this as it is: \\{line}")


def _span(line: str) -> timedelta:
    parts = dict.fromkeys(_UNITS.values(), 0)
    for count, unit in _SPAN.findall(line):
        parts[_UNITS[unit.lower()]] += int(count)
    return timedelta(**parts)
