"""What a timer that fell due brings: the next card, the recap, the question "still training?", or nothing.

Claiming timers and sending messages is `bot/timers`; arming them is `resting.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.coach.workout.chat_cards import card_above, old_card
from core.coach.workout.finishing import finish_in, recap
from core.coach.workout.resting import IDLE_ASKS_AFTER, IDLE_CLOSES_AFTER, TimerKind
from core.coach.workout.scene import Scene
from core.coach.workout.standing import card_of, upcoming
from core.model.old_card import OldCard
from core.model.outcomes import Recap, SetCard
from core.model.workout import Slot, Workout, WorkoutState
from core.store import timers
from core.store.athletes import load_athlete
from core.store.cards import Card, drop_card, keep_card, numbers_behind
from core.store.group_names import name_of
from core.store.port import Tx
from core.store.timers import DueTimer
from core.store.workout_messages import MessageKind, drop_message, keep_message, message_of
from core.store.workouts import load_workout
from core.units import Unit

BACKLOG_COMES_WITHIN = timedelta(minutes=5)  # after a start; ours


@dataclass(frozen=True, slots=True)
class Ring:
    """What to send: one of `card`, `recap`, `asks` and `bell`; none of them when `old` just folds.

    `above` is a card further up that tells its own set again, for its exercise goes on.

    `asks` is an open workout nobody has touched for an hour, `closed` one that closed itself just
    now; `question` is the (chat, message) that asked, answered by now. `tested` is the bell of the
    onboarding; `name` is the athlete's in a group, None in private; `language` and `unit` are the athlete's.
    """

    chat_id: int
    language: str
    unit: Unit
    zone: str
    card: SetCard | None = None
    old: OldCard | None = None
    above: OldCard | None = None
    recap: Recap | None = None
    asks: Workout | None = None
    closed: bool = False
    question: tuple[int, int] | None = None
    name: str | None = None
    bell: bool = False
    tested: bool = False

    @property
    def says_something(self) -> bool:
        """Whether a message comes of it; a workout without a set closes without a word."""
        return self.bell or any(told is not None for told in (self.card, self.recap, self.asks))

    @property
    def to_fold(self) -> list[OldCard]:
        """The cards above what comes that still have their buttons."""
        return [one for one in (self.old, self.above) if one is not None and not one.folded]

    def repeats(self, old: OldCard) -> bool:
        """Whether its card asks for just the set that an older one asked for, as after a warm-up's rest."""
        if self.card is None or not old.is_untold:
            return False
        return (self.card.exercise.id, self.card.set_number) == (old.exercise.id, old.set_number)


def ring(tx: Tx, timer: DueTimer, now: datetime) -> Ring | None:
    """What a due timer brings now; None when what it was for is past, and nothing must ring."""
    athlete = load_athlete(tx, timer.athlete_id)
    if athlete is None:
        return None
    name = name_of(tx, athlete.id) if timer.chat_id < 0 else None
    base = Ring(timer.chat_id, athlete.speaks, athlete.unit or Unit.KG, athlete.zone, name=name)
    workout = load_workout(tx, athlete.id, timer.workout_id)
    if timer.kind == TimerKind.BELL or (timer.kind == TimerKind.REST and workout is None):
        return replace(base, bell=True, tested=timer.kind == TimerKind.BELL)
    if workout is None:
        return None
    scene = Scene(tx, athlete, workout, now)
    asked = message_of(tx, workout.id, MessageKind.QUESTION)
    base = replace(base, question=asked.place if asked else None)
    if timer.kind in (TimerKind.IDLE, TimerKind.CLOSE):
        return _idle(scene, base, timer)
    return _next(scene, base, timer)


def _next(scene: Scene, base: Ring, timer: DueTimer) -> Ring | None:
    # After a rest the card still counts it down; only what came at once may have folded itself.
    at_once = timer.kind == TimerKind.NEXT
    old = old_card(scene, Slot(timer.exercise_index, timer.set_number) if at_once else Slot(0, 0))
    if scene.workout.state is not WorkoutState.OPEN:
        told = recap(scene.tx, scene.athlete.id, scene.workout.id, scene.now)
        return replace(base, recap=told, old=old) if isinstance(told, Recap) else None
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None:
        return replace(base, bell=timer.kind == TimerKind.REST, old=old)  # after a skipped rest it just folds
    above = card_above(scene, coming.slot.exercise_index)
    return replace(base, card=card_of(scene, coming), old=old, above=above)


def _idle(scene: Scene, base: Ring, timer: DueTimer) -> Ring | None:
    is_open = scene.workout.state is WorkoutState.OPEN
    if timer.kind == TimerKind.IDLE:
        if not is_open:
            return None
        if scene.now >= timer.due_at - IDLE_ASKS_AFTER + IDLE_CLOSES_AFTER:
            # Nobody could ask in time: what is over is closed, once what was written meanwhile has come.
            _arm_close(scene, scene.now + BACKLOG_COMES_WITHIN)
            return None
        _arm_close(scene, scene.now + IDLE_CLOSES_AFTER - IDLE_ASKS_AFTER)
        return replace(base, asks=scene.workout)
    if is_open:
        # Closed and its recap owed in one: what is closed here and only told from memory, a kill would lose.
        finish_in(scene)
        _arm_close(scene, scene.now)
        return None
    told = recap(scene.tx, scene.athlete.id, scene.workout.id, scene.now)
    done = told if isinstance(told, Recap) and told.sets else None
    return replace(base, recap=done, closed=True, old=old_card(scene, Slot(0, 0)))


def _arm_close(scene: Scene, due_at: datetime) -> None:
    """Of an open workout: when it closes by silence. Of one that is closed: when its recap is told."""
    workout = scene.workout
    timers.arm(
        scene.tx,
        scene.athlete.id,
        TimerKind.CLOSE,
        due_at,
        chat_id=workout.chat_id,
        workout_id=workout.id,
    )


def question_sent(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int]) -> None:
    """Remember which (chat, message) asks whether the workout goes on, to take it away once that is known."""
    keep_message(tx, athlete_id, workout_id, MessageKind.QUESTION, *message)


def question_gone(tx: Tx, workout_id: int) -> None:
    """The question was taken away."""
    drop_message(tx, workout_id, MessageKind.QUESTION)


def cards_behind(tx: Tx, chat_id: int, message_id: int) -> frozenset[int]:
    """The messages behind a number that are cards, whoever's: none is the bell that may have arrived."""
    return numbers_behind(tx, chat_id, message_id)


def card_gone(tx: Tx, athlete_id: int, message: tuple[int, int]) -> None:
    """The (chat, message) of a card was taken out of the chat."""
    drop_card(tx, athlete_id, *message)


def card_sent(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, message: tuple[int, int]
) -> tuple[int, int] | None:
    """Remember which (chat, message) is now the card of a set, so that replies to it find the set.

    Returns the (chat, message) of the card left of the set it stood for before, None as a rule.
    """
    left = keep_card(tx, athlete_id, Card(*message, workout_id, *slot))
    return left.place if left else None
