"""What was told beside the question that stood, said back in a line: `Noted. Unit: lb · Days a week: 3`.

The lines about answers that were not taken are `onboarding_notes.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.texts import Html, join, load, say
from bot.views.interview.onboarding_words import told_line
from bot.views.interview.profile import answer_line
from core.model.onboarding import Question, Step, Told


def told_along_line(told: Told, question: Question) -> Html:
    """Everything that was kept of a text, but for what the question shows itself; empty where that is all."""
    parts = tuple(_parts(told, question))
    return say("Noted. {answers}", answers=join(parts, by=" · ")) if parts else Html("")


def _parts(told: Told, question: Question) -> Iterator[Html]:
    for step in told.steps:
        if step is not Step.MAXES:
            yield answer_line(step, question.athlete, question.told)
    if Step.MAXES in told.steps and question.step is not Step.FRESHNESS:
        yield from (told_line(lift) for lift in question.told)
    if told.weighs is not None:
        yield say("Bodyweight: <b>{load}</b>", load=load(told.weighs))
    if told.awaits:
        yield say("Kept until I know kg or lb: {words}", words=told.awaits)
