"""Which logged set a correction in words is about, and what is asked before it is written anew.

The words are read by `hearing/fixes.py`; what then is done with the set is `readings.py`'s.
"""

from __future__ import annotations

from dataclasses import replace

from core.coach.hearing.fixes import Fix, fix_said
from core.coach.words.asking_back import place_of, that_or_next
from core.coach.words.talk import Message, Replied, Talk
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.correcting import corrected
from core.coach.workout.resting import running_rest
from core.coach.workout.scene import Scene
from core.coach.workout.standing import Upcoming
from core.model.outcomes import Unlogged, Which
from core.model.workout import Entry, LoggedSet, SetKind
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit


def put_right(
    scene: Scene, message: Message, replied: Replied | None, coming: Upcoming | None
) -> tuple[Replied | None, Message] | Unlogged | Which:
    """`last one was 7 not 8`, `set 1 was 9` are about that set, as a reply to its card is.

    `okay, that was eight` may be the set after it, and where no 8 stands `7 not 8` may be anything: asked.
    """
    fix = fix_said(message.words)
    if fix is None or (replied is not None and not fix.is_of(replied.slot.set_number)):
        return replied, message
    message = replace(message, words=fix.sets, reply_to=None)
    logged = tuple(one for one in scene.workout.sets if one.kind is not SetKind.WARM_UP)
    if replied is not None:
        meant = scene.workout.set_at(replied.slot)
        if meant is None:
            return replied, message
    else:
        meant = fix.of(logged) if logged else None
        if meant is None and fix.is_of(coming.slot.set_number if coming else None):
            return None, message
    if meant is None:
        return Unlogged.of("not_logged")
    slot = meant.slot
    there = Talk(scene, slot, coming, message, is_reply=replied is not None)
    return _asked(there, fix, meant) or (Replied(scene.workout.id, slot), message)


def _asked(there: Talk, fix: Fix, meant: LoggedSet) -> Which | Unlogged | None:
    """What words leave open: which set they are said of, or whether it was what they deny."""
    resting = running_rest(there.scene.tx, there.scene.athlete.id) is not None
    points = not there.is_reply and fix.points and not resting
    if fix.instead:
        return None if fix.denies(meant) and not points else _to_confirm(there, meant)
    if there.coming is None or not (points or (fix.unsure and not there.is_reply)):
        return None
    return that_or_next(replace(there, slot=there.coming.slot), meant, resting=resting)


def _to_confirm(there: Talk, meant: LoggedSet) -> Which | Unlogged | None:
    """`80 not 90`, where no 90 stands or nobody rests after it any more."""
    entry = _told(there, meant)
    if entry is None:
        return None
    if corrected(meant, entry) == meant:
        return Unlogged.of("already", there.card(), set=meant)
    return Which(*place_of(there), ((entry,),), "not_that", stands=meant)


def _told(there: Talk, meant: LoggedSet) -> Entry | None:
    """The one set that a correction says, its reps as they stand where only a load is said."""
    asked = asked_of(there.scene, there.slot, meant)
    reading = read_set(there.message.words, asked, there.scene.athlete.unit or Unit.KG)
    if isinstance(reading, said.Sets) and len(reading.entries) == 1:
        return entry_of(asked, reading.entries[0])
    if not isinstance(reading, said.Incomplete) or reading.missing is not said.Missing.REPS:
        return None
    return entry_of(asked, replace(reading.entries[0], reps=meant.reps)) if meant.load is not None else None
