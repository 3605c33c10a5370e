"""How long somebody has lifted, in their own words: "been lifting 3 yrs", "since 2019", "on and off".

Whole clauses only: each word is one of this grammar, so that "3 workouts each week" or "34 years old" tell
nothing. Numbers of months become a level as the question asks for it: three months, and years.
"""

from __future__ import annotations

import re
from datetime import date

from core.coach.interview.answers import AFTER_BREAK, HALF
from core.model.athlete import Level
from core.training.notation.numerals import read_decimal

# The question's own bounds: three months of lifting, and years. Source: training.md 2.1.
_FEWEST_MONTHS = 3
_YEARS_MONTHS = 24
_MOST_YEARS = 70

_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "half a": 0.5,
    "one and a half": 1.5, "a couple of": 2, "a couple": 2,
    "couple of": 2, "couple": 2, "a few": 3, "few": 3, "several": 4, "many": 5, "some": 3,
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "ein paar": 3, "paar": 3, "einige": 3,
    "einigen": 3, "mehrere": 4, "mehreren": 4, "viele": 5, "vielen": 5, "ein halbes": 0.5,
    "einem halben": 0.5,
}  # fmt: skip
_MONTHS_OF = {
    r"weeks?|wks?|wk|wochen?": 1 / 4,
    r"months?|mos?|mths?|mnths?|monate?n?": 1,
    r"years?|yrs?|yr|y|jahre?n?": 12,
}
UNITS = "|".join(_MONTHS_OF)
_COUNT = "|".join(sorted(map(re.escape, _COUNTS), key=len, reverse=True))
_NUMBER = rf"(?:(?P<count>{_COUNT})|(?P<number>[0-9]{{1,3}}(?:[.,][0-9])?)\+?)"
_TO = r"(?:\s?(?:-|to|or|bis|oder)\s?[0-9]{1,3}\+?)?"
_SPAN = re.compile(rf"{_NUMBER}{_TO}[ -]?(?P<unit>{UNITS})\b(?P<half>\s(?:and|und) (?:a half|ein halbes))?")
_BARE_SPAN = re.compile(r"(?P<unit>years|months|yrs|jahren?|monaten?)")
_SINCE = re.compile(
    r"\b(?:since|from|in|seit|ab)\b(?: (?:about|around|early|late|mid|etwa|ca|anfang|ende|mitte)\b)?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH_NAMES = (
    "january|jan|januar", "february|feb|februar", "march|mar|märz", "april|apr", "may|mai", "june|jun|juni",
    "july|jul|juli", "august|aug", "september|sept?", "october|oct|oktober|okt", "november|nov",
    "december|dec|dezember|dez",
)  # fmt: skip
_FILLING = frozenset(
    """i i've ive i'm im have has been am was lifting lift lifted training train trained gym going working
    weights weight for about around roughly approx approximately almost nearly over like maybe probably now
    of experience in the to at it's its it been doing this already so just yes yeah yep sure regularly
    consistently seriously started begin began starting start more than out only strength
    hitting with my ca ~ on did
    ich trainiere hebe bin habe seit schon etwa ungefähr fast über mehr als jetzt trainiert erfahrung
    krafttraining krafttrainings im dem studio ja jo knapp rund gut mache begonnen angefangen vor erst
    regelmässig regelmäßig""".split()
)
_STARTED = re.compile(r"\b(?:started|began|begun|start|begin|begonnen|angefangen)\b")
_AGO = re.compile(r"\b(?:ago|vor)\b")
_NO = re.compile(r"^(?:no|nope|not|nein)\b")
_BREAK = re.compile(
    r"break|breaks|comeback|used to|coming back|came back|get(?:ting)? back(?: in(?:to)?)?|time off|"
    r"(?:took|taken|had) (?:\w+ ){0,4}off|stopped|quit(?:ted)?|haven'?t (?:lifted|trained) (?:in|for)|"
    r"not (?:lifted|trained) (?:in|for)|(?:[0-9]+|a|few|some|couple) \w+ off|"
    r"pause|wiedereinsteig\w*|wieder angefangen|früher|aufgehört"
)
_HALVES = re.compile(
    r"(?:yes |yeah |ya |well |i guess |kinda |eh |meh |ja |jein )*"
    r"(?:on and off|off and on|on[ /-]off|kinda|kind of|sort of|sorta|sometimes|not regularly|irregularly|"
    r"not consistently|inconsistently|here and there|now and then|occasionally|once a week|a bit|a little|"
    r"more or less|somewhat|so so|barely|not always|now and again|from time to time|half|maybe|perhaps|"
    r"ab und zu|manchmal|unregelmässig|hin und wieder|mal so mal so|so halb|jein|gelegentlich|"
    r"einmal (?:pro|die|in der) woche|ein bisschen|vielleicht)"
    r"(?: (?:i guess|though|lately|tbh|yeah|yes))*"
)
_ON_AND_OFF = re.compile(
    r"\b(?:on and off|off and on|on[ /-]off|off[ /-]on|with (?:some |a few |many |long )?breaks|"
    r"mit (?:\w+ )?pausen)\b"
)
_JUST_NOW = re.compile(
    r"\b(?:last week|this week|this month|last month|yesterday|today|letzte woche|gestern|heute)\b"
)
_LONG = re.compile(
    r"(?:for )?(?:ages|forever|a long time|long time|decades|a decade|my whole life|all my life|"
    r"years and years)|"
    r"since (?:i was (?:[0-9]{1,2}|a (?:kid|teen|teenager))|high ?school|college|school|uni|university|"
    r"covid|the pandemic|corona)|"
    r"ewig|seit ewigkeiten|schon lange|schon immer|seit (?:der schule|meiner jugend)|ein leben lang"
)


def read_experience(said: str, today: date | None) -> str | None:
    """The level that a clause in plain spelling tells of, `AFTER_BREAK`, or `HALF` for "on and off".

    None for what is no such clause, and for what leaves it open. `today` is what "since 2019" counts from.
    """
    words = " ".join(re.sub(r"[!?.,;:()\"]+(?=\s|$)", " ", said).split())
    if _HALVES.fullmatch(words) or _ON_AND_OFF.search(words):
        return HALF
    if _STARTED.search(words) and _told_at_end(words, _JUST_NOW):
        return Level.BEGINNER
    if re.search(rf"\b(?:{_BREAK.pattern})\b", words):
        return AFTER_BREAK
    if _told_at_end(words, _LONG):
        return Level.EXPERIENCED
    if _AGO.search(words):
        words = _AGO.sub(" ", words)
        if not _STARTED.search(words):
            return AFTER_BREAK if _months(_NO.sub(" ", words), today) is not None else None
    months = _months(words, today)
    if months is None:
        return None
    return _level(months)


def _level(months: float) -> str:
    if months < _FEWEST_MONTHS:
        return Level.BEGINNER
    return Level.EXPERIENCED if months >= _YEARS_MONTHS else Level.INTERMEDIATE


def _months(words: str, today: date | None) -> float | None:
    """How long, in months; None where a word is left over that the grammar does not know."""
    since = _since(words, today)
    if since is not None:
        return since
    found = list(_SPAN.finditer(words))
    if len(found) == 1 and _only_filling(words[: found[0].start()] + " " + words[found[0].end() :]):
        return _span_months(found[0])
    bare = _BARE_SPAN.search(words)
    if not found and bare is not None and _only_filling(words.replace(bare[0], " ", 1)):
        return _YEARS_MONTHS if bare[0][0] in "yj" else _FEWEST_MONTHS
    return None


def _span_months(span: re.Match[str]) -> float | None:
    number = read_decimal(span["number"]) if span["number"] else None
    count = _COUNTS[span["count"]] if span["count"] else float(number) if number is not None else None
    if count is None:
        return None
    each = next(months for unit, months in _MONTHS_OF.items() if re.fullmatch(unit, span["unit"]))
    whole = (count + (0.5 if span["half"] else 0)) * each
    return whole if 0 <= whole <= _MOST_YEARS * 12 else None


def _since(words: str, today: date | None) -> float | None:
    """The months since a year, or a month with or without one, counted from its end: the careful reading."""
    if today is None:
        return None
    year = _YEAR.search(words)
    month, rest = None, words
    for number, names in enumerate(_MONTH_NAMES, start=1):
        named = re.search(rf"\b(?:{names})\b", rest)
        if named is not None:
            month, rest = number, rest.replace(named[0], " ", 1)
            break
    if year is not None:
        rest = rest.replace(year[0], " ", 1)
    begun = _SINCE.search(rest) or _STARTED.search(rest)
    if (year is None and month is None) or begun is None:
        return None
    if not _only_filling(_SINCE.sub(" ", rest)):
        return None
    return _counted(int(year[0]) if year else None, month, today)


def _counted(year: int | None, month: int | None, today: date) -> float | None:
    if year is None:
        gone = (today.month - (month or today.month)) % 12
        return float(gone)
    gone = (today.year - year) * 12 + today.month - (month or 12 if year < today.year else month or 1)
    return float(gone) if 0 <= gone <= _MOST_YEARS * 12 else None


def _only_filling(words: str) -> bool:
    return all(word in _FILLING for word in words.split())


def _told_at_end(words: str, pattern: re.Pattern[str]) -> bool:
    found = pattern.search(words)
    return found is not None and _only_filling(words[: found.start()] + " " + words[found.end() :])
