"""What a timer that fell due brings: the next card, the recap, the question "still training?", or nothing.

Claiming timers and sending messages is `bot/timers`; arming them is `resting.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.finishing import finish_in, recap
from core.coach.past import FREE_DAY
from core.coach.resting import IDLE_ASKS_AFTER, IDLE_CLOSES_AFTER, TimerKind
from core.coach.scene import Scene
from core.coach.standing import Slot, card_of, exercise_of, goes_on, upcoming
from core.model.old_card import OldCard
from core.model.outcomes import Recap, SetCard
from core.model.workout import SkippedSet, Workout, WorkoutState
from core.store import timers
from core.store.athletes import load_athlete
from core.store.cards import Card, keep_card, newest_card
from core.store.group_names import name_of
from core.store.port import Tx
from core.store.timers import DueTimer
from core.store.workout_messages import MessageKind, drop_message, keep_message, message_of
from core.store.workouts import load_workout
from core.units import Unit


@dataclass(frozen=True, slots=True)
class Ring:
    """What to send: one of `card`, `recap`, `asks` and `bell`; none of them when `old` just folds.

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


def ring(tx: Tx, timer: DueTimer, now: datetime) -> Ring | None:
    """What a due timer brings now; None when what it was for is past, and nothing must ring."""
    athlete = load_athlete(tx, timer.athlete_id)
    if athlete is None:
        return None
    name = name_of(tx, athlete.id) if timer.chat_id < 0 else None
    base = Ring(timer.chat_id, athlete.language, athlete.unit or Unit.KG, athlete.zone, name=name)
    workout = load_workout(tx, athlete.id, timer.workout_id)
    if timer.kind == TimerKind.BELL or (timer.kind == TimerKind.REST and workout is None):
        return replace(base, bell=True, tested=timer.kind == TimerKind.BELL)
    if workout is None:
        return None
    scene = Scene(tx, athlete, workout, now)
    asked = message_of(tx, workout.id, MessageKind.QUESTION)
    base = replace(base, question=asked.place if asked else None)
    if timer.kind in (TimerKind.IDLE, TimerKind.CLOSE):
        return _idle(scene, base, TimerKind(timer.kind))
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
        return replace(base, bell=True, old=old) if timer.kind == TimerKind.REST else None
    return replace(base, card=card_of(scene.tx, scene.workout, scene.athlete, coming), old=old)


def _idle(scene: Scene, base: Ring, kind: TimerKind) -> Ring | None:
    if scene.workout.state is not WorkoutState.OPEN:
        return None
    if kind is TimerKind.IDLE:
        closes_at = scene.now + IDLE_CLOSES_AFTER - IDLE_ASKS_AFTER
        timers.arm(
            scene.tx,
            scene.athlete.id,
            TimerKind.CLOSE,
            closes_at,
            chat_id=scene.workout.chat_id,
            workout_id=scene.workout.id,
        )
        return replace(base, asks=scene.workout)
    closed = finish_in(scene)
    told = recap(scene.tx, scene.athlete.id, closed.workout.id, scene.now)
    done = told if isinstance(told, Recap) and told.sets else None
    return replace(base, recap=done, closed=True, old=old_card(closed, Slot(0, 0)))


def old_card(scene: Scene, after: Slot) -> OldCard | None:
    """The card that stands in the chat now, with what became of its set; None when there is none.

    `after` is what brings the next one: the set just logged or passed over, set_number 0 for anything else.
    """
    card = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if card is None or card.exercise_index >= len(scene.workout.session.prescriptions):
        return None
    done = scene.workout.sets_of(card.exercise_index)
    logged = next((one for one in done if one.set_number == card.set_number), None)
    is_open = scene.workout.state is WorkoutState.OPEN
    is_free = scene.workout.session.day == FREE_DAY  # how many sets there will be, nobody knows
    coming = upcoming(scene.workout, scene.athlete) if is_open else None
    goes = coming is not None and goes_on(scene.workout, scene.athlete, card.exercise_index)
    over = not goes and not (is_open and is_free)
    ended_by_logging = after.exercise_index == card.exercise_index and any(
        one.set_number == after.set_number for one in done
    )
    skipped = SkippedSet(card.exercise_index, card.set_number) in scene.workout.skipped
    # Its set was taken back just now: the card says so, and offers to put it back.
    undone = after == Slot(card.exercise_index, card.set_number) and logged is None and not skipped
    return OldCard(
        (card.chat_id, card.message_id),
        card.set_number,
        exercise_of(scene.workout, card.exercise_index),
        None if is_free else scene.workout.session.prescriptions[card.exercise_index].sets,
        logged,
        done,
        over=over,
        skipped=skipped,
        swapped=card.exercise_index not in scene.workout.session.running_order,
        folded=undone or (over and logged is not None and ended_by_logging),
    )


def card_before(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> OldCard | None:
    """The card that stands, as it folds once another message takes its place; None when there is none."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return None
    return old_card(Scene(tx, athlete, workout, now), Slot(0, 0))


def question_sent(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int]) -> None:
    """Remember which (chat, message) asks whether the workout goes on, to take it away once that is known."""
    keep_message(tx, athlete_id, workout_id, MessageKind.QUESTION, *message)


def question_gone(tx: Tx, workout_id: int) -> None:
    """The question was taken away."""
    drop_message(tx, workout_id, MessageKind.QUESTION)


def card_sent(
    tx: Tx, athlete_id: int, workout_id: int, slot: tuple[int, int], message: tuple[int, int]
) -> None:
    """Remember which (chat, message) is now the card of a set, so that replies to it find the set."""
    keep_card(tx, athlete_id, Card(*message, workout_id, *slot))
