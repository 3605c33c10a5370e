"""What of this training lies behind: whether its weeks are whole, and their pushes and pulls.

The sets themselves are counted by `volume.py`.
"""

from __future__ import annotations

from datetime import timedelta

from core.training.choosing import Choice
from core.training.programme import days_trained, weeks_of_round
from core.training.volume import recent_presses, workouts_between


def week_known(choice: Choice, weeks: int = 1) -> bool:
    """Whether so many weeks of this training lie behind, so that the days before can be judged."""
    athlete, workouts = choice.athlete, choice.history.workouts
    days = weeks * days_trained(athlete.days_per_week, athlete.level, choice.goal)
    return len(workouts) >= days and all(past.goal is choice.goal for past in workouts[-days:])


def weeks_whole(choice: Choice, weeks: int) -> bool:
    """Whether so many weeks that end with this day held all their sessions, so that they can be judged."""
    if choice.base or not week_known(choice):
        return False
    athlete, since = choice.athlete, choice.today - timedelta(days=7 * weeks - 1)
    days = days_trained(athlete.days_per_week, athlete.level, choice.goal)
    trained = workouts_between(choice.history, since, choice.today - timedelta(days=1))
    return len(trained) + 1 >= weeks * days


def presses_before(choice: Choice) -> tuple[int, int]:
    """Push and pull sets that this day's are held against: those of its week without it.

    Where the split takes two weeks, theirs if the pulls are less ahead. The pulls are those of the week
    before where they were fewer, lest pulls that do not come back allow pushes that do.
    """
    athlete, catalogue = choice.athlete, choice.catalogue
    weeks = weeks_of_round(athlete.days_per_week, athlete.level, choice.goal)
    pushed, pulled = recent_presses(choice.history, catalogue, choice.today)
    if weeks > 1:
        both = recent_presses(choice.history, catalogue, choice.today, weeks)
        return min((pushed, pulled), both, key=lambda sets: sets[1] - sets[0])
    if week_known(choice, weeks=2):
        pulled = min(pulled, recent_presses(choice.history, catalogue, choice.today - timedelta(days=7))[1])
    return pushed, pulled
