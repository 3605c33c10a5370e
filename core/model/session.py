"""What is asked for: prescriptions, and the session of a day that they make up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.model.athlete import Goal
from core.units import Load

ReasonValue = int | float | str | Load


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a number is what it is: a code and its values; the words are the texts' (`bot/views/reasons.py`).

    Codes are snake_case words, values are (name, value) pairs sorted by name.
    """

    code: str
    values: tuple[tuple[str, ReasonValue], ...] = ()

    @classmethod
    def of(cls, code: str, **values: ReasonValue) -> Reason:
        """A reason with its values in a fixed order, so that equal reasons compare equal."""
        return cls(code, tuple(sorted(values.items()) if len(values) > 1 else values.items()))

    def get(self, name: str) -> ReasonValue:
        """One value by name. Raises KeyError when the rule that gave this reason does not say it."""
        return dict(self.values)[name]


class Measure(StrEnum):
    """What `reps` counts: repetitions, or seconds held (planks), or metres walked (carries)."""

    REPS = "reps"
    SECONDS = "seconds"
    METRES = "metres"


@dataclass(frozen=True, slots=True)
class WarmUp:
    """One warm-up set; `load` None stands for the empty hand or body."""

    load: Load | None
    reps: int


@dataclass(frozen=True, slots=True)
class SetTarget:
    """What the next set asks: reps at a load, and the rest after it in seconds. Load None: to be found."""

    load: Load | None
    reps: int
    rest_s: int


@dataclass(frozen=True, slots=True)
class Prescription:
    """What is asked of one exercise in one session: all five variables of S1, and why.

    `load` is the logged number (bar and all, one hand, the stack); None means "no load known" for an
    exercise that takes one, and "none needed" for one that does not. For pull-ups it is what is
    *added*; negative grams are assistance. `share` is load / 1RM. `one_rep_max` is the maximum
    the bands were taken of. `rir_target` is (lowest, highest) reps in reserve.
    `loads_offered` are five loads to choose from when none is known. `sets` counts work sets only.
    `chosen_load` is what the athlete put on instead, for the sets still to come; `pained` says
    that a pain report ended it, `instead_of` is the exercise it took the place of by the athlete's wish.
    `unasked` says that the athlete put it in: what was done is what was wanted, as in free training.
    `felt_set` is the id of the set after which it was told how a weight felt that was tried, 0 for none.
    """

    exercise_id: str
    goal: Goal
    sets: int
    reps: int
    rest_s: int
    load: Load | None = None
    share: float | None = None
    one_rep_max: Load | None = None
    rir_target: tuple[int, int] = (1, 3)
    tempo: str = "2/0/2"
    measure: Measure = Measure.REPS
    warm_ups: tuple[WarmUp, ...] = ()
    loads_offered: tuple[Load, ...] = ()
    out_of_band: bool = False
    deload: bool = False
    rung: int = 0
    superset: int | None = None
    reasons: tuple[Reason, ...] = ()
    chosen_load: Load | None = None
    pained: bool = False
    instead_of: str | None = None
    unasked: bool = False
    felt_set: int = 0


FREE_DAY = "free"  # the day of free training: nothing was asked, only what is logged stands in it
SHARED_DAY = "shared"  # the day of a session that somebody else shared
_ROUTINE = "routine: "  # no day of a split begins so


def routine_day(name: str) -> str:
    """What a routine's session has for its day, so that no name is taken for a day of the split."""
    return f"{_ROUTINE}{name}"


def routine_named(day: str) -> str | None:
    """The routine's name in a day that `routine_day` gave, None for a day of the split."""
    return day.removeprefix(_ROUTINE) if day.startswith(_ROUTINE) else None


@dataclass(frozen=True, slots=True)
class Session:
    """What is planned for a day. `day` names its place in the split ("full_a", "upper", "push" …).

    `minutes` is the estimate of training.md 6.5; `notices` are things to tell before starting.
    Prescriptions keep their places for life, so that logged sets can name them; `order` says which
    of them are done and when (empty: all, as they stand), and is what a swap or a "later" changes.
    `routine_id` is the saved routine it was made from, whose name is its day then. `title` is what an
    imported workout was called where it comes from, `elsewhere` that another app's log told of it.
    """

    goal: Goal
    day: str
    prescriptions: tuple[Prescription, ...]
    minutes: int
    notices: tuple[Reason, ...] = ()
    order: tuple[int, ...] = ()
    routine_id: int | None = None
    title: str = ""
    elsewhere: bool = False

    @property
    def is_free(self) -> bool:
        """Whether it is free training: nobody asked for any set of it."""
        return self.day == FREE_DAY

    @property
    def off_the_split(self) -> bool:
        """Whether it came from a routine or from somebody else, not from the coach's own split."""
        return self.routine_id is not None or self.day == SHARED_DAY

    @property
    def running_order(self) -> tuple[int, ...]:
        """Places of the prescriptions in the order they are done."""
        return self.order or tuple(range(len(self.prescriptions)))
