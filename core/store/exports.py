"""Everything of one athlete, read in pages: for taking it away."""

from __future__ import annotations

from typing import Any

from core.model.workout import Workout
from core.store.frozen import plain_of
from core.store.port import Tx
from core.store.progress import all_measures
from core.store.routines import routines_of
from core.store.soreness import sore_parts
from core.store.workouts import whole_workout

FIRST = (-(2**62), 0)  # before every moment there is


def belongings(tx: Tx, athlete_id: int) -> dict[str, Any]:
    """Own exercises, wishes, notes, what hurts, measures and routines, as JSON knows them."""
    own = tx.many("own_exercises_of", athlete_id=athlete_id)
    wishes = tx.many("exercise_preferences_of", athlete_id=athlete_id)
    notes = tx.many("exercise_notes_of", athlete_id=athlete_id)
    hurts = tx.many("aches", athlete_id=athlete_id)
    return {
        "own_exercises": [
            {name: row[name] for name in ("exercise_id", "name", "trains", "kit")} for row in own
        ],
        "preferences": [{"exercise_id": row["exercise_id"], "wish": row["preference"]} for row in wishes],
        "notes": [{"exercise_id": row["exercise_id"], "note": row["note"]} for row in notes],
        "aches": [row["exercise_id"] for row in hurts],
        "sore_parts": [plain_of(one) for one in sore_parts(tx, athlete_id)],
        "measures": [plain_of(one) for one in all_measures(tx, athlete_id)],
        "routines": [
            {"name": one.name, "exercises": [plain_of(each) for each in one.exercises]}
            for one in routines_of(tx, athlete_id)
        ],
    }


def after_workout(
    tx: Tx, athlete_id: int, last: tuple[int, int] | None, count: int
) -> tuple[list[Workout], tuple[int, int]]:
    """At most `count` ended workouts behind one, oldest first, and the place of the last of them."""
    opened_at, workout_id = last or FIRST
    rows = tx.many(
        "workouts_after", athlete_id=athlete_id, opened_at=opened_at, workout_id=workout_id, count=count
    )
    place = (rows[-1]["opened_at"], rows[-1]["id"]) if rows else (opened_at, workout_id)
    return [whole_workout(tx, row) for row in rows], place
