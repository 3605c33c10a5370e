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

_BETWEEN = re.compile(r"(?<!\d),|,(?!\d)|[;\n]+|\.\s|\s(?:and|und)\s")  # 82,5 is one number
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
    return draft if settled(draft, Step.MAXES) else _with_lifts(draft, clauses, now)


def _with_lifts(draft: Draft, clauses: list[str], now: datetime) -> Draft:
    """The draft with the lifts told; itself where one lacks its unit, for then their question stands."""
    found = draft
    for clause in clauses:
        told = read_lifts(clause, draft.athlete)
        if not isinstance(told, LiftsTold) or told.stranger:
            continue
        if draft.athlete.unit is None and not _UNIT.search(clause):
            return draft
        found = with_lifts(found, told, now)
    return found


def _taken(draft: Draft, step: Step, clause: str) -> Draft | None:
    value = answer_words.read_words(step, clause)
    if value is None or value in _NO_ANSWERS or clause.isdecimal():  # a lone number may be anything
        return None
    taken = answers.take(draft, step, value)
    return taken if isinstance(taken, Draft) else None
