"""What a text tells beside the question that stands: "bench 100 kg, 3 days, full gym, I want to get bigger".

Clause by clause, each by the reader of `telling.py`; ailments only say that the health card is to be asked.
An answer to the question that stands is `answer_words.py`'s, what an answer does `answers.py`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.coach.interview import answers
from core.coach.interview.ailment_words import ailments_told
from core.coach.interview.answer_words import unframed
from core.coach.interview.gear_words import read_gear
from core.coach.interview.maxima import LiftsTold, read_lifts, with_lifts
from core.coach.interview.questions import settled
from core.coach.interview.telling import told_in, weight_in, weight_said
from core.model.onboarding import Ailment, Draft, Note, Step
from core.training.notation.numerals import plain
from core.units import Load, Unit

_DAY = r"(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?s?\b"
_DAYS = re.compile(
    r"\b(?:[1-7]|one|two|three|four|five|six|twice|once)(?: ?(?:-|to|or) ?[1-7])? ?"
    r"(?:(?:x|times?|days?|mal|tage)(?: ?(?:a|per|/|each|every|pro|die|in der) ?(?:week|wk|woche))?|"
    r"(?:a|per|/) ?week)\b(?! ago)"
    rf"|\b{_DAY}(?:[ ,/&]+(?:and |und )?{_DAY})+"
)
# 82,5 is one number
_BETWEEN = re.compile(
    r"(?<!\d),|,(?!\d)|[;\n]+|\.\s|\s(?:and|und|but|aber|with|mit|\+|&)\s|\s(?:at|in)\s(?=(?:a|an|the|my)\s)"
)
_UNITS = {
    Unit.KG: re.compile(r"\d\s*(?:kgs?|kilos?)\b"),
    Unit.LB: re.compile(r"\d\s*(?:lbs?|pounds?|pfund)\b"),
}
_LIFT_NAME = re.compile(r"[^\W\d_]{3}")
_PLAIN = (Step.DAYS, Step.LEVEL, Step.UNIT, Step.GEAR, Step.GOAL)
_MOST_CLAUSES = 12


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text told: the draft with it, the questions it answered, a bodyweight, what awaits its unit.

    `ailments` were named, and the health card is to ask about them; `note` says why something could not be.
    """

    draft: Draft
    steps: tuple[Step, ...] = ()
    weighs: Load | None = None
    awaits: str = ""
    ailments: frozenset[Ailment] = frozenset()
    note: Note | None = None


@dataclass
class _Clauses:
    """The clauses of a text by what they tell."""

    answers: dict[Step, list[tuple[str, str]]] = field(default_factory=dict)
    lifts: list[str] = field(default_factory=list)
    weights: list[str] = field(default_factory=list)
    ailments: str | None = None


def hear(draft: Draft, text: str, now: datetime, *, beside: Step | None = None) -> Heard:
    """What a text tells. `beside` is the question it answers: then what was answered before stays.

    A lift or a bodyweight without a unit waits until the unit is told: a guess would load a bar twice as
    heavy.
    """
    sorted_out = _sorted_out(clauses_in(text), draft, now)
    heard = Heard(draft)
    for step in _PLAIN:
        told = sorted_out.answers.get(step)
        if told and step is not beside and not (beside and settled(draft, step)):
            heard = _with_answer(heard, step, told)
    if beside is None or not settled(draft, Step.MAXES):
        heard = _with_lifts(heard, sorted_out.lifts, now)
    heard = _with_weight(heard, sorted_out.weights)
    mask = (sorted_out.ailments or "d0")[1:]
    return replace(heard, ailments=answers.ailments_in(int(mask)))


def clauses_in(text: str) -> list[str]:
    """The clauses of a text in plain spelling, at most twelve; empty for one too long to be read."""
    folded = plain(text) or ""
    parted = _DAYS.sub(lambda days: f", {days[0]}, ", folded)
    clauses = (unframed(" ".join(clause.split()).strip(" .!,")) for clause in _BETWEEN.split(parted))
    return [clause for clause in clauses if clause][:_MOST_CLAUSES]


def with_unit(draft: Draft, now: datetime) -> Draft:
    """The draft with what waited for its unit, once that is known."""
    if draft.athlete.unit is None or not draft.awaits_unit:
        return draft
    heard = hear(replace(draft, awaits_unit=""), draft.awaits_unit, now)
    return replace(heard.draft, asked=draft.asked)


def _sorted_out(clauses: list[str], draft: Draft, now: datetime) -> _Clauses:
    found = _Clauses()
    for clause in clauses:
        if weight_said(clause) is not None:
            found.weights.append(clause)
        elif (told := _answer_in(clause, now)) is not None:
            found.answers.setdefault(told[0], []).append((clause, told[1]))
        elif (ailments := ailments_told(clause)) is not None:
            found.ailments = ailments
        elif _is_lift(clause, draft):
            found.lifts.append(clause)
    return found


def _answer_in(clause: str, now: datetime) -> tuple[Step, str] | None:
    for step in _PLAIN:
        if (value := told_in(step, clause, now.date())) is not None:
            return step, value
    return None


def _is_lift(clause: str, draft: Draft) -> bool:
    told = read_lifts(clause, draft.athlete) if _LIFT_NAME.search(clause) else None
    return isinstance(told, LiftsTold) and not told.stranger


def _with_answer(heard: Heard, step: Step, told: list[tuple[str, str]]) -> Heard:
    """The one answer that all clauses about a question agree on; equipment adds up."""
    values = {value for _, value in told}
    value: str | None = values.pop() if len(values) == 1 else None
    if value is None and step is Step.GEAR:
        value = read_gear(", ".join(clause for clause, _ in told))
    if value is None:
        return heard
    taken = answers.take(heard.draft, step, value)
    if isinstance(taken, Note):
        return replace(heard, note=taken)
    kept = replace(taken, asked=heard.draft.asked)
    return replace(heard, draft=kept, steps=(*heard.steps, step))


def _with_lifts(heard: Heard, clauses: list[str], now: datetime) -> Heard:
    if not clauses:
        return heard
    said = ", ".join(clauses)
    named = [unit for unit, pattern in _UNITS.items() if pattern.search(said)]
    if heard.draft.athlete.unit is None and len(named) == 1:
        heard = _with_answer(heard, Step.UNIT, [(said, named[0])])
    if heard.draft.athlete.unit is None and not named:
        return _awaiting(heard, said)
    draft = heard.draft
    for clause in clauses:
        told = read_lifts(clause, draft.athlete)
        unit_known = draft.athlete.unit is not None or any(each.search(clause) for each in _UNITS.values())
        if unit_known and isinstance(told, LiftsTold):
            draft = replace(with_lifts(draft, told, now), asked=draft.asked)
    return replace(heard, draft=draft, steps=(*heard.steps, Step.MAXES))


def _with_weight(heard: Heard, clauses: list[str]) -> Heard:
    if not clauses:
        return heard
    load = weight_in(clauses[-1], heard.draft.athlete.unit)
    if load is None:
        return _awaiting(heard, clauses[-1]) if heard.draft.athlete.unit is None else heard
    athlete = replace(heard.draft.athlete, bodyweight_g=load.g)
    return replace(heard, draft=replace(heard.draft, athlete=athlete), weighs=load)


def _awaiting(heard: Heard, said: str) -> Heard:
    awaits = ", ".join(each for each in (heard.draft.awaits_unit, said) if each)
    if plain(awaits) is None:  # more than can be read again
        return heard
    draft = replace(heard.draft, awaits_unit=awaits)
    return replace(heard, draft=draft, awaits=", ".join(each for each in (heard.awaits, said) if each))
