"""Rows put together to workouts, in little room: what is held of each is its sets and bytes.

A text with one emoji takes four bytes for each of its letters, and an object a hundred: both are made when
a workout is looked at, and let go of again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import overload

from core.imports.rows import LONGEST_NOTE, ReadRow
from core.model.imported import ImportedSet, ImportedWorkout, LogFormat

MOST_NAMES = 2_000  # of exercises: the longest log we know of has 400
MOST_KINDS = 5
_MOMENT = len("2026-03-01T18:02:11.000000")
_WHOLE, _SINGLE = b"w", b"s"
_NEVER = -1


class TooManyNames(Exception):
    """A file names more exercises than anybody does."""


class _Group:
    """The rows of one moment and one title; `notes` are bytes while there is one, as most have none."""

    __slots__ = ("duration_s", "index", "is_backwards", "notes", "sets", "timed")

    def __init__(self, timed: bool) -> None:
        self.timed, self.duration_s = timed, 0
        self.index, self.is_backwards = _NEVER, False
        self.sets: tuple[ImportedSet, ...] | list[ImportedSet] = ()
        self.notes: bytes | dict[bytes, None] | None = None

    def add(self, row: ReadRow, done: ImportedSet) -> None:
        before = self.sets[-1] if self.sets else None
        if before is not None and before.exercise == done.exercise and self.index > row.index:
            self.is_backwards = True
        self.index = row.index
        self.duration_s = max(self.duration_s, row.duration_s)
        if before is None:
            self.sets = (done,)
        elif isinstance(self.sets, tuple):
            self.sets = [*self.sets, done]
        else:
            self.sets.append(done)
        if row.workout_note:
            self._note(_WHOLE + row.workout_note.encode())
        if row.note:
            self._note(_SINGLE + f"{done.exercise}: {row.note}".encode())

    def _note(self, note: bytes) -> None:
        if self.notes is None or self.notes == note:
            self.notes = note
        elif isinstance(self.notes, bytes):
            self.notes = {self.notes: None, note: None}
        else:
            self.notes[note] = None

    def told(self, *, turned: bool) -> str:
        """What is noted of the workout, then of its exercises, each once: `Bench Press: wide grip`."""
        if self.notes is None:
            return ""
        notes = [self.notes] if isinstance(self.notes, bytes) else list(self.notes)
        ordered = notes[::-1] if turned else notes
        told = b"\n".join(
            note[1:] for kind in (_WHOLE, _SINGLE) for note in ordered if note[:1] == kind
        ).decode()
        return told if len(told) <= LONGEST_NOTE else f"{told[: LONGEST_NOTE - 1]}…"


class Gathered(Sequence[ImportedWorkout]):
    """The workouts of a file, the oldest first once `sort` was called; each is made anew when asked for."""

    def __init__(self, form: LogFormat) -> None:
        self._turns = form is LogFormat.HEVY
        self._groups: dict[bytes, _Group] = {}
        self._names: dict[str, str] = {}
        self._order: list[bytes] = []
        self._kinds: dict[str, int] = {}

    @property
    def strange_kinds(self) -> tuple[tuple[str, int], ...]:
        """Kinds of sets that nobody here knows, with how many sets are called so; the commonest few."""
        told = sorted(self._kinds.items(), key=lambda one: -one[1])
        return tuple(told[:MOST_KINDS])

    def add(self, row: ReadRow) -> None:
        """Put a row to its workout. Raises TooManyNames."""
        name = self._names.setdefault(row.done.exercise, row.done.exercise)
        if len(self._names) > MOST_NAMES:
            raise TooManyNames
        done = row.done if name is row.done.exercise else replace(row.done, exercise=name)
        key = row.started_at.isoformat(timespec="microseconds").encode() + row.title.encode()
        if row.strange_kind and (row.strange_kind in self._kinds or len(self._kinds) < MOST_NAMES):
            self._kinds[row.strange_kind] = self._kinds.get(row.strange_kind, 0) + 1
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(row.timed)
        group.add(row, done)

    def sort(self) -> None:
        """Put the oldest first; workouts of one moment stay as they stood."""
        self._order = sorted(self._groups, key=_moment)

    def __len__(self) -> int:
        return len(self._groups)

    def __iter__(self) -> Iterator[ImportedWorkout]:
        return map(self._workout, self._order)

    @overload
    def __getitem__(self, at: int) -> ImportedWorkout: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[ImportedWorkout]: ...
    def __getitem__(self, at: int | slice) -> ImportedWorkout | Sequence[ImportedWorkout]:
        if isinstance(at, slice):
            return [self._workout(key) for key in self._order[at]]
        return self._workout(self._order[at])

    def _workout(self, key: bytes) -> ImportedWorkout:
        group = self._groups[key]
        turned = self._turns and group.is_backwards  # it begins with its newest set
        sets = tuple(group.sets[::-1] if turned else group.sets)
        started_at = datetime.fromisoformat(key[:_MOMENT].decode())
        note = group.told(turned=turned)
        return ImportedWorkout(key[_MOMENT:].decode(), started_at, sets, group.timed, group.duration_s, note)


def _moment(key: bytes) -> bytes:
    return key[:_MOMENT]
