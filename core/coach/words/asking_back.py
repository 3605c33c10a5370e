"""What a typed set leaves in doubt, and the question that asks it back with a button for each reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.coach.words.talk import Talk
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.changing import refused_load
from core.coach.workout.doubting import beyond_first, far_above, under_the_bar
from core.coach.workout.resting import running_rest
from core.coach.workout.standing import exercise_of
from core.model.outcomes import Unlogged, Which
from core.model.session import Prescription
from core.model.which_load import WhichLoad
from core.model.workout import Entry, LoggedSet, SetKind
from core.store.logged_sets import newest_set
from core.training.notation import set_reading as said
from core.training.notation.set_choice import is_far_above
from core.training.notation.set_order import load_strain
from core.training.set_notation import read_set
from core.units import Load, Unit

JUST_TAPPED = timedelta(seconds=20)
_A_SLIP = 0.2  # about a fifth off what was asked is near enough for a point left out (ours)


def in_doubt(talk: Talk, asked: said.Asked, reading: said.Reading) -> Which | None:
    """What must be asked back before anything is written; None for what is plain, or can't be asked."""
    match reading:
        case said.Ambiguous(options):
            found = which(talk, asked, options)
        case said.Confirm(said.Sets(entries), why):
            found = which(talk, asked, (said.Sets(entries),), why.value)
        case said.Sets(typed):
            return if_unlikely(talk, asked, typed, tuple(entry_of(asked, entry) for entry in typed))
        case _:
            return None
    return found if isinstance(found, Which) else None


def if_unlikely(
    talk: Talk, asked: said.Asked, typed: tuple[said.Entry, ...], entries: tuple[Entry, ...]
) -> Which | None:
    """The question whether a load far above the best, or lighter than the bare bar, is a slip; else None."""
    index = talk.slot.exercise_index
    exercise, standing = exercise_of(talk.scene.workout, index), talk.standing()
    done = [one for one in talk.scene.workout.sets_of(index) if one != standing]
    told = any(entry.load is not None for entry in typed)
    if not told:
        return None
    if far_above(talk.scene, index, entries, done):
        tenth = _tenth(talk, asked, entries)
        return Which(*place_of(talk), (*tenth, entries), said.Doubt.FAR_ABOVE.value, stands=standing)
    if asked.bar is not None and under_the_bar(talk.scene, exercise, entries, done, asked.bar):
        return Which(*place_of(talk), (entries,), said.Doubt.UNDER_BAR.value, stands=standing)
    return None


def load_in_doubt(talk: Talk, asked: said.Asked, load: Load) -> WhichLoad | None:
    """The question which load is meant, where one said alone is far above what was asked or is the best.

    A tenth of it may be, where the point was left out: `375` for 37.5. None where nothing else can be meant.
    """
    prescription = talk.scene.workout.session.prescriptions[talk.slot.exercise_index]
    unknown = asked.standing_load is None and asked.best is None and not asked.bodyweight
    far = is_far_above(load, asked) or (unknown and beyond_first(prescription, load))
    if talk.coming is None or not far:
        return None
    slip = _point_left_out(prescription, asked, load)
    safe = refused_load(talk.scene, talk.slot.exercise_index, load) is None
    loads = (*slip, load) if safe else slip
    return WhichLoad(*place_of(talk), talk.coming.target.reps, load, loads) if loads else None


def still_missing(talk: Talk, typed: tuple[said.Entry, ...], missing: said.Missing) -> Unlogged:
    """What a typed set lacks. Reps of plain sets to come go along, to be had with a weight."""
    code, first = f"missing_{missing.value}", typed[0]
    plain = all(one.reps and not one.sides and one.kind is SetKind.WORK for one in typed)
    if missing is not said.Missing.LOAD or not plain or talk.standing() is not None:
        return Unlogged.of(code, talk.card(), entry=first)
    if len(typed) > 1:
        return _all_missing(talk, code, typed)
    alone = Entry(None, first.reps or 0, first.rir)
    if talk.coming is not None and talk.slot == talk.coming.slot:
        return Unlogged.of(code, talk.card(), entry=first, reps_alone=alone)
    if not talk.is_named:
        return Unlogged.of(code, talk.card(), entry=first)
    named = exercise_of(talk.scene.workout, talk.slot.exercise_index)
    return Unlogged.of(code, talk.card(), entry=first, reps_alone=alone, exercise=named)


def _all_missing(talk: Talk, code: str, typed: tuple[said.Entry, ...]) -> Unlogged:
    """Several sets that lack their weight: their reps wait for it, but none with an effort of its own."""
    if any(one.rir is not None or one.load is not None for one in typed):
        return Unlogged.of(code, talk.card(), entry=typed[0])
    counts = tuple(one.reps for one in typed)
    if not talk.is_named:
        return Unlogged.of(code, talk.card(), entry=typed[0], counts=counts)
    named = exercise_of(talk.scene.workout, talk.slot.exercise_index)
    return Unlogged.of(code, talk.card(), entry=typed[0], counts=counts, exercise=named)


def _tenth(talk: Talk, asked: said.Asked, entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], ...]:
    """The same sets with the point that may have been left out: `375 x 8` for 37.5; empty for others."""
    prescription = talk.scene.workout.session.prescriptions[talk.slot.exercise_index]
    meant = []
    for entry in entries:
        slip = _point_left_out(prescription, asked, entry.load) if entry.load is not None else ()
        if not slip:
            return ()
        meant.append(replace(entry, load=slip[0]))
    return (tuple(meant),)


def _point_left_out(prescription: Prescription, asked: said.Asked, load: Load) -> tuple[Load, ...]:
    """A tenth of a load, where that is near what was asked or lifted, or offered to a first try."""
    tenth, offered = Load(load.g // 10, load.unit), prescription.loads_offered
    if load.g % 10:
        return ()
    if asked.standing_load is None and offered:
        return (tenth,) if offered[0].g <= tenth.g <= 2 * offered[-1].g else ()
    return (tenth,) if load_strain(tenth, asked) <= _A_SLIP else ()


def which(
    talk: Talk, asked: said.Asked, options: tuple[object, ...], why: str = "two_readings"
) -> Which | Unlogged:
    """Ask back with a button for each reading; one that still lacks a part is named in the question."""
    whole = [one.entries for one in options if isinstance(one, said.Sets)]
    if not whole:
        return Unlogged.of("say_it_apart", talk.card())
    return Which(
        *place_of(talk),
        tuple(tuple(entry_of(asked, entry) for entry in entries) for entries in whole),
        why,
        stands=talk.standing(),
    )


def place_of(talk: Talk) -> tuple[int, int, int]:
    """The workout's id, exercise index and set number that a message is about."""
    return talk.scene.workout.id, *talk.slot


def this_or_next(talk: Talk, entry: Entry) -> Which | None:
    """A bare number after a button logged a set less than 20 s ago: it may mean that set or the next."""
    scene = talk.scene
    last, rest = newest_set(scene.tx, scene.workout.id), running_rest(scene.tx, scene.athlete.id)
    if last is None or rest is None or talk.is_named:
        return None
    if not last.tapped or scene.now - last.logged_at >= JUST_TAPPED:
        return None
    return _last_or_next(talk, last, entry)


def that_or_next(talk: Talk, last: LoggedSet, *, resting: bool) -> Which | None:
    """`okay, that was eight` once a set stands: that set, or the next. None where no set is told.

    While it is rested after the last one, a load and reps surely correct it: only bare reps are asked about.
    """
    asked = asked_of(talk.scene, talk.slot)
    reading = read_set(talk.message.words, asked, talk.scene.athlete.unit or Unit.KG)
    if not isinstance(reading, said.Sets) or len(reading.entries) > 1:
        return None
    (typed,) = reading.entries
    if resting:
        return _last_or_next(talk, last, entry_of(asked, typed)) if typed.load is None else None
    entry = entry_of(asked, typed)
    as_last = entry if typed.load is not None else replace(entry, load=last.load)
    return Which(*place_of(talk), ((as_last,), (entry,)), "which_set", last.slot)


def _last_or_next(talk: Talk, last: LoggedSet, entry: Entry) -> Which:
    options = ((replace(entry, load=last.load),), (entry,))
    return Which(*place_of(talk), options, "this_or_next", last.slot)
