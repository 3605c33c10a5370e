"""Which goal is really trained: foundation first, the gate out of it, health, insisting, long time off.

What foundation asks of an exercise is not here: see `core/training/goals.py` and `progression.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.model.athlete import Athlete, Goal, Health, Level
from core.model.exercise import Exercise, Pattern
from core.model.history import History, PastWorkout
from core.model.session import Reason
from core.training import reason_codes as codes
from core.training.goals import FOUNDATION
from core.training.past.layoff import longest_gap
from core.training.past.outcomes import Outcome, judge

WEEKS, SESSIONS = 4, 8  # training.md 2.2 (ours)
BRIEF_WEEKS, BRIEF_SESSIONS = 2, 4  # after 56 to 84 days off: 5.7; the sessions are ours
# Three times the time: what is still hard then is so by its exercise, and the next phase has others (ours).
LONG_WEEKS, LONG_SESSIONS = 12, 24
COMFORTABLE_RIR = 2
LAST_SESSIONS = 2
GROUPS: Mapping[str, frozenset[Pattern]] = {  # the four patterns of 2.2, with what counts as each
    "squat": frozenset({Pattern.SQUAT, Pattern.LUNGE}),
    "hinge": frozenset({Pattern.HINGE}),
    "push": frozenset({Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH}),
    "pull": frozenset({Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL}),
}
_GROUP_OF = {pattern: group for group, patterns in GROUPS.items() for pattern in patterns}


@dataclass(frozen=True, slots=True)
class Gate:
    """How far the way out of foundation is. Weeks and sessions done may exceed what is needed.

    `uncomfortable` names the patterns ("squat", "hinge", "push", "pull") whose last two sessions were
    not both finished with 2 reps in reserve. `days_off` is the layoff that sent someone back, else 0.
    """

    weeks: int = 0
    weeks_needed: int = 0
    sessions: int = 0
    sessions_needed: int = 0
    uncomfortable: tuple[str, ...] = ()
    pained: bool = False
    days_off: int = 0

    @property
    def open(self) -> bool:
        """Whether the goal wished for may be trained."""
        enough = self.weeks >= self.weeks_needed and self.sessions >= self.sessions_needed
        return enough and not self.uncomfortable and not self.pained

    @property
    def week(self) -> int:
        """The week one is in, from 1, for "week 2 of 4"; stays at the last."""
        return min(self.weeks + 1, max(self.weeks_needed, 1))


def gate(
    level: Level | None,
    history: History,
    today: date,
    exercises: Mapping[str, Exercise],
    since: date | datetime | None,
) -> Gate:
    """The gate out of foundation today: 4 weeks, 8 sessions, four patterns comfortable, no pain.

    Beginners pass it once; after more than 84 days off everyone passes it again, after 56 to 84 its
    first half (a beginner one row of 5.7 earlier); another app's log tells of training, never of time
    off. It never stays shut for ever: after 12 weeks and 24 sessions without pain nothing need be
    comfortable any more. `since` is when foundation began, None: with its first session.
    Source: training.md 2.2, 5.7 (ours).
    """
    beginner = level in (None, Level.BEGINNER)
    trained = [workout.trained_on for workout in history.workouts]
    brief_from, full_from = (28, 56) if beginner else (56, 85)
    here = {workout.trained_on for workout in history.workouts if not workout.elsewhere}
    gap = longest_gap(trained, today, brief_from, set(trained) - here)
    if gap is not None and (gap[0] >= full_from or not beginner or _was_open(history, gap, exercises, since)):
        days, returned_on = gap
        whole = days >= full_from
        return _counted(history, today, exercises, returned_on, whole=whole, days_off=days)
    if not beginner:
        return Gate()
    began = since.date() if isinstance(since, datetime) else since
    return _counted(history, today, exercises, began, whole=True, days_off=0)


def _was_open(
    history: History,
    gap: tuple[int, date],
    exercises: Mapping[str, Exercise],
    since: date | datetime | None,
) -> bool:
    """Whether a beginner had passed the gate before the time off; if not, the count simply goes on."""
    before = History.of([workout for workout in history.workouts if workout.trained_on < gap[1]])
    began = since.date() if isinstance(since, datetime) else since
    last = max((workout.trained_on for workout in before.workouts), default=gap[1])
    return _counted(before, last, exercises, began, whole=True, days_off=0).open


def _counted(
    history: History,
    today: date,
    exercises: Mapping[str, Exercise],
    began: date | None,
    *,
    whole: bool,
    days_off: int,
) -> Gate:
    done = [
        workout
        for workout in history.workouts
        if workout.goal is Goal.FOUNDATION and (began is None or workout.trained_on >= began)
    ]
    first = began or (done[0].trained_on if done else today)
    weeks = max(0, (today - first).days) // 7
    if not whole:
        return Gate(weeks, BRIEF_WEEKS, len(done), BRIEF_SESSIONS, days_off=days_off)
    long = weeks >= LONG_WEEKS and len(done) >= LONG_SESSIONS
    hard = () if long else _hard_groups(done, exercises)
    pained = any(line.pained for workout in done[-LAST_SESSIONS:] for line in workout.exercises)
    return Gate(weeks, WEEKS, len(done), SESSIONS, hard, pained, days_off)


def _hard_groups(done: Sequence[PastWorkout], exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    """The groups whose last two sessions were not both comfortable in every exercise of theirs."""
    last: dict[str, list[bool]] = {group: [] for group in GROUPS}
    for workout in reversed(done):
        if all(len(found) >= LAST_SESSIONS for found in last.values()):
            break
        today: dict[str, bool] = {}
        for line in workout.exercises:
            exercise, outcome = exercises.get(line.exercise_id), judge(line, FOUNDATION)
            group = _GROUP_OF.get(exercise.pattern) if exercise else None
            if outcome is not None and group is not None:
                today[group] = today.get(group, True) and _comfortable(outcome)
        for group, comfortable in today.items():
            last[group].append(comfortable)
    return tuple(
        group for group, found in last.items() if len(found) < LAST_SESSIONS or not all(found[:LAST_SESSIONS])
    )


def _comfortable(outcome: Outcome) -> bool:
    """Whether the base was finished with 2 in reserve: said after the last set, or shown by more reps.

    Foundation grows whenever it is easy, so the newest session is hard for those who progress. Two sets
    of 17 are two of the base's 15 with 2 left, whatever a third one cost; without a load the base is 12.
    """
    if outcome.line.pained:
        return False
    base = FOUNDATION.reps[0] if outcome.load is None else FOUNDATION.default_reps
    shown = base + COMFORTABLE_RIR
    if outcome.sets >= FOUNDATION.default_sets and outcome.second >= shown and outcome.first >= shown:
        return True
    return outcome.done and outcome.reserve is not None and outcome.reserve >= COMFORTABLE_RIR


@dataclass(frozen=True, slots=True)
class TrainedGoal:
    """The goal to train now; None: no plan at all until a doctor has cleared it. The wish itself stays."""

    goal: Goal | None
    reasons: tuple[Reason, ...] = ()


def trained_goal(athlete: Athlete, wish: Goal | None, gate: Gate) -> TrainedGoal:
    """What `wish` becomes for this athlete: health first, then the gate, then the wish itself.

    A beginner who insists on size still gets foundation's goal; `goals.rules_for` gives it phase 2.
    Source: S18, S19, training.md 2.2, 2.3, 5.7, 7.4, 7.5.
    """
    beginner = athlete.level in (None, Level.BEGINNER)
    if athlete.health is Health.DOCTOR_FIRST:
        return TrainedGoal(None, (Reason.of(codes.DOCTOR_FIRST),))
    if athlete.health is Health.FOUNDATION_ONLY:
        return TrainedGoal(Goal.FOUNDATION, (Reason.of(codes.HEALTH_FOUNDATION),))
    if athlete.health is Health.UNASKED and beginner:
        return TrainedGoal(Goal.FOUNDATION, (Reason.of(codes.HEALTH_UNASKED),))
    wish = wish or athlete.wish or (Goal.FOUNDATION if beginner else Goal.HYPERTROPHY)
    if wish is Goal.FOUNDATION:
        return TrainedGoal(wish)
    if not gate.open:
        return TrainedGoal(Goal.FOUNDATION, (_not_yet(athlete, wish, gate),))
    if wish is Goal.POWER and beginner:
        told = Reason.of(codes.POWER_NOT_FOR_BEGINNERS, instead=Goal.STRENGTH.value)
        return TrainedGoal(Goal.STRENGTH, (told,))
    return TrainedGoal(wish, (Reason.of(codes.GATE_OPEN, goal=wish.value),) if beginner else ())


def _not_yet(athlete: Athlete, wish: Goal, gate: Gate) -> Reason:
    if gate.days_off:
        return Reason.of(
            codes.FOUNDATION_AFTER_LAYOFF,
            days=gate.days_off,
            next_goal=wish.value,
            weeks_needed=gate.weeks_needed,
        )
    if athlete.insists and wish is Goal.HYPERTROPHY:
        return Reason.of(codes.STRENGTH_ENDURANCE_INSISTED, next_goal=wish.value)
    return Reason.of(
        codes.FOUNDATION_FIRST,
        next_goal=wish.value,
        sessions=gate.sessions,
        sessions_needed=gate.sessions_needed,
        weeks=gate.week,
        weeks_needed=gate.weeks_needed,
    )
