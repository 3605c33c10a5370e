"""What a typed text about a set is read against, and the entry that its reading becomes."""

from __future__ import annotations

from core.coach.workout.resting import running_rest
from core.coach.workout.scene import Scene
from core.coach.workout.standing import exercise_of, target_of
from core.model.workout import Entry, LoggedSet, Slot
from core.training.loads.loading import load_steps
from core.training.notation import set_reading as said
from core.units import Load


def asked_of(scene: Scene, slot: Slot, of: LoggedSet | None = None) -> said.Asked:
    """What a text is read against: the target of the set it is about, or what was asked of it then.

    `of` is the set itself where a place does not tell it: a warm-up may have the number of a set to come.
    """
    index = slot.exercise_index
    exercise = exercise_of(scene.workout, index)
    prescription = scene.workout.session.prescriptions[index]
    done = scene.workout.sets_of(index)
    standing = of or scene.workout.set_at(slot)
    free = scene.workout.session.is_free  # nothing was asked: the last set is what is meant
    asked = None if free else target_of(scene.workout, scene.athlete, index)
    target = standing.target if standing and standing.target else (asked[0] if asked else None)
    known = scene.athlete.one_rep_max(exercise.id)
    steps = load_steps(exercise, scene.athlete) if exercise.takes_load else None
    last = _last_load(scene, index)
    # No more is asked of what was swapped or has ended: one set more is like its last, and not like the plan.
    load = None if free else (target.load if target else last or prescription.load)
    return said.Asked(
        load=load if standing is None else standing.load,  # what is said of a set leaves its load as it was
        reps=None if free else (target.reps if target else prescription.reps),
        takes_load=exercise.takes_load,
        measure=prescription.measure,
        measured=True,
        bodyweight=exercise.by_body,
        last_load=last if standing is None else standing.load,
        best=known.load if known else None,
        lightest=steps[0] if steps else None,
        bar=steps[0] if steps and exercise.uses_bar else None,
        sets_left=max(prescription.sets - len(done), 0),
        resting=running_rest(scene.tx, scene.athlete.id) is not None,
    )


def _last_load(scene: Scene, index: int) -> Load | None:
    """The load of an exercise's last set, also of one taken back just now: one done anew has it, too.

    In free training one that was put on the card goes before.
    """
    done, last = scene.workout.sets_of(index), scene.workout.in_hand
    chosen = scene.workout.session.prescriptions[index].chosen_load
    if chosen is not None and scene.workout.session.is_free:
        return chosen
    if done:
        return done[-1].load
    return last.load if last is not None and last.exercise_index == index else None


def entry_of(asked: said.Asked, entry: said.Entry) -> Entry:
    """A typed entry as it is logged: its load as asked where none was typed, None for the body alone."""
    load = entry.load if entry.load is not None else asked.standing_load
    if not asked.takes_load or (load is not None and load.g == 0):
        load = None
    return Entry(load, entry.reps or 0, entry.rir, None, entry.kind, entry.sides)
