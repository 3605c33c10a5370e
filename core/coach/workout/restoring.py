"""A set that was taken back is put back: the second thought after the second thought."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.workout.finishing import finish_in
from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import bring_next_card, running_rest, watch_idle
from core.coach.workout.scene import Scene
from core.coach.workout.standing import upcoming
from core.coach.workout.undoing import SkipUndone, do_after_all
from core.model.outcomes import SetLogged, Unlogged
from core.model.workout import Slot, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card, card_of_set, cards_of_exercise, cards_of_set, keep_card, telling
from core.store.logged_sets import restore_set
from core.store.past import past_set
from core.store.port import Tx
from core.store.workouts import load_workout, newest_workout, touch


def put_back_newest(tx: Tx, athlete_id: int, now: datetime) -> SetLogged | SkipUndone | Unlogged:
    """Let what was taken back last in the newest workout stand again, else do what was passed over last.

    `nothing_taken_back` for neither.
    """
    if tx.repeat:
        return _told_again(tx, athlete_id, now)
    workout = newest_workout(tx, athlete_id)
    last = workout.in_hand if workout is not None else None
    if workout is None or last is None or last in workout.sets:
        return do_after_all(tx, athlete_id, now)
    return put_back(tx, athlete_id, last.id, None, now)


def _told_again(tx: Tx, athlete_id: int, now: datetime) -> SetLogged | SkipUndone | Unlogged:
    """Which set it was is not kept, only that one stands by it: those in hand and next are told anew."""
    athlete, workout = load_athlete(tx, athlete_id), newest_workout(tx, athlete_id)
    if athlete is None or workout is None:
        return Unlogged.of("gone")
    coming, last = upcoming(workout, athlete), workout.in_hand
    changed = {one.slot.exercise_index for one in (coming, last) if one is not None}
    cards = [card for index in sorted(changed) for card in cards_of_exercise(tx, workout.id, index)]
    places = tuple(dict.fromkeys(card.place for card in cards))
    if last is None or last not in workout.sets:
        return SkipUndone(workout.id, places)
    logged = _told(Scene(tx, athlete, workout, now), last.slot)
    return replace(logged, uncovered=tuple(place for place in places if place != logged.card))


def put_back(
    tx: Tx, athlete_id: int, set_id: int, card: tuple[int, int] | None, now: datetime
) -> SetLogged | Unlogged:
    """Log a set again as it stood before it was taken back, shown on its newest card.

    `card` is the (chat, message) pressed, which shows it where it has none; None of words.

    `gone` answers an id that is none or another's, `put_back_before` a set that stands, `place_taken` one
    whose place a new one has, `workout_over` an ended workout. A workout that is complete by it ends; else
    its next card comes.
    """
    kept, athlete = past_set(tx, athlete_id, set_id), load_athlete(tx, athlete_id)
    workout = load_workout(tx, athlete_id, kept.done.workout_id) if kept else None
    if kept is None or workout is None or athlete is None:
        return Unlogged.of("gone")
    taken_back = kept.done
    if kept.stands:
        scene = Scene(tx, athlete, workout, now)
        return _told(scene, taken_back.slot) if tx.repeat else Unlogged.of("put_back_before")
    if workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    slot = taken_back.slot
    if workout.set_at(slot) is not None:
        return Unlogged.of("place_taken")
    if tx.repeat:
        return Unlogged.of("undone_before")
    restore_set(tx, athlete_id, set_id)
    touch(tx, workout.id, now)
    if card is not None and card_of_set(tx, workout.id, *slot) is None:  # one that came since shows it, else
        keep_card(tx, athlete_id, Card(*card, workout.id, *slot))
    fresh = load_workout(tx, athlete_id, workout.id) or replace(workout, sets=(*workout.sets, taken_back))
    return _told(_gone_on(Scene(tx, athlete, fresh, now), slot), slot)


def _gone_on(scene: Scene, slot: Slot) -> Scene:
    """What comes after a set that stands again: a rest that runs goes on, else the next card, or the end."""
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None and not scene.workout.session.is_free:
        scene = finish_in(scene)
        bring_next_card(scene, slot, "workout_over")
        return scene
    watch_idle(scene)
    if coming is not None and running_rest(scene.tx, scene.athlete.id) is None:
        bring_next_card(scene, slot, "put_back")
    return scene


def _told(scene: Scene, slot: Slot) -> SetLogged:
    told, shown = scene.workout.set_at(slot), card_of_set(scene.tx, scene.workout.id, *slot)
    assert told is not None
    card, coming = shown.place if shown else None, upcoming(scene.workout, scene.athlete)
    outcome = outcome_of(scene, (told,), coming, None, card, corrected=True)
    at = (scene.workout.id, *slot)
    above = (one.place for one in cards_of_set(scene.tx, *at))  # the one that said it was taken back, too
    told_on = dict.fromkeys((*telling(scene.tx, *at), *above))
    return replace(outcome, uncovered=tuple(place for place in told_on if place != card))
