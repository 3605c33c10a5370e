"""Which card of a workout can be tapped, and what each message of it shows now.

The newest card is the only one with buttons that lead on; every older one shows, folded, what became of its
set. Whatever presses, words or timers bring about, what they show is asked here. Reads, never writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.coach.workout.logged import asks_comfort, told_on
from core.coach.workout.looking import shown_at
from core.coach.workout.resting import TimerKind, running_rest
from core.coach.workout.scene import Scene
from core.coach.workout.standing import coming_of, exercise_of, goes_on, news_of
from core.model.old_card import OldCard
from core.model.outcomes import Rest, SetCard, SetLogged, Unlogged
from core.model.workout import Slot, WorkoutState
from core.store import timers
from core.store.athletes import load_athlete
from core.store.cards import (
    Card,
    card_of_exercise,
    card_of_message,
    card_of_set,
    newest_card,
    telling,
    telling_all,
)
from core.store.past import past_set
from core.store.port import Tx
from core.store.workouts import load_workout


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest card's (chat, message), its set, and what it shows: what it asks, or its result.

    `shows` None: its set is asked no more. `is_leaving`: the next card is on its way, and folds this one.
    `rest` is one that runs before the set, after a warm-up; a rest after the set is in its result.
    """

    place: tuple[int, int]
    slot: Slot
    shows: SetCard | SetLogged | None
    rest: Rest | None = None
    is_leaving: bool = False

    @property
    def stays(self) -> bool:
        """Whether it has something to show, and goes on standing."""
        return self.shows is not None and not self.is_leaving

    @property
    def has_result(self) -> bool:
        """Whether it tells a logged set, and asks for none."""
        return isinstance(self.shows, SetLogged)


@dataclass(frozen=True, slots=True)
class ChatCards:
    """The card that stands, None where none was sent, and the asked-about messages that are older cards.

    `theirs` is False where the workout is somebody else's, or gone: then nothing is shown in it.
    """

    standing: Standing | None
    older: tuple[OldCard, ...]
    theirs: bool = True


def cards_at(
    tx: Tx, athlete_id: int, workout_id: int, messages: tuple[tuple[int, int], ...], now: datetime
) -> ChatCards:
    """What the newest card of a workout shows now, and those of some (chat, message) that are older ones.

    One whose set was never done, in a workout that is over, is one of those although it is the newest.
    """
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return ChatCards(None, (), theirs=False)
    scene = Scene(tx, athlete, workout, now)
    newest = newest_card(tx, athlete_id, workout_id)
    standing = _standing(scene, newest) if newest else None
    stands = standing is not None and (standing.shows is not None or standing.is_leaving)
    older = []
    for message in messages:
        card = card_of_message(tx, athlete_id, *message)
        same = stands and newest is not None and message == newest.place
        if card is not None and card.workout_id == workout_id and not same:
            folded = _as_it_folds(scene, card, Slot(0, 0))
            older += [folded] if folded else []
    return ChatCards(standing, tuple(older))


def standing_card(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Standing | None:
    """The newest card and what it shows now; None when none was ever sent."""
    return cards_at(tx, athlete_id, workout_id, (), now).standing


def cards_of_past_set(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> tuple[OldCard, ...]:
    """The older cards that tell one set, standing or taken back, as they show it now."""
    kept = past_set(tx, athlete_id, set_id)
    if kept is None:
        return ()
    done = kept.done
    places = telling(tx, done.workout_id, *done.slot)
    return cards_at(tx, athlete_id, done.workout_id, places, now).older


def _standing(scene: Scene, card: Card) -> Standing:
    slot, place = card.slot, card.place
    is_leaving = timers.is_standing(scene.tx, scene.athlete.id, TimerKind.NEXT)
    shown = shown_at(scene.tx, scene.athlete.id, scene.workout.id, slot, scene.now)
    if isinstance(shown, Unlogged):
        return Standing(place, slot, None, is_leaving=is_leaving)
    rest = running_rest(scene.tx, scene.athlete.id)
    before = rest is not None and rest.slot == (slot.exercise_index, 0)
    return Standing(place, slot, shown, rest if before and isinstance(shown, SetCard) else None, is_leaving)


def old_card(scene: Scene, after: Slot) -> OldCard | None:
    """The card that stands in the chat now, with what became of its set; None when there is none.

    `after` is what brings the next one: the set just logged or passed over, set_number 0 for anything else.
    """
    card = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    return _as_it_folds(scene, card, after) if card is not None else None


def card_above(scene: Scene, exercise_index: int) -> OldCard | None:
    """Of an exercise that goes on below another's card, the one that told its sets; None where none did.

    A set that was passed over may have told them all: its card does no longer, for another one is to come.
    """
    card = card_of_exercise(scene.tx, scene.workout.id, exercise_index)
    newest = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if card is None or newest is None or card.place == newest.place:
        return None
    above = _as_it_folds(scene, card, Slot(0, 0))
    tells = above is not None and (above.logged is not None or above.skipped)
    return above if tells else None


def card_before(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> OldCard | None:
    """The card that stands, as it folds once another message takes its place; None when there is none."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return None
    return old_card(Scene(tx, athlete, workout, now), Slot(0, 0))


def folded_cards(scene: Scene) -> tuple[OldCard, ...]:
    """Of each exercise of an ended workout the card that tells all its sets, as it shows them now."""
    places = range(len(scene.workout.session.prescriptions))
    cards = (card_of_exercise(scene.tx, scene.workout.id, place) for place in places)
    folded = (_as_it_folds(scene, card, Slot(0, 0)) for card in cards if card is not None)
    return tuple(one for one in folded if one is not None)


def _as_it_folds(scene: Scene, card: Card, after: Slot) -> OldCard | None:
    if card.exercise_index >= len(scene.workout.session.prescriptions):
        return None
    done, logged = scene.workout.sets_of(card.exercise_index), scene.workout.set_at(card.slot)
    is_open = scene.workout.state is WorkoutState.OPEN
    is_free = scene.workout.session.is_free  # how many sets there will be, nobody knows
    coming = coming_of(scene)
    goes = coming is not None and goes_on(scene.workout, scene.athlete, card.exercise_index)
    # one card tells a whole exercise, its newest: others would tell it wrong once a set comes to it
    tells_all = telling_all(scene.tx, scene.workout.id, card.exercise_index) == (card.place,)
    over = tells_all and not goes and (logged is None or not (is_open and is_free))
    ended_by_logging = after.exercise_index == card.exercise_index and scene.workout.set_at(after) is not None
    passed = card.slot in scene.workout.skipped
    skipped = passed or (logged is None and not is_open)
    # Its set was taken back just now: the card says so, and offers to put it back.
    undone = after == card.slot and logged is None and not skipped
    return OldCard(
        card.place,
        card.set_number,
        exercise_of(scene.workout, card.exercise_index),
        None if is_free else scene.workout.session.prescriptions[card.exercise_index].sets,
        logged,
        done,
        over=over,
        skipped=skipped,
        below=logged is not None and card_of_set(scene.tx, scene.workout.id, *card.slot) != card,
        swapped=card.exercise_index not in scene.workout.session.running_order,
        later=goes and coming is not None and coming.slot.exercise_index != card.exercise_index,
        folded=undone or (over and logged is not None and ended_by_logging),
        told=told_on(scene, card.exercise_index, logged) if logged else (),
        news=news_of(scene.workout, scene.athlete, card.exercise_index) if ended_by_logging and goes else (),
        asks_comfort=over and is_open and not is_free and logged is not None and asks_comfort(logged),
    )
