"""A past workout as a whole: its note, deleted and brought back, planned once more.

Its single sets are `rewriting.py`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime

from core.coach.history.looking_back import opened, past_card_of
from core.coach.local_time import local_date
from core.coach.menus import await_words
from core.coach.plans.planning import keep_planned, shown
from core.coach.plans.preparing import ready_for
from core.coach.plans.routines import exercises_in
from core.coach.workout.resting import retell_recap
from core.coach.workout.scene import Scene
from core.model.athlete import Health
from core.model.awaited import Awaited
from core.model.outcomes import Planned, Unlogged
from core.model.past import PastCard
from core.model.routine import Routine
from core.model.workout import WorkoutState
from core.store.athletes import load_athlete
from core.store.awaited import drop_awaited
from core.store.past import delete_workout, keep_note, restore_workout
from core.store.plans import drop_plan, plan_of
from core.store.port import Tx
from core.store.workouts import load_deleted_too

LONGEST_NOTE = 300
AGAIN = "again"  # the day of a session that repeats free training


def looked_at(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> PastCard | Unlogged:
    """One ended workout is shown; no menu waits for words any more. Refusals as `opened`."""
    card = opened(tx, athlete_id, workout_id, now)
    if isinstance(card, PastCard) and not tx.repeat:
        drop_awaited(tx, athlete_id)
    return card


def ask_note(tx: Tx, athlete_id: int, workout_id: int, waits: Awaited, now: datetime) -> PastCard | Unlogged:
    """A note for a workout is waited for."""
    card = opened(tx, athlete_id, workout_id, now)
    if isinstance(card, PastCard) and not tx.repeat:
        await_words(tx, athlete_id, waits)
    return card


def clean_note(text: str) -> str:
    """A note as it is kept: lines as typed, nothing invisible, no blank ones."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    seen = [
        "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in line) for line in lines
    ]
    return "\n".join(line for line in (" ".join(each.split()) for each in seen) if line)


def note(tx: Tx, athlete_id: int, workout_id: int, text: str | None, now: datetime) -> PastCard | Unlogged:
    """Keep a note on a workout in place of the one before; None takes it away.

    `note_empty`: nothing to see in it. `workout_note_too_long`: over 300 characters.
    """
    card = opened(tx, athlete_id, workout_id, now)
    if isinstance(card, Unlogged):
        return card
    kept = None if text is None else clean_note(text)
    if kept == "":
        return Unlogged.of("note_empty")
    if kept is not None and len(kept) > LONGEST_NOTE:
        return Unlogged.of("workout_note_too_long")
    if not tx.repeat:
        keep_note(tx, athlete_id, workout_id, kept)
        drop_awaited(tx, athlete_id)
    return opened(tx, athlete_id, workout_id, now)


def delete(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> PastCard | Unlogged:
    """Delete a workout and all its sets, softly; what is left of it. Refusals as `opened`."""
    athlete, workout = load_athlete(tx, athlete_id), load_deleted_too(tx, athlete_id, workout_id)
    if athlete is None or workout is None:
        return Unlogged.of("past_gone")
    if workout.state is WorkoutState.OPEN:
        return Unlogged.of("past_open")
    if workout.deleted_at is None:
        delete_workout(tx, athlete_id, workout_id, now)
        _changed(Scene(tx, athlete, workout, now))
        drop_awaited(tx, athlete_id)
    return past_card_of(tx, athlete, replace(workout, sets=(), deleted_at=workout.deleted_at or now), now)


def bring_back(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> PastCard | Unlogged:
    """Take the deletion of a workout back: the sets that stood then stand again."""
    athlete, workout = load_athlete(tx, athlete_id), load_deleted_too(tx, athlete_id, workout_id)
    if athlete is not None and workout is not None and workout.deleted_at is not None:
        restore_workout(tx, athlete_id, workout)
        _changed(Scene(tx, athlete, workout, now))
    return opened(tx, athlete_id, workout_id, now)


def _changed(scene: Scene) -> None:
    """The plan that stands was made from another past, and the recap of the workout tells what is so."""
    drop_plan(scene.tx, scene.athlete.id)
    retell_recap(scene)


def repeat(tx: Tx, athlete_id: int, workout_id: int, now: datetime) -> Planned | Unlogged:
    """Plan the exercises of a past workout for the next session, every number by today's rules.

    Its day of the split counts as done when it is. `stranger` and `doctor_first` as any plan,
    `nothing_in_it` without a set.
    """
    athlete, card = load_athlete(tx, athlete_id), opened(tx, athlete_id, workout_id, now)
    if athlete is None:
        return Unlogged.of("stranger")
    if athlete.health is Health.DOCTOR_FIRST:
        return Unlogged.of("doctor_first")
    if isinstance(card, Unlogged):
        return card
    exercises, today = exercises_in(card.workout), local_date(athlete, now)
    standing = plan_of(tx, athlete_id)
    if tx.repeat and standing is not None:
        return shown(tx, athlete, standing, today)
    ready = ready_for(tx, athlete, None, today, easy=False)
    if isinstance(ready, Unlogged):
        return ready
    if not exercises:
        return Unlogged.of("nothing_in_it")
    session = ready.session_of(Routine(0, "", exercises), athlete.session_minutes)
    before = card.workout.session
    session = replace(session, day=AGAIN if before.is_free else before.day, routine_id=None)
    wanted = [one.exercise_id for one in exercises]
    return keep_planned(tx, ready, session, wanted, athlete.session_minutes)
