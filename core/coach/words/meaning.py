"""What words mean that are no set, and what they are about. Reads only; sets are logged by `wording.py`."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from core.catalogue import Catalogue
from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.hearing.afterthoughts import afterthought, says_ready, set_said
from core.coach.hearing.fixes import fix_said
from core.coach.hearing.phrases import Phrase, phrase_of
from core.coach.hearing.plainly import plainly
from core.coach.hearing.rest_phrases import step_said
from core.coach.hearing.sore_words import parts_said
from core.coach.hearing.spoken import number_said
from core.coach.hearing.swap_words import swap_said
from core.coach.hearing.time_said import minutes_said, seconds_said
from core.coach.own_names import LONGEST_NAME
from core.coach.words.asides import Aside, aside
from core.coach.words.orders import Order, is_station, order_said, place_called
from core.coach.words.talk import Message, Said, replied_to
from core.coach.workout.asked import asked_of
from core.coach.workout.lifting import ended_lately
from core.coach.workout.pairing import pair_said
from core.coach.workout.resting import running_rest
from core.coach.workout.scene import Scene, open_scene
from core.coach.workout.standing import after_last, goes_on, planned_place, still_open, upcoming
from core.coach.workout.swapping import swapped_in
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.workout import LoggedSet, SetKind, Slot
from core.store.logged_sets import newest_set
from core.store.plans import plan_of
from core.store.port import Tx
from core.store.workouts import load_workout, newest_workout
from core.training.notation import set_reading as said
from core.training.notation.numerals import plain
from core.training.set_notation import read_set
from core.training.spelling.set_remark import remarked, sets_before_words
from core.units import Unit

_OF_A_SET = (Phrase.TOO_HEAVY, Phrase.TOO_LIGHT)
_FIRST_OF_ALL = (Phrase.CHEST, Phrase.PAIN)
_REPS_LEFT = re.compile(r"\b(?:left|übrig|reserve|tank)\b")
_FELT = (Phrase.FELT_EASY, Phrase.FELT_RIGHT)
_STATION = re.compile(r" (?:rack|station|machine|platform|stand)s?$", re.IGNORECASE)


def meant(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Said | None:
    """What words mean that are no set, None for everything else. Reads only; `take_words` logs.

    Where they mean nothing as they stand and are no set, they are read put plainly.
    """
    found = _meant(tx, athlete_id, message, now)
    if found is not None or fix_said(message.words) is not None:
        return found
    if not isinstance(read_set(message.words, None, Unit.KG), said.NotASet):
        return None
    put = (replace(message, words=words) for words in plainly(message.words))
    return next((heard for one in put if (heard := _meant(tx, athlete_id, one, now)) is not None), None)


def _meant(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Said | None:
    """What words mean as they stand."""
    if fix_said(message.words) is not None:
        return None
    phrase, beside = phrase_of(message.words), None
    if phrase is Phrase.UNDO and (replied := _replied_set(tx, athlete_id, message)) is not None:
        return replied
    if phrase not in _FIRST_OF_ALL:
        ordered = _ordered(tx, athlete_id, message.words, phrase, now)
        said_after = ordered or _afterthought(tx, athlete_id, message, now)
        if said_after is not None:
            return said_after
    if phrase is None:
        beside = aside(message.words, exercises_of(tx, athlete_id))
        if beside is None:
            return None
        phrase = beside.phrase
    if phrase in _OF_A_SET and remarked(plain(message.words) or ""):
        return None  # the set is logged, with the effort that this is
    return _in_place(tx, athlete_id, message, phrase, beside, now)


def _replied_set(tx: Tx, athlete_id: int, message: Message) -> Said | None:
    """`undo` in reply to a card takes the set of just that card back, where it stands."""
    replied = replied_to(tx, athlete_id, message)
    workout = load_workout(tx, athlete_id, replied.workout_id) if replied is not None else None
    if replied is None or workout is None or workout.set_at(replied.slot) is None:
        return None
    return Said(Phrase.DELETE_SET, workout.id, *replied.slot)


def _in_place(
    tx: Tx, athlete_id: int, message: Message, phrase: Phrase, beside: Aside | None, now: datetime
) -> Said | None:
    """A phrase with the set it is about; None where the words are a set all the same."""
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        told = _told(Said(phrase, 0, 0, 0), message.words, beside)
        return _named_for_swap(tx, athlete_id, told, message.words) if phrase is Phrase.TAKEN else told
    replied = replied_to(tx, athlete_id, message)
    coming = upcoming(scene.workout, scene.athlete)
    slot = replied.slot if replied else (coming.slot if coming else after_last(scene.workout) or Slot(0, 1))
    reading = read_set(message.words, asked_of(scene, slot), scene.athlete.unit or Unit.KG)
    no_set = said.NotASet | said.Named
    if phrase in (Phrase.SHORT_OF_TIME, Phrase.MINUTES, Phrase.WHY):
        no_set |= said.Refused  # minutes are no measure of a set that counts reps, nor is "why 80?" one
    if not isinstance(reading, no_set):
        return None
    if phrase is Phrase.TAKEN:
        return _swap_meant(scene, slot, message.words)
    place = Said(phrase, scene.workout.id, *slot)
    return _told(place, message.words, beside)


def _ordered(tx: Tx, athlete_id: int, words: str, phrase: Phrase | None, now: datetime) -> Said | None:
    """An order about an exercise that is named ("row first"), in the workout or else in the plan."""
    order = order_said(words)
    if order is None or (phrase is Phrase.TAKEN and order.phrase is Phrase.LEAVE_OUT):
        return None  # "no bench" may be one that is not free
    scene, exercises = open_scene(tx, athlete_id, None, now), exercises_of(tx, athlete_id)
    workout_id = 0
    if isinstance(scene, Unlogged):
        plan = plan_of(tx, athlete_id) if scene.code == "no_workout" else None
        session = plan.session if plan is not None else None
        asked = session.prescriptions if session is not None else ()
        coming = session.running_order if session is not None else ()
    else:
        workout_id, asked = scene.workout.id, scene.workout.session.prescriptions
        free = scene.workout.session.is_free
        coming = () if free else tuple(still_open(scene.workout, scene.athlete))
        asked = () if free else asked
    ids = [one.exercise_id for one in asked]
    place, exercise = place_called(order.name, ids, coming, exercises)
    if order.phrase is Phrase.FREE_AGAIN:
        known = place is not None or is_station(order.name)
        return _free_again(scene, place) if known and isinstance(scene, Scene) else None
    if exercise is None or (place is None and not _says_something(order)):
        return None
    at = Said(order.phrase, workout_id, -1 if place is None else place, 1, exercises=(exercise.id,))
    return replace(at, count=order.count, today=order.today)


def _free_again(scene: Scene, place: int | None) -> Said | None:
    """What is free again is done now: what was named, else what was swapped away or put off last.

    Nothing was: then nothing changes, and the answer is what comes next.
    """
    workout, asked = scene.workout, scene.workout.session.prescriptions
    coming = upcoming(workout, scene.athlete)
    if coming is None or workout.session.is_free:
        return None
    in_hand = coming.slot.exercise_index
    if place is None:
        swapped = (one for one in reversed(range(len(asked))) if swapped_in(workout, one) is not None)
        left, now_at = still_open(workout, scene.athlete), planned_place(workout, in_hand)
        put_off = [one for one in left if planned_place(workout, one) < now_at]
        place = next(swapped, max(put_off, default=in_hand))
    return Said(Phrase.DO_NOW, workout.id, place, 1, exercises=(asked[place].exercise_id,))


def _afterthought(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Said | None:
    """What is said of the set just logged or replied to; while resting, that no rest is needed."""
    scene = open_scene(tx, athlete_id, None, now)
    phrase = afterthought(message.words)
    if isinstance(scene, Unlogged):
        if phrase is Phrase.ASK_FIX:
            return _wrong_at_last(tx, athlete_id, now)
        return Said(phrase, 0, 0, 0) if phrase in (Phrase.PUT_BACK, Phrase.UNDO) else None
    if phrase is None:
        rests = running_rest(tx, athlete_id) is not None
        step_s = step_said(message.words) if rests else None
        if step_s is not None:
            changed = Phrase.MORE_REST if step_s > 0 else Phrase.LESS_REST
            return Said(changed, scene.workout.id, 0, 0, seconds=abs(step_s))
        ready = rests and says_ready(message.words)
        return Said(Phrase.STOP_REST, scene.workout.id, 0, 0) if ready else None
    replied = replied_to(tx, athlete_id, message)
    if replied is not None and replied.workout_id == scene.workout.id:
        return Said(phrase, scene.workout.id, *replied.slot)
    last = newest_set(tx, scene.workout.id)
    if phrase in _FELT:
        return _felt(scene, Said(phrase, scene.workout.id, 0, 0), message.words, last)
    if last is None:
        return Said(phrase, scene.workout.id, 0, 0)
    number = set_said(message.words) if phrase is Phrase.DELETE_SET else 0
    return Said(phrase, scene.workout.id, last.exercise_index, number or last.set_number)


def _wrong_at_last(tx: Tx, athlete_id: int, now: datetime) -> Said | None:
    """`wrong` is about the last set of a workout that has just ended, too."""
    workout = newest_workout(tx, athlete_id)
    last = workout.last_done if workout is not None and ended_lately(workout, now) else None
    if workout is None or last is None or last.kind is SetKind.WARM_UP:
        return None
    return Said(Phrase.ASK_FIX, workout.id, *last.slot)


def _felt(scene: Scene, told: Said, words: str, last: LoggedSet | None) -> Said | None:
    """How the last set felt, where its card asks for it; a number left, also of a set that is rested after.

    Else `that was easy` is about the weight of the sets to come, as ever.
    """
    if last is None or last.reserve is not None:
        return None
    over = not goes_on(scene.workout, scene.athlete, last.exercise_index)
    counted = _REPS_LEFT.search(words.lower()) and running_rest(scene.tx, scene.athlete.id) is not None
    if not over and not counted:
        return None
    return replace(told, exercise_index=last.exercise_index, set_number=last.set_number)


def _says_something(order: Order) -> bool:
    """Whether an order about what is not in the workout has an answer of its own."""
    return order.today or order.phrase is not Phrase.LEAVE_OUT


def makes_sense(tx: Tx, athlete_id: int, message: Message, now: datetime) -> bool:
    """Whether words, said as a command that is none (`/skip`, `/bench 80x8`), mean something. Reads only."""
    if pair_said(message.words) is not None:
        return True
    heard = meant(tx, athlete_id, message, now)
    if heard is not None:
        return heard.phrase is not Phrase.UNDO  # /undo has its name; /undo_all would take back one set
    reading = read_set(message.words, None, Unit.KG)
    if isinstance(reading, said.Named):
        return _is_known(tx, athlete_id, reading)
    return not isinstance(reading, said.NotASet | said.Refused)


def is_for_the_coach(tx: Tx, athlete_id: int, message: Message, now: datetime) -> bool:
    """Whether words beneath a picture say something here: a set, a correction, an order. Reads only.

    A number beside words that name no exercise (`day 12`) is the picture's own. So are signs alone (`💪`),
    though typed they mean that the set is done.
    """
    if fix_said(message.words) is not None or pair_said(message.words) is not None:
        return True
    if meant(tx, athlete_id, message, now) is not None:
        return True
    reading = read_set(message.words, None, Unit.KG)
    if isinstance(reading, said.Named):
        whole = isinstance(read_set(reading.sets_text, None, Unit.KG), said.Sets)
        return whole or _is_known(tx, athlete_id, reading)
    return not isinstance(reading, said.NotASet) and any(sign.isalnum() for sign in message.words)


def _is_known(tx: Tx, athlete_id: int, reading: said.Named) -> bool:
    return resolve(reading.exercise[:LONGEST_NAME], exercises_of(tx, athlete_id)) is not None


def _told(at: Said, words: str, beside: Aside | None) -> Said:
    """What the words name goes along: minutes, parts that hurt, equipment, exercises."""
    if beside is not None:
        at = replace(at, exercises=beside.exercises, sore=beside.sore)
        return replace(at, minutes=beside.minutes, gear=beside.gear)
    if at.phrase in (Phrase.MORE_REST, Phrase.LESS_REST):
        return replace(at, seconds=seconds_said(words))
    counted = (Phrase.ONE_MORE, Phrase.MORE_OF_WHAT, Phrase.LESS_OF_WHAT, Phrase.WAIT)
    if at.phrase in counted:
        return replace(at, count=number_said(words))
    if at.phrase is not Phrase.PAIN:
        return replace(at, minutes=minutes_said(words))
    return replace(at, sore=parts_said(words), sets=sets_before_words(plain(words) or ""))


def _exercise_in(name: str, exercises: Catalogue) -> Exercise | None:
    """The exercise a name means, also with where it is done behind it: "squat rack", "leg press machine"."""
    return resolve(name, exercises) or resolve(_STATION.sub("", name), exercises)


def _named_for_swap(tx: Tx, athlete_id: int, told: Said, words: str) -> Said:
    """What is taken and what is wished instead, by name, where no workout runs."""
    exercises = exercises_of(tx, athlete_id)
    found = [_exercise_in(name[:LONGEST_NAME], exercises) if name else None for name in swap_said(words)[:2]]
    taken, wish = (*found, None, None)[:2]
    ids = (taken.id,) if taken is not None else ()
    return replace(told, exercises=ids, wish=wish.id if wish is not None else None)


def _swap_meant(scene: Scene, slot: Slot, words: str) -> Said:
    """Which exercise still to come is taken, where the words name it, and which one is wished instead."""
    exercises, asked = exercises_of(scene.tx, scene.athlete.id), scene.workout.session.prescriptions
    found = [_exercise_in(name[:LONGEST_NAME], exercises) if name else None for name in swap_said(words)[:2]]
    taken, wish = (*found, None, None)[:2]
    if taken is not None:
        left = still_open(scene.workout, scene.athlete)
        same = (one for one in left if asked[one].exercise_id == taken.id)
        # "bench is taken" before a dumbbell bench press: what moves alike needs the same place
        alike = (one for one in left if exercises.by_id(asked[one].exercise_id).pattern is taken.pattern)
        place = next(same, next(alike, None))
        if place is not None:
            slot = Slot(place, min(left[place]))
    wished = wish.id if wish is not None else None
    return Said(Phrase.TAKEN, scene.workout.id, *slot, wish=wished)
