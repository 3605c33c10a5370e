"""What the rules look at (`Case`) and what they want (`Aim`), before bands and equipment have their say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.athlete import Athlete, Goal, Level, OneRepMax
from core.model.exercise import Exercise
from core.model.session import Reason
from core.training.goals import GoalRules
from core.training.ladder import Rung, rung_of
from core.training.loads.steps import LoadSteps
from core.training.past.layoff import Layoff
from core.training.past.outcomes import Outcome
from core.units import Load


class Scheme(StrEnum):
    """How an exercise progresses: by level at first, and by the next one after two resets (5.5)."""

    LINEAR = "linear"
    DOUBLE = "double"
    WAVE = "wave"


RESETS_TO_CHANGE = 2  # training.md 5.5
SCHEMES = {Level.BEGINNER: Scheme.LINEAR, Level.INTERMEDIATE: Scheme.DOUBLE, Level.EXPERIENCED: Scheme.WAVE}


@dataclass(frozen=True, slots=True)
class Case:
    """One exercise about to be prescribed. `outcomes` are its last sessions under this goal, oldest first.

    `maximum` is today's 1RM, time off taken into account; None when none is known. `week_day` is which
    of this week's sessions of the exercise it is, from 0. `reference` is the lift a ratio came from,
    `resets` how often this exercise was taken down by a tenth after failed sessions.
    """

    exercise: Exercise
    athlete: Athlete
    goal: Goal
    rules: GoalRules
    steps: LoadSteps
    today: date
    outcomes: tuple[Outcome, ...] = ()
    maximum: Load | None = None
    best: OneRepMax | None = None
    reference: OneRepMax | None = None
    layoff: Layoff | None = None
    week_day: int = 0
    resets: int = 0

    @property
    def scheme(self) -> Scheme:
        """The level's scheme, one further for every two resets. Source: training.md 5.1-5.3, 5.5."""
        schemes = tuple(Scheme)
        at = schemes.index(SCHEMES[self.level]) + self.resets // RESETS_TO_CHANGE
        return schemes[min(at, len(schemes) - 1)]

    @property
    def level(self) -> Level:
        """Training age; an athlete who was not asked yet is treated as a beginner."""
        return self.athlete.level or Level.BEGINNER

    @property
    def newest(self) -> Outcome | None:
        """How the last session of this exercise under this goal went, None before the first."""
        return self.outcomes[-1] if self.outcomes else None

    @property
    def rung(self) -> int:
        """The rung of the last session."""
        return self.outcomes[-1].line.rung if self.outcomes else 0


@dataclass(frozen=True, slots=True)
class Aim:
    """What the rules want of the next session. Either `share` of the maximum leads, or `load` does.

    `load` is also what to fall back on without a maximum. `ceiling` may not be passed: the load of a
    missed session. `at_least` is what a step up never falls under. `maximum` replaces the case's own.
    `before` is the session that this one goes on from, None where it starts anew.
    """

    reps: int
    sets: int
    rest_s: int
    rung: int = 0
    share: float | None = None
    load: Load | None = None
    ceiling: Load | None = None
    at_least: Load | None = None
    maximum: Load | None = None
    before: Outcome | None = None
    reasons: tuple[Reason, ...] = ()


def at_rung(case: Case, rung: int) -> Aim:
    """The aim a rung stands for, its share leading."""
    step = rung_of(case.rules, rung)
    return Aim(reps=step.reps, sets=step.sets, rest_s=step.rest_s, rung=rung, share=step.share)


def again(case: Case, *reasons: Reason, load: Load | None = None, reps: int | None = None) -> Aim:
    """The last session once more, or with this load or these reps; sets and rest are its rung's."""
    newest = case.outcomes[-1]
    step: Rung = rung_of(case.rules, newest.line.rung)
    sets = newest.line.asked_sets if case.goal is Goal.FOUNDATION else step.sets
    return Aim(
        reps=newest.line.asked_reps if reps is None else reps,
        sets=sets,
        rest_s=step.rest_s,
        rung=newest.line.rung,
        load=newest.load if load is None else load,
        before=newest,
        reasons=reasons,
    )
