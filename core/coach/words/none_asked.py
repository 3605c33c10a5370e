"""Words that are about the set a card asks for, while no card asks for any: an exercise has ended by pain."""

from __future__ import annotations

from core.coach.words.talk import Talk
from core.coach.workout.resting import bring_next_card, nothing_asked
from core.model.outcomes import Unlogged
from core.model.workout import Slot
from core.training.notation import set_reading as said

_NODS = said.Done | said.Same | said.Skip
_OF_WHAT_IS_ASKED = said.Sets | said.Effort | said.Shift | said.Ambiguous | said.Confirm | said.Incomplete


def unasked(talk: Talk, reading: said.Reading) -> Unlogged | None:
    """Brings the next card instead: `goes_on` for a nod, `none_asked` for numbers. None: they are of a set.

    A reply is about its card, and a set that names its exercise about that.
    """
    if talk.is_reply or talk.is_named or not isinstance(reading, _NODS | _OF_WHAT_IS_ASKED):
        return None
    if not nothing_asked(talk.scene):
        return None
    if not talk.scene.tx.repeat:
        bring_next_card(talk.scene, Slot(0, 0), "asked_for")
    return Unlogged.of("goes_on" if isinstance(reading, _NODS) else "none_asked")
