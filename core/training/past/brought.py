"""A past that is brought along: what it shows lifts a maximum, and lowers none.

Another app's log seldom tells the effort of a set, so that its reps count as all that could be done: a lower
bound. What sessions logged here teach stands in `learning.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from core.model.athlete import Athlete, Freshness, OneRepMax, Provenance
from core.model.exercise import Exercise
from core.model.workout import PastExercise
from core.training.ladder import OLD_AFTER
from core.training.past.bodyweight import body_share_g
from core.training.past.layoff import factor_after
from core.training.past.one_rep_max import IGNORED, SessionValue, session_value, smoothed
from core.units import Load, Unit

Brought = Mapping[int, datetime]  # when workouts came as a file, by their id
NOTHING: Brought = MappingProxyType({})


def raised_by_before(
    told: OneRepMax,
    exercise: Exercise,
    athlete: Athlete,
    past: Sequence[PastExercise],
    brought: Brought = NOTHING,
) -> OneRepMax:
    """A maximum as the eight weeks before it was told had it, where those show more; else `told` itself.

    One told as of now stays, but for a log that came after it (`brought`): nobody had that in sight. What
    time off before the telling has left must still be more than was told. `past` teaches all, oldest first.
    Source: ours, after training.md 5.6 and 5.7.
    """
    day = told.known_at.date()
    before = [line for line in past if day - OLD_AFTER <= line.trained_on < day]
    if told.freshness is Freshness.NOW:
        before = [line for line in before if _came_after(line, told, brought)]
    if not before:
        return told
    raised = raised_by(told, exercise, athlete, before) or told
    left = factor_after((day - before[-1].trained_on).days, athlete.level)
    return raised if raised.load.g * left > told.load.g else told


def _came_after(line: PastExercise, told: OneRepMax, brought: Brought) -> bool:
    came_at = brought.get(line.sets[0].workout_id)
    return line.elsewhere and came_at is not None and came_at > told.known_at


def raised_by(
    best: OneRepMax | None, exercise: Exercise, athlete: Athlete, past: Sequence[PastExercise]
) -> OneRepMax | None:
    """A maximum as these sessions lift it: to what two of them show, by one alone a step of 5.6.

    A first maximum may come of one. `past` teaches all of it, oldest first. Source: ours, after 5.6.
    """
    body_g, least_g = body_share_g(exercise, athlete.bodyweight_g), _over(best)
    shown: list[tuple[SessionValue, PastExercise]] = []
    for line in past:
        current = best.load if best else None
        value = session_value(line.sets, athlete.level, current, body_g, at_least=line.elsewhere)
        if value is not None and value.g > least_g:
            shown.append((value, line))
    if not shown:
        return best
    shown.sort(key=lambda one: one[0].g)
    value, line = shown[-2:][0]
    if best is not None and len(shown) == 1:
        return smoothed(best, value, line.sets, (), athlete.level)
    unit = best.load.unit if best else athlete.unit or Unit.KG
    known_at = max(done.logged_at for done in line.sets)
    return OneRepMax(exercise.id, Load(value.g, unit), Provenance.ESTIMATED, known_at)


def _over(best: OneRepMax | None) -> float:
    return (1 + IGNORED) * best.load.g if best is not None else 0.0
