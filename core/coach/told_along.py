"""What a typed answer tells beside its question: "bench 100 kg, 3 days, full gym, I want to get bigger".

An answer to the question that stands is `answer_words.py`'s, what an answer does `answers.py`'s.
"""

from __future__ import annotations

import re
from datetime import datetime

from core.coach import answer_words, answers
from core.coach.maxima import LiftsTold, read_lifts, with_lifts
from core.coach.questions import settled
from core.model.onboarding import Draft, Step

_BETWEEN = re.compile(r"[,;\n]+|\.\s|\s(?:and|und)\s")
_UNIT = re.compile(r"\d\s*(?:kgs?|kilos?|lbs?|pounds?|pfund)\b", re.IGNORECASE)
# In this order, each clause once. Not the level: "3 workouts each week" must not make a beginner.
_PLAIN = (Step.DAYS, Step.GEAR, Step.UNIT)
_MOST_CLAUSES = 12
_NO_ANSWERS = (answers.SKIP, answer_words.BACK, answer_words.TRAIN_NOW)


def told_along(draft: Draft, text: str, now: datetime) -> Draft:
    """The draft with what else a text answers: days, gear, unit, and lifts; itself where it answers nothing.

    Only what was not answered before, and what one clause says by itself. Lifts without a unit are left to
    their question: a guess between kilograms and pounds would load a bar twice as heavy.
    """
    clauses = [clause.strip() for clause in _BETWEEN.split(text)][:_MOST_CLAUSES]
    if len(clauses) < 2:
        return draft
    for step in _PLAIN:
        for clause in () if settled(draft, step) else tuple(clauses):
            if (taken := _taken(draft, step, clause)) is not None:
                draft = taken
                clauses.remove(clause)
                break
    for clause in () if settled(draft, Step.MAXES) else clauses:
        if _UNIT.search(clause) or draft.athlete.unit is not None:
            told = read_lifts(clause, draft.athlete)
            if isinstance(told, LiftsTold) and not told.stranger:
                draft = with_lifts(draft, told, now)
    return draft


def _taken(draft: Draft, step: Step, clause: str) -> Draft | None:
    value = answer_words.read_words(step, clause)
    if value is None or value in _NO_ANSWERS or clause.isdecimal():  # a lone number may be anything
        return None
    taken = answers.take(draft, step, value)
    return taken if isinstance(taken, Draft) else None
