"""What follows from a set that was written anew: the next target, the rest after it, its cards."""

from __future__ import annotations

from dataclasses import replace

from core.coach.workout.logged import outcome_of
from core.coach.workout.pausing import rest_anew
from core.coach.workout.resting import refresh_overview, rest_after
from core.coach.workout.scene import Scene
from core.coach.workout.standing import coming_of
from core.model.outcomes import SetLogged
from core.model.workout import LoggedSet, Slot
from core.store.cards import card_of_set, telling


def card_of_slot(scene: Scene, slot: Slot) -> tuple[int, int] | None:
    """The (chat, message) that shows one set, None when none does."""
    card = card_of_set(scene.tx, scene.workout.id, *slot)
    return card.place if card else None


def retell(scene: Scene, told: LoggedSet) -> SetLogged:
    """What follows from a corrected set: the next target and the rest before it are reckoned again."""
    refresh_overview(scene)
    sets = tuple(told if done.id == told.id else done for done in scene.workout.sets)
    before, scene = scene, scene.after(replace(scene.workout, sets=sets))
    coming, slot = coming_of(scene), told.slot
    rest_anew(before, scene, slot)
    rest = rest_after(scene, slot)
    outcome = outcome_of(scene, (told,), coming, rest, card_of_slot(scene, slot), corrected=True)
    told_on = telling(scene.tx, scene.workout.id, *slot)
    return replace(outcome, uncovered=told_on)
