"""What a workout comes to: how long it took, how much was moved. For its recap and its page in the past."""

from __future__ import annotations

from core.catalogue import Catalogue
from core.model.exercise import LoadMode
from core.model.session import Measure
from core.model.workout import LoggedSet, SetKind, Workout


def minutes_of(workout: Workout) -> int:
    """Whole minutes a workout took, as far as anybody knows; 0 where nothing tells."""
    return round(seconds_of(workout) / 60)


def seconds_of(workout: Workout) -> int:
    """First to last work set, and what was held in them; of an import, what its file told. 0: nothing tells.

    Sets that came at once, or lie a second apart as an import's do, only have an order.
    """
    work = [done for done in workout.sets if done.kind is not SetKind.WARM_UP]
    if not work:
        return 0
    held = [done.reps if done.measure is Measure.SECONDS else 0 for done in work]
    apart = int((work[-1].logged_at - work[0].logged_at).total_seconds())
    lifted = apart + held[0] if apart > len(work) else 0
    ended_at = workout.finished_at or workout.opened_at
    told = int((ended_at - workout.opened_at).total_seconds()) if workout.session.title else 0
    return max(lifted, sum(held), told if told > len(workout.sets) else 0)


def tonnage_of(done: LoggedSet, exercises: Catalogue) -> int:
    """Grams moved: both hands of a pair, nothing for assistance or the body's own weight."""
    if done.load is None or done.measure is not Measure.REPS:
        return 0
    hands = 2 if exercises.by_id(done.exercise_id).load_mode is LoadMode.PER_HAND else 1
    return max(done.load.g, 0) * done.reps * hands
