"""Typed words in a workout: which set they are about, what they say of it, and what then is done.

The grammar is `core/training/set_notation.py`'s. Whatever stays unclear is asked back, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.coach.changing import shift_load
from core.coach.correcting import SetPassed, corrected, skip_set
from core.coach.lifting import Entry, log_entries, outcome_of
from core.coach.phrases import Phrase, phrase_of
from core.coach.resting import running_rest
from core.coach.scene import Scene, open_scene
from core.coach.standing import Slot, Upcoming, card_of, exercise_of, target_of, upcoming
from core.model.exercise import LoadMode
from core.model.outcomes import SetCard, SetLogged, Unlogged, Which
from core.model.workout import LoggedSet, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import card_of_message, newest_card
from core.store.logged_sets import correct_set, newest_set, sets_of_message
from core.store.port import Tx
from core.store.workouts import load_workout
from core.training import set_reading as said
from core.training.loading import load_steps
from core.training.set_notation import read_set
from core.units import Unit

JUST_TAPPED = timedelta(seconds=20)


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
    """Words that are no set but mean something; the exercise in hand goes along."""

    phrase: Phrase
    workout_id: int
    exercise_index: int
    set_number: int


Outcome = SetLogged | SetPassed | SetCard | Which | Said | Unlogged


@dataclass(frozen=True, slots=True)
class Talk:
    """One message in an open workout: the set it is about, the set that is next, and whether it was a reply."""

    scene: Scene
    slot: Slot
    coming: Upcoming | None
    message: Message
    is_reply: bool

    @property
    def typed(self) -> tuple[int, int]:
        """Where the message stands, by which an edit of it finds its sets again."""
        return self.message.chat_id, self.message.message_id

    def card(self) -> SetCard | None:
        """The card of the set that is next, to be shown beside a refusal."""
        scene = self.scene
        return card_of(scene.tx, scene.workout, scene.athlete, self.coming) if self.coming else None

    def standing(self) -> LoggedSet | None:
        """The set that already stands where this message points."""
        done = self.scene.workout.sets_of(self.slot.exercise_index)
        return next((one for one in done if one.set_number == self.slot.set_number), None)


def take_words(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Outcome:
    """Do what a typed message says: log, correct, skip, shift the load, or ask back.

    A reply to a set card is about that set; anything else is about the set in hand.
    """
    replied = _replied(tx, athlete_id, message)
    scene = open_scene(tx, athlete_id, None, now)
    if replied is not None and (isinstance(scene, Unlogged) or replied.workout_id != scene.workout.id):
        scene = _ended_scene(tx, athlete_id, replied.workout_id, now)
    if isinstance(scene, Unlogged):
        phrase = phrase_of(message.words)
        return Said(phrase, 0, 0, 0) if phrase else scene
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    coming = upcoming(scene.workout, scene.athlete) if scene.workout.state is WorkoutState.OPEN else None
    if before:
        return _retold(scene, before, coming, message)
    slot = replied.slot if replied else (coming.slot if coming else None)
    if slot is None:
        return Unlogged.of("nothing_left")
    return _take(Talk(scene, slot, coming, message, replied is not None))


def take_edit(tx: Tx, athlete_id: int, message: Message, now: datetime) -> SetLogged | Unlogged | None:
    """An edited message corrects the sets it logged; None when it never logged any."""
    before = sets_of_message(tx, athlete_id, message.chat_id, message.message_id)
    if not before:
        return None
    scene = _ended_scene(tx, athlete_id, before[0].workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    asked = asked_of(scene, Slot(before[0].exercise_index, before[0].set_number))
    reading = read_set(message.words, asked, scene.athlete.unit or Unit.KG)
    if not isinstance(reading, said.Sets) or len(reading.entries) != len(before):
        return Unlogged.of("edit_unread", set=before[0])
    told = before
    for place, typed in enumerate(reading.entries):
        one = corrected(before[place], _entry(asked, typed))
        correct_set(tx, athlete_id, one)
        told = (*told[:place], one, *told[place + 1 :])
    sets = {one.id: one for one in told}
    workout = replace(scene.workout, sets=tuple(sets.get(one.id, one) for one in scene.workout.sets))
    return retell(scene.after(workout), told[-1], _shown(scene))


@dataclass(frozen=True, slots=True)
class _Replied:
    workout_id: int
    slot: Slot


def _replied(tx: Tx, athlete_id: int, message: Message) -> _Replied | None:
    """The set whose card was replied to: by the card's message id, else by the card's own buttons."""
    if message.reply_to is None:
        return None
    card = card_of_message(tx, athlete_id, message.chat_id, message.reply_to)
    if card is not None:
        return _Replied(card.workout_id, Slot(card.exercise_index, card.set_number))
    if message.reply_slot is not None:
        workout_id, index, number = message.reply_slot
        workout = load_workout(tx, athlete_id, workout_id)
        if workout is not None and 0 <= index < len(workout.session.prescriptions):
            return _Replied(workout_id, Slot(index, number))
    return None


def _ended_scene(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Scene | Unlogged:
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, workout_id)
    return Scene(tx, athlete, workout, now) if athlete and workout else Unlogged.of("gone")


def _retold(scene: Scene, before: tuple[LoggedSet, ...], coming: Upcoming | None, message: Message) -> SetLogged:
    """The same message again (a repeated update): told from what stands, nothing is written."""
    rest = running_rest(scene.tx, scene.athlete.id)
    return outcome_of(scene, before, coming, rest, _shown(scene), corrected=True)


def _shown(scene: Scene) -> tuple[int, int] | None:
    card = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    return (card.chat_id, card.message_id) if card else None


def asked_of(scene: Scene, slot: Slot) -> said.Asked:
    """What a text is read against: the target of the set it is about, or what was asked of it then."""
    index = slot.exercise_index
    exercise = exercise_of(scene.workout, index)
    prescription = scene.workout.session.prescriptions[index]
    done = scene.workout.sets_of(index)
    standing = next((one for one in done if one.set_number == slot.set_number), None)
    asked = target_of(scene.workout, scene.athlete, index)
    target = standing.target if standing and standing.target else (asked[0] if asked else None)
    known = scene.athlete.one_rep_max(exercise.id)
    steps = load_steps(exercise, scene.athlete) if exercise.takes_load else None
    return said.Asked(
        load=target.load if target else prescription.load,
        reps=target.reps if target else prescription.reps,
        takes_load=exercise.takes_load,
        measure=prescription.measure,
        bodyweight=exercise.load_mode in (LoadMode.ADDED, LoadMode.ASSIST, LoadMode.REPS),
        last_load=done[-1].load if done else None,
        best=known.load if known else None,
        lightest=steps.loads[0] if steps else None,
        sets_left=max(prescription.sets - len(done), 0),
        resting=running_rest(scene.tx, scene.athlete.id) is not None,
    )


def _take(talk: Talk) -> Outcome:
    scene = talk.scene
    asked = asked_of(scene, talk.slot)
    reading = read_set(talk.message.words, asked, scene.athlete.unit or Unit.KG)
    match reading:
        case said.Sets(entries):
            return _sets(talk, asked, entries)
        case said.Done(rir) | said.Same(rir):
            return _as_asked(talk, asked, reading, rir)
        case said.Effort(rir, just_done):
            return _effort(talk, asked, rir, just_done)
        case said.Skip():
            return skip_set(scene.tx, scene.athlete.id, scene.workout.id, talk.slot, scene.now)
        case said.Shift(change):
            return shift_load(scene, talk.slot, change)
        case said.Ambiguous(options):
            return _which(talk, asked, options)
        case said.Confirm(said.Sets(entries), why):
            return _which(talk, asked, (said.Sets(entries),), why.value)
        case said.Incomplete(entries, missing):
            return Unlogged.of(f"missing_{missing.value}", talk.card(), entry=entries[0])
        case said.Refused(why):
            return Unlogged.of(why.value, talk.card())
        case said.NotASet():
            return _words(talk)
        case _:
            return Unlogged.of("not_here", talk.card())


def _words(talk: Talk) -> Outcome:
    phrase = phrase_of(talk.message.words)
    if phrase is None:
        return Unlogged.of("not_a_set", talk.card())
    return Said(phrase, talk.scene.workout.id, talk.slot.exercise_index, talk.slot.set_number)


def _entry(asked: said.Asked, entry: said.Entry) -> Entry:
    load = entry.load if entry.load is not None else asked.standing_load
    if not asked.takes_load or (load is not None and load.g == 0):
        load = None
    return Entry(load, entry.reps or 0, entry.rir, None, entry.kind)


def _sets(talk: Talk, asked: said.Asked, typed: tuple[said.Entry, ...]) -> Outcome:
    entries = tuple(_entry(asked, entry) for entry in typed)
    if asked.takes_load and not asked.bodyweight and any(entry.load is None for entry in entries):
        return Unlogged.of("missing_load", talk.card(), entry=typed[0])
    if talk.message.reply_to is not None and not talk.is_reply:
        return Unlogged.of("strange_reply", talk.card())
    if talk.standing() is not None:
        return _correct(talk, entries)
    scene = talk.scene
    if scene.workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    bare = len(entries) == 1 and typed[0].load is None and typed[0].rir is None
    if bare and not talk.is_reply and _just_tapped(talk):
        return _same_or_next(talk, entries[0])
    return log_entries(scene, talk.slot, entries, card=_shown(scene), typed=talk.typed)


def _correct(talk: Talk, entries: tuple[Entry, ...]) -> Outcome:
    """A reply to the card of a set that stands: that set is written anew."""
    standing = talk.standing()
    if len(entries) > 1 or standing is None:
        return Unlogged.of("one_set_a_card", talk.card())
    scene, told = talk.scene, corrected(standing, entries[0])
    correct_set(scene.tx, scene.athlete.id, told)
    return retell(scene, told, (talk.message.chat_id, talk.message.reply_to or 0))


def retell(scene: Scene, told: LoggedSet, card: tuple[int, int] | None) -> SetLogged:
    """What follows from a corrected set: the next target is reckoned again, the rest goes on."""
    sets = tuple(told if done.id == told.id else done for done in scene.workout.sets)
    scene = scene.after(replace(scene.workout, sets=sets))
    coming = upcoming(scene.workout, scene.athlete) if scene.workout.state is WorkoutState.OPEN else None
    rest = running_rest(scene.tx, scene.athlete.id)
    return outcome_of(scene, (told,), coming, rest, card, corrected=True)


def _just_tapped(talk: Talk) -> bool:
    """A button logged a set less than 20 s ago: a bare number may mean that set or the next."""
    last = newest_set(talk.scene.tx, talk.scene.workout.id)
    resting = running_rest(talk.scene.tx, talk.scene.athlete.id) is not None
    return last is not None and resting and talk.scene.now - last.logged_at < JUST_TAPPED


def _same_or_next(talk: Talk, entry: Entry) -> Which | Unlogged:
    last = newest_set(talk.scene.tx, talk.scene.workout.id)
    assert last is not None
    option = (entry.load, entry.reps, entry.rir)
    return Which(
        talk.scene.workout.id,
        talk.slot.exercise_index,
        talk.slot.set_number,
        ((last.load, entry.reps, entry.rir), option),
        "this_or_next",
        (last.exercise_index, last.set_number),
    )


def _as_asked(talk: Talk, asked: said.Asked, reading: said.Reading, rir: float | None) -> Outcome:
    """`done` and `same`; while resting, `done` is only a nod."""
    scene = talk.scene
    rest = running_rest(scene.tx, scene.athlete.id)
    if rest is not None and isinstance(reading, said.Done) and not talk.is_reply:
        return Unlogged.of("resting", talk.card(), until=rest.until)
    if talk.standing() is not None:
        return Unlogged.of("already", talk.card(), set=talk.standing())
    done = scene.workout.sets_of(talk.slot.exercise_index)
    again = done[-1] if done and isinstance(reading, said.Same) else None
    load = again.load if again else asked.load
    reps = again.reps if again else asked.reps
    if reps is None or (asked.takes_load and load is None and not asked.bodyweight):
        return Unlogged.of("missing_load", talk.card(), entry=said.Entry(None, reps))
    return log_entries(scene, talk.slot, (Entry(load, reps, rir),), card=_shown(scene), typed=talk.typed)


def _effort(talk: Talk, asked: said.Asked, rir: float, just_done: bool) -> Outcome:
    """`@8` alone: how the set just logged felt, else the asked set done as asked."""
    scene = talk.scene
    last = talk.standing() if talk.is_reply else newest_set(scene.tx, scene.workout.id)
    if last is None or not (just_done or talk.is_reply):
        return _as_asked(talk, asked, said.Same(rir) if last else said.Done(rir), rir)
    told = replace(last, rir=rir)
    correct_set(scene.tx, scene.athlete.id, told)
    return retell(scene, told, _shown(scene))


def _which(talk: Talk, asked: said.Asked, options: tuple[object, ...], why: str = "two_readings") -> Outcome:
    """Ask back with a button for each reading; one that still lacks a part is named in the question."""
    whole = [one.entries for one in options if isinstance(one, said.Sets)]
    if any(len(entries) > 1 for entries in whole) or not whole:
        return Unlogged.of("say_it_apart", talk.card())
    entries = [_entry(asked, found[0]) for found in whole]
    return Which(
        talk.scene.workout.id,
        talk.slot.exercise_index,
        talk.slot.set_number,
        tuple((entry.load, entry.reps, entry.rir) for entry in entries),
        why,
    )
