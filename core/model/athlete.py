"""Who trains: the athlete, what they own to lift with, and the best lifts they have told of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.model.gym import Gym
from core.model.reminding import Reminders
from core.units import Load, Unit


class Goal(StrEnum):
    """What training is for. Source: article S1-S9, S24; foundation is NASM's phase 1."""

    FOUNDATION = "foundation"
    HYPERTROPHY = "hypertrophy"
    STRENGTH = "strength"
    ENDURANCE = "endurance"
    POWER = "power"


class Level(StrEnum):
    """Training age. Source: article S21 (beginner, at least a few months, experienced athlete)."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    EXPERIENCED = "experienced"


class Gear(StrEnum):
    """What an athlete has to train with, as asked in onboarding."""

    FULL_GYM = "full_gym"
    BARBELL = "barbell"
    DUMBBELLS = "dumbbells"
    MACHINES = "machines"
    BODYWEIGHT = "bodyweight"
    BANDS = "bands"


class Health(StrEnum):
    """The outcome of the health questions; the answers themselves are never kept. Source: training.md 7.4."""

    UNASKED = "unasked"
    CLEAR = "clear"
    FOUNDATION_ONLY = "foundation_only"
    DOCTOR_FIRST = "doctor_first"


class Provenance(StrEnum):
    """Where a one-repetition maximum comes from. Source: training.md 3.4, 5.6, 5.8."""

    TESTED = "tested"
    STATED = "stated"
    ESTIMATED = "estimated"
    RATIO = "ratio"


class Freshness(StrEnum):
    """How recent a stated maximum is; older or guessed ones start on a lower rung (training.md 5.6).

    One told as of now knows of all that was lifted before; no session before it moves it.
    """

    NOW = "now"
    RECENT = "recent"
    OLDER = "older"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class OneRepMax:
    """The best current estimate of what can be lifted once, in the exercise's logged number.

    For dumbbells per hand; for pull-ups and dips body mass included. `known_at` is aware UTC.
    """

    exercise_id: str
    load: Load
    provenance: Provenance
    known_at: datetime
    freshness: Freshness = Freshness.RECENT

    @property
    def is_recent(self) -> bool:
        """Whether it was told as one of the last eight weeks; what sets have shown always is."""
        return self.freshness in (Freshness.NOW, Freshness.RECENT)


KG_PLATES = (2500, 2000, 1500, 1000, 500, 250, 125)
LB_PLATES = (4500, 3500, 2500, 1000, 500, 250)


@dataclass(frozen=True, slots=True)
class Rack:
    """The bar and plates an athlete loads, in the unit stamped on them.

    `bar` is the empty bar. `plates` are (hundredths of the unit, pairs owned), heaviest first;
    pairs None means more than anyone can load. `told` marks one its owner chose, which stays whatever
    unit they think in. Source: training.md 7.2.
    """

    bar: Load
    plates: tuple[tuple[int, int | None], ...]
    told: bool = False
    _hash: int = field(init=False, repr=False, compare=False)  # what a rack can load is kept by it

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.bar, self.plates, self.told)))

    def __hash__(self) -> int:
        return self._hash

    @property
    def unit(self) -> Unit:
        return self.bar.unit

    @classmethod
    def standard(cls, unit: Unit) -> Rack:
        """A gym's rack: 20 kg or 45 lb bar, every usual plate in plenty."""
        if unit is Unit.KG:
            return cls(Load.kg(20), tuple((plate, None) for plate in KG_PLATES))
        return cls(Load.lb(45), tuple((plate, None) for plate in LB_PLATES))


class EffortAsked(StrEnum):
    """When a tap is asked that says how a set felt; what is typed (`8 @8`) always counts."""

    NEVER = "never"
    LAST = "last"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Athlete:
    """What the coach knows of one person. None means "not asked yet".

    `wish` is the goal asked for; what is trained may be foundation until the gate opens
    (`core/training/progress/foundation.py`). `insists` marks a beginner who chose size over foundation.
    `gym` is the rest of their equipment. `rests` are seconds of rest by goal where they want their own,
    `exercise_rests` by exercise id, which come first,
    `asks_effort` is when they are asked how a set felt, `session_minutes` limits every plan. `zone` is theirs
    once `zone_told`; `reminders` are by its clock. `language` is what their Telegram says ("de-AT"),
    `chosen_language` ("de") what they chose instead.
    """

    id: int
    chat_id: int
    wish: Goal | None = None
    level: Level | None = None
    unit: Unit | None = None
    gear: Gear | None = None
    days_per_week: int | None = None
    health: Health = Health.UNASKED
    can_squat: bool | None = None
    insists: bool = False
    bodyweight_g: int | None = None
    rack: Rack | None = None
    language: str = "en"
    zone: str = "UTC"
    foundation_since: datetime | None = None
    one_rep_maxes: tuple[OneRepMax, ...] = field(default=())
    gym: Gym = field(default=Gym())
    rests: tuple[tuple[Goal, int], ...] = ()
    exercise_rests: tuple[tuple[str, int], ...] = ()
    asks_effort: EffortAsked = EffortAsked.LAST
    session_minutes: int | None = None
    zone_told: bool = False
    reminders: Reminders = field(default=Reminders())
    chosen_language: str | None = None

    @property
    def speaks(self) -> str:
        """The language to talk to them in."""
        return self.chosen_language or self.language

    def one_rep_max(self, exercise_id: str) -> OneRepMax | None:
        """The known maximum of one exercise, or None."""
        for best in self.one_rep_maxes:  # a plan asks a hundred times: no generator
            if best.exercise_id == exercise_id:
                return best
        return None

    def rest_of(self, goal: Goal, exercise_id: str | None = None) -> int | None:
        """The rest in seconds this athlete wants for an exercise or else a goal, None for the goal's own."""
        if not self.rests and not self.exercise_rests:
            return None
        of_goal = dict(self.rests).get(goal)
        return dict(self.exercise_rests).get(exercise_id, of_goal) if exercise_id else of_goal
