"""Sets corrected in words: "last one was 7 not 8", "no, 7", "set 1 was 75x8", "the one before was 9".

Which set they are about and what it was; writing it anew is `wording.py`. What stands behind "not" is let go.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.coach.spoken import counted, spoken
from core.model.workout import LoggedSet
from core.training.notation import set_reading as reading
from core.training.set_notation import read_set
from core.units import Unit

_SETS_TOLD = (reading.Sets, reading.Ambiguous, reading.Confirm, reading.Incomplete)
_WAS = r"(?:was|were|should be|should have been|war|waren|hatte)"
_ONLY = r"(?:(?:only|actually|just|really|nur|eigentlich|it was|that was) )*"
_SETS = r"(?P<sets>.*?[0-9].*?)(?:,? (?:not|instead of|nicht|statt|anstatt)\b.*)?"
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
        rf"(?:{_THE}(?:last|previous|letzter?|voriger?)(?: one| set| satz)?(?: i did)?|that|it|das|es) "
        rf"{_WAS} {_ONLY}{_SETS}"
    ),
    re.compile(
        r"(?:(?:oh|no|ok|okay|actually|wait)[, ]+)*(?:no[, ]+wait|no|nope|sorry|oops|actually|correction|"
        r"correct|wrong|i (?:meant|mean)|meant|make (?:it|that)|"
        rf"nein|falsch|korrektur|eigentlich|ich meinte|hoppla)(?: to)?[,:.! ]+{_ONLY}(?P<sets>[0-9].*?)"
        r"(?:,? (?:not|instead of|nicht|statt|anstatt)\b.*)?"
    ),
    re.compile(r"(?P<sets>[0-9][0-9a-z@., ×]*?),? (?:actually|sorry|i mean|i meant|eigentlich|meinte ich)"),
)

_AFTERTHOUGHT = re.compile(
    r",? (?:actually|sorry|i think|my bad|oops|lol|though|eigentlich|glaube? ich|mein fehler)(?: [a-z]+)?$"
)


@dataclass(frozen=True, slots=True)
class Fix:
    """What a set was, in set notation. `number` names it in its exercise, `back` how many came after it.

    `unsure`: it may as well be said of a set that nobody logged yet ("okay, that was eight").
    """

    sets: str
    number: int | None = None
    back: int = 0
    unsure: bool = False

    def of(self, logged: tuple[LoggedSet, ...]) -> LoggedSet | None:
        """The set meant, of a workout's work sets in the order logged; a number is the newest exercise's."""
        if self.number is None:
            return logged[-1 - self.back] if len(logged) > self.back else None
        same = (one for one in logged if one.exercise_index == logged[-1].exercise_index)
        return next((one for one in same if one.set_number == self.number), None)


def fix_said(words: str) -> Fix | None:
    """The correction that a whole message is; None for any other words."""
    return _fix_in(spoken(words)) or _fix_in(counted(spoken(words)))


def _fix_in(heard: str) -> Fix | None:
    for form in _FORMS[:-1]:
        if form.match(heard):
            heard = _AFTERTHOUGHT.sub("", heard)
            break
    for form in _FORMS:
        said = form.fullmatch(heard)
        if said is None or not isinstance(read_set(said["sets"], None, Unit.KG), _SETS_TOLD):
            continue
        told = said.groupdict()
        number = int(told["number"]) if told.get("number") else ORDINALS.get(told.get("ordinal") or "")
        return Fix(told["sets"], number, 1 if told.get("before") else 0, told.get("unsure") is not None)
    return None
