"""A stranger's JSON to plain values, or the place where it goes wrong: bounded before it is looked at.

A value takes ten times the room of its text and more. So the members of a document are parsed one after
another, and those of its longest list only when they are asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from core.imports.decoding import Utf8

DEEPEST = 12  # ours is eight deep: a reason's load in a prescription of a session of a workout
LARGEST_NUMBER = 10**9
LONGEST_TEXT = 2_000
MOST_VALUES = 2_000_000  # in all of it; ten megabytes of ours hold some 900,000
MOST_BESIDE = 150_000  # beside the list; ours holds 60,000 with thirty years of daily weights
MOST_IN_ONE = 50_000  # in one of the list; a usual workout of ours holds some 400
_NO_LETTER = re.compile("[\0\ud800-\udfff]")  # a lone surrogate could neither be kept nor sent
_BEGINS = re.compile(rb"\s*([{\[])")
_NOTHING = re.compile(rb"\s*")
# A text, with as many escapes as the longest has when each sign is written `\ud83d\ude00`; or a sign.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+){0,4000}+"|["{}\[\],]', re.DOTALL)
_NO_MORE = (None, None)
Path = tuple[str | int, ...]
Extent = tuple[int, int]


class BadPlace(Exception):
    """Something that can't be; where it stands in the document."""

    def __init__(self, *path: str | int) -> None:
        super().__init__()
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        self.place = "".join(steps).lstrip(".")


@dataclass(frozen=True, slots=True)
class Document:
    """An object: `beside` are its members but for the list `name`, whose values stand at `extents`."""

    text: Utf8
    name: str
    beside: dict[str, Any]
    extents: list[Extent] | None

    def values(self) -> Iterator[Any]:
        """Those of the list, each parsed when it is asked for. Raises BadPlace."""
        for place, (start, end) in enumerate(self.extents or ()):
            if _weight(self.text, start, end) > MOST_IN_ONE:
                raise BadPlace(self.name, place)
            value = _parsed(self.text, self.text[start:end], start)
            _bounded(value, (self.name, place))
            yield value


@dataclass(slots=True)
class _Member:
    """Where a member of an object stands; `inside` are a list's values, `gap` all between its brackets."""

    start: int
    end: int = 0
    key: bytes = b""
    inside: list[Extent] | None = None
    gap: Extent = field(default=(0, 0))


def is_json(text: Utf8) -> bool:
    """Whether a file is JSON by what it begins with; no CSV's heading does."""
    return _BEGINS.match(text) is not None


def document_of(text: Utf8, name: str, most: int) -> Document | None:
    """An object whose list `name` is long, at most `most` of its values and one more; None for a list.

    Raises BadPlace for what is no JSON, too deep, too large or no real number.
    """
    if sum(map(text.count, (b"{", b"[", b","))) > MOST_VALUES:
        raise BadPlace()
    begins = _BEGINS.match(text)
    if begins is None or begins[1] == b"[":
        return None
    beside: dict[str, Any] = {}
    extents, weight = None, 0
    for member in _Members(text, begins.start(1), json.dumps(name).encode(), most):
        if member.inside is None:
            weight += _weight(text, member.start, member.end)
        if weight > MOST_BESIDE:
            raise BadPlace()
        key, value = _told(text, member)
        if key in beside or (key == name and extents is not None):
            raise BadPlace(key)
        if member.inside is None:
            beside[key] = value
        else:
            extents = member.inside
    return Document(text, name, beside, extents)


def _told(text: Utf8, member: _Member) -> tuple[str, Any]:
    """A member's key and value; of one that is taken apart the list is empty."""
    if member.inside is None:
        said = text[member.start : member.end]
    else:
        said = text[member.start : member.gap[0]] + text[member.gap[1] : member.end]
    pairs = _parsed(text, b"{" + said + b"}", member.start)
    if len(pairs) != 1:
        raise BadPlace(_line(text, member.start))
    ((key, value),) = pairs.items()
    if not _sound(key):
        raise BadPlace()
    _bounded(value, (key,))
    return key, value


class _Members:
    """The members of the object that begins there; of the list `wanted` the values are taken apart."""

    def __init__(self, text: Utf8, begin: int, wanted: bytes, most: int) -> None:
        self._text, self._begin, self._wanted, self._most = text, begin, wanted, most
        self._depth, self._now, self._value_start = 0, _Member(begin + 1), 0

    def __iter__(self) -> Iterator[_Member]:
        for found in _TOKEN.finditer(self._text, self._begin):
            sign, at, now = found[0][:1], found.start(), self._now
            if sign == b'"':
                self._read_text(found[0], at)
            elif sign in b"{[":
                self._open(sign, at)
            elif self._depth == 2 and now.inside is not None and not now.gap[1]:
                self._part_values(now, now.inside, sign, at)
            elif self._depth == 1:
                now.end = at
                is_first = now.start == self._begin + 1
                if sign == b"," or not (is_first and _is_nothing(self._text, now.start, at)):
                    yield now
                if sign != b",":
                    _check_end(self._text, at)
                    return
                self._now = _Member(at + 1)
            elif sign != b",":
                self._depth -= 1
        raise BadPlace(_line(self._text, len(self._text)))

    def _read_text(self, token: bytes, at: int) -> None:
        if len(token) == 1:  # one that has no end
            raise BadPlace(_line(self._text, at))
        self._now.key = self._now.key or token

    def _open(self, sign: bytes, at: int) -> None:
        self._depth += 1
        now = self._now
        if self._depth == 2 and sign == b"[" and now.key == self._wanted and now.inside is None:
            now.inside, now.gap, self._value_start = [], (at + 1, 0), at + 1

    def _part_values(self, now: _Member, inside: list[Extent], sign: bytes, at: int) -> None:
        is_value = sign == b"," or inside or not _is_nothing(self._text, self._value_start, at)
        if is_value and len(inside) <= self._most:
            inside.append((self._value_start, at))
        self._value_start = at + 1
        if sign != b",":
            now.gap, self._depth = (now.gap[0], at), 1


def _check_end(text: Utf8, at: int) -> None:
    if text[at : at + 1] != b"}" or not _is_nothing(text, at + 1, len(text)):
        raise BadPlace(_line(text, at))


def _is_nothing(text: Utf8, start: int, end: int) -> bool:
    return _NOTHING.fullmatch(text, start, end) is not None


def _weight(text: Utf8, start: int, end: int) -> int:
    """How many values there are in a part of a text, roughly: each takes far more room than its text."""
    return sum(text.count(sign, start, end) for sign in (b"{", b"[", b","))


def _line(text: Utf8, at: int) -> str:
    line = text.count(b"\n", 0, at) + 1
    return f"line {line}"


def _parsed(text: Utf8, said: Utf8, start: int) -> Any:
    """The value of some JSON, which stands there in the text."""
    try:
        return json.loads(said.decode(), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        line = text.count(b"\n", 0, start) + error.lineno
        raise BadPlace(f"line {line}") from error
    except (ValueError, RecursionError) as error:  # NaN, thousands of digits, thousands of brackets
        raise BadPlace() from error


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _bounded(value: Any, path: Path) -> None:
    """Walk without recursion, for depth is one of the things that are not trusted."""
    if not _sound(value):
        raise BadPlace(*path)
    waiting: list[tuple[Iterator[tuple[Any, Any]], Path]] = [(_inside(value, path), path)]
    while waiting:
        inside, path = waiting[-1]
        step, found = next(inside, _NO_MORE)
        if step is None:
            waiting.pop()
            continue
        here = (*path, step)
        if len(here) > DEEPEST or not _sound(found):
            raise BadPlace(*here)
        if isinstance(found, (list, dict)):
            waiting.append((_inside(found, here), here))


def _inside(found: Any, path: Path) -> Iterator[tuple[str | int, Any]]:
    if isinstance(found, list):
        yield from enumerate(found)
    elif isinstance(found, dict):
        for key, inner in found.items():
            if not _sound(key):
                raise BadPlace(*path)
            yield key, inner


def _sound(found: Any) -> bool:
    if isinstance(found, str):
        return len(found) <= LONGEST_TEXT and _NO_LETTER.search(found) is None
    if isinstance(found, (int, float)):
        return abs(found) <= LARGEST_NUMBER  # which neither NaN nor infinity is
    return True
