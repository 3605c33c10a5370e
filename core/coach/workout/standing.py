"""Where a workout stands: which set comes next, and what its card shows. Reads, never writes.

The order of sets follows from the session, the logged sets and the skipped ones alone, so that
a restart, an undo or a late correction needs nothing put right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from core.coach.exercises import known_with
from core.coach.workout.scene import Scene
from core.model.athlete import Athlete, Level
from core.model.exercise import Exercise
from core.model.outcomes import PlateStep, SetCard
from core.model.session import Prescription, Reason, Session, SetTarget, WarmUp
from core.model.workout import LoggedSet, SetKind, Slot, Workout, WorkoutState
from core.store.exercise_notes import note_of
from core.store.logged_sets import last_sets_of_exercise
from core.training.loads.loading import load_steps
from core.training.loads.plates import change_plates, plates_per_side
from core.training.prescription.explaining import of_a_set, of_own_choice
from core.training.prescription.in_session import next_target
from core.units import Load

NEEDS_PINS = ("back_squat", "low_bar_back_squat", "front_squat", "bench_press", "incline_bench_press")


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The set to do next, what it asks, and why that is new (`reasons`) or not as planned (`changes`)."""

    slot: Slot
    target: SetTarget
    reasons: tuple[Reason, ...]
    changes: tuple[Reason, ...]


def exercise_of(workout: Workout, exercise_index: int) -> Exercise:
    """The exercise behind one place of a session, the catalogue's or the athlete's own."""
    return known_with(workout.own).by_id(workout.session.prescriptions[exercise_index].exercise_id)


def rested_after(workout: Workout, slot: Slot) -> LoggedSet | None:
    """The set that a rest after one place runs after: the work set there, else the warm-up typed last."""
    there = [one for one in workout.sets if one.slot == slot]
    work = [one for one in there if one.kind is not SetKind.WARM_UP]
    return max(work or there, key=lambda one: one.id, default=None)


def slots(session: Session) -> Iterator[Slot]:
    """All asked sets in the order they are done: exercise by exercise, superset pairs in turn."""
    order, asked = session.running_order, session.prescriptions
    seen: set[int] = set()
    for index in order:
        if index in seen:
            continue
        pair = asked[index].superset
        group = [index] if pair is None else [other for other in order if asked[other].superset == pair]
        seen.update(group)
        for number in range(1, max(asked[other].sets for other in group) + 1):
            yield from (Slot(other, number) for other in group if number <= asked[other].sets)


def upcoming(workout: Workout, athlete: Athlete) -> Upcoming | None:
    """The next set of a workout, None when all that was asked is done, skipped or ended early.

    In free training one more like the last, None before any and after a pain.
    """
    if workout.session.is_free:
        place = after_last(workout)
        more = target_of(workout, athlete, place.exercise_index) if place else None
        hurts = place is not None and Slot(place.exercise_index, 0) in workout.skipped
        return Upcoming(place, *more) if place and more and not hurts else None
    for slot in _left(workout):
        asked = target_of(workout, athlete, slot.exercise_index)
        if asked is not None:
            return Upcoming(slot, *asked)
    return None


def _left(workout: Workout) -> Iterator[Slot]:
    """Asked sets neither done nor passed over, in their order; the rules may still end an exercise early."""
    closed = {*workout.skipped, *(one.slot for one in workout.sets if one.kind is not SetKind.WARM_UP)}
    for slot in slots(workout.session):
        if slot not in closed and Slot(slot.exercise_index, 0) not in closed:
            yield slot


def after_last(workout: Workout) -> Slot | None:
    """In free training the place of one more set of what was done or taken back last; else None.

    What was swapped in for that exercise, and has no set yet, goes before it; so does what replaced that.
    """
    asked = workout.session.prescriptions
    if not workout.session.is_free or not asked:
        return None
    index = len(asked) - 1 if workout.in_hand is None else workout.in_hand.exercise_index
    for place in workout.session.running_order:
        stands_in = place > index and planned_place(workout, place) == planned_place(workout, index)
        if stands_in and not workout.sets_of(place):
            return Slot(place, 1)
    return Slot(index, max((one.set_number for one in workout.sets_of(index)), default=0) + 1)


def planned_place(workout: Workout, index: int) -> int:
    """Where the plan had an exercise of a workout, or the one that it stands in for."""
    asked = workout.session.prescriptions
    names = [one.exercise_id for one in asked]
    while (before := asked[index].instead_of) in names[:index]:
        index = names.index(str(before))
    return index


def still_open(workout: Workout, athlete: Athlete) -> dict[int, set[int]]:
    """Set numbers still to come of each exercise, in running order; exercises without any are left out."""
    if workout.session.is_free:
        coming = upcoming(workout, athlete)
        return {coming.slot.exercise_index: {coming.slot.set_number}} if coming else {}
    left: dict[int, set[int]] = {}
    for index, number in _left(workout):
        if target_of(workout, athlete, index) is not None:
            left.setdefault(index, set()).add(number)
    return left


def still_to_do(workout: Workout, athlete: Athlete) -> dict[int, Prescription]:
    """What is left of each exercise, in running order: only sets to come, warm-ups only where none began."""
    left = {}
    for index, numbers in still_open(workout, athlete).items():
        asked = workout.session.prescriptions[index]
        warm_ups = () if workout.sets_of(index) else asked.warm_ups
        left[index] = replace(asked, sets=len(numbers), warm_ups=warm_ups)
    return left


def goes_on(workout: Workout, athlete: Athlete, exercise_index: int) -> bool:
    """Whether sets of this exercise are still to come, now or later."""
    return exercise_index in still_open(workout, athlete)


def target_of(
    workout: Workout, athlete: Athlete, exercise_index: int
) -> tuple[SetTarget, tuple[Reason, ...], tuple[Reason, ...]] | None:
    """What the next set of one exercise asks, what is new in it, and what differs from the plan.

    None when the rules end the exercise early.
    """
    prescription = workout.session.prescriptions[exercise_index]
    if workout.session.is_free or prescription.unasked:
        return _one_more(workout, exercise_index), (), ()
    exercise, done = exercise_of(workout, exercise_index), workout.sets_of(exercise_index)
    following = next_target(prescription, exercise, athlete, done)
    if following.target is None:
        return None
    if prescription.chosen_load is not None:
        target = replace(following.target, load=prescription.chosen_load)
        return target, (), of_own_choice(following.changes, (exercise, athlete), prescription, target, done)
    return following.target, following.reasons, following.changes


def _one_more(workout: Workout, index: int) -> SetTarget:
    """A set that nobody planned, like the last of its exercise, or with the load that was put on its card.

    A drop set is no measure of the next one, nor is one without a clean rep. Before any it
    is what a plan would ask.
    """
    asked, last = workout.session.prescriptions[index], workout.in_hand
    done = [one for one in workout.sets_of(index) if one.reps and one.kind is not SetKind.DROP]
    if not done and last is not None and last.exercise_index == index and last.reps:
        done = [last]  # taken back just now
    target = SetTarget(asked.load, asked.reps, asked.rest_s)
    if done:
        target = replace(target, load=done[-1].load, reps=done[-1].reps)
    return target if asked.chosen_load is None else replace(target, load=asked.chosen_load)


def news_of(workout: Workout, athlete: Athlete, exercise_index: int) -> tuple[Reason, ...]:
    """What the sets of an exercise change in those still to come of it, or why none comes any more."""
    target = target_of(workout, athlete, exercise_index)
    if target is not None:
        return target[1] if goes_on(workout, athlete, exercise_index) else ()
    prescription, done = workout.session.prescriptions[exercise_index], workout.sets_of(exercise_index)
    return next_target(prescription, exercise_of(workout, exercise_index), athlete, done).reasons


def coming_of(scene: Scene) -> Upcoming | None:
    """The set that is next in an open workout; None in an ended one."""
    return upcoming(scene.workout, scene.athlete) if scene.workout.state is WorkoutState.OPEN else None


def card_of(scene: Scene, coming: Upcoming) -> SetCard:
    """Everything the card of the coming set shows."""
    workout, athlete, index = scene.workout, scene.athlete, coming.slot.exercise_index
    exercise = exercise_of(workout, index)
    prescription = workout.session.prescriptions[index]
    done = workout.sets_of(index)
    load = coming.target.load
    free = workout.session.is_free
    known = load is not None or (free and done)  # there the body alone is as good as a load
    lighter, heavier = _neighbours(exercise, athlete, load)
    last_time = last_sets_of_exercise(scene.tx, athlete.id, exercise.id, workout.id)
    plates = _plates(exercise, athlete, load)
    step = _plate_step(athlete, done[-1].load, load) if plates is not None and done else None
    warm_up_sets = () if done or free else warm_ups_left(workout, index)
    return SetCard(
        workout_id=workout.id,
        exercise_index=index,
        set_number=coming.slot.set_number,
        sets=None if free else prescription.sets,
        exercise=exercise,
        place=1 if free else workout.session.running_order.index(index) + 1,
        exercises=1 if free else len(workout.session.running_order),
        prescription=prescription,
        target=coming.target,
        warm_ups=warm_up_sets,
        plates=plates,
        plate_step=step,
        last_time=last_time,
        lighter=lighter,
        heavier=heavier,
        loads_offered=() if known or not exercise.takes_load else prescription.loads_offered,
        bar=athlete.rack.bar if athlete.rack and exercise.uses_bar else None,
        alone=not done and exercise.id in NEEDS_PINS and not _pins_said(workout, index),
        is_new=not last_time and not done and athlete.level is not Level.EXPERIENCED,
        reasons=coming.changes,
        asks_effort=athlete.asks_effort,
        note=note_of(scene.tx, athlete.id, exercise.id),
        usual=() if free else of_a_set(prescription, coming.target, warm_up_sets),
    )


def warm_ups_left(workout: Workout, index: int) -> tuple[WarmUp, ...]:
    """The warm-ups of an exercise that are heavier than any that was done, tapped or typed."""
    asked = workout.session.prescriptions[index].warm_ups
    done = (one for one in workout.sets if one.exercise_index == index and one.kind is SetKind.WARM_UP)
    heaviest = max((one.load.g if one.load else 0 for one in done), default=-1)
    return tuple(warm for warm in asked if (warm.load.g if warm.load else 0) > heaviest)


def _pins_said(workout: Workout, index: int) -> bool:
    # What was swapped in free training stands in no order before its first set.
    earlier = takewhile(lambda place: place != index, workout.session.running_order)
    return any(workout.session.prescriptions[place].exercise_id in NEEDS_PINS for place in earlier)


def _neighbours(exercise: Exercise, athlete: Athlete, load: Load | None) -> tuple[Load | None, Load | None]:
    if load is None or not exercise.takes_load:
        return None, None
    steps = load_steps(exercise, athlete)
    base = load if load.unit is steps[0].unit else steps.nearest(load)
    return steps.next_down(base), steps.next_up(base)


def _plate_step(athlete: Athlete, before: Load | None, after: Load | None) -> PlateStep | None:
    if before is None or after is None or athlete.rack is None:
        return None
    change = change_plates(before, after, athlete.rack)
    return PlateStep(change.off, change.on) if change else None


def _plates(exercise: Exercise, athlete: Athlete, load: Load | None) -> tuple[int, ...] | None:
    if load is None or athlete.rack is None or not exercise.uses_bar:
        return None
    return plates_per_side(load, athlete.rack)
