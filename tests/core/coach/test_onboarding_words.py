from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.coach.interview import answers
from core.coach.interview.answer_words import BACK, TRAIN_NOW, read_aim, read_words
from core.model.athlete import Athlete, Goal
from core.model.onboarding import Draft, Note, Step

READ = [
    ("goal", "Strength", "strength"),
    ("goal", "get bigger", "hypertrophy"),
    ("goal", "I want to get stronger!", "strength"),
    ("goal", "look good", "hypertrophy"),
    ("goal", "health", "foundation"),
    ("goal", "explosive power", "power"),
    ("goal", "not sure", "unsure"),
    ("goal", "???", "unsure"),
    ("goal", "bigger and stronger", "unsure"),
    ("goal", "muscular", None),
    ("level", "beginner", "beginner"),
    ("level", "no", "beginner"),
    ("level", "never lifted", "beginner"),
    ("level", "for 5 years", "experienced"),
    ("level", "about 6 months", "intermediate"),
    ("level", "2 weeks", "beginner"),
    ("level", "back after a break", "break"),
    ("foundation", "OK.", "accept"),
    ("foundation", "no", "insist"),
    ("unit", "KG", "kg"),
    ("unit", "pounds please", "lb"),
    ("unit", "stones", None),
    ("unit", "5000 kg", None),
    ("freshness", "2 weeks ago", "recent"),
    ("freshness", "a year ago", "older"),
    ("freshness", "just guessing", "guess"),
    ("gear", "full gym", "full_gym"),
    ("gear", "home gym", "barbell"),
    ("gear", "a pair of dumbbells", "dumbbells"),
    ("gear", "dumbbells and a barbell", "barbell"),
    ("gear", "nothing", "bodyweight"),
    ("gear", "3", None),
    ("days", "3", "3"),
    ("days", "three", "3"),
    ("days", "3x", "3"),
    ("days", "4 days a week", "4"),
    ("days", "twice a week", "2"),
    ("days", "every day", "7"),
    ("days", "٣", "3"),
    ("days", "2.5", None),
    ("days", "-5", None),
    ("days", "1e309", None),
    ("squats", "yes", "yes"),
    ("squats", "Not yet", "no"),
    ("maxes", "no idea", "none"),
    ("health", "None of these", "none"),
    ("doctor", "A doctor cleared me", "cleared"),
    ("goal", "skip", answers.SKIP),
    ("days", "Back", BACK),
    ("maxes", "train now", TRAIN_NOW),
]


@pytest.mark.parametrize(("step", "text", "answer"), READ)
def test_people_are_understood_in_their_own_words(step: str, text: str, answer: str | None) -> None:
    assert read_words(Step(step), text) == answer


@pytest.mark.parametrize(
    ("payload", "goal"),
    [
        ("hypertrophy", Goal.HYPERTROPHY),
        ("size", Goal.HYPERTROPHY),
        ("strength", Goal.STRENGTH),
        ("power", Goal.POWER),
        ("unsure", None),
        ("", None),
        ("x" * 300, None),
    ],
)
def test_a_deep_link_names_a_goal(payload: str, goal: Goal | None) -> None:
    assert read_aim(payload) is goal


_TEXTS = st.one_of(st.text(max_size=60), st.sampled_from([text for _, text, _ in READ]))


@given(st.sampled_from(list(Step)), _TEXTS)
def test_any_text_is_read_without_a_fault_and_only_as_a_lawful_answer(step: Step, text: str) -> None:
    answer = read_words(step, text)
    if answer is None or answer in (BACK, TRAIN_NOW):
        return
    if step is Step.HEALTH and answer.startswith(answers.TICKED):
        step = Step.AILMENTS
    taken = answers.take(Draft(Athlete(1, 1, Goal.HYPERTROPHY)), step, answer)
    assert taken is not Note.NOT_UNDERSTOOD or step is Step.DAYS
