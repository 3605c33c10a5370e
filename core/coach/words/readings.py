"""What each reading of a typed set does. The grammar is `core/training/set_notation.py`."""

from __future__ import annotations

import re
from dataclasses import replace

from core.coach.exercises import named
from core.coach.history.backdating import day_of, log_past
from core.coach.words.asking_back import if_unlikely, load_in_doubt, still_missing, this_or_next, which
from core.coach.words.none_asked import unasked
from core.coach.words.talk import Outcome, Talk, how_many_clean, shown_card
from core.coach.words.typed_sets import log_typed, made_warm_up, warmed_up, write_anew
from core.coach.workout import free
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.changing import choose_load, shift_load
from core.coach.workout.correcting import skip_set
from core.coach.workout.following import retell
from core.coach.workout.noting import take_note
from core.coach.workout.resting import refresh_overview, running_rest
from core.coach.workout.scene import with_session
from core.coach.workout.standing import exercise_of
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.repertoire import Unfamiliar
from core.model.workout import Entry, WorkoutState
from core.store.logged_sets import correct_set, newest_set
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Load, Unit

# Begins what is said of a set, never an exercise's name: `8 but my grip gave out`.
_SAID_WHY = re.compile(r"(?:but|because|cuz|coz|cos|cause|since|though|although|aber|weil|obwohl) ")


def take(talk: Talk) -> Outcome:  # noqa: C901, PLR0911, PLR0912  # one line a reading; splitting would hide one
    """Do what one message says of the set it is about."""
    scene = talk.scene
    asked = asked_of(scene, talk.slot)
    reading = read_set(talk.message.words, asked, scene.athlete.unit or Unit.KG)
    if (none := unasked(talk, reading)) is not None:
        return none
    match reading:
        case said.Sets(entries):
            return _sets(talk, asked, entries)
        case said.Same(as_last_time=True):
            return _as_last_time(talk, asked, reading.rir)
        case said.Done(rir) | said.Same(rir):
            return _as_asked(talk, asked, reading, rir)
        case said.Effort(rir, just_done):
            return _effort(talk, asked, rir, just_done)
        case said.Skip():
            return skip_set(scene.tx, scene.athlete.id, scene.workout.id, talk.slot, scene.now)
        case said.Shift() if talk.standing() is not None:
            return Unlogged.of("not_here", talk.card())  # what was lifted has no next step
        case said.Shift() if scene.workout.state is not WorkoutState.OPEN:
            return Unlogged.of("workout_over")
        case said.Shift(change):
            return shift_load(scene, change)
        case said.Ambiguous(options):
            return _which(talk, asked, options)
        case said.Confirm(said.Sets(entries), why):
            return _which(talk, asked, (said.Sets(entries),), why.value)
        case said.Incomplete(entries, said.Missing.REPS) if entries[0].load is not None:
            return _reload(talk, asked, entries[0]) or _fill(talk, asked, entries[0])
        case said.Incomplete(entries, said.Missing.REPS) if entries[0].failed:
            return how_many_clean(talk.card(), resting=asked.resting and not talk.is_reply)
        case said.Incomplete(entries, missing):
            return still_missing(talk, entries, missing)
        case said.Refused(why):
            return Unlogged.of(why.value, talk.card())
        case said.Named(exercise=name, sets_text=sets_text):
            return _named(talk, name, sets_text)
        case said.Note():
            in_hand = exercise_of(scene.workout, talk.slot.exercise_index) if talk.slot.set_number else None
            return take_note(scene.tx, scene.athlete.id, reading, in_hand, scene.now)
        case said.Past():
            return _past(talk, reading)
        case said.Confirm(said.Shift()):
            return Unlogged.of("jump_too_big", talk.card())
        case said.NotASet():
            return Unlogged.of("not_a_set", talk.card())
        case _:
            return Unlogged.of("not_here", talk.card())


def _reload(talk: Talk, asked: said.Asked, entry: said.Entry) -> Outcome | None:
    """A load said in words of a set that stands (`it was 82.5`): its reps stay. None for anything else."""
    standing = talk.standing() if talk.is_reply and talk.message.reply_to is None else None
    if standing is None or standing.load is None:
        return None
    return _sets(talk, asked, (replace(entry, reps=standing.reps),))


def _fill(talk: Talk, asked: said.Asked, entry: said.Entry) -> Outcome:
    """A load alone: the card takes it, and the reps are asked for; nothing is logged, a doubt is asked."""
    if talk.is_named and (talk.coming is None or talk.slot.exercise_index != talk.coming.slot.exercise_index):
        named_one = exercise_of(talk.scene.workout, talk.slot.exercise_index)
        return Unlogged.of("missing_reps_of", entry=entry, exercise=named_one)
    if talk.coming is None or talk.slot != talk.coming.slot:
        return Unlogged.of("missing_reps", talk.card(), entry=entry)
    if entry.load == talk.coming.target.load:
        return Unlogged.of("filled", entry=entry)
    doubtful = load_in_doubt(talk, asked, entry.load) if entry.load is not None else None
    if doubtful is not None:
        return doubtful
    filled = choose_load(talk.scene, talk.slot.exercise_index, entry.load)
    return filled if isinstance(filled, Unlogged) else Unlogged.of("filled", filled, entry=entry)


def _named(talk: Talk, name: str, sets_text: str) -> Outcome:
    """`bench 80x8`: sets of the exercise that is named, wherever it stands in the session."""
    scene = talk.scene
    if talk.coming is not None and _SAID_WHY.match(name):
        return take(replace(talk, message=replace(talk.message, words=sets_text)))
    exercise = named(scene.tx, scene.athlete.id, name, talk.typed, sets_text, scene.now)
    return take_of(talk, exercise, sets_text) if isinstance(exercise, Exercise) else _in_hand(talk, exercise)


def _in_hand(talk: Talk, unknown: Unfamiliar) -> Unfamiliar:
    """What nobody knows as an exercise may be said of the one in hand: `8 wobbly ones`. It stands first."""
    if talk.coming is None or not unknown.with_sets:
        return unknown
    in_hand = exercise_of(talk.scene.workout, talk.coming.slot.exercise_index)
    others = tuple(one for one in unknown.near if one.id != in_hand.id)
    return replace(unknown, near=(in_hand, *others[: len(unknown.near) or 1]))


def _past(talk: Talk, past: said.Past) -> Outcome:
    """`yesterday: bench 80x8`: on its day; the day of the open workout is the workout itself."""
    scene = talk.scene
    is_open = scene.workout.state is WorkoutState.OPEN
    day = day_of(scene.athlete, past.day, scene.now)
    if is_open and day == scene.workout.trained_on and past.exercise:
        return _named(talk, past.exercise, past.sets_text)
    return log_past(scene.tx, scene.athlete.id, talk.typed, past, scene.now)


def take_of(talk: Talk, exercise: Exercise, sets_text: str) -> Outcome:
    """Take sets of one exercise, wherever it stands in the session; a refusal leaves that as it was."""
    if talk.scene.workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    scene, slot = free.place_for(talk.scene, exercise)
    if slot.exercise_index == talk.slot.exercise_index:
        slot = talk.slot
    message = replace(talk.message, words=sets_text)
    outcome = take(Talk(scene, slot, talk.coming, message, talk.is_reply, is_named=True))
    if isinstance(outcome, Unlogged) and scene.workout.session is not talk.scene.workout.session:
        with_session(talk.scene, talk.scene.workout.session)
    elif scene.workout.session is not talk.scene.workout.session:
        refresh_overview(scene)  # what is asked back has its place in the session already
    return outcome


def _sets(talk: Talk, asked: said.Asked, typed: tuple[said.Entry, ...]) -> Outcome:
    entries = tuple(entry_of(asked, entry) for entry in typed)
    if asked.takes_load and not asked.bodyweight and any(entry.load is None for entry in entries):
        return still_missing(talk, typed, said.Missing.LOAD)
    if talk.message.reply_to is not None and not talk.is_reply:
        return Unlogged.of("strange_reply", talk.card())
    several = talk.standing() is not None and len(entries) > 1  # refused, and not asked about first
    doubtful = None if several else if_unlikely(talk, asked, typed, entries)
    if doubtful is not None:
        return doubtful
    if talk.standing() is not None:
        return write_anew(talk, entries)
    scene, made = talk.scene, made_warm_up(talk)
    if scene.workout.state is not WorkoutState.OPEN:
        return Unlogged.of("workout_over")
    if made is not None:
        return retell(scene, made)
    bare = len(entries) == 1 and typed[0].load is None and typed[0].rir is None
    if bare and not talk.is_reply and (which_set := this_or_next(talk, entries[0])) is not None:
        return which_set
    return warmed_up(talk, asked, typed) or log_typed(talk, entries)


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
    free = scene.workout.session.is_free  # nothing was asked: the card says what the last set was
    if free and scene.workout.in_hand is None and shown_card(scene, talk.slot.exercise_index) is None:
        return Unlogged.of("free_running")  # nobody was told of any set yet
    shown = talk.coming.target if free and talk.coming and talk.coming.slot == talk.slot else asked
    load = again.load if again else shown.load
    reps = again.reps if again else shown.reps
    if reps is None or (asked.takes_load and load is None and not asked.bodyweight):
        return still_missing(talk, (said.Entry(None, reps, rir),), said.Missing.LOAD)
    return log_typed(talk, (Entry(load, reps, rir),))


def _as_last_time(talk: Talk, asked: said.Asked, rir: float | None) -> Outcome:
    """`same as last time`: that set of the workout before; where today's last is another, it is asked."""
    card, here = talk.card(), talk.slot
    past = card.last_time if card is not None and card.exercise_index == here.exercise_index else ()
    then = next((one for one in past if one.set_number == here.set_number), None)
    if then is None:
        return Unlogged.of("no_last_time", card)
    today = talk.scene.workout.sets_of(here.exercise_index)
    none = Load.kg(0) if asked.takes_load else None  # the body alone, and not the load on the card
    meant = [(said.Entry(one.load or none, one.reps, rir),) for one in (then, *today[-1:])]
    if len(set(meant)) > 1 and talk.standing() is None:
        return which(talk, asked, tuple(map(said.Sets, meant)))
    return _sets(talk, asked, meant[0])


def _effort(talk: Talk, asked: said.Asked, rir: float, just_done: bool) -> Outcome:
    """`@8` alone: how the set just logged felt, else the asked set done as asked."""
    scene = talk.scene
    last = talk.standing() if talk.is_reply else newest_set(scene.tx, scene.workout.id)
    if last is None or not (just_done or talk.is_reply):
        return _as_asked(talk, asked, said.Same(rir) if last else said.Done(rir), rir)
    if scene.tx.repeat:  # by now the last one may be another
        return retell(scene, last)
    told = replace(last, rir=rir)
    correct_set(scene.tx, scene.athlete.id, told)
    return retell(scene, told)


def _which(talk: Talk, asked: said.Asked, options: tuple[object, ...], why: str = "two_readings") -> Outcome:
    """Ask back, unless one reading is the warm-up as the card says it."""
    if talk.standing() is not None:
        options = tuple(one for one in options if not (isinstance(one, said.Sets) and len(one.entries) > 1))
        if not options:
            return Unlogged.of("one_set_a_card", talk.card())
    whole = [one.entries for one in options if isinstance(one, said.Sets)]
    for typed in whole:
        others = tuple(one for one in whole if one != typed)
        if (warmed := warmed_up(talk, asked, typed, others)) is not None:
            return warmed
    return which(talk, asked, options, why)
