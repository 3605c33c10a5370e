"""Spans of time as lifters say them: "25 minutes left", "gotta leave in 20", "another minute"."""

from __future__ import annotations

import re

from core.coach.hearing import german_phrases as german
from core.coach.hearing.spoken import spoken

SPAN_UNIT = r"(s|secs?|seconds?|m|mins?|minutes?|sekunden?|minuten?)"
_HAVE = r"(?:(?:i |we )?(?:only |just )?(?:have|got)(?: only| just)?|i'?ve (?:only |just )?got|only|just)"
_SPAN = r"(?:[0-9]{1,3} ?(?:m|mins?|minutes?)|half an hour|an hour|1 hour)"
_LEFT = r"(?:left|to go|more|remaining|(?:for )?(?:this|today)|max(?:imum)?)"
_MUST = (
    r"(?:i |we )?(?:(?:have|need|got|has) to|must|gotta|should|need) (?:be )?"
    r"(?:go|leave|run|finish|stop|out|gone|done|off|head out|head off|wrap(?: it)? up)"
    r"(?: (?:here|home|of here))?"
)
_TIME = re.compile(
    rf"{_HAVE} (?P<have>{_SPAN})(?: {_LEFT})?|(?P<left>{_SPAN}) {_LEFT}|"
    rf"(?:{_MUST}|(?:i'?m )?leaving|(?:the )?gym closes|closing) (?:in|within) (?:about )?"
    rf"(?P<go>{_SPAN}|[0-9]{{1,3}})|"
    rf"{german.TIME}"
)
_MORE = re.compile(rf"\b(?P<number>[0-9]{{1,3}}|one|two|an?|another|eine)(?: more)? ?(?P<unit>{SPAN_UNIT})\b")
_SHORT = re.compile(
    r"(?:i'?m )?(?:short on|short of|running out of|no) time|"
    r"(?:i |we )?(?:don'?t|do not) have (?:(?:(?:that |so )?much|a lot of|enough|any) )?time|"
    r"(?:i |we )?(?:don'?t|do not) have all day|"
    r"(?:i'?m )?(?:kinda )?in a (?:hurry|rush)|"
    r"(?:i'?m )?(?:running |a bit )?late|hurry(?: up)?|(?:make it|keep it) (?:quick|short)|"
    r"(?:(?:can|could) (?:you|we|i) )?(?:make (?:it|this) )?(?:a (?:bit|little) )?shorter"
    r"(?: workout| session)?|(?:can (?:you|we) )?shorten (?:it|this|the (?:workout|session))|"
    r"(?:it'?s |this is )?(?:way )?too long|"
    rf"{_MUST}(?: soon| now)?|{german.SHORT}"
)


def minutes_said(words: str) -> int | None:
    """The minutes of "25 minutes left", "I have 20 min", "half an hour left"; None in any other words."""
    said = _TIME.fullmatch(spoken(words))
    if said is None:
        return None
    span = said["have"] or said["left"] or said["go"] or said["noch"] or said["bleiben"]
    number = re.match("[0-9]{2,3}|[0-9]", span)
    if span.endswith(("hour", "stunde")):
        return 30 if "hal" in span else 60
    return int(number.group()) if number else None


def seconds_said(words: str) -> int | None:
    """The seconds of "2 more minutes", "30 s longer", "another minute"; None where no span is named."""
    said = _MORE.search(spoken(words))
    if said is None:
        return None
    number = {"two": 2}.get(said["number"], 1) if not said["number"].isdigit() else int(said["number"])
    return number * (60 if said["unit"].startswith("m") else 1)


def is_short_of_time(words: str) -> bool:
    """Whether words say that there is little time, and not how much."""
    return _SHORT.fullmatch(spoken(words)) is not None
