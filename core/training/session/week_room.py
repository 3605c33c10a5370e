"""What the week that ends with a day holds, and what the day may still hold.

Filling it is `reaching.py`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.training.exercises.choosing import Choice
from core.training.session.fitting import Plan, compound_share
from core.training.session.lawful import over_cap
from core.training.session.timing import seconds_of
from core.training.week.programme import PULL, PUSH, Limits
from core.training.week.volume import JUDGED, VolumeBand, muscle_shares

PULLS = "pulls"  # what the week lacks when its pushes are ahead (6.3)


@dataclass(frozen=True)
class Room:
    """What the week that ends with a day holds without it, and what the day may still hold.

    `done` are the six days' sets that caps are reckoned from: of lifts where the band counts lifts, else of
    muscles. `told` are those the start is reckoned from, of so many `weeks`. `presses` are the six days'
    push and pull sets, `lifts` the day's main ones, `longest_s` the seconds a session may take.
    """

    choice: Choice
    band: VolumeBand
    limits: Limits
    done: Mapping[str, float]
    told: Mapping[str, float]
    weeks: int
    presses: tuple[int, int]
    lifts: tuple[str, ...]
    longest_s: int

    def sets_of(self, plan: Plan, name: str) -> float:
        """Sets a week of a muscle or lift with this plan; for PULLS by how many pulls are ahead."""
        if name == PULLS:
            pushed, pulled = presses(plan, self.choice)
            return self.presses[1] + pulled - self.presses[0] - pushed
        return (self.told.get(name, 0.0) + self._asked(plan, name)) / self.weeks

    def _asked(self, plan: Plan, name: str) -> float:
        return sum(one.sets * self._share(one.exercise_id, name) for one in plan)

    def _share(self, exercise_id: str, name: str) -> float:
        if self.band.per_lift:
            return float(exercise_id == name)
        return muscle_shares(self.choice.catalogue)[exercise_id].get(name, 0.0)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What is brought to the band's start."""
        return self.lifts if self.band.per_lift else JUDGED

    def lacking(self, plan: Plan, but: Collection[str] = ()) -> str | None:
        """What stays furthest below the band's start, then pulls behind the week's pushes; else None."""
        short = [name for name in self.names if name not in but and self.sets_of(plan, name) < self.band.low]
        if short:
            return min(short, key=lambda name: self.sets_of(plan, name))
        return PULLS if PULLS not in but and self.sets_of(plan, PULLS) < 0 else None

    def keeps_caps(self, plan: Plan, before: Plan) -> bool:
        """Whether the week passes no cap that it did not pass by as much before."""
        over = over_cap(plan, self.done, self.band, self.choice.catalogue)
        if over is None:
            return True
        now, then = (self._asked(each, over) for each in (plan, before))
        return now <= then and over_cap(before, self.done, self.band, self.choice.catalogue) == over

    def holds(self, plan: Plan, before: Plan) -> bool:
        """Whether the day may be so instead of `before`: exercises, time, compounds, pulls and caps.

        What is shortest is never shorter, so that two never take sets from each other in turn.
        """
        catalogue = self.choice.catalogue
        return (
            self._from_the_shortest(plan) >= self._from_the_shortest(before)
            and self.pulls_enough(plan)
            and len(plan) >= min(len(before), self.limits.fewest)
            and compound_share(plan, catalogue) >= self.limits.compound_share - 1e-9
            and seconds_of(plan, catalogue) <= self.longest_s
            and self.keeps_caps(plan, before)
        )

    def _from_the_shortest(self, plan: Plan) -> list[float]:
        return sorted(min(self.band.low, self.sets_of(plan, name)) for name in self.names)

    def pulls_enough(self, plan: Plan) -> bool:
        """Whether its pulls match its pushes, the week's where it holds none. Source: training.md 6.3."""
        pushed, pulled = presses(plan, self.choice)
        return pushed <= pulled or (not pulled and self.sets_of(plan, PULLS) >= 0)


def presses(plan: Plan, choice: Choice) -> tuple[int, int]:
    """Push sets and pull sets of a plan."""
    pushed = sum(one.sets for one in plan if choice.catalogue[one.exercise_id].pattern in PUSH)
    pulled = sum(one.sets for one in plan if choice.catalogue[one.exercise_id].pattern in PULL)
    return pushed, pulled
