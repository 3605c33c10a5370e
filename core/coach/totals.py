"""What a workout comes to: how long it took, how much was moved. For its recap and its page in the past."""

from __future__ import annotations

from collections.abc import Sequence

from core.catalogue import Catalogue
from core.model.exercise import LoadMode
from core.model.session import Measure
from core.model.workout import LoggedSet


def minutes_of(work: Sequence[LoggedSet]) -> int:
    """First to last of some work sets, oldest first; at least a minute where anything was done."""
    if not work:
        return 0
    seconds = (work[-1].logged_at - work[0].logged_at).total_seconds()
    return max(1, round(seconds / 60))


def tonnage_of(done: LoggedSet, exercises: Catalogue) -> int:
    """Grams moved: both hands of a pair, nothing for assistance or the body's own weight."""
    if done.load is None or done.measure is not Measure.REPS:
        return 0
    hands = 2 if exercises.by_id(done.exercise_id).load_mode is LoadMode.PER_HAND else 1
    return max(done.load.g, 0) * done.reps * hands
