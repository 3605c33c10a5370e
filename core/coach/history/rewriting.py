"""The past put right: a set of an ended workout corrected, added, deleted and brought back.

Whatever is reckoned from sets (records, maxima, last time, volume, charts) follows by itself; the plan that
stands was made from another past, so it goes and is made anew when next asked for. Notes and whole workouts
are `whole_workouts.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.history.looking_back import opened, opened_set, past_card_of, set_in
from core.coach.menus import await_words
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.correcting import corrected
from core.coach.workout.entries import sound
from core.coach.workout.resting import retell_recap
from core.coach.workout.scene import Scene
from core.model.awaited import Awaited
from core.model.outcomes import Unlogged
from core.model.past import PastCard, PastDoubt, PastSet
from core.model.workout import Entry, LoggedSet, SetKind, Workout
from core.store.athletes import load_athlete
from core.store.awaited import drop_awaited
from core.store.logged_sets import add_sets, correct_set, restore_set, undo_set
from core.store.past import past_set
from core.store.plans import drop_plan
from core.store.port import Tx
from core.store.workouts import load_workout
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Load, Unit

MOST_SETS_OF_EXERCISE = 30


def ask_set(tx: Tx, athlete_id: int, set_id: int, waits: Awaited, now: datetime) -> PastSet | Unlogged:
    """One set is shown, and words for it are waited for."""
    shown = opened_set(tx, athlete_id, set_id, now)
    if isinstance(shown, PastSet) and not tx.repeat:
        await_words(tx, athlete_id, waits)
    return shown


def correct(
    tx: Tx, athlete_id: int, set_id: int, load: Load | None, reps: int, rir: float | None, now: datetime
) -> PastSet | Unlogged:
    """Write one set of an ended workout anew; refusals as `opened_set`, `gone` for impossible numbers.

    `load` None is the body alone, `rir` None leaves the effort as it was told.
    """
    shown = opened_set(tx, athlete_id, set_id, now)
    if isinstance(shown, Unlogged):
        return shown
    sides = shown.done.sides if reps == shown.done.reps else None
    return _write(tx, athlete_id, shown, Entry(load, reps, rir, None, shown.done.kind, sides), now)


def _write(tx: Tx, athlete_id: int, shown: PastSet, entry: Entry, now: datetime) -> PastSet | Unlogged:
    if not sound(shown.exercise, entry):
        return Unlogged.of("gone")
    if tx.repeat:
        return shown
    correct_set(tx, athlete_id, corrected(shown.done, entry))
    past_changed(tx, athlete_id, shown.card.workout, now)
    return opened_set(tx, athlete_id, shown.done.id, now)


def tell(tx: Tx, athlete_id: int, set_id: int, words: str, now: datetime) -> PastSet | PastDoubt | Unlogged:
    """Words for one past set, in the grammar of all sets; two readings, or a doubtful one, are asked."""
    shown, athlete = opened_set(tx, athlete_id, set_id, now), load_athlete(tx, athlete_id)
    if isinstance(shown, Unlogged) or athlete is None:
        return shown
    done = shown.done
    scene = Scene(tx, athlete, shown.card.workout, now)
    asked = asked_of(scene, done.slot)
    # What stands is what is spoken of, not what was asked then.
    asked = replace(asked, load=done.load, reps=done.reps, last_load=done.load, sets_left=1, resting=False)
    reading = read_set(words, asked, athlete.unit or Unit.KG)
    if isinstance(reading, said.Sets) and len(reading.entries) == 1:
        entry = entry_of(asked, reading.entries[0])
        if entry.kind is not SetKind.WARM_UP:  # a warm-up would no longer be among the sets shown
            return _write(tx, athlete_id, shown, entry, now)
    if isinstance(reading, said.Effort):
        felt = Entry(done.load, done.reps, reading.rir, None, done.kind, done.sides)
        return _write(tx, athlete_id, shown, felt, now)
    return _asked_back(shown, asked, reading)


def _asked_back(shown: PastSet, asked: said.Asked, reading: said.Reading) -> PastDoubt | Unlogged:
    whole: list[said.Sets] = []
    if isinstance(reading, said.Ambiguous):
        whole = [one for one in reading.options if isinstance(one, said.Sets)]
    elif isinstance(reading, said.Confirm) and isinstance(reading.reading, said.Sets):
        whole = [reading.reading]
    if whole and all(len(one.entries) == 1 and one.entries[0].sides is None for one in whole):
        entries = [entry_of(asked, one.entries[0]) for one in whole]
        return PastDoubt(shown, tuple((one.load, one.reps, one.rir) for one in entries))
    if isinstance(reading, said.Refused):
        return Unlogged.of(reading.why.value)
    if isinstance(reading, said.Incomplete) and reading.missing is said.Missing.REPS:
        return Unlogged.of("missing_reps", entry=reading.entries[0])
    return Unlogged.of("one_past_set")


def add(
    tx: Tx, athlete_id: int, workout_id: int, place: int, after: int, now: datetime
) -> PastSet | Unlogged:
    """One more set of an exercise, as its last one; `past_set_gone` where none stands to be like.

    It counts to that day: its time is the last set's. `after` is how many sets the button saw: tapped twice
    it adds one. `past_full`: thirty sets are the most.
    """
    card, athlete = opened(tx, athlete_id, workout_id, now), load_athlete(tx, athlete_id)
    if isinstance(card, Unlogged) or athlete is None:
        return card if isinstance(card, Unlogged) else Unlogged.of("past_gone")
    line = card.at(place)
    if line is None:
        return Unlogged.of("past_set_gone")
    if tx.repeat or len(line.sets) != after:
        return set_in(card, athlete, line.sets[-1])
    if len(line.sets) >= MOST_SETS_OF_EXERCISE:
        return Unlogged.of("past_full")
    taken = {done.set_number for done in line.sets}
    free = next(number for number in range(1, len(taken) + 2) if number not in taken)
    like = replace(line.sets[-1], set_number=free, kind=SetKind.WORK, rir=None, comfort=None, target=None)
    (kept,) = add_sets(tx, athlete_id, (like,))
    past_changed(tx, athlete_id, card.workout, now)
    return opened_set(tx, athlete_id, kept.id, now)


def delete(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> tuple[PastCard, LoggedSet] | Unlogged:
    """Delete one set of an ended workout, softly; its workout, and the set for taking that back."""
    kept = past_set(tx, athlete_id, set_id)
    if kept is None:
        return Unlogged.of("past_set_gone")
    card = opened(tx, athlete_id, kept.done.workout_id, now)
    if isinstance(card, Unlogged):
        return card
    if kept.stands and not tx.repeat:
        undo_set(tx, athlete_id, set_id, now)
        _forget_question(tx, athlete_id, card, now)
        card = _anew(tx, athlete_id, card, now)
    return card, kept.done


def bring_back(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> PastCard | Unlogged:
    """Take the deletion of one set back; `past_place_taken` when another set stands in its place now."""
    kept = past_set(tx, athlete_id, set_id)
    if kept is None:
        return Unlogged.of("past_set_gone")
    card = opened(tx, athlete_id, kept.done.workout_id, now)
    if isinstance(card, Unlogged) or kept.stands:
        return card
    standing = card.workout.sets_of(kept.done.exercise_index)
    if any(done.set_number == kept.done.set_number for done in standing):
        return Unlogged.of("past_place_taken")
    restore_set(tx, athlete_id, set_id)
    _forget_question(tx, athlete_id, card, now)
    return _anew(tx, athlete_id, card, now)


def past_changed(tx: Tx, athlete_id: int, workout: Workout, now: datetime) -> None:
    """A set of an ended workout changed: the plan that stands goes, and what was told of it is told anew."""
    drop_plan(tx, athlete_id)
    athlete = load_athlete(tx, athlete_id)
    if athlete is not None:
        retell_recap(Scene(tx, athlete, workout, now))


def _forget_question(tx: Tx, athlete_id: int, card: PastCard, now: datetime) -> None:
    past_changed(tx, athlete_id, card.workout, now)
    drop_awaited(tx, athlete_id)


def _anew(tx: Tx, athlete_id: int, card: PastCard, now: datetime) -> PastCard:
    athlete, workout = load_athlete(tx, athlete_id), load_workout(tx, athlete_id, card.workout.id)
    assert athlete is not None
    assert workout is not None
    return past_card_of(tx, athlete, workout, now)
