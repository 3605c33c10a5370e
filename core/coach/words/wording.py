"""Typed words in a workout: which set they are about, what they say of it, and what then is done.

The grammar is `core/training/set_notation.py`'s. Whatever stays unclear is asked back, never guessed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.exercises import named
from core.coach.hearing.fixes import fix_said
from core.coach.history.backdating import log_past
from core.coach.words.not_running import said_late, unstarted
from core.coach.words.putting_right import put_right
from core.coach.words.readings import take, take_of
from core.coach.words.talk import Message, Outcome, Replied, Talk, replied_to
from core.coach.workout import free
from core.coach.workout.following import card_of_slot
from core.coach.workout.lifting import may_reopen
from core.coach.workout.logged import outcome_of
from core.coach.workout.noting import take_note
from core.coach.workout.resting import rest_after, stop_watching
from core.coach.workout.scene import Scene, open_scene
from core.coach.workout.standing import Upcoming, after_last, coming_of, upcoming
from core.coach.workout.starting import open_planned
from core.model.exercise import Exercise
from core.model.outcomes import SetLogged, Unlogged, Which
from core.model.workout import LoggedSet, Slot, WorkoutState
from core.store.athletes import load_athlete
from core.store.logged_sets import sets_of_message, was_undone
from core.store.port import Tx
from core.store.workouts import end_workout, load_workout, newest_workout
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit

_NOWHERE = Slot(-1, 0)  # words about no set of the session yet


def may_say_sets(words: str) -> bool:
    """Whether words, whoever wrote them, could log something."""
    return not isinstance(read_set(words, None, Unit.KG), said.NotASet | said.Refused | said.Note)


def take_words(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Outcome:
    """Do what a typed message says: log, correct, skip, shift the load, or ask back.

    A reply to a set card is about that set; anything else is about the set in hand.
    """
    replied = replied_to(tx, athlete_id, message)
    scene = _scene_meant(tx, athlete_id, message, replied, now)
    if isinstance(scene, Unlogged):
        return _unopened(tx, athlete_id, message, scene, now)
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    coming = coming_of(scene)
    if before:
        return _past_again(scene, message) or _retold(scene, before, coming)
    about = put_right(scene, message, replied, coming)
    if isinstance(about, Unlogged | Which):
        return about
    replied, message = about
    if tx.repeat and was_undone(tx, athlete_id, message.chat_id, message.message_id):
        return Unlogged.of("undone_before")
    slot = replied.slot if replied else (coming.slot if coming else after_last(scene.workout))
    if slot is None:
        return Unlogged.of("nothing_left")
    return take(Talk(scene, slot, coming, message, replied is not None))


def _scene_meant(
    tx: Tx, athlete_id: int, message: Message, replied: Replied | None, now: datetime
) -> Scene | Unlogged:
    """The workout a message is about: the open one, a reply's, or for `it was 4` one that just ended."""
    scene = open_scene(tx, athlete_id, None, now)
    if replied is not None and (isinstance(scene, Unlogged) or replied.workout_id != scene.workout.id):
        return ended_scene(tx, athlete_id, replied.workout_id, now)
    if isinstance(scene, Unlogged) and fix_said(message.words) is not None:
        newest = newest_workout(tx, athlete_id)
        if newest is not None and newest.last_done is not None and may_reopen(newest, now):
            return ended_scene(tx, athlete_id, newest.id, now)
    return scene


def _past_again(scene: Scene, message: Message) -> Outcome | None:
    """The same message of a day gone by again: told from what stands there. None for any other message."""
    reading = read_set(message.words, None, scene.athlete.unit or Unit.KG)
    if not isinstance(reading, said.Past):
        return None
    return log_past(scene.tx, scene.athlete.id, (message.chat_id, message.message_id), reading, scene.now)


def _unopened(tx: Tx, athlete_id: int, message: Message, closed: Unlogged, now: datetime) -> Outcome:
    """No workout is open: sets of a named exercise open a free one, everything else is answered."""
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if before:
        scene = ended_scene(tx, athlete_id, before[0].workout_id, now)
        if isinstance(scene, Unlogged):
            return scene
        return _past_again(scene, message) or _retold(scene, before, None)
    athlete = load_athlete(tx, athlete_id)
    reading = read_set(message.words, None, (athlete.unit if athlete else None) or Unit.KG)
    if isinstance(reading, said.Note):
        return take_note(tx, athlete_id, reading, None, now)
    if isinstance(reading, said.Past) and closed.code in ("no_workout", "workout_over", "doctor_first"):
        return log_past(tx, athlete_id, (message.chat_id, message.message_id), reading, now)
    if closed.code != "no_workout":
        return closed
    if not isinstance(reading, said.Named) or fix_said(message.words) is not None:
        said_now = unstarted(tx, athlete_id, message, now) or said_late(tx, athlete_id, message, now)
        return said_now or _not_running(reading, message.words)
    typed = (message.chat_id, message.message_id)
    exercise = named(tx, athlete_id, reading.exercise, typed, reading.sets_text, now)
    if not isinstance(exercise, Exercise):
        return exercise
    return _opening(tx, athlete_id, replace(message, words=reading.sets_text), exercise, now)


def _not_running(reading: said.Reading, words: str) -> Unlogged:
    """Why words log nothing where neither a workout runs nor a plan stands; sets lack their exercise.

    A number alone may be anything: a menu further up may wait for it, in reply.
    """
    if isinstance(reading, said.Refused):
        return Unlogged.of(reading.why.value)
    if isinstance(reading, said.Named):
        return Unlogged.of("not_logged")  # `it was 4`, and no set is there to correct
    told = isinstance(reading, said.Sets | said.Ambiguous | said.Confirm | said.Incomplete)
    if told and not words.strip().isdecimal():
        return Unlogged.of("sets_of_what", words=words)
    return Unlogged.of("not_understood" if isinstance(reading, said.NotASet) else "no_workout")


def _opening(tx: Tx, athlete_id: int, message: Message, exercise: Exercise, now: datetime) -> Outcome:
    """Open today's plan that asks for it, else a free workout; where no set is logged, that closes again."""
    if tx.repeat:
        return Unlogged.of("nothing_then")
    planned = open_planned(tx, athlete_id, message.chat_id, exercise, now)
    opened = planned or free.open_free(tx, athlete_id, message.chat_id, now)
    if isinstance(opened, Unlogged):
        return opened
    coming = coming_of(opened) if planned else None
    outcome = take_of(Talk(opened, _NOWHERE, coming, message, False), exercise, message.words)
    if not isinstance(outcome, SetLogged | Which):
        end_workout(tx, opened.workout.id, WorkoutState.CLOSED, now)
        stop_watching(tx, athlete_id)
    return outcome


def take_named(tx: Tx, athlete_id: int, message: Message, exercise: Exercise, now: datetime) -> Outcome:
    """Log the sets a message says, of an exercise it did not name so that it was known; once a message."""
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if before:
        scene = ended_scene(tx, athlete_id, before[0].workout_id, now)
        return scene if isinstance(scene, Unlogged) else _retold(scene, before, coming_of(scene))
    opened = open_scene(tx, athlete_id, None, now)
    if isinstance(opened, Scene):
        coming = upcoming(opened.workout, opened.athlete)
        return take_of(Talk(opened, _NOWHERE, coming, message, False), exercise, message.words)
    return opened if opened.code != "no_workout" else _opening(tx, athlete_id, message, exercise, now)


def ended_scene(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Scene | Unlogged:
    """The scene of a workout, open or ended; `past_gone` is one that was deleted or is not theirs."""
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    return Scene(tx, athlete, workout, now) if athlete and workout else Unlogged.of("past_gone")


def _retold(scene: Scene, before: tuple[LoggedSet, ...], coming: Upcoming | None) -> SetLogged:
    """The same message again (a repeated update): told from what stands, nothing is written."""
    slot = before[-1].slot
    rest = rest_after(scene, slot)
    return outcome_of(scene, before, coming, rest, card_of_slot(scene, slot), corrected=True)
