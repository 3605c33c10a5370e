"""The day before a set of the past: `yesterday: squat 100x5`, `mon: …`, `2 days ago: …`, `2026-05-01 …`."""

from __future__ import annotations

import re

from core.training.notation.set_reading import PastDay
from core.training.notation.set_words import DAYS_AGO, WEEKDAYS

_HEAD = re.compile(r"(?P<word>[^\W\d_][^\s:\d,]{0,20})\s*[:,]?\s+|(?P<close>[^\W\d_][^\s:\d,]{0,20}):")
_BEFORE_WEEKDAY = re.compile(r"(?:on|last|this|am|letzten|le|el|il|na|no|w|we|в|во|у) ")
_AGO = re.compile(r"(?P<days>[0-9]{1,4}) days? ago\s*[:,]?\s*")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})\s*[:,]?\s+")
_DOTTED = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})?\s*:\s*")


def read_day(folded: str) -> tuple[PastDay, str] | None:
    """The day a plain text begins with, and the rest of it; None when it begins otherwise."""
    before = _BEFORE_WEEKDAY.match(folded)
    start = before.end() if before else 0
    head = _HEAD.match(folded, start)
    if head is not None:
        day = _of_word(head.group("word") or head.group("close"))
        if day is None or (start and day.weekday is None):
            return None
        return day, folded[head.end() :].strip()
    ago = _AGO.match(folded)
    if ago is not None:
        return PastDay(days_ago=int(ago.group("days"))), folded[ago.end() :].strip()
    dated = _ISO.match(folded) or _DOTTED.match(folded)
    if dated is None:
        return None
    year = dated.group("year")
    day_of = (int(dated.group("day")), int(dated.group("month")), int(year) if year else None)
    return PastDay(day=day_of), folded[dated.end() :].strip()


def _of_word(word: str) -> PastDay | None:
    if word in DAYS_AGO:
        return PastDay(days_ago=DAYS_AGO[word])
    return PastDay(weekday=WEEKDAYS[word]) if word in WEEKDAYS else None
