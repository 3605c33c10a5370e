"""Logging a set, correcting it, taking it back, passing it over: each whole in one transaction.

Which words mean which set is `core/coach/words/wording.py`; what the coming set asks is `standing.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from core.coach.workout.entries import may_be_set
from core.coach.workout.finishing import finish_in
from core.coach.workout.logged import outcome_of
from core.coach.workout.pausing import rest_s_before, rests_between, warm_up_rest_s
from core.coach.workout.resting import bring_next_card, refresh_overview, running_rest, start_rest, watch_idle
from core.coach.workout.scene import Scene, open_scene, with_prescription, with_session
from core.coach.workout.standing import Upcoming, coming_of, exercise_of, goes_on, target_of, upcoming
from core.model.outcomes import Rest, SetLogged, Unlogged
from core.model.session import SetTarget
from core.model.workout import Entry, LoggedSet, SetKind, Slot, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.cards import Card, card_of_set, cards_of_set, keep_card, newest_card, telling_all
from core.store.logged_sets import add_sets, correct_set
from core.store.port import Tx
from core.store.workouts import load_workout, touch

REOPENS_WITHIN = timedelta(hours=4)  # after its end a workout may still change by its own cards


def log_set(
    tx: Tx,
    athlete_id: int,
    workout_id: int,
    slot: Slot,
    entry: Entry,
    now: datetime,
    card: tuple[int, int] | None,
) -> SetLogged | Unlogged:
    """Log one asked set by its button. `already` tells that it stands, and what it says.

    `card` is the (chat, message) pressed, None for one that is no card: the result stands on the newest.
    A second press that adds comfort to a set logged without it is kept; any other one changes nothing.
    """
    return log_sets(tx, athlete_id, workout_id, slot, (entry,), now, card)


def log_sets(
    tx: Tx,
    athlete_id: int,
    workout_id: int,
    slot: Slot,
    entries: tuple[Entry, ...],
    now: datetime,
    card: tuple[int, int] | None,
    *,
    typed: bool = False,
) -> SetLogged | Unlogged:
    """Log sets from an asked one on by one button; refusals as of `log_set`, `already` for the first set.

    `typed` sets were asked back, and may be more than the plan asks for.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        ended = load_workout(tx, athlete_id, workout_id)
        return scene if ended is None else _after_the_end(tx, ended, slot, entries, now, card)
    if not all(may_be_set(scene.workout, slot, entry, typed=typed) for entry in entries):
        return Unlogged.of("gone")
    standing = scene.workout.set_at(slot)
    if standing is not None:
        return _again(scene, standing, entries[0], card)
    if tx.repeat:
        return Unlogged.of("undone_before")
    return log_entries(scene, slot, entries, card=_shows_result(scene, slot, card))


def _shows_result(scene: Scene, slot: Slot, pressed: tuple[int, int] | None) -> tuple[int, int] | None:
    """The (chat, message) that shows a result: the newest card, the only one that counts a rest.

    A card unknown so far that was sent below it is the newest. None: another exercise stands there, and the
    result gets a message of its own.
    """
    newest = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if newest is None:
        return pressed
    if pressed is not None and pressed[0] == newest.chat_id and pressed[1] >= newest.message_id:
        return pressed
    return newest.place if newest.exercise_index == slot.exercise_index else None


def _after_the_end(
    tx: Tx,
    workout: Workout,
    slot: Slot,
    entries: tuple[Entry, ...],
    now: datetime,
    card: tuple[int, int] | None,
) -> SetLogged | Unlogged:
    """A tap that came after the workout had ended: how a set felt is kept, a new set is offered."""
    athlete, logged = load_athlete(tx, workout.athlete_id), workout.set_at(slot)
    if logged is not None and tx.repeat:
        return retold(tx, workout, logged, now, card)
    if athlete is None or tx.repeat or not ended_lately(workout, now):
        return Unlogged.of("workout_over")
    if logged is not None:
        return _again(Scene(tx, athlete, workout, now), logged, entries[0], card)
    if len(entries) > 1 or not may_be_set(workout, slot, entries[0]):
        return Unlogged.of("workout_over")
    return Unlogged.of("ended_before", exercise=exercise_of(workout, slot.exercise_index))


def ended_lately(workout: Workout, now: datetime) -> bool:
    """Whether a workout was finished so lately that it may still change by its own cards."""
    return workout.state is WorkoutState.FINISHED and may_reopen(workout, now)


def may_reopen(workout: Workout, now: datetime) -> bool:
    """Whether a workout ended so lately, by whomever, that a second thought may open it again."""
    at = workout.finished_at
    return at is not None and now - at <= REOPENS_WITHIN


def _again(
    scene: Scene, standing: LoggedSet, entry: Entry, card: tuple[int, int] | None
) -> SetLogged | Unlogged:
    adds_comfort = entry.comfort is not None and standing.comfort is None and standing.rir is None
    if adds_comfort and not scene.tx.repeat:
        told = replace(standing, comfort=entry.comfort)
        correct_set(scene.tx, scene.athlete.id, told)
        refresh_overview(scene)
        return retold(scene.tx, _with(scene.workout, told), told, scene.now, card)
    if scene.tx.repeat:
        return retold(scene.tx, scene.workout, standing, scene.now, card)
    return Unlogged.of("already", set=standing)


def _with(workout: Workout, told: LoggedSet) -> Workout:
    return replace(workout, sets=tuple(told if done.id == told.id else done for done in workout.sets))


def retold(
    tx: Tx, workout: Workout, told: LoggedSet, now: datetime, card: tuple[int, int] | None
) -> SetLogged | Unlogged:
    """The outcome of a set that stands, told from today's state; nothing is written."""
    athlete = load_athlete(tx, workout.athlete_id)
    if athlete is None:
        return Unlogged.of("gone")
    scene = Scene(tx, athlete, workout, now)
    return outcome_of(scene, (told,), coming_of(scene), running_rest(tx, athlete.id), card, corrected=True)


def log_entries(
    scene: Scene,
    slot: Slot,
    entries: tuple[Entry, ...],
    *,
    card: tuple[int, int] | None = None,
    typed: tuple[int, int] | None = None,
) -> SetLogged:
    """Log one or more sets from `slot` on, then rest, or go on to the next exercise, or finish.

    More sets than asked are kept too: the session grows by them.
    """
    index = slot.exercise_index
    expected = upcoming(scene.workout, scene.athlete)
    free = scene.workout.session.is_free  # there whatever comes is in hand
    between = not (typed is None or free or expected is None or expected.slot.exercise_index == index)
    prescription = scene.workout.session.prescriptions[index]
    scene, kept = keep_sets(scene, slot, entries, typed)
    kept = tuple(sorted(kept, key=lambda one: one.kind is not SetKind.WARM_UP))  # what follows is of work
    touch(scene.tx, scene.workout.id, scene.now)
    last = Slot(index, kept[-1].set_number)
    covered = None
    if card is not None and not between:
        shown = Card(*card, scene.workout.id, index, last.set_number)
        covered = keep_card(scene.tx, scene.athlete.id, shown)
    uncovered = _older_cards(scene, kept, covered, card)
    short = warm_up_rest_s(scene.workout, index) if kept[-1].kind is SetKind.WARM_UP else None
    if between:
        # Another exercise in between: its card is its own, and the rest after it brings the planned one back.
        watch_idle(scene)
        pause = start_rest(scene, last, short or prescription.rest_s)
        told = outcome_of(scene, kept, upcoming(scene.workout, scene.athlete), pause, None)
        return replace(told, uncovered=uncovered)
    scene, coming, rest = move_on(scene, last, short)
    told = outcome_of(scene, kept, coming, rest, card, typed=typed is not None)
    return replace(told, uncovered=uncovered)


def _older_cards(
    scene: Scene, kept: tuple[LoggedSet, ...], covered: Card | None, card: tuple[int, int] | None
) -> tuple[tuple[int, int], ...]:
    """The (chat, message) of cards above the one with a result: of its sets, and of one it showed before.

    A set that was passed over has more than one: the first says that it was skipped. Sets that come to an
    exercise already over stand on the card that tells all of it, too.
    """
    slots = [one.slot for one in kept]
    found = [covered, *(card_of_set(scene.tx, scene.workout.id, *slot) for slot in slots)]
    passed = set(slots).intersection(scene.workout.skipped)
    found += [one for slot in passed for one in cards_of_set(scene.tx, scene.workout.id, *slot)]
    places = dict.fromkeys(one.place for one in found if one is not None)
    index = kept[-1].exercise_index
    if card is None and not goes_on(scene.workout, scene.athlete, index):
        places |= dict.fromkeys(telling_all(scene.tx, scene.workout.id, index))
    return tuple(place for place in places if place != card)


def keep_sets(
    scene: Scene, slot: Slot, entries: tuple[Entry, ...], typed: tuple[int, int] | None
) -> tuple[Scene, tuple[LoggedSet, ...]]:
    """Write sets from `slot` on, done at the scene's moment; more than asked are kept, too."""
    index = slot.exercise_index
    prescription = scene.workout.session.prescriptions[index]
    numbers = _numbers(scene.workout, slot, entries)
    both = zip(entries, numbers, strict=True)
    highest = max((number for one, number in both if one.kind is not SetKind.WARM_UP), default=0)
    if highest > prescription.sets:
        prescription = replace(prescription, sets=highest)
        scene = with_prescription(scene, index, prescription)
    if highest and index not in scene.workout.session.running_order:
        scene = _in_order_again(scene, index, highest)
    free = scene.workout.session.is_free or prescription.unasked
    asked = None if free else target_of(scene.workout, scene.athlete, index)  # it weighs every set so far
    target = asked[0] if asked else SetTarget(prescription.load, prescription.reps, prescription.rest_s)
    done = tuple(
        LoggedSet(
            id=0,
            workout_id=scene.workout.id,
            exercise_id=prescription.exercise_id,
            exercise_index=index,
            set_number=number,
            kind=entry.kind,
            load=entry.load,
            reps=entry.reps,
            logged_at=scene.now,
            rir=entry.rir,
            comfort=entry.comfort,
            target=None if free else target,
            measure=prescription.measure,
            sides=entry.sides,
        )
        for entry, number in zip(entries, numbers, strict=True)
    )
    kept = add_sets(scene.tx, scene.athlete.id, done, typed=typed)
    missed = any(one.reps < target.reps for one in kept)
    if prescription.chosen_load is not None and (missed or free):
        scene = with_prescription(scene, index, replace(prescription, chosen_load=None))
    in_hand = next((one for one in reversed(kept) if one.kind is not SetKind.WARM_UP), scene.workout.in_hand)
    sets = (*scene.workout.sets, *kept)
    return scene.after(replace(scene.workout, sets=sets, in_hand=in_hand)), kept


def _in_order_again(scene: Scene, index: int, sets: int) -> Scene:
    """The session with an exercise that was swapped before its tap came, for the sets done of it alone."""
    session = scene.workout.session
    asked, order = session.prescriptions[index], list(session.running_order)
    instead = [one for one in order if session.prescriptions[one].instead_of == asked.exercise_id]
    order.insert(order.index(instead[0]) if instead else len(order), index)
    scene = with_session(scene, replace(session, order=tuple(order)))
    return with_prescription(scene, index, replace(asked, sets=sets, superset=None))


def _numbers(workout: Workout, slot: Slot, entries: tuple[Entry, ...]) -> tuple[int, ...]:
    """The places of sets told together, from `slot` on: none that is taken, and a warm-up takes none up."""
    taken = {one.set_number for one in workout.sets_of(slot.exercise_index)}
    numbers, number = [], slot.set_number
    for entry in entries:
        while number in taken:
            number += 1
        numbers.append(number)
        number += entry.kind is not SetKind.WARM_UP
    return tuple(numbers)


def move_on(
    scene: Scene, last: Slot, rest_s: int | None = None
) -> tuple[Scene, Upcoming | None, Rest | None]:
    """After a set was logged or passed over: rest before the next one, bring its card, or finish.

    It rests `rest_s`, None for what the next set or the exercise asks.
    """
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None and scene.workout.session.is_free:
        watch_idle(scene)
        usual = scene.workout.session.prescriptions[last.exercise_index].rest_s
        return scene, None, start_rest(scene, last, rest_s or usual)
    if coming is None:
        scene = finish_in(scene)
        bring_next_card(scene, last, "workout_over")
        return scene, None, None
    watch_idle(scene)
    if rests_between(scene.workout, last, coming.slot):
        return scene, coming, start_rest(scene, last, rest_s or rest_s_before(scene, coming))
    bring_next_card(scene, last, "next_exercise")
    return scene, coming, None
