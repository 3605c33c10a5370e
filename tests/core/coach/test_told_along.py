"""What a text tells beside the question that stands: all of it, and nothing it doesn't say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.coach.interview import typed_answers
from core.coach.interview.told_along import hear
from core.model.athlete import Athlete
from core.model.onboarding import Draft, Step
from core.units import Unit
from tests.core.coach.asking import ME, Chat

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
TOLD = {
    Step.GOAL: ("i want to get stronger", "strength", "to build muscle", "stärker werden"),
    Step.LEVEL: ("been lifting 3 yrs", "lifting since 2019", "i'm a beginner", "5 years"),
    Step.UNIT: ("lbs", "in kg", "i use pounds"),
    Step.GEAR: ("home gym with rack", "just dumbbells", "full gym", "planet fitness"),
    Step.DAYS: ("3 days", "4x a week", "mon wed fri", "2 Tage die Woche"),
    Step.MAXES: ("bench 100 kg", "225 lb squat", "deadlift 140kg for 3"),
}
NOISE = ("hey", "my dog is called rex", "what's next", "finish", "i like turtles", "34", "see you at 8")
DRAFT = Draft(Athlete(1, 1))


@dataclass
class Said:
    """A text made of clauses, and the questions that they answer."""

    clauses: list[str] = field(default_factory=list)
    steps: set[Step] = field(default_factory=set)


@st.composite
def texts(draw: st.DrawFn) -> Said:
    said = Said(steps=set(draw(st.sets(st.sampled_from(list(TOLD)), max_size=4))))
    told = [draw(st.sampled_from(TOLD[step])) for step in sorted(said.steps)]
    noise = draw(st.lists(st.sampled_from(NOISE), max_size=3, unique=True))
    said.clauses = draw(st.permutations(told + noise))
    return said


@given(texts())
def test_all_that_is_told_is_heard_and_nothing_else(said: Said) -> None:
    heard = hear(DRAFT, ", ".join(said.clauses), NOW)
    units = {Step.UNIT} if Step.MAXES in said.steps else set()  # told with the lifts
    days = {Step.DAYS}  # a beginner is given no four days
    assert set(heard.steps) | units | days == said.steps | units | days
    assert Step.DAYS in said.steps or Step.DAYS not in heard.steps


@given(st.text(max_size=220))
def test_any_text_is_heard_without_a_fault(text: str) -> None:
    heard = hear(DRAFT, text, NOW)
    assert bool(heard.steps or heard.weighs or heard.awaits) == (heard.draft != DRAFT)


@given(st.text(alphabet="qzvj,. ?!0123456789", max_size=80))
def test_what_holds_no_word_tells_nothing(text: str) -> None:
    assert hear(DRAFT, text, NOW).draft == DRAFT


@pytest.mark.parametrize(
    ("text", "kg"), [("I weigh 82 kg", 82), ("82,5 kg bodyweight", 82.5), ("i'm at 180 lb bw", None)]
)
def test_a_bodyweight_is_kept_by_its_unit(text: str, kg: float | None) -> None:
    heard = hear(DRAFT, text, NOW)
    assert (heard.draft.athlete.bodyweight_g or 0) == (kg or 0) * 1000


def test_what_waits_for_its_unit_is_read_in_it() -> None:
    chat = Chat()
    typed_answers.meet(chat.tx, ME, ME, "en", "i weigh 180, bench 225 for 5", chat.now)
    assert chat.draft.awaits_unit == "bench 225 for 5, i weigh 180"
    assert chat.athlete.one_rep_maxes == ()
    chat.say("pounds")
    assert chat.draft.awaits_unit == ""
    assert round((chat.athlete.bodyweight_g or 0) / 453.59237) == 180
    assert [best.load.unit for best in chat.athlete.one_rep_maxes] == [Unit.LB]
