"""What logged sets teach of an athlete's maxima: the ones told of, moved by every session since.

Folded anew from the past and kept nowhere. The rule of one session is `one_rep_max.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from core.model.athlete import Athlete, Freshness, OneRepMax, Provenance
from core.model.exercise import Exercise
from core.model.history import History
from core.model.workout import PastExercise
from core.training.goals import rules_for
from core.training.ladder import LAST_RUNG, OLD_AFTER
from core.training.past.bodyweight import body_share_g
from core.training.past.brought import NOTHING, Brought, raised_by, raised_by_before
from core.training.past.one_rep_max import MOST_REPS, first_max, is_below, session_value, smoothed
from core.training.past.outcomes import judge
from core.units import Load, Unit

RULES = 3  # one more with every change of what the same sets teach: what was kept is reckoned anew
REMEMBERED = 5  # sessions whose values judge the next one: training.md 5.6


@dataclass(frozen=True, slots=True)
class Learned:
    """One exercise's maximum so far, None before any is known, and its last sessions' values in grams.

    `below` says that the newest of them showed less than the maximum: a second one takes it down.
    """

    best: OneRepMax | None = None
    values: tuple[int, ...] = ()
    below: bool = False


def informed(
    athlete: Athlete, history: History, catalogue: Mapping[str, Exercise], brought: Brought = NOTHING
) -> Athlete:
    """The athlete with every maximum as the logged sets have moved it, and first ones where sets show one.

    Sessions before a maximum was told of are its past only, but for what `brought.py` says; `brought` is when
    workouts came as a file. Source: training.md 5.6.
    """
    told = {best.exercise_id: best for best in athlete.one_rep_maxes}
    known = []
    for exercise_id in {**told, **dict.fromkeys(sorted(_trained(history)))}:
        exercise, best = catalogue.get(exercise_id), told.get(exercise_id)
        if exercise is not None:
            best = learned_of(exercise, athlete, history.of_exercise(exercise_id), best, brought).best
        if best is not None:
            known.append(best)
    return replace(athlete, one_rep_maxes=tuple(known))


def _trained(history: History) -> set[str]:
    return {past.exercise_id for workout in history.workouts for past in workout.exercises}


def learned_of(
    exercise: Exercise,
    athlete: Athlete,
    past: Iterable[PastExercise],
    told: OneRepMax | None = None,
    brought_at: Brought = NOTHING,
) -> Learned:
    """What one exercise's whole past teaches, oldest session first; `told` is what the athlete said.

    What another app's log tells without effort counts by its last eight weeks, once it ends.
    """
    lines = [line for line in past if _teaches(exercise, athlete, line)]
    ends = max((at for at, line in enumerate(lines) if line.elsewhere), default=-1)
    known = Learned(told and raised_by_before(told, exercise, athlete, lines, brought_at))
    for at, line in enumerate(lines):
        known = after_session(known, exercise, athlete, line)
        if at == ends:
            since = line.trained_on - OLD_AFTER
            if told is not None:
                since = max(since, told.known_at.date())
            brought = [one for one in lines[: at + 1] if one.trained_on >= since]
            brought = [one for one in brought if _without_effort(one, exercise, athlete)]
            known = replace(known, best=raised_by(known.best, exercise, athlete, brought))
    return known


def _without_effort(line: PastExercise, exercise: Exercise, athlete: Athlete) -> bool:
    """Whether another app's log told of sets that show nothing but at least how much."""
    body_g = body_share_g(exercise, athlete.bodyweight_g)
    return line.elsewhere and session_value(line.sets, athlete.level, None, body_g) is None


def after_session(known: Learned, exercise: Exercise, athlete: Athlete, line: PastExercise) -> Learned:
    """What is known after one more session of an exercise.

    Nothing is learned of what takes no load, of a body mass nobody knows, and of a deload's loads.
    """
    if not _teaches(exercise, athlete, line):
        return known
    best, body_g = known.best, body_share_g(exercise, athlete.bodyweight_g)
    value = session_value(line.sets, athlete.level, best.load if best else None, body_g)
    below = value is not None and best is not None and is_below(value, best.load.g)
    if best is None:
        best = first_max(exercise, line.sets, athlete.level, athlete.unit or Unit.KG, body_g)
    elif line.trained_on >= best.known_at.date():
        if value is not None:
            failed = line.rung >= LAST_RUNG and min(done.reps for done in line.sets) < line.asked_reps
            best = smoothed(
                best,
                value,
                line.sets,
                known.values,
                athlete.level,
                last_rung_failed=failed,
                below_before=known.below,
            )
        best = proved_by_progress(best, line, athlete, body_g)
    if value is None:
        return Learned(best, known.values)
    return Learned(best, (*known.values, value.g)[-REMEMBERED:], below)


def _teaches(exercise: Exercise, athlete: Athlete, line: PastExercise) -> bool:
    with_body = exercise.moves_body
    unknown_body = with_body and athlete.bodyweight_g is None
    return exercise.takes_load and not unknown_body and not line.deload and bool(line.sets)


def proved_by_progress(best: OneRepMax, line: PastExercise, athlete: Athlete, body_g: int) -> OneRepMax:
    """The maximum of which the load is the map's share, where a finished session went above the band.

    Never more than Epley gives for its reps without reserve: foundation's shares are easy on purpose.
    Source: training.md 5.6.
    """
    rules, load = rules_for(line.goal, athlete), _load_as_planned(line)
    moved = body_g + (load.g if load is not None else 0)
    if load is None or line.asked_reps > MOST_REPS or moved <= rules.nominal_top * best.load.g:
        return best
    outcome = judge(line, rules)
    if outcome is None or not outcome.done:
        return best
    shown = min(moved / rules.share_at(outcome.worst), moved * (1 + outcome.worst / 30))
    if shown <= best.load.g:
        return best
    return replace(
        best,
        load=Load(round(shown), best.load.unit),
        provenance=Provenance.ESTIMATED,
        known_at=max(done.logged_at for done in line.sets),
        freshness=Freshness.RECENT,
    )


def _load_as_planned(line: PastExercise) -> Load | None:
    """The lightest load of a session that kept to its targets; None for loads of one's own choice."""
    loads = []
    for done in line.sets:
        asked = done.target.load if done.target is not None else None
        if done.load is None or asked is None or done.load.g > asked.g:
            return None
        loads.append(done.load)
    return min(loads, default=None)
