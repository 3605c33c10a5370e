"""Orders about exercises by name: "row first", "skip curls", "2 more sets of bench", "back to squat".

Which order a whole message is and what it names; where that stands in the workout or plan at hand is
`place_called`. Doing it is `workout/rearranging.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from core.catalogue import Catalogue
from core.catalogue.search import named_alone
from core.coach.hearing.phrases import Phrase
from core.coach.hearing.spoken import spoken
from core.coach.own_names import LONGEST_NAME
from core.model.exercise import Exercise

_POLITE = re.compile(
    r"(?:please|ok(?:ay)?|so|now|then|and|hey|coach|um+|uh+|well|actually|maybe|just|"
    r"let'?s(?= (?:switch|go|move|skip|jump|leave|drop|add|begin)\b)|"
    r"(?:can|could|may|shall|should) (?:i|we|you)(?: please)?|let me|we'?ll|"
    r"i(?:'d| would)? (?:want|like|prefer|love|rather)(?: to)?|i wanna|"
    r"(?:i'?m|we'?re) (?:going to|gonna)|gonna|imma|i'?ll|i will|"
    r"bitte|kann ich|können wir|ich (?:will|möchte|würde gern)|lass uns)[, ]+"
)
_AFTER = re.compile(
    r"(?:,? (?:please|for (?:today|now)|today|coach|thanks|thx|bro|man|mate|again|this time|"
    r"bitte|heute|mal))+$"
)
_NAME = r"(?:(?:the|my|some|any|all|those|these|die|das|den|der) )*(?P<name>[^\d]+?)"
_COUNT = r"(?P<count>[1-9]|an?|one|two|three|four|another|einen?|eine|ein|zwei|drei)"
_NUMBERS: Mapping[str, int] = MappingProxyType(
    {"two": 2, "zwei": 2, "three": 3, "drei": 3, "four": 4, **{str(one): one for one in range(1, 10)}}
)
_NOW = r"(?:now |finally |all |jetzt |endlich |wieder )*"
_FREE = r"(?:free|open|available|frei)"
# "the bench isn't free" and "are the racks free" say something else
_NO_ASKING = r"(?!(?:is|are|ist|sind) |.*\b(?:not|no|isn'?t|aren'?t|never|nicht|keine?)\b)"
_STATION = re.compile(
    r"|it|that|this|es|sie|(?:\w+[ -])?(?:rack|bench|machine|bar|barbell|station|platform|cable|stand|spot|"
    r"equipment|gerät|bank|maschine|stange|kabelzug)s?"
)
_FORMS = tuple(
    (phrase, re.compile(form))
    for phrase, forms in (
        (
            Phrase.MORE_SETS,
            (
                rf"(?:add |do |give me )?{_COUNT} (?:more |extra |additional |weitere[nr]? )*"
                rf"(?:sets?|satz|sätze)(?: more| mehr)?(?: (?:of|to|for|on|bei|von))? {_NAME}",
                rf"noch {_COUNT} (?:satz|sätze) {_NAME}",
            ),
        ),
        (
            Phrase.FREE_AGAIN,
            (
                rf"{_NO_ASKING}{_NAME}(?:'s| is| are| ist| sind) {_NOW}{_FREE}(?: now| jetzt| geworden)?",
                rf"(?P<name>){_NOW}{_FREE}(?: now| jetzt)?",
                rf"(?:swap|switch|change)(?: it| that)? back(?: to {_NAME})?",
                r"(?P<name>)(?:undo|take back|cancel) (?:the |that |my )?(?:swap|switch)",
                r"(?P<name>)(?:wieder )?zurück ?tauschen",
            ),
        ),
        (
            Phrase.DO_NEXT,
            (
                rf"(?:do |have |put )?{_NAME} (?:next|after (?:this|that|it)|als nächstes|danach)",
                rf"(?:next(?: is| up)?|then) {_NAME}",
            ),
        ),
        (
            Phrase.DO_LAST,
            (
                rf"(?:do |move |leave |put |push |save |keep )?{_NAME} (?:later|last|at the end|"
                r"to the (?:end|bottom|back)|(?:for|till|until) (?:later|last|the end)|"
                r"später|zuletzt|am ende)",
            ),
        ),
        (
            Phrase.DO_NOW,
            (
                rf"(?:start|begin|open|go on|continue|carry on) with {_NAME}(?: first| instead)?",
                rf"(?:do|move|put|take|bring|train|hit|have) {_NAME} (?:first|now|right now|up|forward|"
                r"to the (?:top|front|start|beginning))",
                rf"let'?s (?:do|hit|train|go (?:for|with)|start) {_NAME}(?: now| first)?",
                rf"(?:let'?s )?(?:go |get |going |come |switch )?back to {_NAME}",
                rf"(?:return|switch|jump|skip|go|move|change|on)(?: on| over| ahead| straight)? to {_NAME}",
                rf"{_NAME} (?:first|now|right now|zuerst|jetzt|vorziehen)",
                rf"mit {_NAME} (?:anfangen|beginnen|starten|weitermachen)",
                rf"zurück zu[mr]? {_NAME}",
                rf"(?:zuerst|erst|jetzt) {_NAME}",
            ),
        ),
        (
            Phrase.HOW_TO,
            (
                rf"how (?:do|should|can|would) (?:i|you|we) (?:do|perform|hold|use) {_NAME}"
                r"(?: right| correctly| properly)?",
                rf"how to (?:do |perform )?{_NAME}(?: right| correctly| properly)?",
                rf"(?:show|explain|teach)(?: me)?(?: how to do)? {_NAME}(?: form| technique)?",
                rf"(?:form|technique|cues?)(?: for| of| on)? {_NAME}",
                rf"{_NAME} (?:form|technique|cues?)",
                rf"wie (?:mache? ich|geht|gehen) {_NAME}(?: richtig)?",
            ),
        ),
        (
            Phrase.LEAVE_OUT,
            (
                r"(?:skip|drop|remove|leave out|leave|cut|delete|cancel|take out|ditch|scratch|omit|"
                r"forget(?: about)?|don'?t do|not doing|i'?m not doing|(?:i'?m )?(?:done|finished) with|"
                rf"enough(?: of)?|without|get rid of) {_NAME}(?: out)?",
                rf"(?:leave|take|cut) {_NAME} (?:out|off)",
                rf"no (?:more )?{_NAME}",
                rf"(?:ohne|keine?n?) {_NAME}(?: mehr)?",
                rf"{_NAME} (?:auslassen|weglassen|streichen|überspringen)",
            ),
        ),
    )
    for form in forms
)
_LAST = frozenset({"last exercise", "last lift", "final exercise", "letzte übung"})
_FOLLOWING = frozenset({"next exercise", "next lift", "following exercise", "nächste übung"})


@dataclass(frozen=True, slots=True)
class Order:
    """What is wished of an exercise called `name`; `count` sets more, `today` where only today is meant."""

    phrase: Phrase
    name: str
    count: int = 1
    today: bool = True


def order_said(words: str) -> Order | None:
    """The order that a whole message may be, None for any other words; what it names may be nothing."""
    heard = spoken(words)
    if not heard or len(heard) > 2 * LONGEST_NAME:
        return None
    while (polite := _POLITE.match(heard)) is not None:
        heard = heard[polite.end() :]
    whole, heard = heard, _AFTER.sub("", heard)
    for phrase, form in _FORMS:
        said = form.fullmatch(heard)
        if said is None:
            continue
        count = said.groupdict().get("count")
        # "no squats" may be for good: the day has to be named
        for_good = phrase is Phrase.LEAVE_OUT and re.match("no |kein", heard) is not None and whole == heard
        return Order(phrase, said["name"] or "", _NUMBERS.get(count or "", 1), not for_good)
    return None


def is_station(name: str) -> bool:
    """Whether what is free again, or swapped back, is named as no exercise: "it", "the machine", nothing."""
    return _STATION.fullmatch(name) is not None


def place_called(
    name: str, order: Sequence[str], coming: Sequence[int], exercises: Catalogue
) -> tuple[int | None, Exercise | None]:
    """Where in `order` (ids by place) an exercise called so stands, and which it is; None, None: none.

    `coming` are the places still to come, in turn: "the last exercise" is the last of them. A short name
    means the one exercise of them that has it in its own ("bench" a dumbbell bench press).
    """
    if name in _LAST or name in _FOLLOWING:
        found = coming[-1:] if name in _LAST else coming[1:2]
        return (found[0], exercises[order[found[0]]]) if found else (None, None)
    meant = named_alone(name[:LONGEST_NAME], exercises)
    if meant is None:
        return None, None
    same = [place for place, one in enumerate(order) if one == meant.id]
    if same:
        return next((place for place in same if place in coming), same[-1]), meant
    said = set(_letters(name))
    alike = [place for place in coming if said <= set(_letters(exercises[order[place]].name))]
    return (alike[0], exercises[order[alike[0]]]) if len(alike) == 1 else (None, meant)


def _letters(name: str) -> list[str]:
    return [word.removesuffix("s") if len(word) > 3 else word for word in re.findall(r"\w+", name.casefold())]
