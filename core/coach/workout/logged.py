"""What the athlete is told of sets that were logged or corrected, from what stands; nothing is written.

Logging itself is `lifting.py`, how an outcome looks `bot/views/workout/results.py`.
"""

from __future__ import annotations

from core.coach.workout.scene import Scene
from core.coach.workout.standing import Upcoming, card_of, exercise_of, goes_on, news_of
from core.model.exercise import Exercise
from core.model.outcomes import NewRecord, Rest, SetLogged
from core.model.session import Prescription, Reason
from core.model.workout import LoggedSet, SetKind, WorkoutState
from core.store.cards import cards_of_exercise
from core.store.logged_sets import bests_before
from core.training.past.records import new_records, records, with_told
from core.training.reason_codes import REST_LENGTHENED


def outcome_of(
    scene: Scene,
    kept: tuple[LoggedSet, ...],
    coming: Upcoming | None,
    rest: Rest | None,
    card: tuple[int, int] | None,
    *,
    typed: bool = False,
    corrected: bool = False,
) -> SetLogged:
    """What the athlete is told of sets that were logged or corrected."""
    index = kept[-1].exercise_index
    prescription = scene.workout.session.prescriptions[index]
    next_card = card_of(scene, coming) if coming else None
    free = scene.workout.session.is_free and scene.workout.state is WorkoutState.OPEN
    over = not free and not (coming and goes_on(scene.workout, scene.athlete, index))
    told = coming is not None or (not free and not corrected)  # of what is long over nothing more follows
    exercise = exercise_of(scene.workout, index)
    return SetLogged(
        workout=scene.workout,
        sets=_with_those_at_once(scene, kept[-1]) if corrected and len(kept) == 1 else kept,
        exercise=exercise,
        prescription=prescription,
        done=scene.workout.sets_of(index),
        next_card=next_card,
        rest=rest,
        zone=scene.athlete.zone,
        card=card,
        reasons=_news(scene, index, coming) if told else (),
        record=_record(scene, exercise, kept),
        corrected=corrected,
        exercise_over=over,
        feel_asked=not over and _asks_feel(prescription, kept[-1]),
        comfort_asked=typed and over and asks_comfort(kept[-1]),
    )


def asks_comfort(last: LoggedSet) -> bool:
    """Whether it is still to be told how the last set of an exercise felt: a button tells it with the tap."""
    return not last.tapped and last.reserve is None and last.kind is not SetKind.FAILURE


def _news(scene: Scene, index: int, coming: Upcoming | None) -> tuple[Reason, ...]:
    """What the sets of an exercise change in those to come. Its longer rest is none before another one."""
    news = news_of(scene.workout, scene.athlete, index)
    if coming is None or coming.slot.exercise_index == index:
        return news
    return tuple(reason for reason in news if reason.code != REST_LENGTHENED)


def _asks_feel(asked: Prescription, last: LoggedSet) -> bool:
    """Whether it is asked how a weight felt that was tried: once after each set."""
    return asked.load is None and last.load is not None and asked.felt_set != last.id


def told_on(scene: Scene, index: int, logged: LoggedSet) -> tuple[LoggedSet, ...]:
    """The sets that the card of a logged set stands for: it, and those before it that no card shows."""
    shown = {card.set_number for card in cards_of_exercise(scene.tx, scene.workout.id, index)}
    before = [one for one in scene.workout.sets_of(index) if one.set_number < logged.set_number]
    first = next((one.set_number for one in reversed(before) if one.set_number in shown), 0)
    return (*(one for one in before if one.set_number > first), logged)


def _with_those_at_once(scene: Scene, logged: LoggedSet) -> tuple[LoggedSet, ...]:
    """A set as its card tells it once more: with those before it that were said in the same message."""
    if logged.kind is SetKind.WARM_UP:
        return (logged,)
    told = told_on(scene, logged.exercise_index, logged)
    return tuple(one for one in told if one.logged_at == logged.logged_at)


def _record(scene: Scene, exercise: Exercise, kept: tuple[LoggedSet, ...]) -> NewRecord | None:
    """The first record that sets break over all that was logged before each of them, None when none does."""
    body_g, told = scene.athlete.bodyweight_g, scene.athlete.one_rep_max(exercise.id)
    for done in kept:
        logged = records(bests_before(scene.tx, scene.athlete.id, done), {exercise.id: exercise}, body_g)
        same = (one for one in scene.workout.sets if one.exercise_id == exercise.id)
        today = (one for one in same if (one.logged_at, one.id) < (done.logged_at, done.id))
        before = with_told(logged.get(exercise.id), told, exercise, done.logged_at, today)
        broken = new_records(before, done, exercise, body_g)
        if broken:
            return broken[0]
    return None
