"""Which question comes next: a pure function of the stored draft, and the place each question has.

What an answer does to the draft is not here (`answers.py`), nor how typed words are read (`answer_words.py`).
"""

from __future__ import annotations

from dataclasses import replace

from core.catalogue import catalogue
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.onboarding import Draft, Question, Step, ToldLift
from core.training.loads.safety import beyond_anyone
from core.training.past.one_rep_max import shown_band
from core.units import Unit

NUMBERED = (Step.GOAL, Step.LEVEL, Step.UNIT, Step.MAXES, Step.GEAR, Step.DAYS, Step.HEALTH)
_PART_OF = {
    Step.FOUNDATION: Step.LEVEL,
    Step.FRESHNESS: Step.MAXES,
    Step.AILMENTS: Step.HEALTH,
    Step.DOCTOR: Step.HEALTH,
    Step.SQUATS: Step.HEALTH,
}
_NOT_SKIPPED = (Step.AILMENTS, Step.DOCTOR)

# What is planned with when nothing was said. Our choice: the careful answer, and S25's two days.
DEFAULT_LEVEL = Level.BEGINNER
DEFAULT_GEAR = Gear.FULL_GYM
DEFAULT_DAYS = 2


def told_why(athlete: Athlete) -> bool:
    """Whether foundation has to be explained: a beginner who asks for more. Source: S18, S19."""
    return athlete.level is Level.BEGINNER and athlete.wish not in (None, Goal.FOUNDATION)


def route(draft: Draft) -> tuple[Step, ...]:
    """The questions this athlete is asked, in order. Train now leaves only the health card."""
    athlete = draft.athlete
    beginner = athlete.level is Level.BEGINNER
    doctor = (Step.DOCTOR,) if athlete.health is Health.DOCTOR_FIRST else ()
    if draft.hurried:
        return (Step.HEALTH, *doctor)
    return (
        Step.GOAL,
        Step.LEVEL,
        *((Step.FOUNDATION,) if told_why(athlete) else ()),
        Step.UNIT,
        *(() if beginner else (Step.MAXES,)),
        *((Step.FRESHNESS,) if draft.lifts else ()),
        Step.GEAR,
        Step.DAYS,
        Step.HEALTH,
        *doctor,
        *((Step.SQUATS,) if beginner else ()),
    )


def settled(draft: Draft, step: Step) -> bool:
    """Whether a question needs no asking any more: answered, or passed over."""
    athlete = draft.athlete
    answered = {
        Step.GOAL: athlete.wish is not None,
        Step.LEVEL: athlete.level is not None,
        Step.UNIT: athlete.unit is not None,
        Step.MAXES: bool(athlete.one_rep_maxes),
        Step.FRESHNESS: not draft.lifts,
        Step.GEAR: athlete.gear is not None,
        Step.DAYS: athlete.days_per_week is not None,
        Step.HEALTH: athlete.health is not Health.UNASKED,
        Step.SQUATS: athlete.can_squat is not None,
    }
    return answered.get(step, False) or (step in draft.passed and step is not Step.FRESHNESS)


def next_step(draft: Draft) -> Step | None:
    """The question that stands; None when nothing is asked: all settled, or left by /cancel."""
    if not draft.asking:
        return None
    if draft.asked is not None:
        return draft.asked
    return next((step for step in route(draft) if not settled(draft, step)), None)


def step_before(draft: Draft, step: Step) -> Step | None:
    """The question Back leads to; None before the first one, and where one answer is being changed."""
    if step is Step.AILMENTS:
        return Step.HEALTH
    if draft.changing and step not in (Step.FRESHNESS, Step.DOCTOR):
        return None
    before = route(draft)[: route(draft).index(step)] if step in route(draft) else ()
    return before[-1] if before else None


def question_at(draft: Draft, step: Step) -> Question:
    """The question of `step` with its place and buttons; parts of a question share its number."""
    beginner = draft.athlete.level is Level.BEGINNER
    numbered = [each for each in NUMBERED if not (beginner and each is Step.MAXES)]
    place = _PART_OF.get(step, step)
    backwards = step_before(draft, step) is not None or draft.changing or draft.hurried
    return Question(
        step=step,
        number=numbered.index(place) + 1 if place in numbered else len(numbered),
        count=len(numbered),
        athlete=draft.athlete,
        goes_back=backwards,
        skippable=step not in _NOT_SKIPPED and not draft.changing,
        changing=draft.changing,
        greets=step is Step.GOAL and draft.message_id is None and not draft.changing,
        told=told_lifts(draft.athlete, draft.lifts if step is Step.FRESHNESS else None),
        message_id=draft.message_id,
    )


def told_lifts(athlete: Athlete, only: tuple[str, ...] | None = None) -> tuple[ToldLift, ...]:
    """An athlete's maxima, `only` those of some exercises, with names, in the order they became known."""
    return tuple(_told(best) for best in athlete.one_rep_maxes if only is None or best.exercise_id in only)


def _told(best: OneRepMax) -> ToldLift:
    exercise = catalogue().get(best.exercise_id)
    name = exercise.name if exercise else best.exercise_id
    low, high = shown_band(best) if best.provenance is Provenance.ESTIMATED else (None, None)
    return ToldLift(name, best, low, high, is_beyond(best))


def is_beyond(best: OneRepMax) -> bool:
    """Whether a maximum that was told is more than anyone has lifted: asked about, never planned with."""
    exercise = catalogue().get(best.exercise_id)
    return exercise is not None and beyond_anyone(exercise, best.load)


def usual_unit(language: str) -> Unit:
    """The unit to assume for an app language: pounds in the United States, kilograms elsewhere."""
    return Unit.LB if language.replace("_", "-").lower() == "en-us" else Unit.KG


def rack_for(athlete: Athlete) -> Rack | None:
    """The rack an athlete loads: the one they told of, else a gym's standard one where there is a barbell."""
    if athlete.rack is not None and athlete.rack.told:
        return athlete.rack
    if athlete.gear not in (Gear.FULL_GYM, Gear.BARBELL) or athlete.unit is None:
        return None
    return Rack.standard(athlete.unit)


def with_defaults(draft: Draft) -> Draft:
    """The draft with every open question passed over and its careful default filled in."""
    athlete = draft.athlete
    level = athlete.level or DEFAULT_LEVEL
    wish = athlete.wish or draft.aim or (Goal.FOUNDATION if level is Level.BEGINNER else Goal.HYPERTROPHY)
    can_squat = False if athlete.can_squat is None and level is Level.BEGINNER else athlete.can_squat
    full = replace(
        athlete,
        wish=wish,
        level=level,
        unit=athlete.unit or usual_unit(athlete.language),
        gear=athlete.gear or DEFAULT_GEAR,
        days_per_week=athlete.days_per_week or DEFAULT_DAYS,
        can_squat=can_squat,
    )
    unhurried = replace(draft, hurried=False, asked=None, lifts=())
    open_steps = frozenset(step for step in route(unhurried) if not settled(unhurried, step))
    passed = unhurried.passed | open_steps | _late(full)
    return replace(unhurried, athlete=replace(full, rack=rack_for(full)), passed=passed)


def _late(athlete: Athlete) -> frozenset[Step]:
    """Questions that only the defaults bring up: nobody is asked them afterwards."""
    known = Draft(athlete)
    return frozenset(step for step in route(known) if not settled(known, step) and step is not Step.DOCTOR)


def assumed(draft: Draft) -> frozenset[Step]:
    """The answers that are defaults, not the athlete's own words."""
    return draft.passed - {Step.FOUNDATION, Step.FRESHNESS}
