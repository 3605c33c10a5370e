"""Short of time: what is left of an open workout cut to fit, by the rule that plans short sessions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.exercises import known_with
from core.coach.past import history_of
from core.coach.workout.resting import bring_next_card, nothing_asked, running_rest, watch_idle
from core.coach.workout.scene import Scene, anew, open_scene, with_session
from core.coach.workout.standing import card_of, exercise_of, still_to_do, upcoming
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, Unlogged
from core.model.session import Prescription
from core.model.workout import Slot
from core.store.cards import Card, keep_card, newest_card
from core.store.logged_sets import skip
from core.store.port import Tx
from core.store.workouts import touch
from core.training.session.fitting import fit_time, last_trained
from core.training.session.set_counts import of_sets
from core.training.session.timing import GENERAL_MIN, minutes_left

LEAST_MINUTES, MOST_MINUTES = 5, 180


@dataclass(frozen=True, slots=True)
class Cut:
    """What a workout lost to fit: exercises left out, sets of others, pairs made; `minutes` it takes now.

    All of them empty or 0: it fitted as it was. `card` is the next set's, None while it rests.
    """

    asked_minutes: int
    minutes: int
    dropped: tuple[Exercise, ...]
    sets: int
    pairs: int
    card: SetCard | None = None


def cut_to_minutes(
    tx: Tx, athlete_id: int, workout_id: int | None, minutes: int, now: datetime
) -> Cut | Unlogged:
    """Cut what is left of the open workout (by id, None: whichever is open) to so many minutes, 5 to 180.

    Isolation goes first, then trunk work, then sets down to the band's fewest, then exercises are paired
    (not for strength and power), and last compounds go; rests keep their length. The exercise that comes
    next always stays. `gone` answers other minutes, `nothing_left` a workout without sets to come.
    Source: training.md 6.5.
    """
    scene = open_scene(tx, athlete_id, workout_id, now)
    if isinstance(scene, Unlogged):
        return scene
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        return Unlogged.of("gone")
    if scene.workout.session.is_free:
        return Unlogged.of("free_running")
    left = still_to_do(scene.workout, scene.athlete)
    if not left:
        return Unlogged.of("nothing_left")
    catalogue = known_with(scene.workout.own)
    if tx.repeat:
        return Cut(minutes, _minutes(tuple(left.values()), scene), (), 0, 0, _card(scene))
    newest = last_trained(history_of(tx, athlete_id), catalogue)
    limit = minutes + GENERAL_MIN  # the rule counts the general warm-up, which lies behind the athlete
    begun = frozenset(one.exercise_id for index, one in left.items() if scene.workout.sets_of(index))
    plan = tuple(left.values())
    fitted = fit_time(plan, limit, scene.athlete, catalogue, newest, alone=begun).plan
    scene, cut = _applied(scene, left, fitted)
    touch(tx, scene.workout.id, now)
    watch_idle(scene)
    return replace(cut, asked_minutes=minutes, card=_card(scene))


def _card(scene: Scene) -> SetCard | None:
    """The card of what is next now, which stands in the message of the newest one.

    None while resting, and where that has ended by pain: the card comes below.
    """
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None or running_rest(scene.tx, scene.athlete.id) is not None:
        return None
    if nothing_asked(scene):
        bring_next_card(scene, Slot(0, 0), "cut")
        return None
    shown = newest_card(scene.tx, scene.athlete.id, scene.workout.id)
    if shown is not None:
        keep_card(scene.tx, scene.athlete.id, Card(*shown.place, scene.workout.id, *coming.slot))
    return card_of(scene, coming)


def _applied(
    scene: Scene, left: dict[int, Prescription], fitted: tuple[Prescription, ...]
) -> tuple[Scene, Cut]:
    """The workout with only what was kept still to do: fewer sets, new pairs, the rest passed over."""
    kept = {one.exercise_id: one for one in fitted}
    asked = list(scene.workout.session.prescriptions)
    dropped: list[Exercise] = []
    sets = 0
    taken = max((one.superset or 0 for one in asked), default=0)
    for index, before in left.items():
        now = kept.get(before.exercise_id)
        if now is None:
            skip(scene.tx, scene.workout.id, index, 0)
            dropped.append(exercise_of(scene.workout, index))
            continue
        fewer = max(before.sets - now.sets, 0)
        sets += fewer
        pair = now.superset if now.superset in (None, before.superset) else now.superset + taken
        asked[index] = replace(of_sets(asked[index], asked[index].sets - fewer), superset=pair)
    scene = anew(with_session(scene, replace(scene.workout.session, prescriptions=tuple(asked))))
    pairs = len({one.superset for one in fitted} - {None} - {one.superset for one in left.values()})
    return scene, Cut(0, _minutes(fitted, scene), tuple(dropped), sets, pairs)


def _minutes(plan: tuple[Prescription, ...], scene: Scene) -> int:
    return minutes_left(plan, known_with(scene.workout.own))
