"""Logged sets, read and written as frozen nouns; a set that is taken back stays as a row nobody reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from core.model.session import Measure, SetTarget
from core.model.workout import Comfort, LoggedSet, SetKind, Slot
from core.store.moments import from_ms, to_ms
from core.store.port import Row, Tx
from core.store.sequences import next_id
from core.units import Load, Unit


def _load(g: int | None, unit: str | None) -> Load | None:
    return None if g is None or unit is None else Load(g, Unit(unit))


def _target(row: Row) -> SetTarget | None:
    if row["target_reps"] is None:
        return None
    load = _load(row["target_load_g"], row["target_unit"])
    return SetTarget(load, row["target_reps"], row["target_rest_s"])


def read_set(row: Row) -> LoggedSet:
    """One logged set from its row."""
    return LoggedSet(
        id=row["id"],
        workout_id=row["workout_id"],
        exercise_id=row["exercise_id"],
        exercise_index=row["exercise_index"],
        set_number=row["set_number"],
        kind=SetKind(row["kind"]),
        load=_load(row["load_g"], row["unit"]),
        reps=row["reps"],
        logged_at=from_ms(row["logged_at"]),
        rir=None if row["rir_tenths"] is None else row["rir_tenths"] / 10,
        comfort=None if row["comfort"] is None else Comfort(row["comfort"]),
        target=_target(row),
        measure=Measure(row["measure"]),
        tapped=row["message_id"] is None,
        sides=None if row["left_reps"] is None else (row["left_reps"], row["right_reps"]),
    )


def told_values(done: LoggedSet) -> dict[str, Any]:
    """The columns of what an athlete tells of a set: everything a correction may change."""
    return {
        "load_g": None if done.load is None else done.load.g,
        "unit": None if done.load is None else done.load.unit.value,
        "reps": done.reps,
        "left_reps": None if done.sides is None else done.sides[0],
        "right_reps": None if done.sides is None else done.sides[1],
        "rir_tenths": None if done.rir is None else round(done.rir * 10),
        "comfort": None if done.comfort is None else done.comfort.value,
        "kind": done.kind.value,
    }


def target_values(done: LoggedSet) -> dict[str, Any]:
    """The columns of what was asked of a set."""
    target = done.target
    asked = target.load if target else None
    return {
        "target_load_g": None if asked is None else asked.g,
        "target_unit": None if asked is None else asked.unit.value,
        "target_reps": target.reps if target else None,
        "target_rest_s": target.rest_s if target else None,
    }


def add_sets(
    tx: Tx, athlete_id: int, sets: Sequence[LoggedSet], *, typed: tuple[int, int] | None = None
) -> tuple[LoggedSet, ...]:
    """Keep sets under new ids; `typed` is the (chat, message) they were typed in, None for buttons."""
    kept = []
    for line, done in enumerate(sets):
        set_id = next_id(tx, "logged_set")
        tx.do(
            "set_add",
            id=set_id,
            workout_id=done.workout_id,
            athlete_id=athlete_id,
            exercise_id=done.exercise_id,
            exercise_index=done.exercise_index,
            set_number=done.set_number,
            measure=done.measure.value,
            logged_at=to_ms(done.logged_at),
            chat_id=typed[0] if typed else None,
            message_id=typed[1] if typed else None,
            line=line,
            **target_values(done),
            **told_values(done),
        )
        tx.do("kept_maxima_drop_by_workout", workout_id=done.workout_id)
        kept.append(replace(done, id=set_id))
    return tuple(kept)


def correct_set(tx: Tx, athlete_id: int, done: LoggedSet, *, by: int | None = None) -> None:
    """Write a logged set's load, reps, sides, reserve, comfort and kind anew.

    `by` is the message of the workout's chat that says so, None where an edit of it could not say more.
    """
    tx.do("kept_maxima_drop_by_set", set_id=done.id)
    tx.do("set_correct", set_id=done.id, athlete_id=athlete_id, corrected_by=by, **told_values(done))


def undo_set(tx: Tx, athlete_id: int, set_id: int, now: datetime) -> bool:
    """Take a set back, softly; False when it was taken back before."""
    tx.do("kept_maxima_drop_by_set", set_id=set_id)
    return tx.do("set_undo", set_id=set_id, athlete_id=athlete_id, undone_at=to_ms(now)) > 0


def newest_set(tx: Tx, workout_id: int) -> LoggedSet | None:
    """The set logged last in a workout, warm-ups apart."""
    row = tx.one("set_newest", workout_id=workout_id)
    return None if row is None else read_set(row)


def newest_of_all(tx: Tx, athlete_id: int, workout_id: int) -> LoggedSet | None:
    """The set logged last in a workout, be it a warm-up."""
    row = tx.one("set_newest_of_all", athlete_id=athlete_id, workout_id=workout_id)
    return None if row is None else read_set(row)


def set_in_hand(tx: Tx, workout_id: int) -> LoggedSet | None:
    """The work set that was logged or taken back last in a workout, standing or not; None before any."""
    row = tx.one("set_in_hand", workout_id=workout_id)
    return None if row is None else read_set(row)


def sets_of_message(tx: Tx, athlete_id: int, chat_id: int, message_id: int) -> tuple[LoggedSet, ...]:
    """The sets one typed message logged, in the order they stood in it."""
    rows = tx.many("set_by_message", athlete_id=athlete_id, chat_id=chat_id, message_id=message_id)
    return tuple(read_set(row) for row in rows)


def set_corrected_by(tx: Tx, athlete_id: int, chat_id: int, message_id: int) -> LoggedSet | None:
    """The set that a typed message was the last to correct; None for one that was taken back since."""
    row = tx.one("set_corrected_by", athlete_id=athlete_id, chat_id=chat_id, message_id=message_id)
    return None if row is None or row["undone_at"] is not None else read_set(row)


def skip(
    tx: Tx, workout_id: int, exercise_index: int, set_number: int, at: datetime | None = None
) -> None:
    """Pass over one set; set_number 0 for all that is left of the exercise. `at` where undo may find it."""
    skipped_at = None if at is None else to_ms(at)
    place = {"workout_id": workout_id, "exercise_index": exercise_index, "set_number": set_number}
    tx.do("skip_add", skipped_at=skipped_at, **place)


def newest_skip(tx: Tx, athlete_id: int, workout_id: int) -> tuple[Slot, datetime] | None:
    """What the athlete passed over last in a workout, and when; None where nothing stands passed over."""
    row = tx.one("skip_newest", athlete_id=athlete_id, workout_id=workout_id)
    if row is None:
        return None
    return Slot(row["exercise_index"], row["set_number"]), from_ms(row["skipped_at"])


def unskip(tx: Tx, athlete_id: int, workout_id: int, exercise_index: int, set_number: int) -> bool:
    """No longer pass over what `skip` passed over; False where nothing was."""
    place = {"workout_id": workout_id, "exercise_index": exercise_index, "set_number": set_number}
    return tx.do("skip_drop", athlete_id=athlete_id, **place) > 0


def last_sets_of_exercise(
    tx: Tx, athlete_id: int, exercise_id: str, before_workout: int
) -> tuple[LoggedSet, ...]:
    """The work sets of an exercise in the newest workout before this one that had it, oldest first."""
    rows = tx.many(
        "sets_last_time", athlete_id=athlete_id, exercise_id=exercise_id, workout_id=before_workout
    )
    return tuple(read_set(row) for row in rows)


def bests_before(tx: Tx, athlete_id: int, done: LoggedSet) -> tuple[LoggedSet, ...]:
    """The heaviest sets of an exercise before one set, one for each number of reps and reserve.

    Empty where all of them are of the set's own workout: a first time has nothing to beat.
    """
    rows = tx.many(
        "bests_before",
        athlete_id=athlete_id,
        exercise_id=done.exercise_id,
        workout_id=done.workout_id,
        logged_at=to_ms(done.logged_at),
        set_id=done.id,
    )
    if all(row["today"] for row in rows):
        return ()
    return tuple(
        replace(
            done,
            load=_load(row["load_g"], row["unit"]),
            reps=row["reps"],
            rir=None if row["rir_tenths"] is None else row["rir_tenths"] / 10,
            comfort=None if row["comfort"] is None else Comfort(row["comfort"]),
            measure=Measure(row["measure"]),
            kind=SetKind.WORK,
            sides=None,
        )
        for row in rows
    )


def was_undone(tx: Tx, athlete_id: int, chat_id: int, message_id: int) -> bool:
    """Whether sets that a message logged or corrected were taken back: it must not log them anew."""
    values = {"athlete_id": athlete_id, "chat_id": chat_id, "message_id": message_id}
    if tx.one("set_undone_of_message", **values) is not None:
        return True
    row = tx.one("set_corrected_by", **values)
    return row is not None and row["undone_at"] is not None


def restore_set(tx: Tx, athlete_id: int, set_id: int) -> None:
    """Let a set that was taken back stand again."""
    tx.do("kept_maxima_drop_by_set", set_id=set_id)
    tx.do("set_restore", set_id=set_id, athlete_id=athlete_id)


def set_kept_last(tx: Tx, workout_id: int) -> int | None:
    """The id of the set that was written last into a workout, taken back or not."""
    row = tx.one("set_kept_last", workout_id=workout_id)
    return None if row is None else int(row["id"])


def sets_typed_with(
    tx: Tx, athlete_id: int, set_id: int
) -> tuple[tuple[LoggedSet, ...], tuple[LoggedSet, ...]]:
    """All sets of the message that logged one, in its order: those that stand, and those taken back last.

    Both empty for another's set and for one that a button logged.
    """
    rows = tx.many("sets_typed_with", athlete_id=athlete_id, set_id=set_id)
    undone = max((row["undone_at"] for row in rows if row["undone_at"] is not None), default=None)
    standing = tuple(read_set(row) for row in rows if row["undone_at"] is None)
    return standing, tuple(read_set(row) for row in rows if undone is not None and row["undone_at"] == undone)
