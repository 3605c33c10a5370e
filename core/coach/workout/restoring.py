"""A set that was taken back is put back: the second thought after the second thought."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.workout.finishing import finish_in
from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import bring_next_card, running_rest, watch_idle
from core.coach.workout.scene import Scene
from core.coach.workout.standing import upcoming
from core.model.outcomes import SetLogged, Unlogged
from core.model.workout import Slot, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card, card_of_set, cards_of_set, keep_card, telling
from core.store.logged_sets import restore_set, undone_set
from core.store.past import past_set
from core.store.port import Tx
from core.store.workouts import load_workout, newest_workout, touch


def taken_back_last(tx: Tx, athlete_id: int) -> int | None:
    """The id of the set that was taken back last, where none was logged since; None for none. Reads only."""
    workout = newest_workout(tx, athlete_id)
    last = workout.in_hand if workout is not None else None
    return last.id if last is not None and undone_set(tx, athlete_id, last.id) is not None else None


def put_back(
    tx: Tx, athlete_id: int, set_id: int, card: tuple[int, int] | None, now: datetime
) -> SetLogged | Unlogged:
    """Log a set again as it stood before it was taken back, shown on its newest card.

    `card` is the (chat, message) pressed, which shows it where it has none; None of words.

    `gone` answers an id that is none or another's, `put_back_before` a set that stands, `place_taken` one
    whose place a new one has, `workout_over` an ended workout. A workout that is complete by it ends; else
    its next card comes.
    """
    taken_back = undone_set(tx, athlete_id, set_id)
    if taken_back is None and not tx.repeat:
        kept = past_set(tx, athlete_id, set_id)
        return Unlogged.of("put_back_before" if kept is not None and kept.stands else "gone")
    workout = load_workout(tx, athlete_id, taken_back.workout_id) if taken_back else None
    athlete = load_athlete(tx, athlete_id)
    if taken_back is None or workout is None or athlete is None:
        return Unlogged.of("gone")
    if workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    slot = taken_back.slot
    if workout.set_at(slot) is not None:
        return Unlogged.of("place_taken")
    restore_set(tx, athlete_id, set_id)
    touch(tx, workout.id, now)
    asked_anew = card_of_set(tx, workout.id, *slot)
    if asked_anew is not None:
        card = asked_anew.place  # it came since, and shows the set from now on
    elif card is not None:
        keep_card(tx, athlete_id, Card(*card, workout.id, *slot))
    fresh = load_workout(tx, athlete_id, workout.id) or replace(workout, sets=(*workout.sets, taken_back))
    scene = Scene(tx, athlete, fresh, now)
    return _went_on(scene, slot, card)


def _went_on(scene: Scene, slot: Slot, card: tuple[int, int] | None) -> SetLogged:
    """What comes after a set that stands again: a rest that runs goes on, else the next card, or the end."""
    told = scene.workout.set_at(slot)
    assert told is not None
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None and not scene.workout.session.is_free:
        scene = finish_in(scene)
        bring_next_card(scene, slot, "workout_over")
    else:
        watch_idle(scene)
        if coming is not None and running_rest(scene.tx, scene.athlete.id) is None:
            bring_next_card(scene, slot, "put_back")
    outcome = outcome_of(scene, (told,), coming, None, card, corrected=True)
    at = (scene.workout.id, *slot)
    above = (one.place for one in cards_of_set(scene.tx, *at))  # the one that said it was taken back, too
    told_on = dict.fromkeys((*telling(scene.tx, *at), *above))
    return replace(outcome, uncovered=tuple(place for place in told_on if place != card))
