"""Every plan held against what a coach would sign: `python -m benchmarks.every_plan [GEAR…]`.

Each goal, level, number of days and gear is trained for weeks just as planned. Told is every session that
is empty, thinner than its goal asks, or not opened by a compound, and every week past a cap or with more
pushes than pulls (training.md 6.1-6.4, S17); pushes over two weeks where the split takes two.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from benchmarks.plan_speed import TODAY, Case, athlete_of, done
from benchmarks.weekly_volume import WEEKDAYS
from core.catalogue import catalogue
from core.model.athlete import Gear, Goal, Level
from core.model.history import History, PastWorkout
from core.model.session import Session
from core.training.exercises.slot_lists import NO_WEIGHTS
from core.training.session.lawful import CAPPED
from core.training.session.planner import plan_session
from core.training.week.programme import FIRST_WORKOUT, LIMITS, PULL, PUSH, days_trained, weeks_of_round
from core.training.week.volume import band, sets_per_muscle

WEEKS, FIRST_JUDGED = 6, 2  # the week's balance is known after a week of training


@dataclass(frozen=True, slots=True)
class Week:
    """One week as planned: its number from 0, its sessions, and the work sets they ask."""

    number: int
    level: Level
    goal: Goal
    days: int
    sessions: tuple[Session, ...]
    per_muscle: Mapping[str, float]


def weeks_planned(gear: Gear, goal: Goal, level: Level, days: int, weeks: int = WEEKS) -> list[Week]:
    """So many weeks trained as planned, every session's last set told as right."""
    athlete = replace(athlete_of(Case("", level, goal, gear, days, 0)), gear=gear)
    if gear in NO_WEIGHTS:
        athlete = replace(athlete, one_rep_maxes=())
    workouts: list[PastWorkout] = []
    found = []
    for number in range(weeks):
        sessions = []
        for day in WEEKDAYS[days]:
            on = TODAY + timedelta(days=7 * number + day)
            session = plan_session(athlete, goal, History.of(workouts), catalogue(), on)
            workouts.append(done(session, on, 1))
            sessions.append(session)
        asked = [(catalogue()[one.exercise_id], one.sets) for each in sessions for one in each.prescriptions]
        found.append(Week(number, level, goal, days, tuple(sessions), sets_per_muscle(asked)))
    return found


def faults(weeks: list[Week]) -> list[str]:
    """What a coach would not sign in these weeks, one line each; the first workout may be shorter (6.2)."""
    told = []
    round_ = weeks_of_round(weeks[0].days, weeks[0].level, weeks[0].goal)
    for week in weeks:
        for at, session in enumerate(week.sessions):
            first = week.number == at == 0 and week.goal is Goal.FOUNDATION
            fewest = FIRST_WORKOUT.fewest if first else LIMITS[week.goal].fewest
            names = [one.exercise_id for one in session.prescriptions]
            if len(names) < fewest:
                told.append(f"thin: week {week.number}, {session.day}: {', '.join(names)}")
            if names and not catalogue()[names[0]].compound:
                told.append(f"opened by {names[0]}: week {week.number}, {session.day}")
        told += _over_cap(week) if week.number >= FIRST_JUDGED else []
    for first in range(FIRST_JUDGED, len(weeks) - round_ + 1, round_):
        told += _push_over_pull(weeks[first : first + round_])
    return told


def _push_over_pull(weeks: Sequence[Week]) -> list[str]:
    """Pushes ahead of pulls in a round of the split: one week, or two of A, B, A and B, A, B."""
    asked = [one for week in weeks for session in week.sessions for one in session.prescriptions]
    kinds = [(catalogue()[one.exercise_id].pattern, one.sets) for one in asked]
    pushed, pulled = (sum(sets for kind, sets in kinds if kind in side) for side in (PUSH, PULL))
    return [f"push over pull: week {weeks[0].number}: {pushed} to {pulled}"] if pushed > pulled else []


def _over_cap(week: Week) -> list[str]:
    limit = band(week.goal, week.level)
    if week.goal is Goal.FOUNDATION or limit.per_lift:
        return []  # foundation's sets are its progress (decision 105), lifts are held by their own tests
    over = {name: sets for name, sets in week.per_muscle.items() if name in CAPPED and sets > limit.cap}
    return [f"over the cap: week {week.number}: {name} {sets:g}" for name, sets in over.items()]


def main() -> int:
    gears = [Gear(word) for word in sys.argv[1:]] or list(Gear)
    kinds: Counter[str] = Counter()
    sessions = 0
    for gear in gears:
        for goal in Goal:
            for level in Level:
                for days in range(1, days_trained(6, level, goal) + 1):
                    weeks = weeks_planned(gear, goal, level, days)
                    sessions += sum(len(week.sessions) for week in weeks)
                    for fault in faults(weeks):
                        kinds[fault.split(":")[0]] += 1
                        print(f"{gear}, {goal}, {level}, {days} days: {fault}")
    told = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())) or "no fault"
    print(f"{sessions} sessions of {len(gears)} gears: {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
