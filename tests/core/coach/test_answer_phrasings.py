"""How people answer the onboarding's questions who never saw it before: one table a question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.coach.interview.answer_words import read_choice, read_words
from core.model.onboarding import Step

TODAY = date(2026, 3, 2)

SAID: dict[str, dict[str, str | None]] = {
    "goal": {
        "strength pls": "strength",
        "strenght": "strength",
        "💪 strength": "strength",
        "bulk up": "hypertrophy",
        "hypertrofy": "hypertrophy",
        "get jacked": "hypertrophy",
        "lose some weight": "foundation",
        "I want to get in shape": "foundation",
        "both": "unsure",
        "bigger and stronger": "unsure",
        "idk lol": "unsure",
        "i'm not strong": None,
        "finish": None,
        "1": None,
    },
    "level": {
        "been lifting 3 yrs": "experienced",
        "3 years": "experienced",
        "3 yeras": "experienced",
        "I have been training since 2019": "experienced",
        "since march 2025": "intermediate",
        "since january": "beginner",
        "a couple of years": "experienced",
        "10+ years": "experienced",
        "one and a half years": "intermediate",
        "about 6 months": "intermediate",
        "18 months": "intermediate",
        "yes, about 6 months": "intermediate",
        "6 monhts": "intermediate",
        "for ages": "experienced",
        "since i was 16": "experienced",
        "just 2 months": "beginner",
        "3 weeks": "beginner",
        "started 2 years ago": "experienced",
        "2 years ago": "break",
        "no, 3 years ago": "break",
        "used to lift 5 years ago": "break",
        "haven't lifted in 2 years": "break",
        "3 years but took a break": "break",
        "sure": "intermediate",
        "yes i have": "intermediate",
        "never": "beginner",
        "not really": "beginner",
        "nah not really": "beginner",
        "beginner-ish": "beginner",
        "begginer": "beginner",
        "just starting": "beginner",
        "I'm new to this": "beginner",
        "kinda": "half",
        "yeah on and off": "half",
        "sometimes": "half",
        "10 years on and off": "half",
        "since 2020 with breaks": "half",
        "started last week": "beginner",
        "been a while": "break",
        "12 weeks": "intermediate",
        "i train 3 times a week": "intermediate",
        "seit ein paar Monaten": "intermediate",
        "why": None,
        "seit 2019": "experienced",
        "ich trainiere seit einem halben Jahr": "intermediate",
        "ab und zu": "half",
        "less than a year": None,
        "not a beginner": None,
        "34 years old": None,
        "3 workouts each week": None,
        "3 days": None,
        "since 2030": None,
        "3": None,
        "ok": None,
    },
    "unit": {
        "why": None,
        "?": None,
        "lbs pls": "lb",
        "pouds": "lb",
        "kg's": "kg",
        "american": "lb",
        "whatever": "skip",
        "82": None,
    },
    "gear": {
        "home gym with rack": "barbell",
        "i have a rack and barbell at home, and dumbbells": "barbell",
        "barbell, dumbbells and a cable machine": "full_gym",
        "crossfit box": "barbell",
        "just dumbbells": "dumbbells",
        "dumbells": "dumbbells",
        "kettelbells": "dumbbells",
        "dumbbells and bands": "dumbbells",
        "no gym, just dumbbells": "dumbbells",
        "planet fitness": "machines",
        "outdoor gym": "bodyweight",
        "rings in the park": "bodyweight",
        "what do you mean": None,
        "help": None,
        "comercial gym": "full_gym",
        "gym membership": "full_gym",
        "nothing": "bodyweight",
        "no equipment": "bodyweight",
        "Kurzhanteln und Bänder": "dumbbells",
        "no gym": None,
        "hotel": None,
        "hotel gym": None,
        "i don't have a barbell": None,
        "machines and dumbbells": None,
    },
    "days": {
        "3": "3",
        "3 days please": "3",
        "i can do 3 days": "3",
        "mon wed fri": "3",
        "monday and thursday": "2",
        "mon-fri": "5",
        "weekends": "2",
        "Mo Mi Fr": "3",
        "3 mal die Woche": "3",
        "3-4": "3-4",
        "3 or 4": "3-4",
        "3 to 4 times a week": "3-4",
        "once or twice": "1-2",
        "every other day": "3-4",
        "jeden zweiten Tag": "3-4",
        "whenever": "skip",
        "it depends": "skip",
        "depends on work": "skip",
        "not more than 3": "3",
        "idk": "skip",
        "1-6": None,
        "3 years": None,
    },
    "maxes": {
        "don't know": "none",
        "haven't tested yet": "none",
        "no idea honestly": "none",
        "i forgot": "none",
    },
    "freshness": {
        "3 days": "recent",
        "2 weeks": "recent",
        "a month ago": "recent",
        "2 months ago": "older",
        "10 weeks ago": "older",
        "3 years ago": "older",
        "i guess": "guess",
    },
    "health": {
        "all good": "none",
        "nah": "none",
        "no issues": "none",
        "no injuries": "none",
        "nothing that i know of": "none",
        "nope, all good": "none",
        "bad knee": "d8",
        "left shoulder hurts sometimes": "d8",
        "high blood presure": "d1",
        "high bp": "d1",
        "16": "d32",
        "I'm 70": "d64",
        "34": None,
        "no chest pain": None,
        "knee is fine now": None,
        "i'm back": None,
    },
    "squats": {"yes easily": "yes", "20": "yes", "5": "no", "maybe 4": "no", "i think so": "yes", "1": None},
    "doctor": {"my doctor said ok": "cleared", "claered": None, "yes": None, "i'm fine": None},
    "foundation": {"ok cool": "accept", "sounds good": "accept", "i want size": "insist", "why": None},
}
ROWS = [(step, text, answer) for step, rows in SAID.items() for text, answer in rows.items()]


@pytest.mark.parametrize(("step", "text", "answer"), ROWS)
def test_an_answer_is_read_as_people_type_it(step: str, text: str, answer: str | None) -> None:
    assert read_words(Step(step), text, TODAY) == answer


@pytest.mark.parametrize(
    ("step", "text", "answer"),
    [
        ("goal", "1", "hypertrophy"),
        ("goal", "2.", "strength"),
        ("goal", "4", "unsure"),
        ("goal", "5", None),
        ("unit", "2", "lb"),
        ("gear", "3", "dumbbells"),
        ("gear", "0", None),
        ("level", "3", None),
        ("days", "3", None),
        ("health", "1", None),
        ("goal", "²", None),
    ],
)
def test_a_bare_number_counts_the_buttons_where_it_can_mean_nothing_else(
    step: str, text: str, answer: str | None
) -> None:
    assert read_choice(Step(step), text) == answer


# Letters that spell no word of any answer.
_NOISE = st.text(alphabet="qxzvj ", min_size=1, max_size=60)


@given(st.sampled_from(list(Step)), _NOISE)
def test_words_of_no_language_answer_nothing(step: Step, noise: str) -> None:
    assert read_words(step, noise, TODAY) is None


@given(st.sampled_from([step for step in Step if step is not Step.DAYS]), st.integers(100, 10**9))
def test_a_large_number_answers_no_choice(step: Step, number: int) -> None:
    assert read_words(step, str(number), TODAY) is None
    assert read_choice(step, str(number)) is None


@given(st.integers(1, 6))
def test_the_days_noted_are_the_days_said(days: int) -> None:
    for text in (f"{days} days", f"{days}x a week", f"maybe {days}", f"{days} Tage"):
        assert read_words(Step.DAYS, text, TODAY) == str(days)
