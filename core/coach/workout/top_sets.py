"""The top set of the open workout. Reads only."""

from __future__ import annotations

from datetime import datetime

from core.coach.workout.scene import open_scene
from core.coach.workout.standing import exercise_of, upcoming
from core.model.outcomes import Unlogged
from core.model.top_set import TopSet
from core.model.workout import SetKind
from core.store.logged_sets import newest_set
from core.store.port import Tx


def top_set(tx: Tx, athlete_id: int, now: datetime) -> TopSet | Unlogged:
    """The heaviest set of the exercise done last, before the first set of the one that is next.

    `nothing_left` where neither is there.
    """
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    last, coming = newest_set(tx, scene.workout.id), upcoming(scene.workout, scene.athlete)
    if last is None and coming is None:
        return Unlogged.of("nothing_left")
    index = last.exercise_index if last is not None else coming.slot.exercise_index if coming else 0
    done = [one for one in scene.workout.sets_of(index) if one.kind is not SetKind.WARM_UP]
    top = max(done, key=lambda one: (one.load.g if one.load else 0, one.reps), default=None)
    return TopSet(exercise_of(scene.workout, index), top)
