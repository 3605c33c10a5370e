"""What a file adds to workouts that stand in the log already: staged, shown with its import, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from core.model.session import Session
from core.model.workout import LoggedSet, Workout
from core.store.frozen import write_session
from core.store.imports import stage_sets
from core.store.logged_sets import read_set
from core.store.moments import to_ms
from core.store.port import Tx
from core.store.workouts import whole_workout


def workouts_at(tx: Tx, athlete_id: int, moment: datetime, span: timedelta) -> list[Workout]:
    """The workouts that began within a span from a moment on, deleted ones too; the oldest id first."""
    until = moment + span
    rows = tx.many("workouts_at", athlete_id=athlete_id, from_ms=to_ms(moment), to_ms=to_ms(until))
    return [whole_workout(tx, row) for row in rows]


def ever_logged(tx: Tx, athlete_id: int, workout_id: int) -> list[LoggedSet]:
    """Every set a workout has ever had, those taken back too, as they stand now."""
    rows = tx.many("sets_ever", workout_id=workout_id, athlete_id=athlete_id)
    return [read_set(row) for row in rows]


def stage_growth(
    tx: Tx,
    athlete_id: int,
    import_id: int,
    workout_id: int,
    session: Session,
    finished_at: datetime | None,
    sets: Sequence[LoggedSet],
) -> None:
    """Stage what one workout gains: new sets, and the session and end it has with them."""
    tx.do(
        "staged_growth_add",
        workout_id=workout_id,
        import_id=import_id,
        athlete_id=athlete_id,
        session=write_session(session),
        finished_at=None if finished_at is None else to_ms(finished_at),
    )
    stage_sets(tx, athlete_id, import_id, workout_id, sets)


def show_growth(tx: Tx, athlete_id: int, import_id: int) -> int:
    """Give the workouts their new sessions, and mark what came; how many have grown.

    Called before the staged sets are shown and dropped.
    """
    values = {"import_id": import_id, "athlete_id": athlete_id}
    if tx.one("staged_growth_any", **values) is None:
        return 0
    tx.do("grown_sets_mark", **values)
    tx.do("grown_workouts_mark", **values)
    return tx.do("staged_growths_show", **values)


def take_back_growth(tx: Tx, athlete_id: int, import_id: int) -> int:
    """Take an import's sets out of workouts that stood before it; how many went.

    A workout that was changed since keeps its session, which may ask for more than it holds then.
    """
    values = {"import_id": import_id, "athlete_id": athlete_id}
    if tx.one("grown_any", **values) is None:  # else every set of the athlete's is gone through
        return 0
    sets = tx.do("grown_sets_undo", **values)
    tx.do("grown_workouts_undo", **values)
    tx.do("grown_set_marks_drop", **values)
    tx.do("grown_workout_marks_drop", **values)
    return sets


def growth_standing(tx: Tx, athlete_id: int, import_id: int) -> tuple[int, int]:
    """How many workouts an import has made grow that still do, and by how many sets."""
    row = tx.one("grown_counts", athlete_id=athlete_id, import_id=import_id)
    return (row["workouts"], row["sets"]) if row else (0, 0)
