"""What a set still lacks was asked for, and words fill it in: reps, weight, exercise, or all but that.

The question keeps the rest as set notation with a gap: `Row 40 kg x {}`, `{} x 6 @8`, `{} 80x8`, `Row {}`.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from core.catalogue.search import named_alone
from core.coach.exercises import exercises_of
from core.coach.hearing.spoken import spoken
from core.coach.words.talk import Message
from core.coach.workout.asked import asked_of
from core.coach.workout.scene import Scene, open_scene
from core.coach.workout.standing import upcoming
from core.model.awaited import Awaited
from core.store.athletes import load_athlete
from core.store.cards import newest_card
from core.store.port import Tx
from core.store.workouts import last_touch, open_workout
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit

GAP = "{}"
NUMBERS_WAIT = timedelta(minutes=3)  # a bare number is a set again by then; ours
_FAR_FROM_REPS = 3  # so many times the reps told is a weight and no other count of them; ours
_WEIGHT = re.compile(r"(?P<number>[0-9]{1,4}(?:[.,][0-9]{1,2})?) ?(?P<unit>kg|kilos?|lbs?|pounds?)?")
_ALL_BUT_NAME = re.compile(r"(?:^| )(?:-?[0-9.]+ (?:kg|lb) x \{\}|\{\}.*)$")
_LACKS_NAME = re.compile(r"\{\} (?!x )")
_WEIGHT_TOLD = re.compile(r"(-?[0-9.]+ (?:kg|lb)) x")
_REPS_TOLD = re.compile(r"x ([0-9]{1,3})")
_ANY_EXERCISE = (None, said.Asked(bodyweight=True))
_SETS = said.Sets | said.Ambiguous | said.Confirm | said.Incomplete


def completed(tx: Tx, athlete_id: int, message: Message, waiting: Awaited, now: datetime) -> str:
    """The set that words make with what the question keeps of it; "" where they are no answer to it."""
    gapped = next((one.label for one in waiting.choices if not one.press), "")
    touched = last_touch(tx, athlete_id)
    if not gapped or (touched is not None and touched > waiting.asked_at):
        return ""
    workout = open_workout(tx, athlete_id)
    card = newest_card(tx, athlete_id, workout.id) if workout is not None else None
    is_above = card is not None and card.message_id > waiting.message_id and message.reply_to is None
    told = "" if is_above else _fills(tx, athlete_id, message, gapped, waiting, now)
    if told:
        return gapped.replace(GAP, told)
    name = _ALL_BUT_NAME.sub("", gapped)
    lacks_weight = f"{GAP} x" in gapped
    if not name or (lacks_weight and _WEIGHT.fullmatch(spoken(message.words))):
        return ""  # a weight that comes too late is no reps
    alone = gapped == f"{name} {GAP}"  # where a part was asked for, a card since then asks anew
    if is_above and not (alone and _is_not_of_card(tx, athlete_id, message, now)):
        return ""
    return f"{name} {message.words}" if _is_of_named(message, waiting) else ""


def _fills(
    tx: Tx, athlete_id: int, message: Message, gapped: str, waiting: Awaited, now: datetime
) -> str:
    """What words put into the gap: a name, reps, or a weight."""
    if _LACKS_NAME.match(gapped):
        return message.words if named_alone(message.words, exercises_of(tx, athlete_id)) else ""
    if message.reply_to is None and now - waiting.asked_at > NUMBERS_WAIT:
        return ""
    if gapped.endswith(GAP):
        return _reps_in(message.words, gapped)
    athlete = load_athlete(tx, athlete_id)
    return _weight_in(message.words, gapped, waiting, (athlete.unit if athlete else None) or Unit.KG)


def _reps_in(words: str, gapped: str) -> str:
    """Reps, and what else is said of sets, that all have the weight which is told already."""
    weight = _WEIGHT_TOLD.search(gapped)
    alone = read_set(weight[1], None, Unit.KG) if weight is not None else None
    if weight is None or not isinstance(alone, said.Incomplete):
        return ""
    whole = read_set(f"{weight[1]} x {words}", None, Unit.KG)
    loads = {one.load for one in whole.entries} if isinstance(whole, said.Sets) else set()
    return words if loads == {alone.entries[0].load} else ""


def _weight_in(words: str, gapped: str, waiting: Awaited, unit: Unit) -> str:
    """A weight alone, of an exercise that was named any.

    Of the card's a bare number stands on a button or is far above the reps: else it may be such.
    """
    told, reps = _WEIGHT.fullmatch(spoken(words)), _REPS_TOLD.search(gapped)
    if told is None:
        return ""
    offered = {one.label.split()[0]: one.label.partition(" × ")[0] for one in waiting.choices if one.press}
    number = told["number"]
    far = reps is not None and float(number.replace(",", ".")) > _FAR_FROM_REPS * int(reps[1])
    sure = far or not gapped.startswith(GAP)
    return told[0] if told["unit"] else offered.get(number, f"{number} {unit.value}" if sure else "")


def _is_of_named(message: Message, waiting: Awaited) -> bool:
    """Whether words are sets of what was named. A number below several buttons may be one of those."""
    choices = [one for one in waiting.choices if one.press]
    counts = message.words.strip().isdecimal() and int(message.words) <= len(choices)
    return _reading(message.words) is not None and not (counts and len(choices) > 1)


def _is_not_of_card(tx: Tx, athlete_id: int, message: Message, now: datetime) -> bool:
    """Whether sets tell another load than the card asks that came since: bare reps, and its load, are its."""
    scene = open_scene(tx, athlete_id, None, now)
    coming = upcoming(scene.workout, scene.athlete) if isinstance(scene, Scene) else None
    if not isinstance(scene, Scene) or coming is None:
        return True
    asked = asked_of(scene, coming.slot)
    reading = read_set(message.words, asked, scene.athlete.unit or Unit.KG)
    told = reading.entries if isinstance(reading, said.Sets | said.Incomplete) else ()
    loads = {one.load for one in told if one.load is not None}
    return bool(loads) and asked.load not in loads


def _reading(words: str) -> said.Reading | None:
    """Sets that words are of some exercise, whichever it is."""
    readings = (read_set(words, asked, Unit.KG) for asked in _ANY_EXERCISE)
    return next((one for one in readings if isinstance(one, _SETS)), None)
