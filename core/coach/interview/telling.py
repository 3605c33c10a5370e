"""What one clause tells beside the question that stands: surely that answer, and no other word beside it.

An answer to the question that stands is read more freely, by `answer_words.py`; here a word that is neither
the answer's own nor a small one makes it no answer, so that "i have a power rack" is no goal.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from core.coach.interview import day_words, experience_words
from core.coach.interview.answer_words import SOMEWHERE, WHOLE, hints_in, read_words
from core.coach.interview.answers import HALF, SKIP
from core.coach.interview.gear_words import read_gear, without_gear
from core.model.onboarding import Step
from core.training.typed.max_notation import read_bodyweight
from core.training.typed.max_reading import Rejected
from core.units import Load, Unit

_SMALL = frozenset(
    """i me my i'm im i'd i've ive am is are was be been have has had got get getting want wanna would like
    love need to a an the some any of in at on for with and or also plus but just only really very mostly
    mainly more bit lot lots home house there here can use using access own train training workout workouts
    lift lifting work working go going equipment gear goal aim focus please pls set sets pair couple
    adjustable full complete small old two 2 build gain become yes yeah i'll
    prefer think everything all hi hello hey membership thanks looking trying wants start
    you help make plan program programme routine
    ich will möchte hätte habe hab nur und mit zu hause ein eine einen mein meine meinem kann werden mehr
    bitte aufbauen machen trainieren bekommen im in am zum hallo ein paar""".split()
)
_LEVEL_WORDS = re.compile(
    r"\b(?:begin\w*|newb\w*|noob|novice|new to (?:lifting|the gym)|experience\w*|advanced|intermediate\w*|"
    r"expert|"
    r"powerlifter|bodybuilder|after a break|just start\w*|never (?:lifted|trained)|lift(?:ed|ing)|"
    r"train(?:ed|ing)|"
    r"been|since|seit|trainiere|anfänger\w*|fortgeschritten\w*|erfahren\w*|wiedereinsteig\w*|noch nie)\b"
)
_YEARS = re.compile(r"[0-9]\+? ?(?:years|yrs|jahre)\b")
_AGO = re.compile(r"\b(?:ago|vor|old|alt)\b")
_SHORT_UNITS = ("k", "l", "#", "us", "usa", "american")
_WEIGHT = re.compile(
    r"(?:i weigh|weighing|weigh|my (?:body ?)?weight|body ?weight|bw|weight|ich wiege|"
    r"(?:mein )?(?:körper)?gewicht)"
    r"(?: is| ist| at| about| around| ca| etwa|:)* ?(?P<amount>[0-9]{2,3}(?:[.,][0-9])? ?(?:kgs?|kilos?|"
    r"lbs?|pounds?)?|[0-9]{1,2} ?(?:st|stones?)(?: [0-9]{1,2}(?: ?(?:lbs?|pounds?))?)?)"
    r"|(?:i'?m |im |ich bin )?(?P<before>[0-9]{2,3}(?:[.,][0-9])? ?(?:kgs?|kilos?|lbs?|pounds?))"
    r" (?:body ?weight|bw|körpergewicht)"
)
_NAMES_UNIT = re.compile(r"(?:kg|kilo|lb|pound|st)")


def told_in(step: Step, said: str, today: date) -> str | None:
    """The answer to `step` that a clause in plain spelling tells by itself; None where it tells none."""
    reader = _READERS.get(step)
    return reader(said, today) if reader else None


def weight_in(said: str, unit: Unit | None) -> Load | None:
    """The bodyweight a clause tells; None for none, and for a number that no unit was told for."""
    amount = weight_said(said)
    if amount is None or (unit is None and not _NAMES_UNIT.search(amount)):
        return None
    read = read_bodyweight(amount, unit or Unit.KG)
    return None if isinstance(read, Rejected) else read


def weight_said(said: str) -> str | None:
    """The number of a clause about one's own weight, with the unit where it has one: `82`, `180 lb`."""
    told = _WEIGHT.fullmatch(said)
    return None if told is None else told["amount"] or told["before"]


# Goals where a goal is asked for, other things anywhere else: "begin", "max 3 days", "look at this".
_VAGUE = re.compile(r"\b(?:begin\w*|max|looks?|base|general|anfangen|hate|not|never|don'?t)\b")


def _goal(said: str, _: date) -> str | None:
    if _VAGUE.search(said):
        return None
    found = hints_in(Step.GOAL, said)
    every = "|".join(SOMEWHERE[Step.GOAL].values())
    return found[0] if len(found) == 1 and _small(re.sub(rf"\b(?:{every})\b", " ", said)) else None


def _level(said: str, today: date) -> str | None:
    if _AGO.search(said) or not (_LEVEL_WORDS.search(said) or _YEARS.search(said)):
        return None
    level = experience_words.read_experience(said, today) or read_words(Step.LEVEL, said, today)
    return None if level in (HALF, SKIP) else level


def _unit(said: str, _: date) -> str | None:
    words = [word for word in said.split() if word not in _SMALL]
    if len(words) != 1 or words[0] in _SHORT_UNITS:
        return None
    return next((unit for unit in Unit if re.fullmatch(WHOLE[Step.UNIT][unit], words[0])), None)


def _gear(said: str, _: date) -> str | None:
    gear = read_gear(said)
    surely = gear is not None and re.search(r"[^\W\d]{4}|gym", said) and _small(without_gear(said))
    return gear if surely else None


def _days(said: str, _: date) -> str | None:
    return day_words.read_days(said, alone=False)


def _small(said: str) -> bool:
    return all(word in _SMALL for word in re.sub(r"[^\w\s']+", " ", said).split())


_READERS: dict[Step, Callable[[str, date], str | None]] = {
    Step.DAYS: _days,
    Step.LEVEL: _level,
    Step.UNIT: _unit,
    Step.GEAR: _gear,
    Step.GOAL: _goal,
}
