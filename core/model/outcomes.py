"""What a use case answers with: frozen values that a view turns into words.

Times are aware UTC on the coach's clock; the words and the wall clock are the views' business.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.athlete import EffortAsked, Goal, Level, OneRepMax
from core.model.exercise import Exercise
from core.model.session import Prescription, Reason, Session, SetTarget, WarmUp
from core.model.soreness import SorePart
from core.model.workout import Entry, LoggedSet, Slot, Workout
from core.units import Load, Unit


@dataclass(frozen=True, slots=True)
class PlateStep:
    """What changes on one side of the bar: plates (hundredths of the bar's unit) off and on."""

    off: tuple[int, ...]
    on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetCard:
    """All that the card of one set shows; `place` of `exercises` counts from 1, `sets` None: free training.

    `plates` are a side's, None where no bar is loaded; `bar` is the empty bar. `plate_step` is the change
    against the set before, None on a first set. `last_time` are the work sets of this exercise the time
    before, oldest first. `warm_ups` are still to do. `lighter` and `heavier` are the next loads the
    equipment holds. `loads_offered` are for an exercise whose load is to be found. `alone` asks for safety
    pins, `is_new` shows how it is done, `asks_effort` when it asks how a set felt. `note` is the athlete's
    own. `reasons` and `usual` tell why.
    """

    workout_id: int
    exercise_index: int
    set_number: int
    sets: int | None
    exercise: Exercise
    place: int
    exercises: int
    prescription: Prescription
    target: SetTarget
    warm_ups: tuple[WarmUp, ...] = ()
    plates: tuple[int, ...] | None = None
    plate_step: PlateStep | None = None
    last_time: tuple[LoggedSet, ...] = ()
    lighter: Load | None = None
    heavier: Load | None = None
    loads_offered: tuple[Load, ...] = ()
    bar: Load | None = None
    alone: bool = False
    is_new: bool = False
    reasons: tuple[Reason, ...] = ()
    asks_effort: EffortAsked = EffortAsked.LAST
    note: str = ""
    usual: tuple[Reason, ...] = ()

    @property
    def slot(self) -> Slot:
        """The set it asks for."""
        return Slot(self.exercise_index, self.set_number)

    @property
    def is_last(self) -> bool:
        """Whether this is the exercise's last set."""
        return self.sets is not None and self.set_number >= self.sets

    @property
    def asks_comfort(self) -> bool:
        """Whether a tap says how the set felt: an exercise's last set's, unless it is set otherwise."""
        if self.asks_effort is EffortAsked.LAST:
            return self.is_last
        return self.asks_effort is EffortAsked.EVERY


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that runs: until when, and after which set."""

    until: datetime
    exercise_index: int
    set_number: int

    @property
    def slot(self) -> Slot:
        """The set it runs after; set_number 0 after a warm-up."""
        return Slot(self.exercise_index, self.set_number)


class RecordKind(StrEnum):
    """What was beaten: the estimated 1RM, the load at a number of reps, or the most reps, seconds, metres."""

    E1RM = "e1rm"
    LOAD = "load"
    REPS = "reps"


@dataclass(frozen=True, slots=True)
class NewRecord:
    """One record broken. `before` is what stood until then, in the same kind.

    A record of kind `reps` has numbers in `reps` and `reps_before`, the others loads.
    """

    exercise_id: str
    kind: RecordKind
    reps: int
    load: Load | None = None
    before: Load | None = None
    reps_before: int | None = None


@dataclass(frozen=True, slots=True)
class NextTime:
    """What changes the next time an exercise is trained, and why."""

    exercise: Exercise
    now: Prescription
    then: Prescription


@dataclass(frozen=True, slots=True)
class Recap:
    """The truth about a finished workout. `tonnage_g` counts both hands; `minutes` first to last set.

    `before` are the sets of each line's exercise the time before, empty for a first time. `opens_week` is
    which week of training (from 1) it is the first workout of, None for the others. `offers_look_back` that
    the weekly look-back is worth offering, once; `advises` that two days a week are, too.
    """

    workout: Workout
    goal: Goal
    minutes: int
    sets: int
    tonnage_g: int
    unit: Unit
    lines: tuple[tuple[Exercise, tuple[LoggedSet, ...]], ...]
    records: tuple[tuple[Exercise, NewRecord], ...] = ()
    next_time: tuple[NextTime, ...] = ()
    workouts_this_week: int = 0
    days_per_week: int = 2
    is_first: bool = False
    opens_week: int | None = None
    gate: Gate | None = None
    before: tuple[tuple[LoggedSet, ...], ...] = ()
    offers_look_back: bool = False
    advises: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """How far foundation is: sessions and weeks done of those asked, and patterns that still felt hard."""

    sessions: int
    sessions_asked: int
    weeks: int
    weeks_asked: int
    hard_patterns: tuple[str, ...] = ()
    pained: bool = False

    @property
    def open(self) -> bool:
        """Whether hypertrophy and strength are open. Source: training.md 2.2."""
        enough = self.sessions >= self.sessions_asked and self.weeks >= self.weeks_asked
        return enough and not self.hard_patterns and not self.pained


@dataclass(frozen=True, slots=True)
class SetLogged:
    """A set was logged or corrected. `card` is the (chat, message) that shows it, None if none does.

    `done` are all work sets of the exercise so far; `exercise_over` folds its card. `next_card` is None after
    the last set of the workout. `feel_asked` wants to know how a tried weight felt, `comfort_asked` how a
    typed last set did. `uncovered` are older cards, (chat, message), of sets no card below shows.
    """

    workout: Workout
    sets: tuple[LoggedSet, ...]
    exercise: Exercise
    prescription: Prescription
    done: tuple[LoggedSet, ...]
    next_card: SetCard | None
    rest: Rest | None
    zone: str
    card: tuple[int, int] | None = None
    reasons: tuple[Reason, ...] = ()
    record: NewRecord | None = None
    corrected: bool = False
    exercise_over: bool = False
    feel_asked: bool = False
    comfort_asked: bool = False
    uncovered: tuple[tuple[int, int], ...] = ()

    @property
    def pair_goes_on(self) -> bool:
        """Whether the other half of its superset pair is next, and this half has sets left."""
        asked, coming = self.prescription, self.next_card
        if asked.superset is None or coming is None or coming.prescription.superset != asked.superset:
            return False
        return not self.exercise_over

    @property
    def eased_before(self) -> bool:
        """Whether a set of this workout was asked fewer reps than planned: what consoles is said once."""
        asked = self.workout.session.prescriptions
        told = ((one.target, asked[one.exercise_index]) for one in self.workout.sets)
        return any(target is not None and target.reps < planned.reps for target, planned in told)


@dataclass(frozen=True, slots=True)
class Unlogged:
    """Nothing was logged; `code` says why and `values` with what, for one helpful line."""

    code: str
    values: tuple[tuple[str, object], ...] = ()
    card: SetCard | None = None

    @classmethod
    def of(cls, code: str, card: SetCard | None = None, **values: object) -> Unlogged:
        """A refusal with its values in a fixed order."""
        return cls(code, tuple(sorted(values.items())), card)

    def get(self, name: str) -> object:
        """One value by name."""
        return dict(self.values)[name]


@dataclass(frozen=True, slots=True)
class Which:
    """What each reading of typed sets would log; `stands` is the set that it would change instead.

    With `other` (index, number) the first reading changes the set there, the second one logs.
    """

    workout_id: int
    exercise_index: int
    set_number: int
    options: tuple[tuple[Entry, ...], ...]
    why: str = "two_readings"
    other: tuple[int, int] | None = None
    stands: LoggedSet | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan that stands: its id for the buttons, the session, and what each exercise did last time.

    `left_out` would stand in it, had they not hurt; `spares` are sore parts, each with what would stand in
    it did it not load them. `usual` tells of each exercise why the goal asks its sets and rest.
    """

    plan_id: int
    session: Session
    exercises: tuple[Exercise, ...]
    last_time: tuple[tuple[LoggedSet, ...], ...]
    wish: Goal
    level: Level
    unit: Unit
    planned_on: date
    today: date
    maxes: tuple[OneRepMax | None, ...] = ()
    gate: Gate | None = None
    for_today_only: bool = False
    is_first: bool = False
    open_workout_id: int | None = None
    left_out: tuple[Exercise, ...] = ()
    spares: tuple[tuple[SorePart, tuple[Exercise, ...]], ...] = ()
    usual: tuple[tuple[Reason, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class DayTold:
    """What stands on a day gone by: exercise by exercise, and the message whose sets a button takes back.

    `set_id` is one of that message's sets; `taken_back` tells that they do not stand, and may again.
    """

    workout: Workout
    lines: tuple[tuple[Exercise, tuple[LoggedSet, ...]], ...]
    set_id: int
    taken_back: bool
    today: date


@dataclass(frozen=True, slots=True)
class Noted:
    """A note was put beside an exercise; empty: the one that stood there was taken away."""

    exercise: Exercise
    note: str
