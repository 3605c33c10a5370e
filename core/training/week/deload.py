"""A lighter week: when it is worth offering, and what it does to a prescription. Offered, never forced.

The one planned way out of a goal's bands. Source: training.md 5.5 [ROGERSON24]; COLEMAN24 found no
benefit and less strength from a week off in the middle, which the texts say openly.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.model.athlete import Athlete, Level
from core.model.exercise import Exercise
from core.model.history import History
from core.model.session import Prescription, Reason
from core.model.workout import PastExercise
from core.training import reason_codes as codes
from core.training.goals import GOALS
from core.training.loads.loading import Ruler, load_steps
from core.training.past.bodyweight import body_share_g
from core.training.past.one_rep_max import session_value
from core.training.past.outcomes import Outcome, judge
from core.units import Load

WEEKS_BETWEEN = 6  # of training, for the experienced: 5.5
LIFTS_REGRESSING = 2
RESERVE_FALL = 2
LOOKED_BACK = timedelta(days=21)
LOAD_PART, FEWEST_SETS, MORE_RESERVE = 0.90, 2, 2
# Reasons that hold in an easy week, too: they tell of no load, of no step and of no set.
_STILL_TRUE = frozenset(
    {
        *(codes.HEALTH_FOUNDATION, codes.OWN_REST, codes.CALIBRATE_NO_MAX, codes.SQUAT_NOT_READY),
        *(codes.BODYWEIGHT_UNKNOWN, codes.BODYWEIGHT_REPS, codes.UNLOADED_STRENGTH),
        *(codes.BAND_REPS, codes.SAME_BAND),
    }
)
SHORT_BREAK = timedelta(days=7)  # a week off does the work of a deload


def deloaded(prescription: Prescription, exercise: Exercise, athlete: Athlete) -> Prescription:
    """The same prescription for a deload week: half the sets (2 at least), 10 % lighter, 2 more in reserve.

    The load may leave the band on purpose; `deload` says so. What was told of the load before is told no
    more. Source: training.md 5.5 (ours).
    """
    sets = max(min(FEWEST_SETS, prescription.sets), prescription.sets // 2)
    load, share = prescription.load, prescription.share
    told = Reason.of(codes.EASY_WEEK_FEWER_SETS, sets=sets)
    if prescription.load is not None:
        body = body_share_g(exercise, athlete.bodyweight_g)
        steps = load_steps(exercise, athlete)
        usual = prescription.load
        lighter = Load(round((usual.g + body) * LOAD_PART) - body, usual.unit)
        load = steps.at_or_below(lighter) or steps[0]
        if prescription.one_rep_max is not None:
            share = Ruler.of(exercise, athlete, prescription.one_rep_max).share(load)
        told = _easier(prescription.load, load, body, sets)
    low, high = prescription.rir_target
    return replace(
        prescription,
        sets=sets,
        load=load,
        share=share,
        rir_target=(low + MORE_RESERVE, high + MORE_RESERVE),
        deload=True,
        reasons=(told, *(one for one in prescription.reasons if one.code in _STILL_TRUE)),
    )


def _easier(usual: Load, load: Load, body: int, sets: int) -> Reason:
    """How much lighter it really is, as this equipment has it; nothing of that where it stays."""
    percent = round(100 * (load.g - usual.g) / (usual.g + body)) if usual.g + body > 0 else 0
    if percent >= 0:
        return Reason.of(codes.EASY_WEEK_FEWER_SETS, sets=sets)
    return Reason.of(codes.DELOAD, load_percent=percent, sets=sets)


def deload_due(history: History, today: date, level: Level | None, *, aches: bool = False) -> Reason | None:
    """The reason to offer a deload today, None without one. `aches` as the athlete told of them.

    Two lifts gone back in two sessions, reserve down by 2 at the same load, aches, or six weeks of
    training for the experienced. Beginners get none by the calendar, and nobody one just after a rest.
    Source: training.md 5.5.
    """
    if _just_rested(history, today):
        return None
    if aches:
        return Reason.of(codes.DELOAD_ACHES)
    recent = _recent(history, today)
    if any(line.deload for lines in recent.values() for line in lines):
        return None
    falling = [name for name, lines in recent.items() if _regresses(lines)]
    if len(falling) >= LIFTS_REGRESSING:
        return Reason.of(codes.DELOAD_LIFTS_REGRESS, lifts=len(falling))
    tired = next((name for name, lines in recent.items() if _reserve_falls(lines)), None)
    if tired is not None:
        return Reason.of(codes.DELOAD_RESERVE_FALLS, exercise=tired)
    weeks = _weeks_without_rest(history, today)
    if level is Level.EXPERIENCED and weeks >= WEEKS_BETWEEN:
        return Reason.of(codes.DELOAD_BY_CALENDAR, weeks=weeks)
    return None


def weeks_until_deload(history: History, today: date, level: Level | None) -> int | None:
    """Weeks until the calendar offers a deload, 0 when it does now; None for whom it never does.

    Only the experienced train by that calendar. Source: training.md 5.5.
    """
    if level is not Level.EXPERIENCED or not history.workouts:
        return None
    return max(WEEKS_BETWEEN - _weeks_without_rest(history, today), 0)


def _just_rested(history: History, today: date) -> bool:
    """Whether a break of more than a week ended less than a week ago, or ends today."""
    later = today
    for workout in reversed(history.workouts):
        if later - workout.trained_on > SHORT_BREAK:
            return True
        later = workout.trained_on
        if today - later >= SHORT_BREAK:
            break
    return False


def _recent(history: History, today: date) -> dict[str, list[PastExercise]]:
    recent: dict[str, list[PastExercise]] = {}
    for workout in reversed(history.workouts):
        if today - workout.trained_on > LOOKED_BACK:
            break
        for line in workout.exercises:
            recent.setdefault(line.exercise_id, []).insert(0, line)
    return recent


def _judged(lines: list[PastExercise], sessions: int) -> list[Outcome]:
    """The newest sessions of a lift, all under its newest goal; fewer when there are not so many."""
    same = [line for line in lines if line.goal is lines[-1].goal][-sessions:]
    return [outcome for line in same if (outcome := judge(line, GOALS[line.goal])) is not None]


def _regresses(lines: list[PastExercise]) -> bool:
    """Whether a lift's last two sessions each showed less than the one before, or both failed."""
    outcomes = _judged(lines, 3)
    if len(outcomes) >= LIFTS_REGRESSING and all(outcome.failed for outcome in outcomes[-2:]):
        return True
    values = [session_value(outcome.line.sets) for outcome in outcomes]
    shown = [value.g for value in values if value is not None]
    return len(shown) == 3 and shown[0] > 1.01 * shown[1] and shown[1] > 1.01 * shown[2]


def _reserve_falls(lines: list[PastExercise]) -> bool:
    outcomes = _judged(lines, 2)
    if len(outcomes) < 2:
        return False
    before, after = outcomes
    same = before.load == after.load and before.line.asked_reps == after.line.asked_reps
    if not same or before.reserve is None or after.reserve is None:
        return False
    return before.reserve - after.reserve >= RESERVE_FALL


def _weeks_without_rest(history: History, today: date) -> int:
    """Whole weeks of training since the last deload or break of more than a week."""
    later = first = today
    for workout in reversed(history.workouts):
        if later - workout.trained_on > SHORT_BREAK or any(line.deload for line in workout.exercises):
            break
        later = first = workout.trained_on
    return (today - first).days // 7
