"""Sets typed while no workout runs: of today's plan before it begins, of a workout just ended. Reads only.

They are offered, never logged by themselves: the taps do it, `starting.start_with` and `late_sets.add_late`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.local_time import local_date
from core.coach.words.asking_back import in_doubt
from core.coach.words.talk import Message, Talk
from core.coach.workout.asked import asked_of, entry_of
from core.coach.workout.lifting import ended_lately
from core.coach.workout.scene import Scene
from core.coach.workout.standing import exercise_of, upcoming
from core.coach.workout.starting import plan_of_today
from core.model.starting import SaidLate, Unstarted
from core.model.workout import Entry, Slot, Workout, WorkoutState
from core.store.athletes import load_athlete
from core.store.own_exercises import own_exercises
from core.store.port import Tx
from core.store.workouts import newest_workout
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit


def unstarted(tx: Tx, athlete_id: int, message: Message, now: datetime) -> Unstarted | None:
    """What words say of today's plan, which has not begun; None where none stands, or no set is said.

    Reads only: the workout that is read against does not exist yet.
    """
    athlete = load_athlete(tx, athlete_id)
    plan = plan_of_today(tx, athlete, now) if athlete is not None else None
    if athlete is None or plan is None:
        return None
    today = local_date(athlete, now)
    own = own_exercises(tx, athlete_id)
    workout = Workout(0, athlete_id, message.chat_id, plan.session, WorkoutState.OPEN, now, today, own=own)
    scene = Scene(tx, athlete, workout, now)
    coming = upcoming(scene.workout, athlete)
    if coming is None:
        return None
    asked = asked_of(scene, coming.slot)
    reading = read_set(message.words, asked, athlete.unit or Unit.KG)
    if isinstance(reading, said.NotASet | said.Refused | said.Note | said.Past | said.Named):
        return None
    index = coming.slot.exercise_index
    entry = _whole_set(Talk(scene, coming.slot, coming, message, is_reply=False), asked, reading)
    measure = plan.session.prescriptions[index].measure
    return Unstarted(plan.id, index, exercise_of(workout, index), measure, entry)


def said_late(tx: Tx, athlete_id: int, message: Message, now: datetime) -> SaidLate | None:
    """One whole set that words say, of the exercise done last in a workout that ended lately. Reads only.

    None for any other words, and where that is longer ago.
    """
    athlete, workout = load_athlete(tx, athlete_id), newest_workout(tx, athlete_id)
    last = workout.last_done if workout is not None else None
    if athlete is None or workout is None or last is None or not ended_lately(workout, now):
        return None
    index = last.exercise_index
    done = workout.sets_of(index)
    slot = Slot(index, max((one.set_number for one in done), default=0) + 1)
    scene = Scene(tx, athlete, replace(workout, state=WorkoutState.OPEN), now)
    asked = asked_of(scene, slot)
    reading = read_set(message.words, asked, athlete.unit or Unit.KG)
    entry = _whole_set(Talk(scene, slot, None, message, is_reply=False), asked, reading)
    if entry is None:
        return None
    measure = workout.session.prescriptions[index].measure
    return SaidLate(workout.id, slot, exercise_of(workout, index), measure, entry)


def _whole_set(talk: Talk, asked: said.Asked, reading: said.Reading) -> Entry | None:
    """The one set that words say surely, with nothing beside load and reps; None for any other words."""
    if isinstance(reading, said.Done) and reading.rir is None and asked.reps is not None:
        reading = said.Sets((said.Entry(None, asked.reps),))
    if not isinstance(reading, said.Sets) or len(reading.entries) > 1:
        return None
    if in_doubt(talk, asked, reading) is not None:
        return None
    entry = entry_of(asked, reading.entries[0])
    if entry.load is None and asked.takes_load and not asked.bodyweight:
        return None
    return entry if entry == Entry(entry.load, entry.reps) else None
