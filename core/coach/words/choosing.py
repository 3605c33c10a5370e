"""A list was shown, and words choose from it: "1", "the second one", "dumbbell bench", "the last", "none".

A bare number may be a set as well: where that is plausible, both are asked. Whose turn it is when several
menus were opened is `awaiting.py`'s; the newest waits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from core.catalogue.search import named_alone
from core.catalogue.typos import mended
from core.coach.exercises import exercises_of
from core.coach.hearing.phrases import Phrase, phrase_of
from core.coach.hearing.spoken import spoken
from core.coach.words.awaiting import still_asked
from core.coach.words.completing import NUMBERS_WAIT, completed
from core.coach.words.talk import Message
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.scene import open_scene
from core.coach.workout.standing import upcoming
from core.model.awaited import About, Awaited, Choice
from core.model.outcomes import Unlogged, Which
from core.store.awaited import drop_if_waiting
from core.store.port import Tx
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit

_ORDINALS: Mapping[str, int] = MappingProxyType(
    {
        word: place
        for place, words in enumerate(
            (
                "first 1st one erste erster erstes eins top",
                "second 2nd two zweite zweiter zweites zwei middle",
                "third 3rd three dritte dritter drittes drei",
                "fourth 4th four vierte vierter viertes vier",
            )
        )
        for word in words.split()
    }
)
_LAST = frozenset({"last", "bottom", "letzte", "letzter", "letztes"})
_ROUND = re.compile(
    r"^(?:(?:i'?ll|i will|let'?s|we|take|do|try|use|go|give|me|with|for|pick|choose|i|want|would|like|rather|"
    r"maybe|ok(?:ay)?|um+|uh+|the|option|number|nr\.?|my|your|ich|nehme?|nimm|mach(?:e|en)?|lieber|"
    r"die|der|das|dann)[ ,]+)+|"
    r"(?:[ ,]+(?:please|one|option|then|thanks|coach|it is|instead|bitte|dann))+$"
)
_NONE = re.compile(
    r"(?:none|neither|nothing|nope|nah|no|not (?:any|those|these)|no thanks?(?: you)?|never ?mind|cancel|"
    r"leave it|keep it|forget it|stop|none of (?:them|these|those|the above)|nothing(?: hurts)?|"
    r"nein(?: danke)?|kein(?:e|er|es|en|s)?(?: davon)?|nichts(?: davon)?|doch nicht|egal|lass mal)"
)
_YES = re.compile(r"(?:yes|yeah|yep|yup|ya|sure|yes please|do it|of course|ja|jawohl|gerne?|klar)")
_NUMBER = re.compile(r"#?([1-9])[.)]?")
_SPAN = re.compile(r"([0-9]{1,4})(?:[–-]([0-9]{1,4}))?(?![.,0-9])")
_SHORTEST, _SLIPS_FROM = 3, 5  # letters of a word that may name a choice, and of one that may have a slip


@dataclass(frozen=True, slots=True)
class Picked:
    """What some words choose; None as choice: none of the list. `or_set` where they may be a set as well.

    `tells` is the set they complete where a part of it is asked for, or the correction where it is asked what
    a set was, in other numbers than its own.
    """

    choice: Choice | None
    waiting: Awaited
    or_set: Which | None = None
    tells: str = ""


def answered(tx: Tx, athlete_id: int, waiting: Awaited) -> None:
    """A list is answered, and waits no longer; one that came of it does."""
    drop_if_waiting(tx, athlete_id, waiting)


def picked(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Picked | None:
    """What a typed message chooses from the list that was just shown; None for anything else. Reads only."""
    waiting = still_asked(tx, athlete_id, message, now)
    if waiting is None or waiting.about is not About.CHOICE or phrase_of(message.words) is Phrase.CHEST:
        return None
    tells = completed(tx, athlete_id, message, waiting, now)
    choices = [one for one in waiting.choices if one.press]
    if tells or not choices:
        return Picked(None, waiting, tells=tells) if tells else None
    heard, soon = spoken(message.words), now - waiting.asked_at <= NUMBERS_WAIT
    found = _pick(tx, athlete_id, heard, choices)
    if found is None:
        reading = read_set(message.words, None, Unit.KG) if waiting.subject else None
        told = isinstance(reading, said.Sets | said.Ambiguous | said.Incomplete)
        return Picked(None, waiting, tells=f"set {waiting.subject} was {heard}") if told else None
    number = heard.strip("#.)").isdecimal() and message.reply_to is None
    if number and not soon:
        return None
    asked = number and not waiting.subject  # "what was it?" is answered by a number
    or_set = _as_a_set(tx, athlete_id, message.words, now) if asked else None
    return Picked(found if isinstance(found, Choice) else None, waiting, or_set)


def _pick(tx: Tx, athlete_id: int, heard: str, choices: Sequence[Choice]) -> Choice | str | None:
    """The choice that words name, "" for none of them; None where they say nothing about the list."""
    declining = next((one for one in choices if one.declines), "")
    offered = [one for one in choices if not one.declines]
    same = next((one for one in choices if spoken(one.label) == heard), None)
    if same is not None:
        return same
    if _NONE.fullmatch(heard):
        return declining
    if _YES.fullmatch(heard):
        wished = [one for one in offered if one.main] or offered
        return wished[0] if len(wished) == 1 else None
    core = _ROUND.sub("", _ROUND.sub("", heard, count=1), count=1).strip() or heard
    numbered = any(one.label[:1].isdigit() for one in choices)
    place = None if numbered and core.isdecimal() else _place(core, len(choices))
    if place is not None:
        return choices[place]
    if core.isdecimal():
        counted = [one for one in choices if _counts(one, int(core))]
        return counted[0] if len(counted) == 1 else None
    return None if any(sign.isdigit() for sign in core) else _named(tx, athlete_id, core, choices)


def _counts(choice: Choice, number: int) -> bool:
    """Whether a label begins with that number, or a span it lies in: `25 min`, `1–2 left`.

    Not so of a set: "80" below `80 kg × 45` may be the load of what comes next.
    """
    found = None if "×" in choice.label else _SPAN.match(spoken(choice.label))
    return found is not None and int(found[1]) <= number <= int(found[2] or found[1])


def _place(core: str, many: int) -> int | None:
    number = _NUMBER.fullmatch(core)
    place = int(number[1]) - 1 if number else _ORDINALS.get(core)
    if core in _LAST:
        place = many - 1
    return place if place is not None and place < many else None


def _named(tx: Tx, athlete_id: int, core: str, choices: Sequence[Choice]) -> Choice | None:
    """The one choice called so: by the exercise it is, else by words of its label, a slip forgiven."""
    if any(one.means for one in choices):
        meant = named_alone(core, exercises_of(tx, athlete_id))
        if meant is not None:
            return next((one for one in choices if one.means == meant.id), None)
    known = frozenset(word for one in choices for word in _words(one) if len(word) >= _SLIPS_FROM)
    words = re.findall(r"[^\W\d_]+", mended(core, known))
    if not words or max(map(len, words)) < _SHORTEST:
        return None
    fitting = [one for one in choices if set(words) <= set(_words(one))]
    first = [one for one in fitting if words[0] == _words(one)[0]]
    found = fitting if len(fitting) == 1 else first
    return found[0] if len(found) == 1 else None


def _words(choice: Choice) -> list[str]:
    return re.findall(r"[^\W\d_]+", f"{spoken(choice.label)} {choice.means.replace('_', ' ')}")


def _as_a_set(tx: Tx, athlete_id: int, words: str, now: datetime) -> Which | None:
    """The set that a bare number may be instead, where so many reps are plausible."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return None
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None:
        return None
    asked = asked_of(scene, coming.slot)
    reading = read_set(words, asked, scene.athlete.unit or Unit.KG)
    if not isinstance(reading, said.Sets) or len(reading.entries) > 1:
        return None
    entry = entry_of(asked, reading.entries[0])
    if entry.load is None and asked.takes_load and not asked.bodyweight:
        return None
    return Which(scene.workout.id, *coming.slot, ((entry,),), "two_readings")
