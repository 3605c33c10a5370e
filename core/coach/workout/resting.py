"""Rest: its timer is a row written with the logged set, so that it survives whatever happens to the process.

Two timers bring the next card: `rest` rings with sound when a rest is over, `next` is due at once and
silent. A third, `idle`, looks after workouts that were left open; `overview` has the pinned overview told
anew, `recap` what was told of a workout that had ended; `fold` is `folding.py`'s. Reminders
(`settings/reminding.py`) are timers, too. Ringing itself is `bot/timers`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from core.coach.workout.scene import Scene, open_scene
from core.coach.workout.standing import coming_of
from core.model.athlete import Athlete
from core.model.outcomes import Rest, Unlogged
from core.model.workout import Slot, Workout, WorkoutState
from core.store import timers
from core.store.cards import newest_card
from core.store.logged_sets import newest_set
from core.store.port import Tx
from core.store.workout_messages import (
    MessageKind,
    WorkoutMessage,
    message_of,
    message_stale,
    recaps_stale,
)
from core.store.workouts import open_workout, touched_last
from core.training.typed.gym_words import read_span
from core.training.typed.max_notation import read_count

IDLE_ASKS_AFTER = timedelta(minutes=60)
IDLE_CLOSES_AFTER = timedelta(hours=4)
SHORTEST_REST_S = 5
LONGEST_REST_S = 3600
REST_STEP_S = 30
BELL_TEST_AFTER = timedelta(seconds=5)
OVERVIEW_AFTER = timedelta(seconds=1)  # behind the answer, and once for all that is done in one go
OVERVIEW_EVERY = timedelta(seconds=10)
OVERVIEW_FROM_SETS = 2  # where no tapped plan shows it


class TimerKind(StrEnum):
    """What a timer is for; an athlete has at most one of each."""

    REST = "rest"
    NEXT = "next"
    IDLE = "idle"
    CLOSE = "close"
    BELL = "bell"
    OVERVIEW = "overview"
    RECAP = "recap"
    FOLD = "fold"
    REMIND = "remind"
    SNOOZE = "snooze"
    LOOK_BACK = "look_back"


def start_rest(scene: Scene, after: Slot, rest_s: int) -> Rest:
    """Rest after a set; replaces any rest that runs. Bounded to 5 s … 60 min."""
    seconds = min(max(rest_s, SHORTEST_REST_S), LONGEST_REST_S)
    until = scene.now + timedelta(seconds=seconds)
    timers.cancel(scene.tx, scene.athlete.id, TimerKind.NEXT, "replaced")
    _arm(scene, TimerKind.REST, until, after)
    return Rest(until, *after)


def bring_next_card(scene: Scene, after: Slot, reason: str) -> None:
    """Have the next card (or the recap) sent at once; a rest that runs ends for `reason`."""
    timers.cancel(scene.tx, scene.athlete.id, TimerKind.REST, reason)
    _arm(scene, TimerKind.NEXT, scene.now, after)


def nothing_asked(scene: Scene) -> bool:
    """Whether no card asks for the set that is next, and none is on its way: the one before ended by pain."""
    coming = coming_of(scene)
    card = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if coming is None or card is None or scene.workout.session.is_free:
        return False
    kinds = (TimerKind.REST, TimerKind.NEXT)
    awaited = any(timers.is_standing(scene.tx, scene.athlete.id, kind) for kind in kinds)
    return card.exercise_index != coming.slot.exercise_index and not awaited


def silence(tx: Tx, athlete_id: int, reason: str) -> None:
    """No rest and no next card: the workout was finished, cancelled or forgotten."""
    timers.cancel(tx, athlete_id, TimerKind.REST, reason)
    timers.cancel(tx, athlete_id, TimerKind.NEXT, reason)


def watch_idle(scene: Scene) -> None:
    """Ask after an hour of silence, counted from now; the overview follows what was done."""
    refresh_overview(scene)
    timers.cancel(scene.tx, scene.athlete.id, TimerKind.CLOSE, "active")
    _arm(scene, TimerKind.IDLE, scene.now + IDLE_ASKS_AFTER, Slot(0, 0))


def refresh_overview(scene: Scene) -> None:
    """Have the pinned overview told anew shortly, at most every 10 s, and of an ended workout its recap.

    Nothing where there is none. What began by words gets one with its second set: a set alone needs none.
    """
    kept = message_of(scene.tx, scene.workout.id, MessageKind.OVERVIEW)
    if scene.workout.state is not WorkoutState.OPEN and retell_recap(scene) and tells_the_end(scene, kept):
        return
    if kept is None and not wants_overview(scene):
        return
    if timers.armed(scene.tx, scene.athlete.id, TimerKind.OVERVIEW) is not None:
        return
    due_at = scene.now + OVERVIEW_AFTER
    if kept is not None and kept.told_at is not None:
        due_at = max(due_at, kept.told_at + OVERVIEW_EVERY)
    _arm(scene, TimerKind.OVERVIEW, due_at, Slot(0, 0))


def tells_the_end(scene: Scene, kept: WorkoutMessage | None) -> bool:
    """Whether the overview of an ended workout says so and was unpinned: its timer has done its work."""
    if kept is None or kept.told_at is not None:
        return False
    due = timers.armed(scene.tx, scene.athlete.id, TimerKind.OVERVIEW)
    return due is None or due.workout_id != scene.workout.id


def wants_overview(scene: Scene) -> bool:
    """Whether a workout without an overview should get one: a tapped plan becomes it, begun by words none."""
    return scene.workout.state is WorkoutState.OPEN and scene.workout.work_sets >= OVERVIEW_FROM_SETS


def stop_watching(tx: Tx, athlete_id: int) -> None:
    """The workout has ended: nothing is left to look after."""
    timers.cancel(tx, athlete_id, TimerKind.IDLE, "workout_over")
    timers.cancel(tx, athlete_id, TimerKind.CLOSE, "workout_over")


def retell_recap(scene: Scene) -> bool:
    """Have what was told of a workout that had ended told anew, at once and silently, by edits.

    That is its recap and, with it, its overview and the cards that tell all sets of an exercise. False when
    there is neither a recap nor the message of a day gone by.
    """
    kinds = (MessageKind.RECAP, MessageKind.PAST)
    workout_id = scene.workout.id
    stale = [message_stale(scene.tx, scene.athlete.id, workout_id, kind) for kind in kinds]
    if any(stale):
        _arm(scene, TimerKind.RECAP, scene.now, Slot(0, 0))
    return any(stale)


def retell_recaps(tx: Tx, athlete: Athlete, since: datetime, now: datetime) -> None:
    """Have every recap told since told anew: the past they compare with is another one."""
    newest = touched_last(tx, athlete.id)
    if newest is not None and recaps_stale(tx, athlete.id, since):
        _arm(Scene(tx, athlete, newest[0], now), TimerKind.RECAP, now, Slot(0, 0))


def running_rest(tx: Tx, athlete_id: int) -> Rest | None:
    """The rest that runs now, None while lifting."""
    timer = timers.armed(tx, athlete_id, TimerKind.REST)
    return None if timer is None else Rest(timer.due_at, timer.exercise_index, timer.set_number)


def rest_after(scene: Scene, slot: Slot) -> Rest | None:
    """The rest that runs after one set of the workout; None when it rests after another, or not at all.

    A set of a workout gone by may have the same place as one of today's.
    """
    timer = timers.armed(scene.tx, scene.athlete.id, TimerKind.REST)
    if timer is None or timer.workout_id != scene.workout.id:
        return None
    rest = Rest(timer.due_at, timer.exercise_index, timer.set_number)
    return rest if rest.slot == slot else None


def change_rest(scene: Scene, after: Slot, seconds: int | None) -> Rest | Unlogged | None:
    """Move the running rest's end by so many seconds, or (None) skip it; None when it was skipped.

    `rest_over` answers a button whose rest has rung or was skipped; a repeated update moves nothing.
    """
    rest = rest_after(scene, after)
    if rest is None:
        return Unlogged.of("rest_over")
    if scene.tx.repeat:
        return rest
    until = scene.now if seconds is None else rest.until + timedelta(seconds=seconds)
    if until <= scene.now + timedelta(seconds=1):
        bring_next_card(scene, after, "skipped")
        return None
    until = min(until, scene.now + timedelta(seconds=LONGEST_REST_S))
    _arm(scene, TimerKind.REST, until, after)
    return Rest(until, *after)


def carry_rest(scene: Scene, after: Slot, to: Slot) -> None:
    """The set that a rest runs after is gone: the rest goes on after another one, whose card counts it."""
    rest = rest_after(scene, after)
    if rest is not None:
        _arm(scene, TimerKind.REST, rest.until, to)


def _arm(scene: Scene, kind: TimerKind, due_at: datetime, slot: Slot) -> None:
    timers.arm(
        scene.tx,
        scene.athlete.id,
        kind,
        due_at,
        chat_id=scene.workout.chat_id,
        workout_id=scene.workout.id,
        exercise_index=slot.exercise_index,
        set_number=slot.set_number,
    )


def rest_by_hand(tx: Tx, athlete_id: int, chat_id: int, words: str, now: datetime) -> Rest | Unlogged:
    """`/rest 90`, `/rest 2 min`: rest so long (5 s … 60 min); `/rest` tells what runs.

    `how_to_rest` answers everything else.
    """
    running = running_rest(tx, athlete_id)
    if not words:
        return running or Unlogged.of("how_to_rest")
    bare = words.strip().isdecimal()  # seconds here, also 5; of `15min` a count would read the number alone
    seconds = read_count(words, SHORTEST_REST_S, LONGEST_REST_S) if bare else read_span(words)
    if not isinstance(seconds, int) or not SHORTEST_REST_S <= seconds <= LONGEST_REST_S:
        return Unlogged.of("how_to_rest")
    if tx.repeat and running is not None:
        return running
    until = now + timedelta(seconds=seconds)
    workout = open_workout(tx, athlete_id)
    place = _counting(tx, workout, running) if workout is not None else Slot(0, 0)
    timers.arm(tx, athlete_id, TimerKind.REST, until, chat_id, workout.id if workout else 0, *place)
    return Rest(until, *place)


def _counting(tx: Tx, workout: Workout, running: Rest | None) -> Slot:
    """Where a rest by hand is counted: where one is already, else on the card that waits for its set.

    That is set 0 of its exercise, as after a warm-up; on the card of a set that is done, that set.
    """
    if running is not None:
        return running.slot
    card, last = newest_card(tx, workout.athlete_id, workout.id), newest_set(tx, workout.id)
    if card is None:
        return last.slot if last else Slot(0, 0)
    return card.slot if workout.set_at(card.slot) is not None else Slot(card.exercise_index, 0)


def rest_off(tx: Tx, athlete_id: int, now: datetime) -> Unlogged | None:
    """`/rest off`: in a workout the next card comes at once, else the bell is silenced.

    `not_resting` when none runs, `no_rest` when no workout does either.
    """
    scene = open_scene(tx, athlete_id, None, now)
    if not tx.repeat and running_rest(tx, athlete_id) is None:
        return Unlogged.of("no_rest" if isinstance(scene, Unlogged) else "not_resting")
    if isinstance(scene, Unlogged):
        timers.cancel(tx, athlete_id, TimerKind.REST, "stopped")
    elif not tx.repeat:
        bring_next_card(scene, Slot(0, 0), "stopped")  # the card above has still to fold
    return None


def test_bell(tx: Tx, athlete_id: int, chat_id: int, now: datetime) -> None:
    """Ring once in a few seconds, to hear whether the chat is muted."""
    if not tx.repeat:
        timers.arm(tx, athlete_id, TimerKind.BELL, now + BELL_TEST_AFTER, chat_id)


def stop_rest(tx: Tx, athlete_id: int, now: datetime) -> Unlogged | None:
    """By words the next card comes at once, and a rest that runs ends. `not_resting` where it has come."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    if running_rest(tx, athlete_id) is None and not nothing_asked(scene):
        return Unlogged.of("not_resting")
    bring_next_card(scene, Slot(0, 0), "skipped")  # the card above has still to fold
    return None
