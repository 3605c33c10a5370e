"""What people type to be reminded: days and times of the week, and hours of quiet. One bounded grammar.

`mon wed fri 18:00`, `daily 7:30`, `weekdays 6pm`, `mon,thu 18.30`, `mon-fri 7, sat 10:00`. Times are by the
24-hour clock unless am or pm stands behind them. Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model.reminding import Quiet, Weekly
from core.training.notation.numerals import UNREADABLE, plain
from core.training.typed.clock_spelling import bare_time, spelt_times
from core.training.typed.gym_words import Misread

MOST_TIMES = 14

_NAMES = (
    ("monday", "mondays", "mon", "mo", "montag", "montags"),
    ("tuesday", "tuesdays", "tues", "tue", "tu", "dienstag", "dienstags", "di"),
    ("wednesday", "wednesdays", "wed", "we", "mittwoch", "mittwochs", "mi"),
    ("thursday", "thursdays", "thurs", "thur", "thu", "th", "donnerstag", "donnerstags", "do"),
    ("friday", "fridays", "fri", "fr", "freitag", "freitags"),
    ("saturday", "saturdays", "sat", "sa", "samstag", "samstags", "sonnabend"),
    ("sunday", "sundays", "sun", "su", "sonntag", "sonntags", "so"),
)
_DAYS: dict[str, tuple[int, ...]] = {
    **{name: (number,) for number, names in enumerate(_NAMES) for name in names},
    **dict.fromkeys(("daily", "everyday", "day", "days", "täglich", "tag", "tage"), tuple(range(7))),
    **dict.fromkeys(("weekdays", "weekday", "workdays", "werktags", "wochentags"), tuple(range(5))),
    **dict.fromkeys(("weekends", "weekend", "wochenende", "wochenenden"), (5, 6)),
}
_FILLING = frozenset(
    {"at", "on", "and", "every", "each", "the", "me", "to", "train", "o'clock", "&", "+"}
    | {"um", "uhr", "am", "an", "und", "jeden", "immer"}
)
_BESIDE_DAYS = frozenset({"only", "usually", "mostly", "just", "i", "can", "or", "nur", "ich"})
_HALF_DAY = re.compile(r"(?<=\d)\s+(?=[ap]\.?m\b)")
_RANGE = re.compile(r"([a-z]{2,9})\s*-\s*([a-z]{2,9})")
_SPAN_OF_DAYS = re.compile(r"\b([a-zäöü]{2,10}) (?:to|through|thru|till|until|bis) ([a-zäöü]{2,10})\b")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})|h)?\s*(?:([ap])\.?m\.?)?")
_SPAN = re.compile(
    rf"(?:(?:from|between|von|zwischen)\s+)?({_TIME.pattern})\s*(?:-|to|until|till|and|bis|und)\s*"
    rf"({_TIME.pattern})(?:\s+uhr)?"
)


def read_reminders(text: str) -> tuple[Weekly, ...] | Misread:
    """The times of the week some words name, in the order of the week; at most 14.

    Days stand before their times; a time without any day is for every day. Days without a time are not
    understood, nor numbers without a day that nothing marks as a time: `10` is rather a set.
    """
    folded = plain(text)
    if folded is None or UNREADABLE in folded:
        return Misread.NOT_UNDERSTOOD
    pieces = _days_first(list(_pieces(_ranges(spelt_times(folded)))))
    wished: set[Weekly] = set()
    days: set[int] = set()
    timed = marked = False
    for piece in pieces:
        named = _days_of(piece)
        if named is not None:
            days = set(named) if timed else days | set(named)
            timed, marked = False, True
            continue
        minute = _minute(piece)
        if isinstance(minute, Misread):
            return minute
        timed, marked = True, marked or not piece.isdigit()
        wished |= {Weekly(day, minute) for day in days or range(7)}
    if not wished or not timed or not marked:
        return Misread.NOT_UNDERSTOOD
    return tuple(sorted(wished)) if len(wished) <= MOST_TIMES else Misread.TOO_MANY


def read_quiet(text: str) -> Quiet | Misread:
    """Hours of quiet: `22-7`, `22:30 to 6:45`, `10pm-7am`."""
    folded = plain(text)
    found = _SPAN.fullmatch(folded.strip()) if folded else None
    if found is None:
        return Misread.NOT_UNDERSTOOD
    since, until = _minute(found[1]), _minute(found[5])
    if isinstance(since, Misread) or isinstance(until, Misread) or since == until:
        return Misread.OUT_OF_RANGE
    return Quiet(since, until)


def read_clock(text: str) -> int | Misread:
    """A time of day as minutes from midnight: `18:12`, `6.12 pm`, `18h12`. A bare number is rather a set."""
    folded = plain(text)
    bare = _HALF_DAY.sub("", bare_time(folded)) if folded else ""
    return Misread.NOT_UNDERSTOOD if bare.isdigit() else _minute(bare)


def days_named(said: str) -> frozenset[int]:
    """The days of the week, 0 Monday, that words in plain spelling name; empty where another word stands."""
    found: set[int] = set()
    for piece in _pieces(said.replace("/", " ")):
        days = _days_of(piece) if piece not in ("day", "days", "tag", "tage", "so", "do", "we") else None
        if days is None and piece not in _BESIDE_DAYS:
            return frozenset()
        found |= set(days or ())
    return frozenset(found)


def _ranges(folded: str) -> str:
    """`mon to fri` as `mon-fri`; other words between two words stay."""
    return _SPAN_OF_DAYS.sub(
        lambda told: f"{told[1]}-{told[2]}" if told[1] in _DAYS and told[2] in _DAYS else told[0], folded
    )


def _days_first(pieces: list[str]) -> list[str]:
    """One time before all its days stands behind them: `6pm mon wed`."""
    first, *others = pieces or [""]
    timed = first not in _DAYS and not isinstance(_minute(first), Misread)
    return [*others, first] if timed and others and all(map(_days_of, others)) else pieces


def _pieces(folded: str) -> Iterator[str]:
    words = _RANGE.sub(r"\1-\2", _HALF_DAY.sub("", folded))
    for piece in re.split(r"[\s,;]+", words):
        bare = piece.strip(".")
        if bare and bare not in _FILLING:
            yield bare


def _days_of(piece: str) -> tuple[int, ...] | None:
    """The days one word names; None for anything else. `fri-mon` goes over the weekend."""
    if piece in _DAYS:
        return _DAYS[piece]
    first, dash, last = piece.partition("-")
    ends = (_DAYS.get(first, ()), _DAYS.get(last, ()))
    if not dash or any(len(end) != 1 for end in ends):
        return None
    (begin,), (end,) = ends
    return tuple((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _minute(piece: str) -> int | Misread:
    found = _TIME.fullmatch(piece)
    if found is None:
        return Misread.NOT_UNDERSTOOD
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if minute > 59 or hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        return Misread.OUT_OF_RANGE
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour % 24 * 60 + minute
