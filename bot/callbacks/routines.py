"""The buttons of saved routines: save, open, plan, edit, rename, delete."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.wire import Press, button


@button("rs")
@dataclass(frozen=True, slots=True)
class ShowRoutine(Press):
    """Show one routine, or (None) all of them."""

    routine_id: int | None = None


@button("rp")
@dataclass(frozen=True, slots=True)
class PlanRoutine(Press):
    """Plan a routine for today."""

    routine_id: int


@button("rv")
@dataclass(frozen=True, slots=True)
class SaveRoutine(Press):
    """Save a workout as a routine: asks for the name, or takes the one offered."""

    workout_id: int
    as_offered: bool = False


class RoutineTap(StrEnum):
    """What a tap changes about one exercise of a routine."""

    UP = "up"
    DOWN = "down"
    PAIR = "pair"
    APART = "apart"
    MORE_SETS = "s+"
    FEWER_SETS = "s-"
    MORE_REPS = "r+"
    FEWER_REPS = "r-"
    REMOVE = "rm"


@button("rd")
@dataclass(frozen=True, slots=True)
class EditRoutine(Press):
    """Edit a routine: no place lists its exercises, a place shows one, a change makes it."""

    routine_id: int
    place: int | None = None
    exercise_id: str | None = None
    change: RoutineTap | None = None


@button("ra")
@dataclass(frozen=True, slots=True)
class AddToRoutine(Press):
    """Put an exercise into a routine: none asks which one."""

    routine_id: int
    exercise_id: str | None = None


@button("rn")
@dataclass(frozen=True, slots=True)
class RenameRoutine(Press):
    """Ask for a routine's new name."""

    routine_id: int


@button("rx")
@dataclass(frozen=True, slots=True)
class DeleteRoutine(Press):
    """Delete a routine, or take its deletion back."""

    routine_id: int
    undo: bool = False
