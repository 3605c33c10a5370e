"""Maxima as they are told in the onboarding: read, found in the catalogue, estimated where a set was told.

The notation itself is `core/training/typed/max_notation.py`; what becomes of a maximum later is
`core/training/past/one_rep_max.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from core.catalogue import catalogue, resolve
from core.coach.interview.questions import usual_unit
from core.model.athlete import Athlete, Freshness, OneRepMax, Provenance
from core.model.onboarding import Draft, Note, Step
from core.training.past.bodyweight import lifted_g
from core.training.past.one_rep_max import MOST_REPS, estimate
from core.training.typed.max_notation import read_maxes
from core.training.typed.max_reading import BadAnswer, DontKnow, Maxes, Rejected, TypedMax
from core.units import HEAVIEST_G, Load, Unit

_WHICH = re.compile(
    r"(?P<lift>[a-z0-9_]{1,40})=(?P<g>[0-9]{1,7})(?P<unit>[kl])(?P<reps>[0-9]{1,2})", re.ASCII
)
# Their maximum counts body mass in, which the onboarding does not ask for (J1).
_NOTES = {
    BadAnswer.NEGATIVE: Note.TOO_LIGHT,
    BadAnswer.TOO_LIGHT: Note.TOO_LIGHT,
    BadAnswer.TOO_HEAVY: Note.TOO_HEAVY,
    BadAnswer.TOO_MANY_REPS: Note.TOO_MANY_REPS,
    BadAnswer.UNKNOWN_LIFT: Note.UNKNOWN_LIFT,
    BadAnswer.WHICH_LIFT: Note.WHICH_LIFT,
}
_ANY_LIFT = "any"
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class LiftsTold:
    """Lifts that were understood, at least one; `stranger` is a name among them that was not.

    `by_habit`: three bare numbers, in the order that lifters tell them.
    """

    lifts: tuple[TypedMax, ...]
    stranger: str = ""
    by_habit: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text tells of no maximum. `told` is a lift without its name (Note.WHICH_LIFT)."""

    note: Note
    told: TypedMax | None = None
    offending: str = ""


def read_lifts(text: str, athlete: Athlete) -> LiftsTold | Trouble | None:
    """The lifts a text tells of, in the athlete's unit unless it names one; None for "no idea".

    Pull-ups and dips come with the body counted in, as plans reckon with them: `pull-up 20` at 80 kg is 100.
    """
    unit = athlete.unit or usual_unit(athlete.language)
    reading = read_maxes(text, unit, _exercise_id)
    if isinstance(reading, DontKnow):
        return None
    if isinstance(reading, Rejected):
        return _trouble(reading, text, unit)
    if not all(catalogue()[told.exercise_id].takes_load for told in reading.lifts):
        return Trouble(Note.TAKES_NO_LOAD)
    whole = [_with_body(told, athlete.bodyweight_g) for told in reading.lifts]
    lifts = tuple(told for told in whole if isinstance(told, TypedMax))
    if len(lifts) < len(whole):
        return next(told for told in whole if isinstance(told, Trouble))
    if any(told.reps > MOST_REPS for told in reading.lifts):
        return Trouble(Note.TOO_MANY_REPS)
    return LiftsTold(lifts, ", ".join(reading.strangers)[:_LONGEST_WORD], reading.by_habit)


def _with_body(told: TypedMax, bodyweight_g: int | None) -> TypedMax | Trouble:
    """What goes up in all: the load as told, or body and load together where the body is lifted along."""
    exercise = catalogue()[told.exercise_id]
    if not exercise.moves_body:
        return Trouble(Note.NOT_UNDERSTOOD) if told.on_body else told
    grams = lifted_g(exercise, told.load, bodyweight_g)
    if grams is None:
        return Trouble(Note.BODYWEIGHT_LATER)
    if not 0 < grams <= HEAVIEST_G:
        return Trouble(Note.TOO_LIGHT if grams <= 0 else Note.TOO_HEAVY)
    return replace(told, load=Load(grams, told.load.unit))


def read_which(value: str) -> LiftsTold | None:
    """The lift that a "which lift?" button stands for: `bench_press=100000k5`; None for another button."""
    found = _WHICH.fullmatch(value)
    if found is None or found["lift"] not in catalogue():
        return None
    load, reps = Load(int(found["g"]), Unit.KG if found["unit"] == "k" else Unit.LB), int(found["reps"])
    exercise = catalogue()[found["lift"]]
    if exercise.moves_body or not exercise.takes_load:
        return None
    if not (0 < load.g <= HEAVIEST_G and 1 <= reps <= MOST_REPS):
        return None
    return LiftsTold((TypedMax(found["lift"], load, reps),))


def with_lifts(draft: Draft, told: LiftsTold, now: datetime) -> Draft:
    """The draft with the lifts told. Until "how recent?" is answered they count as guesses."""
    bests = {best.exercise_id: best for best in draft.athlete.one_rep_maxes}
    for lift in told.lifts:
        bests.pop(lift.exercise_id, None)
        bests[lift.exercise_id] = _best(lift, now)
    fresh = tuple(dict.fromkeys((*draft.lifts, *(lift.exercise_id for lift in told.lifts))))
    athlete = replace(draft.athlete, one_rep_maxes=tuple(bests.values()))
    return replace(draft, athlete=athlete, lifts=fresh, asked=None, passed=draft.passed - {Step.MAXES})


def _best(lift: TypedMax, now: datetime) -> OneRepMax:
    if lift.reps == 1:
        return OneRepMax(lift.exercise_id, lift.load, Provenance.STATED, now, Freshness.GUESS)
    load = estimate(lift.load, lift.reps) or lift.load
    return OneRepMax(lift.exercise_id, load, Provenance.ESTIMATED, now, Freshness.GUESS)


def _trouble(rejected: Rejected, text: str, unit: Unit) -> Trouble:
    note = _NOTES.get(rejected.why, Note.NOT_UNDERSTOOD)
    if note is not Note.WHICH_LIFT:
        return Trouble(note, offending=rejected.word[:_LONGEST_WORD])
    alone = read_maxes(text, unit, _exercise_id, asked=_ANY_LIFT)
    if not isinstance(alone, Maxes):
        return Trouble(Note.NOT_UNDERSTOOD)
    if alone.lifts[0].reps > MOST_REPS:
        return Trouble(Note.TOO_MANY_REPS)
    return Trouble(note, alone.lifts[0])


def _exercise_id(name: str) -> str | None:
    exercise = resolve(name)
    return None if exercise is None else exercise.id
