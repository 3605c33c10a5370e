"""An answer that was understood: put into the draft with what was told along, and the next question told.

What an answer changes is in `answers.py`; here it becomes an outcome.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.interview import answers
from core.coach.interview.drafting import settle
from core.coach.interview.maxima import LiftsTold, with_lifts
from core.coach.interview.questions import next_step, question_at
from core.coach.interview.told_along import Heard, hear, with_unit
from core.model.onboarding import Asked, Draft, Note, Outcome, Refused, Step, Told
from core.store.plans import drop_plan
from core.store.port import Tx

OF_HEALTH = (Step.HEALTH, Step.AILMENTS, Step.DOCTOR)


def take(tx: Tx, draft: Draft, step: Step, value: str, now: datetime, said: str = "") -> Outcome:
    """The answer `value` to `step`, and what else was `said` with it; the same question where it can't be."""
    result = answers.take(draft, step, value)
    if isinstance(result, Draft):
        heard = hear(result, said, now, beside=step)
        drop_plan(tx, draft.athlete.id)
        if heard.ailments and step not in OF_HEALTH:
            return ask_health(tx, draft, heard, now)
        outcome = settle(tx, draft, with_unit(heard.draft, now), now, answered=step)
        if not isinstance(outcome, Asked):
            return outcome
        lower = Note.LOWER_DAYS if step is Step.DAYS and "-" in value else None
        return replace(outcome, note=lower, told=told_of(heard))
    mask = value[1:] if step is Step.AILMENTS and value[1:].isdecimal() else "0"
    ticked = answers.ailments_in(int(mask[:3]))
    return Refused(question_at(draft, next_step(draft) or step), result, ailments=ticked)


def keep_lifts(tx: Tx, draft: Draft, told: LiftsTold, now: datetime) -> Outcome:
    """Lifts that were told to their question."""
    drop_plan(tx, draft.athlete.id)
    outcome = settle(tx, draft, with_lifts(draft, told, now), now, answered=Step.MAXES)
    if told.stranger and isinstance(outcome, Asked):
        return replace(outcome, note=Note.UNKNOWN_LIFT, offending=told.stranger)
    if told.by_habit and isinstance(outcome, Asked):
        return replace(outcome, note=Note.BY_HABIT)
    return outcome


def ask_health(tx: Tx, before: Draft, heard: Heard, now: datetime) -> Refused:
    """An ailment was named early: all of the health card is asked now, so that nothing is passed over."""
    asked = replace(with_unit(heard.draft, now), asked=Step.AILMENTS)
    settle(tx, before, asked, now)
    question = question_at(asked, Step.AILMENTS)
    return Refused(question, Note.TICKING, ailments=heard.ailments, told=told_of(heard))


def told_of(heard: Heard) -> Told | None:
    """What was heard beside a question, to be said back; None for nothing."""
    if not (heard.steps or heard.weighs or heard.awaits):
        return None
    return Told(heard.steps, heard.weighs, heard.awaits)
