"""The buttons of the past: pages of workouts, one of them, one of its sets, and what can be changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.wire import Press, button
from core.units import Load


@button("hl")
@dataclass(frozen=True, slots=True)
class ShowHistory(Press):
    """Show one page of past workouts, 0 the newest."""

    page: int = 0


@button("ho")
@dataclass(frozen=True, slots=True)
class OpenPast(Press):
    """Open a past workout, or the sets of one exercise in it."""

    workout_id: int
    place: int | None = None


@button("hp")
@dataclass(frozen=True, slots=True)
class TurnPast(Press):
    """Another page of a long workout, or of the many sets of one exercise in it."""

    workout_id: int
    place: int | None
    page: int


@button("hs")
@dataclass(frozen=True, slots=True)
class OpenPastSet(Press):
    """Open one set of a past workout; words then correct it."""

    set_id: int


@button("hc")
@dataclass(frozen=True, slots=True)
class CorrectPastSet(Press):
    """Write a past set anew; `load` None is the body alone, `rir_tenths` None leaves the effort."""

    set_id: int
    load: Load | None
    reps: int
    rir_tenths: int | None = None


@button("ha")
@dataclass(frozen=True, slots=True)
class AddPastSet(Press):
    """One more set of an exercise that has `after`; without a place an exercise is asked for in words."""

    workout_id: int
    place: int | None = None
    after: int = 0


@button("hx")
@dataclass(frozen=True, slots=True)
class DeletePastSet(Press):
    """Delete a past set, or take that back."""

    set_id: int
    undo: bool = False


class NoteTap(StrEnum):
    """Ask for a workout's note, or take it away."""

    ASK = "ask"
    CLEAR = "clear"


@button("hn")
@dataclass(frozen=True, slots=True)
class NotePast(Press):
    """A note on a past workout."""

    workout_id: int
    tap: NoteTap = NoteTap.ASK


class DeleteStep(StrEnum):
    """Deleting a workout: asked once, done, taken back."""

    ASK = "ask"
    SURE = "sure"
    UNDO = "undo"


@button("hd")
@dataclass(frozen=True, slots=True)
class DeletePast(Press):
    """Delete a past workout with all its sets."""

    workout_id: int
    step: DeleteStep = DeleteStep.ASK


@button("hr")
@dataclass(frozen=True, slots=True)
class RepeatPast(Press):
    """Plan a past workout once more."""

    workout_id: int
