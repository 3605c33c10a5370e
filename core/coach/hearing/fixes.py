"""Sets corrected in words: "last one was 7 not 8", "no, 7", "set 1 was 75x8", "the one before was 9".

Which set they are about and what it was; what is asked back first is `words/putting_right.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from core.coach.hearing.spoken import counted, spoken
from core.model.workout import LoggedSet
from core.training.notation import set_reading as reading
from core.training.set_notation import read_set
from core.units import Unit

_SETS_TOLD = (reading.Sets, reading.Ambiguous, reading.Confirm, reading.Incomplete, reading.Effort)
_WAS = r"(?:was|were|should be|should have been|war|waren|hatte)"
_ONLY = r"(?:(?:only|actually|just|really|nur|eigentlich|it was|that was) )*"
_NOT = r"(?:not|instead of|nicht|statt|anstatt)"
_INSTEAD = rf"(?:,? {_NOT}\b(?P<instead>.*))?"
_SETS = rf"(?P<sets>.*?[0-9].*?){_INSTEAD}"
_NUMBERS = r"[0-9]+(?:[.,][0-9]+)?(?: ?(?:kgs?|lbs?|reps?|wdh))?(?: ?[x×] ?[0-9]+)?"
ORDINALS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, words in enumerate(
            (
                "first 1st erste erster",
                "second 2nd zweite zweiter",
                "third 3rd dritte dritter",
                "fourth 4th vierte vierter",
                "fifth 5th fünfte fünfter",
            ),
            start=1,
        )
        for word in words.split()
    }
)
_THE = r"(?:(?:the|my|in|der|mein|im) )?"
_FORMS = (
    re.compile(rf"{_THE}(?:set|satz) #?(?P<number>[0-9]{{1,2}})(?: ?:| {_WAS}) ?{_ONLY}{_SETS}"),
    re.compile(
        rf"{_THE}(?P<ordinal>{'|'.join(ORDINALS)})(?: (?:set|one|satz))?(?: ?:| {_WAS}) ?{_ONLY}{_SETS}"
    ),
    re.compile(
        rf"{_THE}(?P<before>(?:set|one) before(?: (?:last|that|the last(?: one| set)?))?|"
        rf"second[ -](?:to[ -])?last(?: set| one)?|satz davor|vorletzter?(?: satz)?) {_WAS} {_ONLY}{_SETS}"
    ),
    re.compile(
        rf"(?P<unsure>ok(?:ay)?|alright|all right|right|so)[, ]+(?:that|it|das|es) {_WAS} {_ONLY}{_SETS}"
    ),
    re.compile(
        r"(?:(?:oh|ah|no|wait|hm+|sorry|oops)[, ]+)*"
        rf"(?:{_THE}(?:last|previous|letzter?|voriger?)(?: one| set| satz)?(?: i did)?|"
        rf"(?P<points>that|das)|it|es) {_WAS} {_ONLY}{_SETS}"
    ),
    re.compile(
        r"(?:(?:oh|no|ok|okay|actually|wait)[, ]+)*(?:no[, ]+wait|no|nope|sorry|oops|actually|correction|"
        r"correct|wrong|i (?:meant|mean)|meant|make (?:it|that)|"
        rf"nein|falsch|korrektur|eigentlich|ich meinte|hoppla)(?: to)?[,:.! ]+{_ONLY}(?P<sets>[0-9].*?)"
        rf"{_INSTEAD}"
    ),
    re.compile(rf"(?P<alone>(?P<sets>{_NUMBERS}),? {_NOT} (?P<instead>{_NUMBERS}))"),
    re.compile(
        r"(?:i (?:did|got|had) )?(?P<sets>[0-9][0-9a-z@., ×]*?),? "
        r"(?:actually|sorry|i mean|i meant|eigentlich|meinte ich)"
    ),
)

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_AFTERTHOUGHT = re.compile(
    r",? (?:actually|sorry|i think|my bad|oops|lol|though|eigentlich|glaube? ich|mein fehler)(?: [a-z]+)?$"
)


@dataclass(frozen=True, slots=True)
class Fix:
    """What a set was, in set notation. `number` names it in its exercise, `back` how many came after it.

    `unsure`: it may as well be said of a set that nobody logged yet ("okay, that was eight"); `points`: so
    it may once that set has been asked for ("that was 8", "7 not 8"). `instead` is what is denied ("90").
    """

    sets: str
    number: int | None = None
    back: int = 0
    unsure: bool = False
    points: bool = False
    instead: str = ""

    def of(self, logged: tuple[LoggedSet, ...]) -> LoggedSet | None:
        """The set meant, of a workout's work sets in the order logged; a number is the newest exercise's."""
        if self.number is None:
            return logged[-1 - self.back] if len(logged) > self.back else None
        same = (one for one in logged if one.exercise_index == logged[-1].exercise_index)
        return next((one for one in same if one.set_number == self.number), None)

    def is_of(self, set_number: int | None) -> bool:
        """Whether it may be said of the set with this number, which a card shows."""
        return self.back == 0 and self.number in (None, set_number)

    def denies(self, standing: LoggedSet) -> bool:
        """Whether all numbers behind its "not" stand in a set: only then it is surely that one."""
        held = {Decimal(standing.reps), *map(Decimal, standing.sides or ())}
        held |= {standing.load.value.copy_abs()} if standing.load is not None else set()
        return all(Decimal(number.replace(",", ".")) in held for number in _NUMBER.findall(self.instead))


def fix_said(words: str) -> Fix | None:
    """The correction that a whole message is; None for any other words."""
    return _fix_in(spoken(words)) or _fix_in(counted(spoken(words)))


def _is_set(words: str) -> bool:
    """Whether words say a set, be it one with a weight on top of the body: `+35x2`."""
    readings = (read_set(words, asked, Unit.KG) for asked in (None, reading.Asked(bodyweight=True)))
    return any(isinstance(one, _SETS_TOLD) for one in readings)


def _fix_in(heard: str) -> Fix | None:
    for form in _FORMS[:-1]:
        if form.match(heard):
            heard = _AFTERTHOUGHT.sub("", heard)
            break
    for form in _FORMS:
        said = form.fullmatch(heard)
        if said is None or not _is_set(said["sets"]):
            continue
        told = said.groupdict()
        number = int(told["number"]) if told.get("number") else ORDINALS.get(told.get("ordinal") or "")
        return Fix(
            told["sets"],
            number,
            back=1 if told.get("before") else 0,
            unsure=told.get("unsure") is not None,
            points=told.get("alone") is not None or bool(told.get("points") and not told.get("instead")),
            instead=told.get("instead") or "",
        )
    return None
