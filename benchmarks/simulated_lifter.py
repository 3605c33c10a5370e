"""A lifter with a hidden true strength, fatigue and adaptation; what the planner never sees.

Parameters and where they come from. "Ours" are plausible and chosen to be harsh on the planner.
- Reps at a load: Epley turned round, times a personal endurance of SD 15 % [NUZZO24: SD 2.5 of 8.8 reps].
- Day form: SD 2 % (ours; a tested 1RM has a CV of 4.2 % with its own error in it [GRGIC20]).
- Within an exercise: each set costs 3 % of the reps after 3 min and more, up to 17 % after a minute (ours).
- Over days: a hard set costs 0.12 % of strength, halved every second day (ours).
- Gain: a trained lift closes part of its gap to a ceiling a session, by level; unused for 21 days it
  falls 0.25 % a day, at most 15 % [BOSQUET13, HALONEN24].
- Reserve is told 0.95 reps too low on average [HALPERIN22].
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import date

from core.catalogue import Catalogue
from core.model.athlete import Level
from core.model.exercise import Exercise, LoadMode
from core.model.session import Measure

SQUAT_KG = {Level.BEGINNER: 60.0, Level.INTERMEDIATE: 110.0, Level.EXPERIENCED: 160.0}
CEILING = {Level.BEGINNER: 1.7, Level.INTERMEDIATE: 1.25, Level.EXPERIENCED: 1.10}
GAP_CLOSED = {Level.BEGINNER: 0.012, Level.INTERMEDIATE: 0.010, Level.EXPERIENCED: 0.008}
DAY_SD, SET_COST, HALF_LIFE_DAYS = 0.02, 0.0012, 2.0
ROOT = "back_squat"


@dataclass
class Lifter:
    """One hidden truth. `strength` is the true 1RM in kg by exercise, body mass included where it counts."""

    level: Level
    body_kg: float
    chance: random.Random
    catalogue: Catalogue
    endurance: float = 1.0
    fatigue: float = 0.0
    form: float = 1.0
    strength: dict[str, float] = field(default_factory=dict)
    ceiling: dict[str, float] = field(default_factory=dict)
    trained_on: dict[str, date] = field(default_factory=dict)

    @classmethod
    def of(cls, level: Level, chance: random.Random, catalogue: Catalogue) -> Lifter:
        """A lifter drawn by chance; the same seed gives the same one."""
        lifter = cls(level, chance.uniform(55, 100), chance, catalogue)
        lifter.endurance = math.exp(chance.gauss(0, 0.15))
        lifter.strength[ROOT] = SQUAT_KG[level] * math.exp(chance.gauss(0, 0.18))
        return lifter

    def truth(self, exercise: Exercise) -> float:
        """The true 1RM in kilograms, made up from its reference at the first look."""
        if exercise.id not in self.strength:
            reference = self.catalogue.get(exercise.ref_lift or "")
            if reference is not None and exercise.ratio:
                base = self.truth(reference) * exercise.ratio
            else:
                share = exercise.bodyweight_factor or 0.25
                bodily = {Level.BEGINNER: 1.05, Level.INTERMEDIATE: 1.2, Level.EXPERIENCED: 1.4}[self.level]
                base = self.body_kg * share * bodily
            self.strength[exercise.id] = base * math.exp(self.chance.gauss(0, 0.08))
        self.ceiling.setdefault(exercise.id, self.strength[exercise.id] * CEILING[self.level])
        return self.strength[exercise.id]

    def arrive(self, on: date, last: date | None) -> None:
        """A new day: fatigue has faded, the form of the day is drawn."""
        if last is not None:
            self.fatigue *= 0.5 ** ((on - last).days / HALF_LIFE_DAYS)
        self.form = math.exp(self.chance.gauss(0, DAY_SD)) * (1 - self.fatigue)

    def reps_possible(
        self, exercise: Exercise, load_kg: float | None, measure: Measure, earlier: int, rest_s: int
    ) -> int:
        """The reps (seconds, metres) to failure now, after `earlier` sets with `rest_s` between them."""
        able = self.truth(exercise) * self.form
        tired = (1 - self._cost_of_a_set(rest_s)) ** earlier
        if measure is not Measure.REPS:
            return int(45 * self.form * tired * self.truth(exercise) / (self.ceiling[exercise.id] / 1.5))
        if exercise.load_mode in (LoadMode.REPS, LoadMode.ADDED, LoadMode.ASSIST):
            moved = self.body_kg * (exercise.bodyweight_factor or 0.25) + (load_kg or 0.0)
        else:
            moved = load_kg or 0.0
        if moved <= 0:
            return 30
        if moved > able:
            return 0
        return max(1, int(30 * (able / moved - 1) * self.endurance * tired + 1e-9))

    @staticmethod
    def _cost_of_a_set(rest_s: int) -> float:
        return max(0.03, 0.17 - 0.14 * (rest_s - 60) / 120)

    def train(self, exercise: Exercise, sets: int, on: date) -> None:
        """What the sets of one exercise leave behind: fatigue now, strength later."""
        self.fatigue = min(0.12, self.fatigue + SET_COST * sets)
        now, top = self.truth(exercise), self.ceiling[exercise.id]
        dose = min(1.0, sets / 4)
        self.strength[exercise.id] = now + (top - now) * GAP_CLOSED[self.level] * dose
        self.trained_on[exercise.id] = on

    def rest_until(self, on: date) -> None:
        """Strength lost in lifts unused for over three weeks; called once at a return."""
        for name, last in self.trained_on.items():
            lost = min(0.15, 0.0025 * max(0, (on - last).days - 21))
            if lost:
                self.strength[name] *= 1 - lost
                self.trained_on[name] = on
