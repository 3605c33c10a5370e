"""What stands on a day gone by, told, taken back and put back; how it came there is `backdating.py`."""

from __future__ import annotations

from datetime import datetime, timedelta

from core.coach.exercises import known_with
from core.coach.local_time import local_date
from core.coach.workout.resting import refresh_overview
from core.coach.workout.scene import Scene
from core.model.athlete import Athlete
from core.model.outcomes import DayTold, Unlogged
from core.model.workout import LoggedSet, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.logged_sets import restore_set, set_kept_last, sets_typed_with, undo_set
from core.store.port import Tx
from core.store.workout_messages import MessageKind, keep_message, message_of, message_told
from core.store.workouts import load_workout, touch, touched_last

UNDONE_WITHIN = timedelta(hours=4)


def day_sent(tx: Tx, athlete_id: int, workout_id: int, message: tuple[int, int], now: datetime) -> None:
    """Remember which (chat, message) tells of the day, to tell it anew when something in it changes."""
    keep_message(tx, athlete_id, workout_id, MessageKind.PAST, *message)
    message_told(tx, workout_id, MessageKind.PAST, now)


def day_told(tx: Tx, athlete: Athlete, workout: Workout, now: datetime) -> DayTold | None:
    """The day as its message shows it now, about the sets that were typed last."""
    last = set_kept_last(tx, workout.id)
    if last is None:
        return None
    standing, _ = sets_typed_with(tx, athlete.id, last)
    return told_of(athlete, workout, last, now, taken_back=not standing)


def newest_day(tx: Tx, athlete_id: int, now: datetime) -> int | None:
    """A set of the message that logged a day gone by, where that is the last thing the athlete logged."""
    last = _told_last(tx, athlete_id, now)
    return last if last is not None and sets_typed_with(tx, athlete_id, last)[0] else None


def put_newest_day_back(tx: Tx, athlete_id: int, now: datetime) -> DayTold | Unlogged:
    """Put back what was taken back of a day gone by; `nothing_taken_back` where that is not done last."""
    last = _told_last(tx, athlete_id, now)
    if last is None or (sets_typed_with(tx, athlete_id, last)[0] and not tx.repeat):
        return Unlogged.of("nothing_taken_back")
    return put_day_back(tx, athlete_id, last, now)


def _told_last(tx: Tx, athlete_id: int, now: datetime) -> int | None:
    """A set, standing or not, of the message about a day gone by that was logged or taken back last."""
    found = touched_last(tx, athlete_id)
    if found is None or found[0].state is WorkoutState.OPEN or now - found[1] > UNDONE_WITHIN:
        return None
    workout = found[0]
    told = message_of(tx, workout.id, MessageKind.PAST)
    return None if told is None else set_kept_last(tx, workout.id)


def take_day_back(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> DayTold | Unlogged:
    """Take back, softly, all sets of the message that logged one on a day gone by; the workout stays over."""
    standing, undone = sets_typed_with(tx, athlete_id, set_id)
    scene = _over(tx, athlete_id, (*standing, *undone), now)
    if isinstance(scene, Unlogged):
        return scene
    for done in standing:
        undo_set(tx, athlete_id, done.id, now)
    return _changed(scene, set_id, taken_back=True)


def put_day_back(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> DayTold | Unlogged:
    """Let the sets of a message stand again; `place_taken` where others were logged in their place."""
    standing, undone = sets_typed_with(tx, athlete_id, set_id)
    scene = _over(tx, athlete_id, (*standing, *undone), now)
    if isinstance(scene, Unlogged):
        return scene
    if tx.repeat:  # they may have been taken back once more since
        return told_of(scene.athlete, scene.workout, set_id, now, taken_back=not standing)
    taken = {one.slot for one in scene.workout.sets}
    if not standing:
        if any(one.slot in taken for one in undone):
            return Unlogged.of("place_taken")
        for done in undone:
            restore_set(tx, athlete_id, done.id)
    return _changed(scene, set_id, taken_back=False)


def _over(tx: Tx, athlete_id: int, sets: tuple[LoggedSet, ...], now: datetime) -> Scene | Unlogged:
    """The ended workout some sets are of; `gone` where there are none, or it is open and has cards."""
    athlete = load_athlete(tx, athlete_id)
    workout = load_workout(tx, athlete_id, sets[0].workout_id) if sets else None
    if athlete is None or workout is None or workout.state is WorkoutState.OPEN:
        return Unlogged.of("gone")
    return Scene(tx, athlete, workout, now)


def _changed(scene: Scene, set_id: int, *, taken_back: bool) -> DayTold | Unlogged:
    workout = load_workout(scene.tx, scene.athlete.id, scene.workout.id) or scene.workout
    touch(scene.tx, workout.id, scene.now)
    refresh_overview(scene)
    return told_of(scene.athlete, workout, set_id, scene.now, taken_back=taken_back)


def told_of(
    athlete: Athlete, workout: Workout, set_id: int, now: datetime, *, taken_back: bool = False
) -> DayTold:
    """All that stands in a workout, with the message whose sets its button is about."""
    exercises = known_with(workout.own)
    lines = tuple(
        (exercises.by_id(asked.exercise_id), done)
        for index, asked in enumerate(workout.session.prescriptions)
        if (done := workout.sets_of(index))
    )
    return DayTold(workout, lines, set_id, taken_back, local_date(athlete, now))
