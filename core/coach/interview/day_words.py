"""How many days a week, in people's own words: "3", "3-4", "mon wed fri", "every other day", "whenever".

A range is told as it is, `3-4`: `answers.py` plans its lower end. Seven days and more are its business, too.
"""

from __future__ import annotations

import re

from core.coach.interview.answers import SKIP
from core.coach.interview.german_answers import COUNTS
from core.training.notation.numerals import read_decimal
from core.training.typed.reminder_words import days_named

_COUNTS = {
    "once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "thrice": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "every day": 7, "everyday": 7, "daily": 7, "a couple": 2, "a couple of": 2, "couple": 2,
    "a few": 3, "few": 3, **COUNTS,
}  # fmt: skip
_COUNT = "|".join(sorted(map(re.escape, _COUNTS), key=len, reverse=True)) + "|[0-9]{1,3}"
_UNITS = (
    r"(?: ?(?:x|×|times?|days?|sessions?|workouts?|trainings?|mal|tage?|einheiten|d))?"
    r"(?: ?(?:a|per|/|every|each|in a|of the|pro|die|in der) ?(?:week|wk|woche)| weekly|/w)?"
)
_AROUND = (
    r"(?:(?:i|we|can|could|want|would|will|i'?d|i'?ll|usually|normally|try|to|train|lift|go|do|make|come|"
    r"work out|workout|maybe|about|around|like|say|probably|at least|at most|up to|not more than|"
    r"no more than|max|maximum|only|just|"
    r"roughly|approx|for|on|it'?s|ideally|ich|kann|will|möchte|trainiere|etwa|ungefähr|höchstens|"
    r"mindestens|nur|bis zu|so) )*"
)
_BEHIND = r"(?:[ ,]*(?:please|pls|max|at most|or so|ish|tops|i guess|i think|probably|bitte|ungefähr))*"
_NUMBER = re.compile(
    rf"{_AROUND}(?P<low>{_COUNT})(?:{_UNITS} ?(?:-|to|or|/|,|maybe|oder|bis) ?(?P<high>{_COUNT}))?"
    rf"(?P<units>{_UNITS}){_BEHIND}"
)
_WIDEST = 2  # "3-5" is a range; "1-6" leaves it open
_OPEN = re.compile(
    r"(?:when(?:ever)?(?: i (?:can|have time|feel like it)| possible)|whenever|flexible|"
    r"i'?m flexible|"
    r"(?:it |that )?(?:depends|varies)(?: on .{1,30})?|whatever(?: works| you (?:say|think|want))?|"
    r"you (?:decide|choose|pick)|"
    r"up to you|as (?:often|many|much) as .{1,30}|any(?: day)?|anytime|any time|random(?:ly)?|no idea yet|"
    r"(?:i )?don'?t care|not fixed|egal|wann immer.{0,20}|wenn ich zeit habe|flexibel|unterschiedlich|"
    r"entscheide du|ist mir egal|je nachdem|kommt drauf an)"
)
_EVERY_OTHER = (
    (
        r"every (?:other|second|2nd|2) days?|alternat(?:e|ing) days?|"
        r"jeden (?:zweiten|2\.?) tag|alle (?:zwei|2) tage",
        "3-4",
    ),
    (r"every (?:third|3rd|3|three) days?|jeden (?:dritten|3\.?) tag|alle (?:drei|3) tage", "2-3"),
)


def read_days(said: str, *, alone: bool = True) -> str | None:
    """The days a week that words in plain spelling tell, as `3` or `3-4`, or `SKIP` for "whenever".

    `alone` False takes no bare number, and no leaving it open: the words came at another question.
    """
    for words, days in _EVERY_OTHER:
        if re.fullmatch(_AROUND + f"(?:{words})" + _BEHIND, said):
            return days
    named = days_named(said)
    if named:
        return str(len(named))
    if alone and re.fullmatch(_AROUND + _OPEN.pattern + _BEHIND, said):
        return SKIP
    told = _NUMBER.fullmatch(said)
    if told is None or not (alone or told["units"]):
        return None
    low = _count(told["low"])
    high = _count(told["high"]) if told["high"] else low
    if low is None or high is None or not low <= high <= low + _WIDEST:
        return None
    return str(low) if low == high else f"{low}-{high}"


def _count(word: str) -> int | None:
    number = _COUNTS.get(word) or read_decimal(word)
    return int(number) if number is not None and number == int(number) and number < 100 else None
