"""A name nobody knows becomes an exercise of one's own, or the near one that was meant; its sets are logged.

What may be a name is `core/coach/own_names.py`; where unknown names are noticed is `core/coach/exercises.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.catalogue.search import find
from core.coach.exercises import exercises_of
from core.coach.own_names import MOST_OWN, clean_name
from core.coach.words.talk import Message, Outcome
from core.coach.words.wording import take_named
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.own_exercise import Kit, Trains
from core.store.own_exercises import Named, add_own_exercise, has_become, own_exercises, unfamiliar_of
from core.store.port import Tx
from core.store.workouts import open_workout

SETS_ARE_MEANT_FOR = timedelta(hours=1)  # typed longer ago they are no set of now any more
_JUST_SO = 100.0


@dataclass(frozen=True, slots=True)
class OwnAdded:
    """An exercise of one's own stands; `logged` is what became of the sets typed with its name, if any."""

    exercise: Exercise
    asked_id: int
    logged: Outcome | None = None


def asked_name(tx: Tx, athlete_id: int, asked_id: int) -> str | Unlogged:
    """The unknown name that message `asked_id` said; `old_name` when another came after it. Reads only."""
    kept = unfamiliar_of(tx, athlete_id, asked_id)
    return Unlogged.of("old_name") if kept is None else kept.name


def add_own(
    tx: Tx, athlete_id: int, asked_id: int, trains: Trains, kit: Kit, now: datetime
) -> OwnAdded | Unlogged:
    """Make an unknown name an exercise, and log what was typed with it; a second press adds nothing.

    `old_name`: another name came after it. `no_name`: it cannot be one. `known_name`: an exercise is
    called so by now. `own_full`: there are fifty already.
    """
    kept = unfamiliar_of(tx, athlete_id, asked_id)
    if kept is None:
        return Unlogged.of("old_name")
    exercises = exercises_of(tx, athlete_id)
    if kept.exercise_id is not None and kept.exercise_id in exercises:
        exercise = exercises[kept.exercise_id]
        return OwnAdded(exercise, asked_id, _logged(tx, athlete_id, kept, exercise, now))
    name = clean_name(kept.name)
    if name is None:
        return Unlogged.of("no_name")
    if any(match.score >= _JUST_SO for match in find(name, 1, exercises)):
        return Unlogged.of("known_name", name=name)
    if len(own_exercises(tx, athlete_id)) >= MOST_OWN:
        return Unlogged.of("own_full", most=MOST_OWN)
    exercise = add_own_exercise(tx, athlete_id, name, trains, kit, now)
    has_become(tx, athlete_id, asked_id, exercise.id)
    return OwnAdded(exercise, asked_id, _logged(tx, athlete_id, kept, exercise, now))


def take_as(tx: Tx, athlete_id: int, asked_id: int, exercise_id: str, now: datetime) -> Outcome:
    """The unknown name meant a known exercise: log the sets typed with it. `old_name` as `add_own`."""
    kept = unfamiliar_of(tx, athlete_id, asked_id)
    exercise = exercises_of(tx, athlete_id).get(exercise_id)
    if kept is None or exercise is None:
        return Unlogged.of("old_name")
    if tx.repeat and open_workout(tx, athlete_id) is None:
        return Unlogged.of("old_name")  # its sets were logged then; no second workout is opened for them
    return _logged(tx, athlete_id, kept, exercise, now) or Unlogged.of("old_name")


def _logged(tx: Tx, athlete_id: int, kept: Named, exercise: Exercise, now: datetime) -> Outcome | None:
    """What becomes of the sets that were typed with a name; None where none were, or long ago."""
    if not kept.sets_text or now - kept.named_at > SETS_ARE_MEANT_FOR:
        return None
    message = Message(kept.sets_text, kept.chat_id, kept.message_id)
    return take_named(tx, athlete_id, message, exercise, now)
