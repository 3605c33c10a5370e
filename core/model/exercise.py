"""What can be trained: an exercise and the words it is described with. The list itself is the catalogue's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.model.athlete import Level
from core.model.session import Measure


class Pattern(StrEnum):
    """The movement an exercise trains; a week covers all of the first seven (training.md 6.3)."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    HORIZONTAL_PUSH = "horizontal_push"
    VERTICAL_PUSH = "vertical_push"
    HORIZONTAL_PULL = "horizontal_pull"
    VERTICAL_PULL = "vertical_pull"
    CARRY = "carry"
    CORE = "core"
    ISOLATION = "isolation"


class Laterality(StrEnum):
    """One or two sides at once: reps of a one-sided exercise are done by each side."""

    BILATERAL = "bilateral"
    UNILATERAL = "unilateral"
    ALTERNATING = "alternating"


class LoadMode(StrEnum):
    """What the logged number means: bar and all, one hand's dumbbell, a stack's pin, nothing but reps …"""

    TOTAL = "total"
    PER_HAND = "per_hand"
    SINGLE = "single"
    PLATES = "plates"
    STACK = "stack"
    REPS = "reps"
    ADDED = "added"
    ASSIST = "assist"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the catalogue. `ratio` is its 1RM by the 1RM of `ref_lift`, None without a reference.

    `equipment` names the kinds of equipment any one of which serves ("dumbbell", "kettlebell").
    `bodyweight_factor` is the share of body mass lifted. `cues` are two short lines, `mistake` one.
    `takes_load` says whether a number of kilograms or pounds belongs to a set of it at all.
    """

    id: str
    name: str
    pattern: Pattern
    compound: bool
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    equipment: tuple[str, ...]
    laterality: Laterality
    level: Level
    load_mode: LoadMode
    aliases: tuple[str, ...] = ()
    ref_lift: str | None = None
    ratio: float | None = None
    ratio_low: float | None = None
    ratio_high: float | None = None
    ratio_basis: str = "N"
    bodyweight_factor: float | None = None
    tags: frozenset[str] = frozenset()
    cues: tuple[str, str] = ("", "")
    mistake: str = ""
    takes_load: bool = field(init=False, repr=False, compare=False)  # a plan asks a hundred times

    def __post_init__(self) -> None:
        object.__setattr__(self, "takes_load", self.load_mode not in (LoadMode.REPS, LoadMode.TIME))

    @property
    def measure(self) -> Measure:
        """What reps of it count: seconds of a hold, metres of a carry, reps of all else."""
        if self.load_mode is LoadMode.TIME:
            return Measure.SECONDS
        return Measure.METRES if self.pattern is Pattern.CARRY else Measure.REPS

    @property
    def moves_body(self) -> bool:
        """Whether a load is what is added to the body, or helped with: pull-ups, dips."""
        return self.load_mode in (LoadMode.ADDED, LoadMode.ASSIST)

    @property
    def by_body(self) -> bool:
        """Whether a set may be the body alone: pull-ups and dips, push-ups."""
        return self.moves_body or self.load_mode is LoadMode.REPS

    @property
    def by_band(self) -> bool:
        """Whether only a band resists: nobody knows what it weighs, so a heavier band is its next load."""
        return self.equipment == ("band",) and not self.takes_load

    @property
    def improvised(self) -> bool:
        """Whether this project wrote it for those who train without weights."""
        return "improvised" in self.tags

    @property
    def uses_bar(self) -> bool:
        """Whether plates go on a bar of the athlete's rack, so that plates per side are worth saying."""
        return self.load_mode is LoadMode.TOTAL and "barbell" in self.equipment
