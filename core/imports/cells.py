"""Single cells: numbers with either decimal sign, dates in the forms apps write them, lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

_NUMBER = re.compile(r"[+-]?\d{1,7}(?:[.,]\d{1,16})?", re.ASCII)
# Thousands parted by commas or by dots, and what stands behind the decimal sign, which is then the other one.
_GROUPED = {
    ".": re.compile(r"[+-]?[1-9]\d{0,2}(?P<more>(?:,\d{3}){1,2})(?P<rest>\.\d{1,16})?", re.ASCII),
    ",": re.compile(r"[+-]?[1-9]\d{0,2}(?P<more>(?:\.\d{3}){1,2})(?P<rest>,\d{1,16})?", re.ASCII),
}
_A_GROUP = 4  # its sign and three digits
_DECIMAL = re.compile(r"[+-]?(?:\d+(?P<sign>[.,])(?:\d{1,2}|\d{4,16})|0(?P<zero>[.,])\d{3})", re.ASCII)
_HALF = r"(?:[ \u00a0\u202f]?([ap])\.?m\.?)?"  # of a day: phones set to twelve hours write theirs so
_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})"
    r"(?:[ t](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?" + _HALF + ")?",
    re.ASCII,
)
_SPOKEN = re.compile(r"(\d{1,2})\.? (\w{3,12})\.? (\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_SPOKEN_US = re.compile(
    r"(\w{3,12})\.? (\d{1,2}),? (\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?" + _HALF + ")?"
)
_SHORT = re.compile(
    r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?" + _HALF + ")?",
    re.ASCII,
)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})", re.ASCII)
_SPAN = re.compile(r"(?:(\d{1,3}) ?h\w*)? ?(?:(\d{1,4}) ?m\w*)? ?(?:(\d{1,5}) ?s\w*)?", re.ASCII)
# The first letters of a month's name, long enough to tell it: en, de, fr, es, it, pt, nl.
_MONTHS = (
    "jan gen ene janv", "feb fev fév", "mar mär mrz maa", "apr avr abr", "may mai mag mei maj",
    "jun juin giu", "jul juil lug", "aug aoû aou ago", "sep set", "oct okt ott out", "nov", "dec dez déc dic",
)  # fmt: skip
_MONTH_OF = {start: number for number, starts in enumerate(_MONTHS, 1) for start in starts.split()}
NOON = 12


def number_of(cell: str, decimal_sign: str = "") -> Decimal | None:
    """A finite number, `8,5` and `8.5` alike; None for anything else.

    `decimal_sign` is the file's own, "" where it shows none: then `1,000`, a thousand or one, is None.
    """
    for sign, grouped in _GROUPED.items():
        found = grouped.fullmatch(cell)
        if found is None:
            continue
        if found["rest"] or len(found["more"]) > _A_GROUP or sign == decimal_sign:
            return Decimal(cell.replace("," if sign == "." else ".", "").replace(",", "."))
        if sign == "." and not decimal_sign:
            return None
    return Decimal(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else None


@lru_cache(maxsize=1_000)
def decimal_sign_of(cell: str) -> str:
    """The decimal sign a number shows: a dot in `80.5` and `1,000.5`, a comma in `80,5`; "" if not sure."""
    if found := _DECIMAL.fullmatch(cell):
        return found["sign"] or found["zero"]
    signs = (sign for sign, grouped in _GROUPED.items() if (told := grouped.fullmatch(cell)) and told["rest"])
    return next(signs, "")


def decimals_of(number: Decimal) -> int:
    """How many digits a number has behind its sign; `60.0` has none."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def whole_of(cell: str, decimal_sign: str = "") -> int | None:
    """A whole number, `8` and `8.0` alike; None for anything else. `decimal_sign` as for `number_of`."""
    number = number_of(cell, decimal_sign)
    return int(number) if number is not None and number == int(number) else None


@lru_cache(maxsize=500)  # all rows of a workout say the same
def moment_of(cell: str, *, month_first: bool = False) -> tuple[datetime, bool] | None:
    """A local moment and whether it has an hour (else noon); None for what is no date.

    `month_first` says how `3/5/2026` is meant; all other forms are plain, `3.5.2026` among them: who parts
    with dots puts the day first.
    """
    text = cell.strip()
    if match := _ISO.fullmatch(text.casefold()):
        year, month, day, hour, minute, second, half = match.groups()
        return _moment(int(year), int(month), int(day), [_hour(hour, half), minute, second])
    if match := _SHORT.fullmatch(text.casefold()):
        first, sign, second, year, hour, minute, passed, half = match.groups()
        day, month = (second, first) if month_first and sign != "." else (first, second)
        return _moment(int(year), int(month), int(day), [_hour(hour, half), minute, passed])
    if match := _SPOKEN.fullmatch(text):
        day, name, year, *clock = match.groups()
        return _moment(int(year), _month(name), int(day), clock)
    if match := _SPOKEN_US.fullmatch(text.casefold()):
        name, day, year, hour, minute, second, half = match.groups()
        return _moment(int(year), _month(name), int(day), [_hour(hour, half), minute, second])
    return None


def _hour(hour: str | None, half: str | None) -> str | None:
    """The hour of a day from one of a half of it."""
    return hour if hour is None or half is None else str(int(hour) % 12 + (12 if half == "p" else 0))


def order_told(cells: Iterable[str], last_day: date) -> bool | None:
    """Whether `3/5/2026` begins with the month, told by all dates of a file; None where both ways fit alike.

    A number above 12 tells, and so does a way that would lead beyond `last_day`.
    """
    open_ones = [cell for cell in set(cells) if is_open(cell)]
    day_first, month_first = (
        sum(_fits(cell, last_day, month_first=way) for cell in open_ones) for way in (False, True)
    )
    if day_first != month_first or not any(differs(cell) for cell in open_ones):
        return month_first > day_first
    return None


def is_open(cell: str) -> bool:
    """Whether a date is one of two numbers that are parted by no dot."""
    match = _SHORT.fullmatch(cell.strip().casefold())
    return match is not None and match[2] != "."


def both_ways(cell: str) -> tuple[date, date] | None:
    """A date with its day first and with its month first; None where either is none."""
    day_first, month_first = (moment_of(cell, month_first=way) for way in (False, True))
    return None if day_first is None or month_first is None else (day_first[0].date(), month_first[0].date())


def differs(cell: str) -> bool:
    """Whether a date is another day when its month is read first, and both are days."""
    ways = both_ways(cell)
    return ways is not None and ways[0] != ways[1]


def _fits(cell: str, last_day: date, *, month_first: bool) -> bool:
    found = moment_of(cell, month_first=month_first)
    return found is not None and found[0].date() <= last_day


def seconds_of(cell: str, decimal_sign: str = "") -> int | None:
    """A length of time in seconds: `90`, `1:05:00`, `1h 5m`; 0 for an empty cell, None for no time."""
    text = cell.strip().casefold()
    if not text:
        return 0
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    if match := _SPAN.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return hours * 3600 + minutes * 60 + seconds
    number = number_of(text, decimal_sign)
    return None if number is None else int(number)


def _month(name: str) -> int:
    """The number of a month by its name, 0 for none."""
    start = name.casefold()
    return next((_MONTH_OF[start[:size]] for size in (4, 3) if start[:size] in _MONTH_OF), 0)


def _moment(year: int, month: int, day: int, clock: list[str | None]) -> tuple[datetime, bool] | None:
    hour, minute, second = (*clock, None, None, None)[:3]
    try:
        if hour is None:
            return datetime(year, month, day, NOON), False  # noqa: DTZ001 - files have local times without a zone
        return datetime(year, month, day, int(hour), int(minute or 0), int(second or 0)), True  # noqa: DTZ001
    except ValueError:
        return None
