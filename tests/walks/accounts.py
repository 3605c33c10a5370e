"""The accounts of sets: what a tap or a message may have logged, corrected or taken back, and nothing else.

They are kept apart from the bot: a set may only come from a button that holds it or a text that says it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.fuzz_set_notation import numbers_in
from bot.callbacks import (
    AddOwn,
    AddPastSet,
    CorrectPastSet,
    DeletePast,
    DeletePastSet,
    FixSet,
    ForgetEverything,
    LogAsMine,
    LogSet,
    PastSets,
    Press,
    PutBack,
    ReadAs,
    TakeAs,
    UndoSet,
    WarmUpDone,
    WarmUpsDone,
)
from core.units import Load, Unit

MOST_IN_ONE_MESSAGE = 30
OF_MANY = (ForgetEverything, DeletePast, DeletePastSet, CorrectPastSet, AddPastSet)
"""Buttons about sets they don't name by their place: what they do is told by the tests of the past."""


@dataclass(frozen=True, slots=True)
class Row:
    """One logged set as it stands in the file."""

    id: int
    workout_id: int
    exercise_index: int
    set_number: int
    is_warm_up: bool
    load: Load | None
    reps: int
    asked: Load | None
    asked_reps: int | None
    message_id: int | None

    @property
    def says(self) -> tuple[Load | None, int]:
        return self.load, self.reps


Rows = dict[int, Row]


def standing(path: Path, athlete_id: int) -> Rows:
    """Every set of an athlete that is not taken back, by its id."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = connection.execute(
            "select id, workout_id, exercise_index, set_number, kind = 'warm_up', load_g, unit, reps,"
            " target_load_g, target_unit, target_reps, message_id"
            " from logged_set where athlete_id = ? and undone_at is null",
            (athlete_id,),
        )
        return {
            row[0]: Row(
                *row[:4], bool(row[4]), load(*row[5:7]), row[7], load(*row[8:10]), row[10], row[11]
            )
            for row in found
        }  # fmt: skip


def load(g: int | None, unit: str | None) -> Load | None:
    """A load from its two columns."""
    return None if g is None or unit is None else Load(g, Unit(unit))


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did to an athlete's sets."""

    before: Rows
    after: Rows

    @property
    def came(self) -> list[Row]:
        """Sets that were not there before."""
        return [row for key, row in self.after.items() if key not in self.before]

    @property
    def went(self) -> list[Row]:
        """Sets that are there no more."""
        return [row for key, row in self.before.items() if key not in self.after]

    @property
    def turned(self) -> list[tuple[Row, Row]]:
        """Sets that say something else now: before and after."""
        both = ((row, self.after[key]) for key, row in self.before.items() if key in self.after)
        return [(old, new) for old, new in both if old.says != new.says]

    def by_nothing(self) -> str:
        """Waiting, starting anew and stickers log nothing, correct nothing, lose nothing."""
        return "" if not (self.came or self.went or self.turned) else f"sets changed: {self}"

    def by_presses(self, *presses: Press | None) -> str:
        """A button logs, corrects or takes back the one set it holds, at most once."""
        if any(isinstance(press, OF_MANY) for press in presses):
            return ""
        lawful = all(any(self._brings(press, row) for press in presses) for row in self.came)
        lawful &= all(any(_turns(press, new) for press in presses) for _, new in self.turned)
        lawful &= all(any(self._takes(press, row) for press in presses) for row in self.went)
        named = any(isinstance(press, TakeAs | AddOwn | LogAsMine | PastSets) for press in presses)
        lawful &= named or len([row for row in self.came if not row.is_warm_up]) <= len(set(presses))
        return "" if lawful else f"{presses} did this to the sets: {self}"

    def _brings(self, press: Press | None, row: Row) -> bool:
        if isinstance(press, PutBack):
            return row.id == press.set_id
        if isinstance(press, PastSets):
            return press.back and self._typed_together(press.set_id, row)
        return _brings(press, row)

    def _takes(self, press: Press | None, row: Row) -> bool:
        if isinstance(press, PastSets):
            return not press.back and self._typed_together(press.set_id, row)
        return _takes(press, row)

    def _typed_together(self, set_id: int, row: Row) -> bool:
        """Whether a set came with the message that logged another one."""
        known = (self.before | self.after).get(set_id)
        return known is not None and known.message_id is not None and known.message_id == row.message_id

    def by_words(self, text: str, *, takes_back: bool, edited: int | None = None) -> str:
        """Words log and correct only numbers they hold, or what was asked, or what stood there.

        An edit may also take away sets that its message, `edited`, had logged.
        """
        held = numbers_in(text)
        known = {(row.load, row.reps) for row in self.before.values()}
        taken = [row for row in self.went if edited is None or row.message_id != edited]
        lawful = len(taken) <= int(takes_back) and len(self.came) <= MOST_IN_ONE_MESSAGE
        for row in [*self.came, *(new for _, new in self.turned)]:
            asked = {row.asked_reps, *(reps for _, reps in known)}
            loads = {row.asked, *(one for one, _ in known)}
            lawful &= Decimal(row.reps) in held or row.reps in asked or "/" in text
            lawful &= row.load is None or abs(row.load.value) in held or row.load in loads or row.load.g == 0
        return "" if lawful else f"{text!r} did this to the sets: {self}"

    def doubled(self) -> str:
        """No asked set stands twice, and no line of a message."""
        places = [
            (row.workout_id, row.exercise_index, row.set_number)
            for row in self.after.values()
            if not row.is_warm_up
        ]
        return "" if len(places) == len(set(places)) else f"a set stands twice: {places}"


def _place(press: LogSet | FixSet | UndoSet | ReadAs) -> tuple[int, int, int]:
    return press.workout_id, press.exercise_index, press.set_number


def _brings(press: Press | None, row: Row) -> bool:
    if isinstance(press, WarmUpDone | WarmUpsDone):
        return row.is_warm_up and (press.workout_id, press.exercise_index) == (
            row.workout_id,
            row.exercise_index,
        )
    if isinstance(press, TakeAs | AddOwn | LogAsMine):
        return True
    if not isinstance(press, LogSet | ReadAs):
        return False
    at = (row.workout_id, row.exercise_index, row.set_number)
    return _place(press) == at and (press.load, press.reps) == row.says


def _turns(press: Press | None, row: Row) -> bool:
    if not isinstance(press, FixSet | ReadAs):
        return False
    at = (row.workout_id, row.exercise_index, row.set_number)
    return _place(press) == at and (press.load, press.reps) == row.says


def _takes(press: Press | None, row: Row) -> bool:
    at = (row.workout_id, row.exercise_index, row.set_number)
    return isinstance(press, UndoSet) and _place(press) == at
