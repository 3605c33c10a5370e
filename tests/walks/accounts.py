"""The accounts of sets: what a tap or a message may have logged, corrected or taken back, and nothing else.

They are kept apart from the bot: a set may only come from a button that holds it or a text that says it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from benchmarks.fuzz_set_notation import numbers_in
from bot.callbacks import (
    AddLate,
    AddOwn,
    AddPastSet,
    AddSet,
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
    ReadSets,
    StartWith,
    TakeAs,
    UndoSet,
    WarmUpDone,
    WarmUpsDone,
    decode,
)
from core.store.awaited import awaited_of
from core.store.workouts import open_workout
from core.units import Load, Unit
from tests.walks.reading import Reading

MOST_IN_ONE_MESSAGE = 30
LOAD_AND_REPS = re.compile(r"\d+x\d+")
OF_MANY = (ForgetEverything, DeletePast, DeletePastSet, CorrectPastSet, AddPastSet)
"""Buttons about sets they don't name by their place: what they do is told by the tests of the past."""

Says = tuple[Load | None, int]
"""A load and reps."""


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
    runs: bool
    """Whether its workout is open."""

    @property
    def says(self) -> Says:
        return self.load, self.reps


Rows = dict[int, Row]


def standing(file: Reading, athlete_id: int) -> Rows:
    """Every set of an athlete that is not taken back, by its id."""
    found = file.rows(
        "select s.id, workout_id, exercise_index, set_number, kind = 'warm_up', load_g, unit, reps,"
        " target_load_g, target_unit, target_reps, message_id, state = 'open'"
        " from logged_set s join workout w on w.id = workout_id"
        " where s.athlete_id = ? and undone_at is null",
        athlete_id,
    )
    return {
        row[0]: Row(
            *row[:4], bool(row[4]), load(*row[5:7]), row[7], load(*row[8:10]), *row[10:12], bool(row[12])
        )
        for row in found
    }  # fmt: skip


def typed_in(file: Reading, athlete_id: int) -> dict[int, int]:
    """The message that logged each of an athlete's sets, also of those taken back; tapped ones left out."""
    found = file.rows(
        "select id, message_id from logged_set where athlete_id = ? and message_id is not null", athlete_id
    )
    return {row["id"]: row["message_id"] for row in found}


def taken_back(file: Reading, athlete_id: int) -> frozenset[Says]:
    """What sets taken back in a workout that runs said: `/undo`, then `7`, is the same lift done anew."""
    found = file.rows(
        "select load_g, unit, reps from logged_set s join workout w on w.id = workout_id"
        " where s.athlete_id = ? and undone_at is not null and state = 'open'",
        athlete_id,
    )
    return frozenset((load(*row[:2]), row[2]) for row in found)


def chosen(file: Reading, athlete_id: int) -> frozenset[Says]:
    """The loads put on cards by a tap or by words: a menu may stand there instead, and `done` means them."""
    workout = file.read(open_workout, athlete_id)
    asked = workout.session.prescriptions if workout is not None else ()
    return frozenset((one.chosen_load, one.reps) for one in asked if one.chosen_load is not None)


def half_said(file: Reading, athlete_id: int) -> str:
    """What was said of a set that lacks its reps, weight or exercise, for which the newest question waits."""
    waiting = file.read(awaited_of, athlete_id)
    if waiting is None:
        return ""
    gapped = [one.label for one in waiting.choices if not one.press]
    if any(isinstance(decode(one.press), TakeAs) for one in waiting.choices if one.press):
        found = file.rows("select sets_text from unfamiliar_name where athlete_id = ?", athlete_id)
        gapped += [row[0] for row in found]
    return " ".join(gapped)


def load(g: int | None, unit: str | None) -> Load | None:
    """A load from its two columns."""
    return None if g is None or unit is None else Load(g, Unit(unit))


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did to an athlete's sets."""

    before: Rows
    after: Rows
    typed: Mapping[int, int] = field(default_factory=dict)
    """The message that logged each set, also of those taken back."""
    told: frozenset[Says] = frozenset()
    """What sets taken back say, the buttons that stand, and the loads put on cards."""

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
        most = sum(_holds(press) for press in set(presses))
        lawful &= len([row for row in self.came if not row.is_warm_up]) <= most
        return "" if lawful else f"{presses} did this to the sets: {self}"

    def _brings(self, press: Press | None, row: Row) -> bool:
        if isinstance(press, PutBack):
            return row.id == press.set_id
        if isinstance(press, AddSet):
            return not row.runs and row.says == self._last_of(press.workout_id)
        if isinstance(press, PastSets):
            return press.back and self._typed_together(press.set_id, row)
        return _brings(press, row)

    def _takes(self, press: Press | None, row: Row) -> bool:
        if isinstance(press, PastSets):
            return not press.back and self._typed_together(press.set_id, row)
        return _takes(press, row)

    def _last_of(self, workout_id: int) -> tuple[Load | None, int] | None:
        """What the set logged last in a workout says; a warm-up is none."""
        of_workout = [
            row for row in self.before.values() if row.workout_id == workout_id and not row.is_warm_up
        ]
        return max(of_workout, key=lambda row: row.id).says if of_workout else None

    def _typed_together(self, set_id: int, row: Row) -> bool:
        """Whether a set came with the message that logged another one."""
        return set_id in self.typed and self.typed[set_id] == row.message_id

    def by_words(self, text: str, *, takes_back: bool, edited: int | None = None) -> str:
        """Words log and correct only numbers they hold, or what was asked, or what stood there.

        Undo takes back one set, or of a day gone by all that its message had logged; an edit may also take
        away sets that its message, `edited`, had logged.
        """
        held = numbers_in(text)
        known = {row.says for row in self.before.values()} | self.told
        taken = [row for row in self.went if edited is None or row.message_id != edited]
        lawful = (not taken or (takes_back and _undone(taken))) and len(self.came) <= MOST_IN_ONE_MESSAGE
        for row in [*self.came, *(new for _, new in self.turned)]:
            asked = {row.asked_reps, *(reps for _, reps in known)}
            loads = {row.asked, *(one for one, _ in known)}
            lawful &= Decimal(row.reps) in held or row.reps in asked or "/" in text
            lawful &= row.load is None or abs(row.load.value) in held or row.load in loads or row.load.g == 0
        return "" if lawful else f"{text!r} did this to the sets: {self}"

    def by_nod(self, text: str, edited: int) -> str:
        """A 👍 to a load and reps that one's message was edited to means that its set says these reps now."""
        before = [row for row in self.before.values() if row.message_id == edited]
        reps = [row.reps for row in self.after.values() if row.message_id == edited]
        if len(before) != 1 or not LOAD_AND_REPS.fullmatch(text):
            return ""
        kept = len(reps) == 1 and reps[0] in map(int, text.split("x"))  # in digits of any script
        return "" if kept else f"{text!r} got its 👍, but {reps} stand in its place"

    def doubled(self) -> str:
        """No asked set stands twice, and no line of a message."""
        places = [
            (row.workout_id, row.exercise_index, row.set_number)
            for row in self.after.values()
            if not row.is_warm_up
        ]
        return "" if len(places) == len(set(places)) else f"a set stands twice: {places}"


def _place(press: LogSet | AddLate | FixSet | UndoSet | ReadAs) -> tuple[int, int, int]:
    return press.workout_id, press.exercise_index, press.set_number


def _undone(taken: list[Row]) -> bool:
    """Whether one undo takes so much: a set, warm-ups done at once, or a message's sets of a day gone by."""
    one = taken[0]
    day = one.message_id is not None and not one.runs
    at_once = all(row.is_warm_up and row.exercise_index == one.exercise_index for row in taken)
    return len(taken) == 1 or at_once or (day and all(row.message_id == one.message_id for row in taken))


def _holds(press: Press | None) -> int:
    """How many sets a button may log."""
    if isinstance(press, TakeAs | AddOwn | LogAsMine | PastSets):
        return MOST_IN_ONE_MESSAGE
    return len(press.entries) if isinstance(press, ReadSets) else 1


def _said(press: ReadSets, row: Row) -> bool:
    """Whether a set is one of those a button holds, and stands where its first one does, or further on."""
    of_exercise = (press.workout_id, press.exercise_index) == (row.workout_id, row.exercise_index)
    says = {(entry.load, entry.reps) for entry in press.entries}
    return of_exercise and row.set_number >= press.set_number and row.says in says


def _brings(press: Press | None, row: Row) -> bool:
    if isinstance(press, ReadSets):
        return _said(press, row)
    if isinstance(press, WarmUpDone | WarmUpsDone):
        return row.is_warm_up and (press.workout_id, press.exercise_index) == (
            row.workout_id,
            row.exercise_index,
        )
    if isinstance(press, TakeAs | AddOwn | LogAsMine):
        return True
    if isinstance(press, StartWith):
        return row.exercise_index == press.exercise_index and row.says == (press.load, press.reps)
    if not isinstance(press, LogSet | AddLate | ReadAs):
        return False
    at = (row.workout_id, row.exercise_index, row.set_number)
    return _place(press) == at and (press.load, press.reps) == row.says


def _turns(press: Press | None, row: Row) -> bool:
    if isinstance(press, ReadAs | ReadSets) and not press.corrects:
        return False
    if isinstance(press, ReadSets):
        return row.set_number < press.set_number + len(press.entries) and _said(press, row)
    if not isinstance(press, FixSet | ReadAs):
        return False
    at = (row.workout_id, row.exercise_index, row.set_number)
    return _place(press) == at and (press.load, press.reps) == row.says


def _takes(press: Press | None, row: Row) -> bool:
    at = (row.workout_id, row.exercise_index, row.set_number)
    return isinstance(press, UndoSet) and _place(press) == at
