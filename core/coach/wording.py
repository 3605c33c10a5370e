"""Typed words in a workout: which set they are about, what they say of it, and what then is done.

The grammar is `core/training/set_notation.py`'s. Whatever stays unclear is asked back, never guessed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.catalogue.search import resolve
from core.coach import free
from core.coach.backdating import day_of, log_past
from core.coach.correcting import corrected
from core.coach.exercises import exercises_of, named
from core.coach.fixes import fix_said
from core.coach.logged import outcome_of
from core.coach.noting import take_note
from core.coach.own_names import LONGEST_NAME
from core.coach.past import FREE_DAY
from core.coach.readings import entry_of, retell, take, take_of
from core.coach.resting import bring_next_card, rest_after, running_rest, stop_watching
from core.coach.scene import Scene, open_scene
from core.coach.standing import Slot, Upcoming, upcoming
from core.coach.talk import Message, Outcome, Replied, Talk, asked_of, card_of_slot, replied_to
from core.model.exercise import Exercise
from core.model.outcomes import DayTold, SetLogged, Unlogged, Which
from core.model.workout import LoggedSet, SetKind, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card, card_of_set, keep_card, newest_card
from core.store.logged_sets import correct_set, newest_set, sets_of_message, undo_set, was_undone
from core.store.port import Tx
from core.store.workouts import end_workout, load_workout
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
    scene = open_scene(tx, athlete_id, None, now)
    if replied is not None and (isinstance(scene, Unlogged) or replied.workout_id != scene.workout.id):
        scene = _ended_scene(tx, athlete_id, replied.workout_id, now)
    if isinstance(scene, Unlogged):
        return _unopened(tx, athlete_id, message, scene, now)
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    coming = _coming(scene)
    if before:
        return _past_again(scene, message) or _retold(scene, before, coming)
    if replied is None:
        about = _fixed(scene, message)
        if isinstance(about, Unlogged):
            return about
        replied, message = about
    if tx.repeat and was_undone(tx, athlete_id, message.chat_id, message.message_id):
        return Unlogged.of("undone_before")
    slot = replied.slot if replied else (coming.slot if coming else _after_last(scene))
    if slot is None:
        return Unlogged.of("nothing_left")
    return take(Talk(scene, slot, coming, message, replied is not None))


def take_edit(
    tx: Tx, athlete_id: int, message: Message, now: datetime
) -> SetLogged | DayTold | Unlogged | None:
    """An edited message corrects the sets it logged, or logs what it failed to say before.

    None when it says nothing of a set, or what it logged was taken back.
    """
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if not before:
        if tx.repeat or was_undone(tx, athlete_id, message.chat_id, message.message_id):
            return None  # again, it would say its words of the set that is next by now
        outcome = take_words(tx, athlete_id, message, now)
        return outcome if isinstance(outcome, SetLogged | DayTold) else None
    scene = _ended_scene(tx, athlete_id, before[0].workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    asked = asked_of(scene, Slot(before[0].exercise_index, before[0].set_number))
    reading = _numbers_of(scene, before[0], message.words, asked)
    if reading is None:
        return Unlogged.of("edit_moves", set=before[0])
    if not isinstance(reading, said.Sets):
        return Unlogged.of("edit_unread", set=before[0])
    if len(reading.entries) > len(before):
        return Unlogged.of("edit_adds", set=before[-1])
    told = tuple(
        corrected(one, entry_of(asked, typed)) for one, typed in zip(before, reading.entries, strict=False)
    )
    if any(_is_taken(scene, one) for one in told):
        return Unlogged.of("place_taken")
    for one in told:
        correct_set(tx, athlete_id, one)
    taken = before[len(told) :]
    for one in taken:
        undo_set(tx, athlete_id, one.id, now)
    touched = load_workout(tx, athlete_id, scene.workout.id)
    scene = scene.after(touched or scene.workout)
    _leave_cards(scene, taken, told[-1])
    return retell(scene, told[-1])


def _is_taken(scene: Scene, told: LoggedSet) -> bool:
    """Whether a warm-up cannot become a set again, for another one stands in its place."""
    standing = scene.workout.sets_of(told.exercise_index)
    same = (one for one in standing if one.set_number == told.set_number and one.id != told.id)
    return told.kind is not SetKind.WARM_UP and any(same)


def _leave_cards(scene: Scene, taken: tuple[LoggedSet, ...], last: LoggedSet) -> None:
    """Sets an edit took away leave their card to the last that is left; what is next now comes."""
    place = (scene.workout.id, last.exercise_index, last.set_number)
    for one in reversed(taken):
        left = card_of_set(scene.tx, scene.workout.id, one.exercise_index, one.set_number)
        if left is not None and card_of_set(scene.tx, *place) is None:
            keep_card(scene.tx, scene.athlete.id, Card(left.chat_id, left.message_id, *place))
    coming, newest = _coming(scene), newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if not taken or coming is None or newest is None or running_rest(scene.tx, scene.athlete.id) is not None:
        return
    if Slot(newest.exercise_index, newest.set_number) != coming.slot:
        bring_next_card(scene, Slot(last.exercise_index, last.set_number), "edited")


def _numbers_of(scene: Scene, before: LoggedSet, words: str, asked: said.Asked) -> said.Reading | None:
    """What an edit says of the sets that its message logged; None where it names another exercise or day."""
    unit = scene.athlete.unit or Unit.KG
    reading = read_set(words, asked, unit)
    if not isinstance(reading, said.Named | said.Past):
        return reading
    past = reading.day if isinstance(reading, said.Past) else None
    if past is not None and day_of(scene.athlete, past, scene.now) != scene.workout.trained_on:
        return None
    exercise = resolve(reading.exercise[:LONGEST_NAME], exercises_of(scene.tx, scene.athlete.id))
    if exercise is None or exercise.id != before.exercise_id:
        return None
    return read_set(reading.sets_text, asked, unit)


def _fixed(scene: Scene, message: Message) -> tuple[Replied | None, Message] | Unlogged:
    """`last one was 7 not 8`, `set 1 was 9` are about that set, as a reply to its card would be."""
    fix = fix_said(message.words)
    if fix is None:
        return None, message
    message = replace(message, words=fix.sets, reply_to=None)
    logged = tuple(one for one in scene.workout.sets if one.kind is not SetKind.WARM_UP)
    meant, coming = fix.of(logged) if logged else None, _coming(scene)
    if meant is None and fix.back == 0 and fix.number in (None, coming.slot.set_number if coming else None):
        return None, message
    if meant is None:
        return Unlogged.of("not_logged")
    return Replied(scene.workout.id, Slot(meant.exercise_index, meant.set_number)), message


def _past_again(scene: Scene, message: Message) -> Outcome | None:
    """The same message of a day gone by again: told from what stands there. None for any other message."""
    reading = read_set(message.words, None, scene.athlete.unit or Unit.KG)
    if not isinstance(reading, said.Past):
        return None
    return log_past(scene.tx, scene.athlete.id, (message.chat_id, message.message_id), reading, scene.now)


def _coming(scene: Scene) -> Upcoming | None:
    return upcoming(scene.workout, scene.athlete) if scene.workout.state is WorkoutState.OPEN else None


def _after_last(scene: Scene) -> Slot | None:
    """In free training one more of what was done, or asked about, last; a plan that is done has none."""
    last, named = newest_set(scene.tx, scene.workout.id), len(scene.workout.session.prescriptions)
    if scene.workout.session.day != FREE_DAY or not (last or named):
        return None
    return Slot(named - 1, 1) if last is None else Slot(last.exercise_index, last.set_number + 1)


def _unopened(tx: Tx, athlete_id: int, message: Message, closed: Unlogged, now: datetime) -> Outcome:
    """No workout is open: sets of a named exercise open a free one, everything else is answered."""
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if before:
        scene = _ended_scene(tx, athlete_id, before[0].workout_id, now)
        if isinstance(scene, Unlogged):
            return scene
        return _past_again(scene, message) or _retold(scene, before, None)
    athlete = load_athlete(tx, athlete_id)
    unit = (athlete.unit if athlete else None) or Unit.KG
    reading = read_set(message.words, None, unit)
    if closed.code == "no_workout" and isinstance(reading, said.Refused):
        return Unlogged.of(reading.why.value)
    if isinstance(reading, said.Note):
        return take_note(tx, athlete_id, reading, None, now)
    if isinstance(reading, said.Past) and closed.code in ("no_workout", "workout_over", "doctor_first"):
        return log_past(tx, athlete_id, (message.chat_id, message.message_id), reading, now)
    if closed.code != "no_workout" or not isinstance(reading, said.Named):
        lost = closed.code == "no_workout" and isinstance(reading, said.NotASet)
        return Unlogged.of("not_understood") if lost else closed
    typed = (message.chat_id, message.message_id)
    exercise = named(tx, athlete_id, reading.exercise, typed, reading.sets_text, now)
    if not isinstance(exercise, Exercise):
        return exercise
    return _opening(tx, athlete_id, replace(message, words=reading.sets_text), exercise, now)


def _opening(tx: Tx, athlete_id: int, message: Message, exercise: Exercise, now: datetime) -> Outcome:
    """Open a free workout with the sets of one exercise; where none is logged, it closes again."""
    opened = free.open_free(tx, athlete_id, message.chat_id, now)
    if isinstance(opened, Unlogged):
        return opened
    outcome = take_of(Talk(opened, _NOWHERE, None, message, False), exercise, message.words)
    if not isinstance(outcome, SetLogged | Which):
        end_workout(tx, opened.workout.id, WorkoutState.CLOSED, now)
        stop_watching(tx, athlete_id)
    return outcome


def take_named(tx: Tx, athlete_id: int, message: Message, exercise: Exercise, now: datetime) -> Outcome:
    """Log the sets a message says, of an exercise it did not name so that it was known; once a message."""
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if before:
        scene = _ended_scene(tx, athlete_id, before[0].workout_id, now)
        return scene if isinstance(scene, Unlogged) else _retold(scene, before, _coming(scene))
    opened = open_scene(tx, athlete_id, None, now)
    if isinstance(opened, Scene):
        coming = upcoming(opened.workout, opened.athlete)
        return take_of(Talk(opened, _NOWHERE, coming, message, False), exercise, message.words)
    return opened if opened.code != "no_workout" else _opening(tx, athlete_id, message, exercise, now)


def _ended_scene(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Scene | Unlogged:
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    return Scene(tx, athlete, workout, now) if athlete and workout else Unlogged.of("gone")


def _retold(scene: Scene, before: tuple[LoggedSet, ...], coming: Upcoming | None) -> SetLogged:
    """The same message again (a repeated update): told from what stands, nothing is written."""
    slot = Slot(before[-1].exercise_index, before[-1].set_number)
    rest = rest_after(scene.tx, scene.athlete.id, slot)
    return outcome_of(scene, before, coming, rest, card_of_slot(scene, slot), corrected=True)
