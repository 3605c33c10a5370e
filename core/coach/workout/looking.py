"""Reading a workout without changing it: the card or result of a set, the message that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.coach.exercises import known_with
from core.coach.workout.finishing import finish_in
from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import bring_next_card, running_rest, watch_idle
from core.coach.workout.scene import Scene, going_on_in, open_scene
from core.coach.workout.standing import (
    Upcoming,
    card_of,
    coming_of,
    exercise_of,
    rested_after,
    still_open,
    still_to_do,
    target_of,
    upcoming,
)
from core.model.exercise import Exercise
from core.model.outcomes import Rest, SetCard, SetLogged, Unlogged
from core.model.workout import SetKind, Slot, Workout
from core.store.athletes import load_athlete
from core.store.cards import newest_card
from core.store.port import Tx
from core.store.workout_messages import MessageKind, message_of
from core.store.workouts import load_workout, open_workout
from core.training.session.timing import minutes_left


def _scene(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Scene | Unlogged:
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    return Scene(tx, athlete, workout, now) if athlete and workout else Unlogged.of("gone")


def logged_at(tx: Tx, athlete_id: int, workout_id: int, slot: Slot, now: datetime) -> SetLogged | Unlogged:
    """The outcome of a set that stands, or of a warm-up while the rest after it runs; else `not_logged`."""
    scene = _scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    rest = running_rest(tx, athlete_id)
    if rest is not None and rest.slot != slot:
        rest = None
    standing = rested_after(scene.workout, slot)
    if standing is None or (standing.kind is SetKind.WARM_UP and rest is None):
        return Unlogged.of("not_logged")
    return outcome_of(scene, (standing,), coming_of(scene), rest, None, corrected=True)


def shown_at(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, now: datetime
) -> SetCard | SetLogged | Unlogged:
    """What the card of a set shows now: its result when it is logged, else what it asks."""
    logged = logged_at(tx, athlete_id, workout_id, slot, now)
    if isinstance(logged, SetLogged):
        return logged
    return asked_at(tx, athlete_id, workout_id, slot, now)


def asked_at(tx: Tx, athlete_id: int, workout_id: int, slot: Slot, now: datetime) -> SetCard | Unlogged:
    """The card of a set that is still to do; `not_next` for one that isn't asked any more."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    is_open = slot.set_number in still_open(scene.workout, scene.athlete).get(slot.exercise_index, ())
    target = target_of(scene.workout, scene.athlete, slot.exercise_index) if is_open else None
    if target is None:
        return Unlogged.of("not_next")
    return card_of(scene, Upcoming(slot, *target))


def current_card(tx: Tx, athlete_id: int, now: datetime) -> SetCard | Unlogged:
    """The card of the set that is next in the open workout."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None:
        return Unlogged.of("nothing_left")
    return card_of(scene, coming)


def place_to_come(tx: Tx, athlete_id: int, exercise_id: str, now: datetime) -> tuple[int, int] | None:
    """The open workout's id and the place in it where sets of an exercise are to come; None for none."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return None
    asked, left = scene.workout.session.prescriptions, still_open(scene.workout, scene.athlete)
    found = (index for index in left if asked[index].exercise_id == exercise_id)
    index = next(found, None)
    return None if index is None else (scene.workout.id, index)


def sets_asked(tx: Tx, athlete_id: int, workout_id: int, exercise_index: int) -> int:
    """How many sets of one exercise of a workout are asked; 0 of one that is not there."""
    workout = load_workout(tx, athlete_id, workout_id)
    asked = workout.session.prescriptions if workout is not None else ()
    return asked[exercise_index].sets if 0 <= exercise_index < len(asked) else 0


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of an open workout: its next card, how many sets, about how many minutes, and the rest."""

    card: SetCard
    sets: int
    minutes: int
    rest: Rest | None = None


def what_is_left(tx: Tx, athlete_id: int, now: datetime) -> Left | Unlogged:
    """How much of the open workout is still to do; `nothing_left` when all is done.

    Of free training no set is asked for: there it is the next card, and no sets.
    """
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None:
        return Unlogged.of("nothing_left")
    free = scene.workout.session.is_free
    left = () if free else tuple(still_to_do(scene.workout, scene.athlete).values())
    return Left(
        card_of(scene, coming),
        sum(one.sets for one in left),
        minutes_left(left, known_with(scene.workout.own)),
        running_rest(tx, athlete_id),
    )


def card_message(tx: Tx, athlete_id: int, workout_id: int) -> tuple[int, int] | None:
    """The (chat, message) of the newest set card, None when none was ever sent."""
    card = newest_card(tx, athlete_id, workout_id)
    return card.place if card else None


def stands_for_workout(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int]) -> bool:
    """Whether a (chat, message) is the newest card or the kept question, which others fold or take away."""
    asked = message_of(tx, workout_id, MessageKind.QUESTION)
    return message in (card_message(tx, athlete_id, workout_id), asked.place if asked else None)


def exercise_at(tx: Tx, athlete_id: int, workout_id: int, exercise_index: int) -> Exercise | None:
    """The exercise in one place of the athlete's own workout."""
    workout = load_workout(tx, athlete_id, workout_id)
    if workout is None or not 0 <= exercise_index < len(workout.session.prescriptions):
        return None
    return exercise_of(workout, exercise_index)


def running_workout(tx: Tx, athlete_id: int) -> Workout | None:
    """The open workout, None when none is."""
    return open_workout(tx, athlete_id)


def bring_card(
    tx: Tx, athlete_id: int, workout_id: int | None, now: datetime, chat_id: int | None = None
) -> Workout | Rest | Unlogged:
    """Have the card of what is next sent again, as the newest message; a rest that runs goes on, and is told.

    With a chat the workout goes on there, should it have been in another one until now.
    A planned workout with nothing left is finished by it; `free_running` is one without a plan or a set yet.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    scene = scene if chat_id is None else going_on_in(scene, chat_id)
    rest = running_rest(tx, athlete_id)
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None and scene.workout.session.is_free:
        return scene.workout if tx.repeat else Unlogged.of("free_running")
    if rest is not None and rest.until > now and coming is not None:
        if not tx.repeat:
            watch_idle(scene)
        return rest  # its bell brings the card
    if tx.repeat:
        return scene.workout
    if coming is None:
        scene = finish_in(scene)
    else:
        watch_idle(scene)
    bring_next_card(scene, Slot(0, 0), "went_on")
    return scene.workout
