"""Files on their way into the log: read ones as JSON, staged ones as workouts and sets that are hidden.

A hidden workout has its owner's id turned negative, so that no query by an athlete finds it; what reads sets
by their athlete leaves those of hidden workouts out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from core.model.imported import ImportedWorkout
from core.model.importing import Import, ImportState, Summary
from core.model.session import Session
from core.model.workout import LoggedSet, WorkoutState
from core.store.frozen import read_session, write_session
from core.store.logged_sets import skip, target_values, told_values
from core.store.moments import from_ms, to_ms
from core.store.port import Tx
from core.store.sequences import next_id

_LOOKED_BACK_AT = 10  # files
_DAY = timedelta(days=1)
_AT_ONCE = 1_000


@cache
def _summaries() -> TypeAdapter[Summary]:
    return TypeAdapter(Summary)


@cache
def _workouts() -> TypeAdapter[ImportedWorkout]:
    return TypeAdapter(ImportedWorkout)


def add_import(
    tx: Tx, athlete_id: int, state: ImportState, file_id: str, summary: Summary | None, now: datetime
) -> Import:
    """Keep a new import; what was asked about before and never answered goes."""
    replaces = tx.one("import_waiting", athlete_id=athlete_id, file_id=file_id) is not None
    clear_staged(tx, athlete_id)
    tx.do("imports_drop_asked", athlete_id=athlete_id)
    import_id = next_id(tx, "import")
    tx.do(
        "import_add",
        id=import_id,
        athlete_id=athlete_id,
        state=state.value,
        file_id=file_id,
        summary=_written(summary),
        asked_at=to_ms(now),
    )
    return Import(import_id, state, file_id, summary, replaces=replaces)


def import_of(tx: Tx, athlete_id: int, import_id: int) -> Import | None:
    """One import by id *and* owner."""
    row = tx.one("import_by_id", import_id=import_id, athlete_id=athlete_id)
    if row is None:
        return None
    summary = _summaries().validate_json(row["summary"]) if row["summary"] else None
    visible_at = None if row["visible_at"] is None else from_ms(row["visible_at"])
    return Import(row["id"], ImportState(row["state"]), row["file_id"], summary, visible_at)


def brought_at(tx: Tx, athlete_id: int) -> dict[int, datetime]:
    """When each workout of another app's log that stands came here, by its id."""
    came: dict[int, datetime] = {}
    for row in tx.many("imports_came", athlete_id=athlete_id):
        if _summaries().validate_json(row["summary"]).beside is not None:
            continue  # our own JSON only brings back what was here
        at = from_ms(row["visible_at"])
        workouts = tx.many("imported_workouts_of", athlete_id=athlete_id, import_id=row["id"])
        came |= dict.fromkeys((one["workout_id"] for one in workouts), at)
    return came


def keep_import(tx: Tx, athlete_id: int, imported: Import) -> None:
    """Write an import's state and choices anew."""
    tx.do(
        "import_keep",
        import_id=imported.id,
        athlete_id=athlete_id,
        state=imported.state.value,
        summary=_written(imported.summary),
        visible_at=None if imported.visible_at is None else to_ms(imported.visible_at),
    )


def _written(summary: Summary | None) -> str:
    return "" if summary is None else _summaries().dump_json(summary).decode()


def clear_staged(tx: Tx, athlete_id: int) -> None:
    """Drop all that is read or staged and not visible."""
    tx.do("import_workouts_drop", athlete_id=athlete_id)
    drop_staged(tx, athlete_id)


def keep_read(tx: Tx, athlete_id: int, import_id: int, first: int, bodies: Sequence[str]) -> None:
    """Keep read workouts as the JSON that `read_from` takes, numbered from `first`."""
    for place, body in enumerate(bodies, first):
        tx.do("import_workout_add", import_id=import_id, place=place, athlete_id=athlete_id, body=body)


def read_from(tx: Tx, athlete_id: int, import_id: int, place: int, count: int) -> list[ImportedWorkout]:
    """At most `count` read workouts from a place on."""
    values = {"import_id": import_id, "athlete_id": athlete_id, "place": place, "count": count}
    return [_workouts().validate_json(row["body"]) for row in tx.many("import_workouts_from", **values)]


def read_workout(body: str) -> ImportedWorkout:
    """A read workout from the JSON it is kept as."""
    return _workouts().validate_json(body)


def choices_before(tx: Tx, athlete_id: int) -> dict[str, str]:
    """What was chosen for each name of the files that stand in the log, the newest choice first."""
    chosen: dict[str, str] = {}
    for row in tx.many("imports_visible", athlete_id=athlete_id, count=_LOOKED_BACK_AT):
        for one in _summaries().validate_json(row["summary"]).names:
            chosen.setdefault(one.name, one.choice)
    return chosen


def stage_workout(
    tx: Tx,
    athlete_id: int,
    import_id: int,
    session: Session,
    days: tuple[datetime, str, datetime],
    sets: Sequence[LoggedSet],
    *,
    state: WorkoutState = WorkoutState.FINISHED,
    note: str | None = None,
    skipped: Sequence[tuple[int, int]] = (),
) -> None:
    """Stage one workout with its sets; `days` are when it began, its local day, when it ended.

    It stands where it will stay, hidden until `show_staged`. `skipped` are (exercise index, set number).
    """
    opened_at, trained_on, finished_at = days
    workout_id = next_id(tx, "workout")
    tx.do(
        "hidden_workout_add",
        id=workout_id,
        athlete_id=athlete_id,
        session=write_session(session),
        state=state.value,
        opened_at=to_ms(opened_at),
        trained_on=trained_on,
        finished_at=to_ms(finished_at),
        note=note,
    )
    tx.do("imported_workout_add", workout_id=workout_id, import_id=import_id, athlete_id=athlete_id)
    for index, number in skipped:
        skip(tx, workout_id, index, number)
    first = next_id(tx, "logged_set", len(sets))
    for set_id, done in enumerate(sets, first):
        at = {"chat_id": None, "message_id": None, "line": 0}
        tx.do("set_add", **_staged(athlete_id, workout_id, set_id, done), **at)


def stage_sets(
    tx: Tx, athlete_id: int, import_id: int, workout_id: int, sets: Sequence[LoggedSet]
) -> None:
    """Stage sets of a workout that stands."""
    first = next_id(tx, "logged_set", len(sets))
    for set_id, done in enumerate(sets, first):
        tx.do("staged_set_add", import_id=import_id, **_staged(athlete_id, workout_id, set_id, done))


def _staged(athlete_id: int, workout_id: int, set_id: int, done: LoggedSet) -> dict[str, Any]:
    return {
        "id": set_id,
        "workout_id": workout_id,
        "athlete_id": athlete_id,
        "exercise_id": done.exercise_id,
        "exercise_index": done.exercise_index,
        "set_number": done.set_number,
        "measure": done.measure.value,
        "logged_at": to_ms(done.logged_at),
        **target_values(done),
        **told_values(done),
    }


def drop_staged(tx: Tx, athlete_id: int) -> None:
    """Drop staged rows, so that staging begins afresh; what was read stays."""
    while sweep_hidden(tx, athlete_id, _AT_ONCE):
        pass
    for query in ("staged_sets_drop", "staged_growths_drop"):
        tx.do(query, athlete_id=athlete_id)


def show_staged(tx: Tx, athlete_id: int, import_id: int, chat_id: int) -> tuple[int, int]:
    """Make everything staged part of the log; how many workouts and sets that were.

    Of sets only those of workouts that stood before are written: their rows as staged ones stay, to be
    swept away a little at a time.
    """
    values = {"import_id": import_id, "athlete_id": athlete_id}
    workouts = tx.do("imported_workouts_show", chat_id=chat_id, **values)
    return workouts, tx.do("staged_sets_show", **values) + _rows_of(tx, athlete_id, import_id)


def hide(tx: Tx, athlete_id: int, import_id: int) -> tuple[int, int]:
    """Take an import's workouts out of the log again; how many workouts and sets went.

    Their rows stay hidden, to be swept away a little at a time.
    """
    sets = _rows_of(tx, athlete_id, import_id)
    return tx.do("imported_workouts_hide", import_id=import_id, athlete_id=athlete_id), sets


def _rows_of(tx: Tx, athlete_id: int, import_id: int) -> int:
    row = tx.one("imported_rows", athlete_id=athlete_id, import_id=import_id)
    return int(row["sets"]) if row else 0


def sweep_hidden(tx: Tx, athlete_id: int, count: int) -> bool:
    """Erase at most so many sets and a tenth as many workouts that are hidden; whether there were any."""
    found = tx.many("hidden_workouts", athlete_id=athlete_id, count=count // 10)
    for row in found:
        which = {"workout_id": row["id"], "athlete_id": athlete_id}
        count -= tx.do("hidden_sets_sweep", count=count, **which)
        if count <= 0:
            return True
        tx.do("hidden_skips_sweep", **which)
        tx.do("hidden_mark_sweep", **which)
        tx.do("hidden_workout_sweep", **which)
    return bool(found)


def sweep_read(tx: Tx, athlete_id: int, import_id: int, count: int) -> bool:
    """Drop at most so many sets staged for standing workouts, and a tenth as many read ones; whether any."""
    whose = {"import_id": import_id, "athlete_id": athlete_id}
    swept = tx.do("staged_sets_sweep", count=count, **whose)
    swept += tx.do("read_sweep", count=count // 10, **whose)
    return swept + tx.do("staged_growths_sweep", **whose) > 0


def any_trained(tx: Tx, athlete_id: int, first: date | None, last: date | None) -> bool:
    """Whether a workout, deleted ones too, was begun on these days or the ones beside them."""
    if first is None or last is None:
        return False
    begun = datetime.combine(first - _DAY, time(), UTC), datetime.combine(last + 2 * _DAY, time(), UTC)
    values = {"from_ms": to_ms(begun[0]), "to_ms": to_ms(begun[1])}
    return tx.one("workout_between", athlete_id=athlete_id, **values) is not None


def standing(tx: Tx, athlete_id: int, import_id: int) -> tuple[int, int]:
    """How many workouts and sets of an import stand in the log."""
    row = tx.one("imported_counts", athlete_id=athlete_id, import_id=import_id)
    return (row["workouts"], row["sets"]) if row else (0, 0)


def newest_titles(tx: Tx, athlete_id: int, import_id: int, count: int) -> list[tuple[int, str]]:
    """The newest workouts of an import that stand in the log, and what each was called there."""
    rows = tx.many("imported_sessions_newest", athlete_id=athlete_id, import_id=import_id, count=count)
    return [(row["id"], read_session(row["session"]).title) for row in rows]
