"""How long a rest lies between two sets, and what becomes of one that runs when its set is corrected.

Arming its timer is `resting.py`.
"""

from __future__ import annotations

from datetime import timedelta

from core.coach.workout.resting import SHORTEST_REST_S, bring_next_card, change_rest, rest_after
from core.coach.workout.scene import Scene
from core.coach.workout.standing import Upcoming, target_of, upcoming
from core.model.workout import SetKind, Slot, Workout, WorkoutState
from core.training.loads.warm_up import rest_after_s


def rest_s_before(scene: Scene, coming: Upcoming) -> int:
    """The seconds to rest before a set: in a pair the longest that one of the two needs. Source: 4.4."""
    asked = scene.workout.session.prescriptions
    pair = asked[coming.slot.exercise_index].superset
    both = [place for place, one in enumerate(asked) if pair is not None and one.superset == pair]
    needed = (target_of(scene.workout, scene.athlete, place) for place in both)
    return max((coming.target.rest_s, *(target.rest_s for target, *_ in filter(None, needed))))


def rests_between(workout: Workout, last: Slot, coming: Slot) -> bool:
    """Whether a timed rest lies between two sets: within one exercise, and after each round of a pair."""
    if last.exercise_index == coming.exercise_index:
        return True
    pair = workout.session.prescriptions[last.exercise_index].superset
    same_pair = pair is not None and workout.session.prescriptions[coming.exercise_index].superset == pair
    return same_pair and coming.set_number != last.set_number


def warm_up_rest_s(workout: Workout, index: int) -> int:
    """The short rest after a warm-up however it was told, by how much of the card's ramp is behind."""
    done = sum(one.exercise_index == index and one.kind is SetKind.WARM_UP for one in workout.sets)
    return rest_after_s(workout.session.prescriptions[index].warm_ups, done)


def rest_anew(before: Scene, after: Scene, slot: Slot) -> None:
    """A corrected set may need another rest: the one that runs after it becomes longer or shorter by that.

    It counts from the moment the set was logged and keeps what was added by hand; its bell never comes sooner
    than in 5 s. Where no more sets of the exercise follow, the next card comes at once.
    """
    rest = rest_after(after, slot)
    if rest is None or after.workout.state is not WorkoutState.OPEN:
        return
    was, coming = upcoming(before.workout, before.athlete), upcoming(after.workout, after.athlete)
    if was is None or coming is None or not rests_between(before.workout, slot, was.slot):
        return
    if not rests_between(after.workout, slot, coming.slot):
        bring_next_card(after, slot, "corrected")
        return
    longer = rest_s_before(after, coming) - rest_s_before(before, was)
    soonest = after.now + timedelta(seconds=SHORTEST_REST_S) - rest.until
    longer = max(longer, min(0, round(soonest.total_seconds())))
    if longer:
        change_rest(after, slot, longer)
