"""Whether a button's numbers can be a set at all. Typed ones have the grammar's bounds."""

from __future__ import annotations

from core.coach.workout.standing import exercise_of
from core.model.exercise import Exercise
from core.model.workout import Entry, Slot, Workout
from core.units import HEAVIEST_G

MOST_COUNTED = 3600  # seconds of a hold; reps end far below


def may_be_set(workout: Workout, slot: Slot, entry: Entry, *, typed: bool = False) -> bool:
    """Whether a button's set was asked in this workout, and its numbers can be one.

    One that was `typed` and asked back may be one more than was asked, as any typed set may; so may any set
    of free training.
    """
    index, asked = slot.exercise_index, workout.session.prescriptions
    if not 0 <= index < len(asked):
        return False
    most = asked[index].sets
    if typed or workout.session.is_free:
        most = max([most, *(done.set_number for done in workout.sets_of(index))]) + 1
    return 1 <= slot.set_number <= most and sound(exercise_of(workout, index), entry)


def sound(exercise: Exercise, entry: Entry) -> bool:
    """Whether a button's numbers can be a set of an exercise: a forged one may say anything."""
    body_alone = not exercise.takes_load or exercise.moves_body
    if not all(0 <= count <= MOST_COUNTED for count in (entry.reps, *(entry.sides or ()))):
        return False
    if entry.load is None:
        return body_alone
    return (-HEAVIEST_G if body_alone else 0) <= entry.load.g <= HEAVIEST_G
