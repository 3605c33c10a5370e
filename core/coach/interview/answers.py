"""What one answer does to the draft: pure, the same for a button and for words that were understood.

Which question comes next is not here (`questions.py`), nor reading typed words (`answer_words.py`)
or typed maxima (`maxima.py`). The answers to the health card are used here and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.coach.interview.questions import is_beyond, rack_for
from core.model.athlete import Athlete, Freshness, Gear, Goal, Health, Level, OneRepMax
from core.model.onboarding import Ailment, Draft, Note, Step
from core.units import Unit

SKIP = "skip"
UNSURE = "unsure"
AFTER_BREAK = "break"
HALF = "half"
ACCEPT, INSIST = "accept", "insist"
NONE, YES, NO = "none", "yes", "no"
CLEARED, CLEARED_LIGHT = "cleared", "cleared_light"
TICK, TICKED = "t", "d"

MOST_DAYS = 6
MOST_DAYS_BEGINNER = 3
_AILMENTS = tuple(Ailment)
# Chest pain and fainting come before any training. Source: training.md 7.4.
_DOCTOR_FIRST = frozenset({Ailment.CHEST_PAIN, Ailment.FAINTING})


def ailments_in(mask: int) -> frozenset[Ailment]:
    """The ailments ticked in a button's number, one bit each in the order of the card."""
    return frozenset(ailment for place, ailment in enumerate(_AILMENTS) if mask >> place & 1)


def outcome_of(ailments: frozenset[Ailment]) -> Health:
    """All that is kept of the health card. Source: training.md 7.4."""
    if not ailments:
        return Health.CLEAR
    return Health.DOCTOR_FIRST if ailments & _DOCTOR_FIRST else Health.FOUNDATION_ONLY


def take(draft: Draft, step: Step, value: str) -> Draft | Note:
    """The draft after an answer to `step`, or why that answer cannot be taken.

    An answer moves on from a question asked out of order; what else was answered stays.
    """
    if value == SKIP:
        return skipped(draft, step)
    result = _TAKES[step](draft, value) if step in _TAKES else Note.NOT_UNDERSTOOD
    if isinstance(result, Note):
        return result
    return replace(
        result,
        asked=Step.AILMENTS if (step, value) == (Step.HEALTH, YES) else None,
        passed=result.passed if step in (Step.FOUNDATION, Step.MAXES) else result.passed - {step},
    )


def skipped(draft: Draft, step: Step) -> Draft | Note:
    """The draft after passing over a question; what was answered before stays as it was.

    Passing over the health card means light training, since nobody knows: never a clear one.
    """
    if step in (Step.AILMENTS, Step.DOCTOR):
        return Note.CANNOT_SKIP
    athlete = draft.athlete
    if step is Step.HEALTH and athlete.health is Health.UNASKED:
        athlete = replace(athlete, health=Health.FOUNDATION_ONLY)
    if step is Step.SQUATS and athlete.can_squat is None:
        athlete = replace(athlete, can_squat=False)
    lifts = draft.lifts
    if step is Step.FRESHNESS:
        lifts, athlete = (), replace(athlete, one_rep_maxes=_possible(draft))
    known = {
        Step.GOAL: athlete.wish,
        Step.LEVEL: athlete.level,
        Step.UNIT: athlete.unit,
        Step.GEAR: athlete.gear,
        Step.DAYS: athlete.days_per_week,
        Step.MAXES: athlete.one_rep_maxes or None,
    }
    passed = draft.passed if known.get(step) is not None else draft.passed | {step}
    return replace(draft, athlete=athlete, asked=None, lifts=lifts, passed=passed)


def _changed(draft: Draft, **fields: object) -> Draft:
    athlete: Athlete = replace(draft.athlete, **fields)  # type: ignore[arg-type]
    return replace(draft, athlete=replace(athlete, rack=rack_for(athlete)))


def _goal(draft: Draft, value: str) -> Draft | Note:
    if value == UNSURE:
        return Note.GOAL_HELP
    if value not in tuple(Goal):
        return Note.NOT_UNDERSTOOD
    goal = Goal(value)
    if goal is draft.athlete.wish:
        return draft
    return replace(_changed(draft, wish=goal, insists=False), passed=draft.passed - {Step.FOUNDATION})


def _level(draft: Draft, value: str) -> Draft | Note:
    # After a break everybody begins at the foundation again. Source: training.md 2.1, 5.7.
    level = Level.BEGINNER.value if value == AFTER_BREAK else value
    if value == HALF:
        return Note.HOW_OFTEN
    if level not in tuple(Level):
        return Note.NOT_UNDERSTOOD
    if level == draft.athlete.level:
        return draft
    after = _changed(draft, level=Level(level), insists=False)
    days = after.athlete.days_per_week
    if after.athlete.level is Level.BEGINNER and days is not None and days > MOST_DAYS_BEGINNER:
        after = _changed(after, days_per_week=MOST_DAYS_BEGINNER)
    return replace(after, passed=draft.passed - {Step.FOUNDATION})


def _foundation(draft: Draft, value: str) -> Draft | Note:
    insists = value == INSIST
    if value not in (ACCEPT, INSIST) or (insists and draft.athlete.wish is not Goal.HYPERTROPHY):
        return Note.NOT_UNDERSTOOD
    return replace(_changed(draft, insists=insists), passed=draft.passed | {Step.FOUNDATION})


def _unit(draft: Draft, value: str) -> Draft | Note:
    return _changed(draft, unit=Unit(value)) if value in tuple(Unit) else Note.NOT_UNDERSTOOD


def _maxes(draft: Draft, value: str) -> Draft | Note:
    if value != NONE:
        return Note.NOT_UNDERSTOOD
    return replace(draft, passed=draft.passed | {Step.MAXES})


def _possible(draft: Draft) -> tuple[OneRepMax, ...]:
    """The maxima without those just told that nobody lifts; the question about them said so."""
    known = draft.athlete.one_rep_maxes
    return tuple(best for best in known if best.exercise_id not in draft.lifts or not is_beyond(best))


_FRESHNESS_ASKED = (Freshness.RECENT, Freshness.OLDER, Freshness.GUESS)


def _freshness(draft: Draft, value: str) -> Draft | Note:
    if value not in _FRESHNESS_ASKED:
        return Note.NOT_UNDERSTOOD
    bests = tuple(
        replace(best, freshness=Freshness(value)) if best.exercise_id in draft.lifts else best
        for best in _possible(draft)
    )
    return replace(_changed(draft, one_rep_maxes=bests), lifts=())


def _gear(draft: Draft, value: str) -> Draft | Note:
    return _changed(draft, gear=Gear(value)) if value in tuple(Gear) else Note.NOT_UNDERSTOOD


def _days(draft: Draft, value: str) -> Draft | Note:
    # Of a range the lower end is planned: a workout more fits into any week, one left out does not.
    low = value.partition("-")[0]
    if not (low.isascii() and low.isdecimal() and len(low) <= 2):
        return Note.NOT_UNDERSTOOD
    days = int(low)
    if days == MOST_DAYS + 1:
        return Note.SEVEN_DAYS
    if not 1 <= days <= MOST_DAYS:
        return Note.NOT_UNDERSTOOD
    if draft.athlete.level is Level.BEGINNER and days > MOST_DAYS_BEGINNER:
        return Note.BEGINNER_DAYS
    return _changed(draft, days_per_week=days)


def _health(draft: Draft, value: str) -> Draft | Note:
    # Between Yes and "which" the health question is open again, whatever was answered before.
    outcome = {NONE: Health.CLEAR, YES: Health.UNASKED}.get(value)
    return _changed(draft, health=outcome) if outcome is not None else Note.NOT_UNDERSTOOD


def _ailments(draft: Draft, value: str) -> Draft | Note:
    kind, mask = value[:1], value[1:]
    if not (mask.isascii() and mask.isdecimal() and len(mask) <= 3) or kind not in (TICK, TICKED):
        return Note.NOT_UNDERSTOOD
    if kind == TICK:
        return Note.TICKING
    ailments = ailments_in(int(mask))
    return _changed(draft, health=outcome_of(ailments)) if ailments else Note.PICK_ONE


def _doctor(draft: Draft, value: str) -> Draft | Note:
    outcome = {CLEARED: Health.CLEAR, CLEARED_LIGHT: Health.FOUNDATION_ONLY}.get(value)
    return _changed(draft, health=outcome) if outcome is not None else Note.NOT_UNDERSTOOD


def _squats(draft: Draft, value: str) -> Draft | Note:
    return _changed(draft, can_squat=value == YES) if value in (YES, NO) else Note.NOT_UNDERSTOOD


_TAKES: dict[Step, Callable[[Draft, str], Draft | Note]] = {
    Step.GOAL: _goal,
    Step.LEVEL: _level,
    Step.FOUNDATION: _foundation,
    Step.UNIT: _unit,
    Step.MAXES: _maxes,
    Step.FRESHNESS: _freshness,
    Step.GEAR: _gear,
    Step.DAYS: _days,
    Step.HEALTH: _health,
    Step.AILMENTS: _ailments,
    Step.DOCTOR: _doctor,
    Step.SQUATS: _squats,
}
