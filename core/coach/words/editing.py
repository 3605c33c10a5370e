"""An edited message: the sets that its first text logged or corrected are written anew, never logged twice.

What a new message says is `wording.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.hearing.fixes import fix_said
from core.coach.history.backdating import day_of
from core.coach.own_names import LONGEST_NAME
from core.coach.words.asking_back import in_doubt
from core.coach.words.talk import Message, Talk
from core.coach.words.wording import ended_scene, take_words
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.correcting import corrected
from core.coach.workout.following import retell
from core.coach.workout.pausing import rest_anew
from core.coach.workout.resting import bring_next_card, carry_rest, running_rest
from core.coach.workout.scene import Scene, anew
from core.coach.workout.standing import coming_of
from core.model.outcomes import DayTold, SetLogged, Unlogged, Which
from core.model.workout import LoggedSet, SetKind
from core.store.cards import Card, card_of_set, keep_card, newest_card, telling
from core.store.logged_sets import correct_set, set_corrected_by, sets_of_message, undo_set, was_undone
from core.store.port import Tx
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit


def take_edit(
    tx: Tx, athlete_id: int, message: Message, now: datetime
) -> SetLogged | DayTold | Which | Unlogged | None:
    """An edited message corrects the sets it logged or corrected, or says what it failed to say before.

    None when it says nothing of a set; `edit_undone` when what it logged or corrected was taken back.
    """
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if not before:
        found = set_corrected_by(tx, athlete_id, message.chat_id, message.message_id)
        before = () if found is None else (found,)
    if not before:
        return _anew(tx, athlete_id, message, now)
    scene = ended_scene(tx, athlete_id, before[0].workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    asked = asked_of(scene, before[0].slot, before[0])
    reading = _numbers_of(scene, before[0], message.words, asked)
    if reading is None:
        return Unlogged.of("edit_moves", set=before[0])
    doubtful = _doubtful(scene, before, message, reading, asked)
    if doubtful is not None:
        return doubtful
    if _least_of(reading) > len(before):
        return Unlogged.of("edit_adds", set=before[-1])
    if not isinstance(reading, said.Sets):
        return Unlogged.of("edit_unread", set=before[0])
    told = tuple(
        corrected(one, entry_of(asked, typed)) for one, typed in zip(before, reading.entries, strict=False)
    )
    if any(_is_taken(scene, one) for one in told):
        return Unlogged.of("place_taken")
    return _write(scene, before, told)


def _least_of(reading: said.Reading) -> int:
    """How many sets a reading tells at the least, 0 where it tells none."""
    if isinstance(reading, said.Ambiguous):
        return min(map(_least_of, reading.options))
    return len(reading.entries) if isinstance(reading, said.Sets) else 0


def _anew(
    tx: Tx, athlete_id: int, message: Message, now: datetime
) -> SetLogged | DayTold | Which | Unlogged | None:
    """An edit of what logged nothing so far says it now, as a message would; a typo left one is no matter."""
    if was_undone(tx, athlete_id, message.chat_id, message.message_id):
        return Unlogged.of("edit_undone")
    if tx.repeat:
        return None  # again, it would say its words of the set that is next by now
    outcome = take_words(tx, athlete_id, message, now)
    return outcome if isinstance(outcome, SetLogged | DayTold | Which) else None


def _doubtful(
    scene: Scene, before: tuple[LoggedSet, ...], message: Message, reading: said.Reading, asked: said.Asked
) -> Which | None:
    """An edit that has to be asked back as a new message would be; a button then corrects the sets."""
    slot = before[0].slot
    found = in_doubt(Talk(scene, slot, coming_of(scene), message, is_reply=True), asked, reading)
    fitting = tuple(one for one in found.options if len(one) == len(before)) if found is not None else ()
    return replace(found, options=fitting) if found is not None and fitting else None


def _write(scene: Scene, before: tuple[LoggedSet, ...], told: tuple[LoggedSet, ...]) -> SetLogged:
    """Write the sets anew that an edit still tells, and take the others back."""
    if scene.tx.repeat:  # they may have been corrected once more since
        return retell(scene, before[-1])
    for one in told:
        correct_set(scene.tx, scene.athlete.id, one)
    taken = before[len(told) :]
    for one in taken:
        undo_set(scene.tx, scene.athlete.id, one.id, scene.now)
    before_it, scene = scene, anew(scene)
    last = told[-1].slot
    for one in taken:
        carry_rest(scene, one.slot, last)
    _leave_cards(scene, taken, told[-1])
    rest_anew(before_it, scene, last)
    outcome = retell(scene, told[-1])
    changed = (new for old, new in zip(before, told, strict=False) if old != new)
    places = (place for one in changed for place in telling(scene.tx, scene.workout.id, *one.slot))
    return replace(outcome, uncovered=tuple(dict.fromkeys((*outcome.uncovered, *places))))


def _is_taken(scene: Scene, told: LoggedSet) -> bool:
    """Whether a warm-up cannot become a set again, for another one stands in its place."""
    standing = scene.workout.sets_of(told.exercise_index)
    same = (one for one in standing if one.set_number == told.set_number and one.id != told.id)
    return told.kind is not SetKind.WARM_UP and any(same)


def _leave_cards(scene: Scene, taken: tuple[LoggedSet, ...], last: LoggedSet) -> None:
    """Sets an edit took away leave their card to the last that is left; what is next now comes."""
    place = (scene.workout.id, *last.slot)
    for one in reversed(taken):
        left = card_of_set(scene.tx, scene.workout.id, *one.slot)
        if left is not None and card_of_set(scene.tx, *place) is None:
            keep_card(scene.tx, scene.athlete.id, Card(*left.place, *place))
    coming, newest = coming_of(scene), newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if not taken or coming is None or newest is None or running_rest(scene.tx, scene.athlete.id) is not None:
        return
    if newest.slot != coming.slot:
        bring_next_card(scene, last.slot, "edited")


def _numbers_of(scene: Scene, before: LoggedSet, words: str, asked: said.Asked) -> said.Reading | None:
    """What an edit says of the sets that its message logged; None where it names another exercise or day."""
    unit, fix = scene.athlete.unit or Unit.KG, fix_said(words)
    if fix is not None and fix.number not in (None, before.set_number):
        return None
    reading = read_set(fix.sets if fix else words, asked, unit)
    if not isinstance(reading, said.Named | said.Past):
        return reading
    past = reading.day if isinstance(reading, said.Past) else None
    if past is not None and day_of(scene.athlete, past, scene.now) != scene.workout.trained_on:
        return None
    exercise = resolve(reading.exercise[:LONGEST_NAME], exercises_of(scene.tx, scene.athlete.id))
    if exercise is None or exercise.id != before.exercise_id:
        return None
    return read_set(reading.sets_text, asked, unit)
