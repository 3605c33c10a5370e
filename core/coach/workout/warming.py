"""Warm-up sets, one by one or all at once, and the short rests after them. They count as no work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile

from core.coach.workout.resting import running_rest, start_rest, watch_idle
from core.coach.workout.scene import Scene, open_scene
from core.coach.workout.standing import card_of, upcoming, warm_ups_left
from core.model.outcomes import Rest, SetCard, Unlogged
from core.model.session import SetTarget
from core.model.workout import Entry, LoggedSet, SetKind, Slot, Workout
from core.store.cards import newest_card
from core.store.logged_sets import add_sets
from core.store.port import Tx
from core.store.workouts import touch
from core.training.loads.warm_up import rest_after_s

_LIKE_WORK = 0.5  # of the work load: from there a set of all its reps may be a lighter work set. Our choice


@dataclass(frozen=True, slots=True)
class WarmedUp:
    """The card after a warm-up: what is left of it, and the rest that runs, None where none does."""

    card: SetCard
    rest: Rest | None


def warm_ups_done(
    tx: Tx, athlete_id: int, workout_id: int, index: int, now: datetime, up_to: int | None = None
) -> WarmedUp | Unlogged:
    """Log an exercise's warm-up sets as asked, up to a number (from 1; None: all), and rest after them.

    `not_next` answers an exercise that isn't in hand.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or coming.slot.exercise_index != index:
        return Unlogged.of("not_next")
    scene, added = _logged(scene, index, up_to)
    rest = running_rest(tx, athlete_id)
    # told late they need no rest of their own, nor may one hold up a card that is on its way
    if added and not scene.workout.sets_of(index) and _is_asked_now(scene, coming.slot):
        ramp = scene.workout.session.prescriptions[index].warm_ups
        watch_idle(scene)
        rest = start_rest(scene, Slot(index, 0), rest_after_s(ramp, added))
        coming = upcoming(scene.workout, scene.athlete) or coming
    return WarmedUp(card_of(scene, coming), rest)


def _is_asked_now(scene: Scene, slot: Slot) -> bool:
    """Whether the newest card asks for a set."""
    newest = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    return newest is None or newest.slot == slot


def ramp_said(workout: Workout, index: int, entries: tuple[Entry, ...], *, repeat: bool = False) -> int:
    """How far up an exercise's warm-up line some sets go, said as the card says them; 0: they are others.

    Fewer reps are the warm-up, too, and whatever is called one. What is ticked off already is not, nor is
    anything after a work set; a `repeat` of the message that ticked it off is, so that it logs no set.
    """
    asked = () if workout.sets_of(index) else workout.session.prescriptions[index].warm_ups
    left = asked if repeat else warm_ups_left(workout, index)
    places = {warm.load: (place, warm.reps) for place, warm in enumerate(asked, start=1) if warm in left}
    told = [
        places[one.load][0]
        for one in entries
        if one.load in places and (one.kind is SetKind.WARM_UP or _fits(one, places[one.load][1]))
    ]
    return max(told) if len(told) == len(entries) else 0


def as_asked(workout: Workout, index: int, entries: tuple[Entry, ...]) -> bool:
    """Whether each of some sets is a warm-up of the exercise to the rep."""
    asked = {(warm.load, warm.reps) for warm in workout.session.prescriptions[index].warm_ups}
    return all((one.load, one.reps) in asked for one in entries)


def _fits(entry: Entry, reps: int) -> bool:
    return entry.kind is SetKind.WORK and entry.reps <= reps


def may_be_work(entry: Entry, target: SetTarget) -> bool:
    """Whether what is said like a warm-up could be a lighter work set: all its reps at most of its load."""
    if entry.kind is not SetKind.WORK or entry.load is None or target.load is None:
        return False
    return entry.reps >= target.reps and entry.load.g >= target.load.g * _LIKE_WORK


def taken_for_warm_ups(
    workout: Workout, index: int, entries: tuple[Entry, ...], target: SetTarget
) -> tuple[Entry, ...]:
    """Typed sets, those in front as the warm-ups they may be; empty where nothing is as light as one.

    Nobody types `w` who loads plate by plate: while warm-ups are left, a set of no effort told may be one
    that is no heavier than the heaviest of them, with fewer reps than the work asks or no heavier than the
    lightest, or one lighter than the work of at most half its reps.
    """
    left = warm_ups_left(workout, index)
    if not left or workout.sets_of(index):
        return ()
    loads = [warm.load.g if warm.load else 0 for warm in left]
    light = list(takewhile(lambda one: _is_light(one, loads, target), entries))
    made = (replace(one, kind=SetKind.WARM_UP) for one in light)
    return (*made, *entries[len(light) :]) if light else ()


def _is_light(entry: Entry, loads: list[int], target: SetTarget) -> bool:
    if entry.kind is not SetKind.WORK or entry.load is None or entry.rir is not None:
        return False
    lighter = target.load is not None and entry.load.g < target.load.g
    few = entry.reps < target.reps and entry.load.g <= max(loads)
    return few or entry.load.g <= min(loads) or (lighter and 2 * entry.reps <= target.reps)


def _logged(scene: Scene, index: int, up_to: int | None) -> tuple[Scene, int]:
    """The scene with the warm-ups logged that were not yet, and the highest number of those; 0 for none."""
    asked, left = scene.workout.session.prescriptions[index], warm_ups_left(scene.workout, index)
    known = {
        one.set_number
        for one in scene.workout.sets
        if one.exercise_index == index and one.kind is SetKind.WARM_UP
    }
    sets = tuple(
        LoggedSet(
            0,
            scene.workout.id,
            asked.exercise_id,
            index,
            number,
            SetKind.WARM_UP,
            warm.load,
            warm.reps,
            scene.now,
        )
        for number, warm in enumerate(asked.warm_ups[:up_to], start=1)
        if number not in known and warm in left
    )
    if not sets:
        return scene, 0
    kept = add_sets(scene.tx, scene.athlete.id, sets)
    touch(scene.tx, scene.workout.id, scene.now)
    return scene.after(replace(scene.workout, sets=(*scene.workout.sets, *kept))), sets[-1].set_number
