"""What the founding article wants said, S10 to S30, heard by a newcomer and by somebody strong.

The article's numbers are held by `tests/core/training/test_article_rules.py`.
"""

from __future__ import annotations

import pytest

from core.coach.interview.answer_words import read_words
from core.model.athlete import Goal
from core.model.onboarding import Step
from tests.dialogs.stage import Stage, intermediate

NEWCOMER = ("/start", "size", "no", "foundation", "kg", "skip", "machines", "3", "none")


async def test_s10_a_heavy_rep_is_fast_in_good_form(newcomer: Stage) -> None:
    await newcomer.knows(intermediate(wish=Goal.STRENGTH))
    heard = await newcomer.hears("/plan", "[▶ Start]")
    assert "Fast up, good form." in heard


async def test_s18_s19_foundation_says_what_it_is_for_and_what_comes_next(newcomer: Stage) -> None:
    heard = await newcomer.hears("/start", "size", "no")
    assert "Foundation comes first, then size." in heard
    assert "you get stronger on the way" in heard
    assert "Size opens after 4 weeks and 8 workouts" in heard


async def test_s20_size_is_promised_in_months(newcomer: Stage) -> None:
    heard = await newcomer.hears("/start", "[Not sure?]")
    assert "Muscles grow; seeing it takes months." in heard


async def test_s22_no_goal_shuts_the_other_out(newcomer: Stage) -> None:
    heard = await newcomer.hears("/start", "[Not sure?]")
    assert "They overlap: training one also raises the other." in heard
    assert " only" not in heard
    assert "You can switch any day." in heard


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        *((said, Goal.HYPERTROPHY) for said in ("I want to look better", "more size", "mass", "get bigger")),
        *((said, Goal.STRENGTH) for said in ("get stronger", "a better 1RM", "for my sport", "lift more")),
        *((said, Goal.FOUNDATION) for said in ("stability", "my health", "get fit")),
        *((said, Goal.ENDURANCE) for said in ("endurance", "stamina")),
        *((said, Goal.POWER) for said in ("power", "be more explosive")),
    ],
)
def test_s23_s24_a_goal_is_known_by_what_people_say(said: str, goal: Goal) -> None:
    assert read_words(Step.GOAL, said) == goal


async def test_s26_a_newcomer_hears_of_a_trainer_and_of_the_form(newcomer: Stage) -> None:
    heard = await newcomer.hears(*NEWCOMER, "yes", "/plan", "[▶ Start]")
    assert "A trainer's eye on your form is worth gold in the first weeks." in heard
    assert "Common mistake: " in heard


async def test_s30_safety_is_asked_about_without_alarm(newcomer: Stage) -> None:
    heard = await newcomer.hears(*NEWCOMER[:-1])
    assert "None of these" in heard
    assert "danger" not in heard.lower()
    assert "!" not in heard
