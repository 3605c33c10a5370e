"""What of this training lies behind: whether its weeks are whole, and their pushes and pulls.

The sets themselves are counted by `volume.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.history import History
from core.training.week.programme import days_trained, weeks_of_round
from core.training.week.volume import recent_presses, workouts_between


@dataclass(frozen=True)
class WeekSoFar:
    """The weeks before a plan; made once a plan, which asks of them again with every set it moves."""

    athlete: Athlete
    goal: Goal
    history: History
    catalogue: Mapping[str, Exercise]
    today: date

    @cached_property
    def days(self) -> int:
        """Training days a week."""
        return days_trained(self.athlete.days_per_week, self.athlete.level, self.goal)

    @cached_property
    def weeks(self) -> int:
        """Weeks until the split's days are the same again."""
        return weeks_of_round(self.athlete.days_per_week, self.athlete.level, self.goal)

    def known(self, weeks: int = 1) -> bool:
        """Whether so many weeks of this training lie behind, so that the days before can be judged."""
        workouts, days = self.history.workouts, weeks * self.days
        return len(workouts) >= days and all(past.goal is self.goal for past in workouts[-days:])

    def whole(self, weeks: int) -> bool:
        """Whether so many weeks that end with this day held all their sessions, so they can be judged."""
        if self.goal is Goal.FOUNDATION or not self.known():
            return False
        since = self.today - timedelta(days=7 * weeks - 1)
        trained = workouts_between(self.history, since, self.today - timedelta(days=1))
        return len(trained) + 1 >= weeks * self.days

    @cached_property
    def presses(self) -> tuple[int, int]:
        """Push and pull sets that this day's are held against: those of its week without it.

        Where the split takes two weeks, theirs if the pulls are less ahead. The pulls are those of the week
        before where they were fewer, lest pulls that do not come back allow pushes that do.
        """
        pushed, pulled = recent_presses(self.history, self.catalogue, self.today)
        if self.weeks > 1:
            both = recent_presses(self.history, self.catalogue, self.today, self.weeks)
            return min((pushed, pulled), both, key=lambda sets: sets[1] - sets[0])
        if self.known(weeks=2):
            before = self.today - timedelta(days=7)
            pulled = min(pulled, recent_presses(self.history, self.catalogue, before)[1])
        return pushed, pulled
