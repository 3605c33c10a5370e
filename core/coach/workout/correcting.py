"""Second thoughts: a logged set corrected or taken back, a set passed over. Logging is `lifting.py`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.workout.entries import sound
from core.coach.workout.following import retell
from core.coach.workout.lifting import log_sets, may_reopen, move_on
from core.coach.workout.logged import outcome_of
from core.coach.workout.resting import bring_next_card, change_rest, retell_recap, watch_idle
from core.coach.workout.scene import Scene, anew, open_scene
from core.coach.workout.standing import card_of, exercise_of, rested_after, upcoming
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, SetLogged, Unlogged
from core.model.workout import Comfort, Entry, LoggedSet, SetKind, Slot, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import cards_of_set, telling
from core.store.logged_sets import correct_set, set_in_hand, skip, undo_set
from core.store.port import Tx
from core.store.workouts import load_workout, open_workout, reopen_workout, touch


@dataclass(frozen=True, slots=True)
class SetUndone:
    """A set was taken back: which one, the card that showed it, and the card of what is next now.

    `uncovered` are older cards, (chat, message), that told it among others.
    """

    exercise: Exercise
    undone: LoggedSet
    card: tuple[int, int] | None
    next_card: SetCard | None
    uncovered: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SetPassed:
    """A set, or (set_number 0) the rest of an exercise, was passed over; None as next: workout over."""

    exercise: Exercise
    slot: Slot
    next_card: SetCard | None
    done: tuple[LoggedSet, ...]


def correct(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, entry: Entry, now: datetime
) -> SetLogged | Unlogged:
    """Write one logged set anew, in an open workout or an ended one; what follows is reckoned again.

    `not_logged` answers a set that does not stand (never logged, or taken back), `gone` impossible numbers.
    """
    athlete = load_athlete(tx, athlete_id)
    workout = load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return Unlogged.of("gone")
    standing = workout.set_at(slot)
    if standing is None:
        return Unlogged.of("not_logged")
    if not sound(exercise_of(workout, slot.exercise_index), entry):
        return Unlogged.of("gone")
    told = corrected(standing, entry)
    if not tx.repeat:
        correct_set(tx, athlete_id, told)
        touch(tx, workout_id, now)
    return retell(Scene(tx, athlete, workout, now), told)


def felt(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, how: float | Comfort, now: datetime
) -> SetLogged | Unlogged:
    """How a logged set felt, or how many more reps it had left, said afterwards; refusals as `correct`."""
    workout = load_workout(tx, athlete_id, workout_id)
    standing = workout.set_at(slot) if workout is not None else None
    if standing is None:
        return Unlogged.of("not_logged")
    rir, comfort = (None, how) if isinstance(how, Comfort) else (how, None)
    entry = Entry(standing.load, standing.reps, rir, comfort, standing.kind, standing.sides)
    return correct(tx, athlete_id, workout_id, slot, entry, now)


def log_as_read(
    tx: Tx,
    athlete_id: int,
    workout_id: int,
    slot: Slot,
    entries: tuple[Entry, ...],
    now: datetime,
    *,
    corrects: bool,
) -> SetLogged | Unlogged:
    """What was asked back is answered: what stood then (`corrects`) is corrected, else all is logged.

    Several are corrected only where they came together: a question left unanswered takes no others' place.
    `already` answers sets where one was logged since, or where only the first stands, `gone` impossible
    numbers.
    """
    workout = load_workout(tx, athlete_id, workout_id)
    if workout is None:
        return Unlogged.of("gone")
    numbers = range(slot.set_number, slot.set_number + len(entries))
    standing = [done for done in workout.sets_of(slot.exercise_index) if done.set_number in numbers]
    asked_of_them = corrects or tx.repeat  # again, what stands is what it logged
    if asked_of_them and len(standing) == len(entries) and len({done.logged_at for done in standing}) == 1:
        told: list[SetLogged] = []
        for number, entry in zip(numbers, entries, strict=True):
            one = correct(tx, athlete_id, workout_id, Slot(slot.exercise_index, number), entry, now)
            if isinstance(one, Unlogged):
                return one
            told.append(one)
        above = {place for one in told for place in (one.card, *one.uncovered) if place is not None}
        return replace(told[-1], uncovered=tuple(sorted(above)))
    return log_sets(tx, athlete_id, workout_id, slot, entries, now, None, typed=True)


def rest_changed(
    tx: Tx, athlete_id: int, workout_id: int, slot: Slot, seconds: int | None, now: datetime
) -> SetLogged | Unlogged:
    """Move or (seconds None) skip the rest after a logged set; its card is told again from what stands."""
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    standing = rested_after(scene.workout, slot)
    if standing is None:
        return Unlogged.of("not_logged")
    rest = change_rest(scene, slot, seconds)
    if isinstance(rest, Unlogged):
        return rest
    if rest is None and standing.kind is SetKind.WARM_UP:  # its place's card says of no set that it is gone
        bring_next_card(scene, Slot(slot.exercise_index, 0), "skipped")
    coming = upcoming(scene.workout, scene.athlete)
    return outcome_of(scene, (standing,), coming, rest, None, corrected=True)


def corrected(standing: LoggedSet, entry: Entry) -> LoggedSet:
    """A logged set with what was said now; what was not said (how it felt) stays as it was."""
    return replace(
        standing,
        load=entry.load,
        reps=entry.reps,
        kind=entry.kind,
        sides=entry.sides,
        rir=entry.rir if entry.rir is not None else standing.rir,
        comfort=entry.comfort if entry.comfort is not None else standing.comfort,
    )


def take_back(tx: Tx, athlete_id: int, workout_id: int, slot: Slot, now: datetime) -> SetUndone | Unlogged:
    """Take one set back, softly; the rest after it is silenced and the card of what is next comes.

    An ended workout goes on by that, unless another one has begun since, or it is over for hours.
    """
    athlete = load_athlete(tx, athlete_id)
    workout = load_workout(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return Unlogged.of("gone")
    standing = workout.set_at(slot)
    if standing is None and tx.repeat:
        return taken_before(tx, athlete_id, workout, now) or Unlogged.of("not_logged")
    if standing is None or not undo_set(tx, athlete_id, standing.id, now):
        last = set_in_hand(tx, workout_id)
        return Unlogged.of("undone_before" if last is not None and last.slot == slot else "not_logged")
    running = open_workout(tx, athlete_id)
    goes_on = workout.id == running.id if running else may_reopen(workout, now)
    if workout.state is not WorkoutState.OPEN:
        retell_recap(Scene(tx, athlete, workout, now))
    left = tuple(done for done in workout.sets if done.id != standing.id)
    state = WorkoutState.OPEN if goes_on else workout.state
    scene = Scene(tx, athlete, replace(workout, sets=left, state=state, in_hand=standing), now)
    if goes_on:
        go_on(scene, slot, ended=workout.state is not WorkoutState.OPEN)
    return _told_undone(scene, standing)


def taken_before(tx: Tx, athlete_id: int, workout: Workout, now: datetime) -> SetUndone | None:
    """The set in hand where it was taken back, told again from what stands: the same update came again."""
    athlete, last = load_athlete(tx, athlete_id), set_in_hand(tx, workout.id)
    if athlete is None or last is None or last.id in {one.id for one in workout.sets}:
        return None
    return _told_undone(Scene(tx, athlete, workout, now), last)


def _told_undone(scene: Scene, undone: LoggedSet) -> SetUndone:
    workout, slot = scene.workout, Slot(undone.exercise_index, undone.set_number)
    coming = upcoming(workout, scene.athlete) if workout.state is WorkoutState.OPEN else None
    shown = [one.place for one in cards_of_set(scene.tx, workout.id, *slot)]
    card = shown[-1] if shown else None
    told_on = {*telling(scene.tx, workout.id, *slot), *shown}
    return SetUndone(
        exercise=exercise_of(workout, slot.exercise_index),
        undone=undone,
        card=card,
        next_card=card_of(scene, coming) if coming else None,
        uncovered=tuple(sorted(place for place in told_on if place != card)),
    )


def go_on(scene: Scene, slot: Slot, *, ended: bool) -> None:
    """After something was taken back the card of what is next comes; a workout that had ended opens again."""
    if ended:
        reopen_workout(scene.tx, scene.workout.id)
    watch_idle(scene)
    bring_next_card(scene, slot, "undone")


def skip_set(
    tx: Tx, athlete_id: int, workout_id: int | None, slot: Slot | None, now: datetime
) -> SetPassed | Unlogged:
    """Pass over one set (slot None: the coming one), or all that is left of an exercise (set_number 0).

    `already` answers a set that is logged, `not_next` one passed over before, `gone` one never asked,
    `free_running` free training, where no set is asked for.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if scene.workout.session.is_free:
        return Unlogged.of("free_running")
    coming = upcoming(scene.workout, scene.athlete)
    wanted = slot or (coming.slot if coming else None)
    if wanted is None or not 0 <= wanted.exercise_index < len(scene.workout.session.prescriptions):
        return Unlogged.of("gone")
    standing = scene.workout.set_at(wanted)
    if standing is not None:
        return Unlogged.of("already", set=standing)
    if tx.repeat:
        return _passed_before(scene, wanted)
    if wanted in scene.workout.skipped:
        return Unlogged.of("not_next")
    skip(tx, scene.workout.id, *wanted, now)
    touch(tx, scene.workout.id, now)
    scene = anew(scene)
    _after_skip(scene, wanted)
    return _passed(scene, wanted)


def _passed(scene: Scene, passed: Slot) -> SetPassed:
    after = upcoming(scene.workout, scene.athlete)
    return SetPassed(
        exercise_of(scene.workout, passed.exercise_index),
        passed,
        card_of(scene, after) if after else None,
        scene.workout.sets_of(passed.exercise_index),
    )


def _passed_before(scene: Scene, wanted: Slot) -> SetPassed | Unlogged:
    """The same update again. Words name no set, and the one that is next now is not the one they passed."""
    skipped = scene.workout.skipped
    if not skipped:
        return Unlogged.of("not_next")
    return _passed(scene, wanted if wanted in skipped else skipped[-1])


def _after_skip(scene: Scene, passed: Slot) -> None:
    """The next card comes at once: a skipped set needs no rest."""
    if upcoming(scene.workout, scene.athlete) is None:
        move_on(scene, passed)
        return
    watch_idle(scene)
    bring_next_card(scene, passed, "skipped_set")
