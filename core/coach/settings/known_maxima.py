"""The 1RM of each exercise as plans reckon with it: seen, told anew, taken back.

How sets move it is `core/training/past/learning.py`'s, how it is read from words `interview/maxima.py`'s.
"""

from __future__ import annotations

from datetime import datetime

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.interview.maxima import LiftsTold, read_lifts
from core.coach.interview.questions import is_beyond
from core.coach.knowing import informed
from core.coach.own_names import LONGEST_NAME
from core.coach.past import history_of
from core.model.athlete import Athlete, Freshness, OneRepMax, Provenance
from core.model.bests import FarOff, KnownMax
from core.model.exercise import Exercise
from core.model.onboarding import Note
from core.model.outcomes import Unlogged
from core.store.athletes import drop_one_rep_max, load_athlete, save_one_rep_max
from core.store.plans import drop_plan
from core.store.port import Tx
from core.training.past.one_rep_max import estimate, shown_band
from core.training.typed.max_reading import TypedMax
from core.units import HEAVIEST_G, Load

FAR_OFF = 0.30  # our choice: a third more or less than known is a slip more often than the truth
_REFUSED = {
    Note.TOO_MANY_REPS: "max_by_long_set",
    Note.BODYWEIGHT_LATER: "body_max",
    Note.TAKES_NO_LOAD: "no_max",
}
_TESTED = ("tested", "test", "true")


def known_maxima(tx: Tx, athlete_id: int) -> tuple[KnownMax, ...] | Unlogged:
    """Every 1RM that is known, the heaviest first; may be empty. `stranger` has not been asked yet."""
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    exercises = exercises_of(tx, athlete_id)
    told = {best.exercise_id: best for best in athlete.one_rep_maxes}
    known = informed(tx, athlete, history_of(tx, athlete_id), exercises).one_rep_maxes
    found = [
        KnownMax(exercises[best.exercise_id], best, shown_band(best), told.get(best.exercise_id))
        for best in known
        if best.exercise_id in exercises
    ]
    return tuple(sorted(found, key=lambda one: -one.best.load.g))


def tell_max(tx: Tx, athlete_id: int, words: str, now: datetime) -> tuple[KnownMax, ...] | FarOff | Unlogged:
    """`/max squat 150`, `/max squat 100x5`, `/max bench 100 tested`: keep it, and plan anew.

    `/max squat` asks for that one alone; `no_known_max` where there is none.

    One that lies far from what is known is asked about and not kept. `not_a_max` is not understood or
    impossible, `max_beyond` more than anyone has lifted, `max_by_long_set` tells too many reps, `body_max`
    counts a body mass nobody knows yet, and `no_max` is of an exercise that takes no load.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    *front, last = words.split() or [""]
    is_tested = last.casefold().strip(".!") in _TESTED
    read = read_lifts(" ".join(front) if is_tested else words, athlete)
    if not isinstance(read, LiftsTold):
        has_number = any(sign.isdigit() for sign in words)
        asked = None if has_number else resolve(words[:LONGEST_NAME], exercises_of(tx, athlete_id))
        if asked is not None:
            return _known_of(tx, athlete_id, asked)
        return Unlogged.of("not_a_max" if read is None else _REFUSED.get(read.note, "not_a_max"))
    told = [_as_max(lift, now, is_tested=is_tested) for lift in read.lifts]
    if any(is_beyond(one) for one in told):
        return Unlogged.of("max_beyond")
    far_off = _far_off(tx, athlete, told[0]) if len(told) == 1 else None
    return far_off or keep_max(tx, athlete_id, tuple(told))


def _known_of(tx: Tx, athlete_id: int, asked: Exercise) -> tuple[KnownMax, ...] | Unlogged:
    known = known_maxima(tx, athlete_id)
    if isinstance(known, Unlogged) or not asked.takes_load:
        return known if isinstance(known, Unlogged) else Unlogged.of("no_max")
    found = tuple(one for one in known if one.exercise.id == asked.id)
    return found or Unlogged.of("no_known_max", exercise=asked)


def keep_max(tx: Tx, athlete_id: int, told: tuple[OneRepMax, ...]) -> tuple[KnownMax, ...] | Unlogged:
    """Keep maxima as told, in place of what was told before; what plans reckon with now."""
    exercises = exercises_of(tx, athlete_id)
    sound = all(one.exercise_id in exercises and 0 < one.load.g <= HEAVIEST_G for one in told)
    if load_athlete(tx, athlete_id) is None or not sound:
        return Unlogged.of("gone")
    if not tx.repeat:
        for one in told:
            save_one_rep_max(tx, athlete_id, one)
        drop_plan(tx, athlete_id)
    return known_maxima(tx, athlete_id)


def take_back_max(tx: Tx, athlete_id: int, exercise_id: str) -> tuple[KnownMax, ...] | Unlogged:
    """Forget what was told of one exercise; its sets may still show a maximum."""
    if load_athlete(tx, athlete_id) is None:
        return Unlogged.of("stranger")
    if not tx.repeat and drop_one_rep_max(tx, athlete_id, exercise_id):
        drop_plan(tx, athlete_id)
    return known_maxima(tx, athlete_id)


def as_told(
    exercise_id: str, load: Load, now: datetime, provenance: Provenance = Provenance.STATED
) -> OneRepMax:
    """A maximum as its athlete tells it now."""
    return OneRepMax(exercise_id, load, provenance, now, Freshness.NOW)


def _as_max(lift: TypedMax, now: datetime, *, is_tested: bool) -> OneRepMax:
    """One rep is told, or tested where they say so; more reps are an estimate. Source: training.md 3.4."""
    if lift.reps == 1:
        provenance = Provenance.TESTED if is_tested else Provenance.STATED
        return as_told(lift.exercise_id, lift.load, now, provenance)
    load = estimate(lift.load, lift.reps) or lift.load
    return as_told(lift.exercise_id, load, now, Provenance.ESTIMATED)


def _far_off(tx: Tx, athlete: Athlete, told: OneRepMax) -> FarOff | None:
    exercises = exercises_of(tx, athlete.id)
    known = informed(tx, athlete, history_of(tx, athlete.id), exercises).one_rep_max(told.exercise_id)
    if known is None or abs(told.load.g - known.load.g) <= FAR_OFF * known.load.g:
        return None
    return FarOff(exercises[told.exercise_id], told, known)
