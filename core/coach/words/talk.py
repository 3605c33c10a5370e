"""One typed message in a workout: which set it is about, what it is read against, what may come of it."""

from __future__ import annotations

from dataclasses import dataclass

from core.coach.hearing.phrases import Phrase
from core.coach.workout.correcting import SetPassed
from core.coach.workout.scene import Scene
from core.coach.workout.standing import Upcoming, card_of
from core.model.athlete import Gear
from core.model.outcomes import DayTold, Noted, SetCard, SetLogged, Unlogged, Which
from core.model.repertoire import Unfamiliar
from core.model.soreness import SorePart
from core.model.starting import SaidLate, Unstarted
from core.model.which_load import WhichLoad
from core.model.workout import LoggedSet, Slot
from core.store.cards import card_of_message, newest_card
from core.store.logged_sets import sets_of_message
from core.store.port import Tx
from core.store.workouts import load_workout


@dataclass(frozen=True, slots=True)
class Message:
    """A typed message: its words, where it stands, and which message it answers."""

    words: str
    chat_id: int
    message_id: int
    reply_to: int | None = None
    reply_slot: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are no set but mean something; the exercise they are about goes along, spans where said.

    `wish` is the id of an exercise that was named to be done instead, `sore` the parts that hurt,
    `gear` the equipment and `exercises` the ids of what is named alone. `sets` is what stands before the
    words, where that is a set of its own: it is logged first. Of an order `exercise_index` is where what it
    names stands, -1 for nowhere; `count` are sets wished on top, `today` says that only this day is meant.
    """

    phrase: Phrase
    workout_id: int
    exercise_index: int
    set_number: int
    minutes: int | None = None
    seconds: int | None = None
    wish: str | None = None
    sore: tuple[SorePart, ...] = ()
    gear: Gear | None = None
    exercises: tuple[str, ...] = ()
    sets: str = ""
    count: int = 1
    today: bool = True

    @property
    def slot(self) -> Slot:
        """The set they are about."""
        return Slot(self.exercise_index, self.set_number)


Outcome = (
    SetLogged
    | SetPassed
    | SetCard
    | Which
    | WhichLoad
    | Unfamiliar
    | DayTold
    | Noted
    | Unstarted
    | SaidLate
    | Unlogged
)


@dataclass(frozen=True, slots=True)
class Talk:
    """One message in an open workout: the set it is about, the set that is next, whether it was a reply."""

    scene: Scene
    slot: Slot
    coming: Upcoming | None
    message: Message
    is_reply: bool
    is_named: bool = False

    @property
    def typed(self) -> tuple[int, int]:
        """Where the message stands, by which an edit of it finds its sets again."""
        return self.message.chat_id, self.message.message_id

    def card(self) -> SetCard | None:
        """The card of the set that is next, to be shown beside a refusal."""
        scene = self.scene
        return card_of(scene, self.coming) if self.coming else None

    def standing(self) -> LoggedSet | None:
        """The set that already stands where this message points."""
        return self.scene.workout.set_at(self.slot)


def shown_card(scene: Scene, exercise_index: int) -> tuple[int, int] | None:
    """The (chat, message) of the newest set card, None when there is none or it shows another exercise.

    In free training a card whose set nobody did gives way to whatever exercise comes instead.
    """
    card = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if card is None:
        return None
    done = (one.set_number for one in scene.workout.sets_of(card.exercise_index))
    unused = scene.workout.session.is_free and card.set_number not in done
    return card.place if unused or card.exercise_index == exercise_index else None


@dataclass(frozen=True, slots=True)
class Replied:
    """The set that a message answers."""

    workout_id: int
    slot: Slot


def how_many_clean(card: SetCard | None, *, resting: bool) -> Unlogged:
    """A set fell short and nobody said where: asked of the set in hand, or of the one just logged."""
    return Unlogged.of("how_many_it_was") if resting else Unlogged.of("how_many_clean", card)


def replied_to(tx: Tx, athlete_id: int, message: Message) -> Replied | None:
    """The set whose card was replied to: by the card's message id, else by the card's own buttons."""
    if message.reply_to is None:
        return None
    card = card_of_message(tx, athlete_id, message.chat_id, message.reply_to)
    if card is not None:
        return Replied(card.workout_id, card.slot)
    typed = sets_of_message(tx, athlete_id, message.chat_id, message.reply_to)
    if typed:
        return Replied(typed[-1].workout_id, typed[-1].slot)
    if message.reply_slot is not None:
        workout_id, index, number = message.reply_slot
        workout = load_workout(tx, athlete_id, workout_id)
        if workout is not None and 0 <= index < len(workout.session.prescriptions):
            return Replied(workout_id, Slot(index, number))
    return None
