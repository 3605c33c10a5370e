"""What lifters say beside the sets that needs an answer of its own: "never squat", "i only have dumbbells".

Whole messages only, read when nothing else is meant by them. Phrases heard in a workout are
`hearing/phrases.py`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.catalogue import Catalogue
from core.catalogue.search import named_alone, of_muscle
from core.coach.hearing.phrases import Phrase
from core.coach.hearing.sore_words import parts_said
from core.coach.hearing.spoken import spoken
from core.coach.interview.answer_words import read_words
from core.model.athlete import Gear
from core.model.onboarding import Step
from core.model.soreness import SorePart

LONGEST_ALONE = 40
_SHORTEST_MINUTES = 5  # what is shorter is no time for a workout

_MINUTES = re.compile(r"(?P<minutes>[0-9]{1,3}) ?(?:mins?|minutes?|minuten)|half an hour|eine halbe stunde")
_FREE = re.compile(
    r"(?:is|are) (?:the |my |any |a )?(?:\w+[ -]?){1,3} (?:free|available|open)|"
    r"(?:ist|sind) (?:die |der |das |ein |eine )?(?:\w+[ -]?){1,3} frei"
)
_NEVER = re.compile(
    r"(?:please )?(?:never|no(?: more)?|exclude|avoid|leave out|don'?t (?:ever )?(?:plan|give me|show me)|"
    r"stop (?:planning|giving me)|"
    r"i (?:hate|never do|don'?t do|don'?t want(?: to do)?|can'?t stand|won'?t do)) "
    r"(?:plan |do |me )?(?:any |the )?(?P<name>.+?)(?: (?:again|anymore|any more|please))?|"
    r"(?:nie wieder|nie|niemals|bitte keine?n?|plane? keine?n?|ich hasse) (?P<named>.+?)(?: mehr)?"
)
# Wished for: its card has the buttons for a favourite and for adding it.
_WISHED = re.compile(
    r"(?:please )?(?:add|favou?rites?:?|(?:can|could|may) i do|"
    r"i (?:want|love|like|prefer|would like|would love)(?: to do)?|i'd (?:like|love)(?: to do)?) "
    r"(?:the |some )?(?P<name>.+?)(?: (?:to|in) (?:my|the) (?:plan|workout)s?)?(?: (?:too|please|instead))*|"
    r"(?:ich (?:mag|liebe|will|möchte)|lieblingsübung:?) (?P<named>.+?)(?: (?:machen|bitte))*"
)
_ONLY = re.compile(
    r"(?:\w+'?\w* ){0,4}(?:only|just|nur)\b.*|"
    r"(?:\w+ ){0,2}(?:no|keine) (?:equipment|weights|gewichte|geräte)\b.*"
)
_HEALED = re.compile(
    r"\b(?:fine|ok(?:ay)?|healed|all good|good again|(?:much )?better|no longer hurts|"
    r"(?:doesn'?t|don'?t|no longer) hurts?|(?:is|are) good|wieder (?:gut|fit|ok)|"
    r"(?:tut|tun) nicht mehr weh|nicht mehr weh)\b"
)


@dataclass(frozen=True, slots=True)
class Aside:
    """What was meant; `minutes`, `gear`, the ids of `exercises` or `sore` parts where the words name them."""

    phrase: Phrase
    minutes: int | None = None
    gear: Gear | None = None
    exercises: tuple[str, ...] = ()
    sore: tuple[SorePart, ...] = ()


def aside(words: str, exercises: Catalogue) -> Aside | None:
    """What a whole message means beside the sets, None for anything else."""
    heard = spoken(words)
    if not heard or len(heard) > LONGEST_ALONE:
        return None
    minutes = _MINUTES.fullmatch(heard)
    if minutes is not None:
        span = int(minutes["minutes"] or 30)
        return Aside(Phrase.MINUTES, minutes=span) if span >= _SHORTEST_MINUTES else None
    if _FREE.fullmatch(heard):
        return Aside(Phrase.IS_IT_FREE)
    never = _NEVER.fullmatch(heard)
    if never is not None:
        named = _called(never["name"] or never["named"], exercises)
        return Aside(Phrase.NEVER_PLAN, exercises=named[:1]) if len(named) == 1 else None
    wished = _WISHED.fullmatch(heard)
    named = _called(wished["name"] or wished["named"], exercises) if wished is not None else ()
    if named:
        return Aside(Phrase.EXERCISE, exercises=named)
    gear = read_words(Step.GEAR, heard) if _ONLY.fullmatch(heard) else None
    if gear is not None:
        return Aside(Phrase.OTHER_GEAR, gear=Gear(gear))
    if _HEALED.search(heard) and (parts := parts_said(heard)):
        return Aside(Phrase.HEALED, sore=parts[:1])
    alone = _called(heard, exercises)
    return Aside(Phrase.EXERCISE, exercises=alone) if alone else None


def gear_said(words: str) -> Gear | None:
    """The equipment that a word or two name (`machines`, `my dumbbells`); None for more, or anything else."""
    gear = read_words(Step.GEAR, words) if len(words.split()) <= 2 else None
    return Gear(gear) if gear is not None and gear in tuple(Gear) else None


def _called(name: str, exercises: Catalogue) -> tuple[str, ...]:
    """The exercise called so, but for a slip, or those of a muscle called so; empty for other words."""
    alone = named_alone(name, exercises)
    if alone is not None:
        return (alone.id,)
    return tuple(one.id for one in of_muscle(name, exercises))
