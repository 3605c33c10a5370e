from __future__ import annotations

import pytest

from core.coach.interview import onboarding
from core.coach.interview.answers import ailments_in, outcome_of
from core.model.athlete import Health
from core.model.onboarding import Ailment, Asked, Complete, Note, Profile, Refused, Step
from tests.core.coach.asking import ME, Chat

BIT = {ailment: 1 << place for place, ailment in enumerate(Ailment)}


def at_health(level: str = "intermediate") -> Chat:
    chat = Chat()
    chat.start()
    chat.say_all("foundation", level, "kg")
    if level != "beginner":
        chat.say("idk")
    chat.say_all("gym", "3")
    assert chat.step is Step.HEALTH
    return chat


@pytest.mark.parametrize("mask", range(1 << len(Ailment)))
def test_chest_pain_and_fainting_always_mean_the_doctor(mask: int) -> None:
    ailments = ailments_in(mask)
    assert sum(BIT[ailment] for ailment in ailments) == mask
    if mask & (BIT[Ailment.CHEST_PAIN] | BIT[Ailment.FAINTING]):
        assert outcome_of(ailments) is Health.DOCTOR_FIRST
    else:
        assert outcome_of(ailments) is (Health.FOUNDATION_ONLY if mask else Health.CLEAR)


def test_ticks_are_shown_and_kept_nowhere() -> None:
    chat = at_health()
    chat.press("health", "yes")
    before = chat.draft
    mask = BIT[Ailment.JOINT] | BIT[Ailment.PREGNANT]
    outcome = chat.press("ailments", f"t{mask}")
    assert isinstance(outcome, Refused)
    assert outcome.note is Note.TICKING
    assert outcome.ailments == {Ailment.JOINT, Ailment.PREGNANT}
    assert chat.draft == before
    assert isinstance(chat.press("ailments", f"d{mask}"), Complete)
    assert chat.athlete.health is Health.FOUNDATION_ONLY


def test_done_without_a_tick_asks_for_one() -> None:
    chat = at_health()
    chat.press("health", "yes")
    outcome = chat.press("ailments", "d0")
    assert isinstance(outcome, Refused)
    assert outcome.note is Note.PICK_ONE


def test_chest_pain_stops_until_a_doctor_has_cleared() -> None:
    chat = at_health()
    chat.press("health", "yes")
    outcome = chat.press("ailments", f"d{BIT[Ailment.CHEST_PAIN]}")
    assert isinstance(outcome, Asked)
    assert outcome.question.step is Step.DOCTOR
    assert not onboarding.is_complete(chat.tx, ME)
    for way_round in (chat.plan, chat.train_now, chat.start):
        told = way_round()
        assert isinstance(told, Asked)
        assert told.question.step is Step.DOCTOR
    for words in ("skip", "yes", "i am fine"):
        assert isinstance(chat.say(words), Refused)
    assert isinstance(chat.press("doctor", "cleared"), Complete)
    assert chat.athlete.health is Health.CLEAR
    assert onboarding.is_complete(chat.tx, ME)


def test_a_doctor_may_clear_for_light_training_only() -> None:
    chat = at_health()
    chat.say("I faint sometimes")
    assert chat.step is Step.DOCTOR
    chat.say("cleared for light training")
    assert chat.athlete.health is Health.FOUNDATION_ONLY


def test_back_from_the_doctor_asks_the_card_again_and_stays_closed() -> None:
    chat = at_health()
    chat.say("chest pain")
    outcome = chat.back()
    assert isinstance(outcome, Asked)
    assert outcome.question.step is Step.HEALTH
    assert chat.athlete.health is Health.DOCTOR_FIRST
    assert isinstance(chat.press("health", "none"), Complete)
    assert chat.athlete.health is Health.CLEAR


@pytest.mark.parametrize(
    ("text", "health"),
    [
        ("None", Health.CLEAR),
        ("none of these", Health.CLEAR),
        ("no", Health.CLEAR),
        ("I'm 16", Health.FOUNDATION_ONLY),
        ("70", Health.FOUNDATION_ONLY),
        ("bad knee", Health.FOUNDATION_ONLY),
        ("pregnant", Health.FOUNDATION_ONLY),
        ("skip", Health.FOUNDATION_ONLY),
        ("dizzy spells", Health.DOCTOR_FIRST),
        ("knee and chest pain", Health.DOCTOR_FIRST),
        ("high blood pressure", Health.FOUNDATION_ONLY),
    ],
)
def test_the_health_card_is_understood_in_words(text: str, health: Health) -> None:
    chat = at_health()
    chat.say(text)
    assert chat.athlete.health is health


@pytest.mark.parametrize(
    "text", ["no chest pain but a knee", "35", "3", "maybe", "not pregnant", "-5", "NaN"]
)
def test_what_may_mean_either_is_asked_again(text: str) -> None:
    chat = at_health()
    assert isinstance(chat.say(text), Refused)
    assert chat.athlete.health is Health.UNASKED


def test_yes_opens_the_question_again_even_for_a_healthy_profile() -> None:
    chat = at_health()
    chat.press("health", "none")
    chat.change("health")
    chat.press("health", "yes")
    onboarding.cancel(chat.tx, ME, chat.now)
    assert not onboarding.is_complete(chat.tx, ME)
    outcome = chat.start()
    assert isinstance(outcome, Asked)
    assert outcome.question.step is Step.HEALTH


def test_an_old_none_of_these_never_clears_anybody() -> None:
    chat = at_health()
    chat.say("chest pain")
    outcome = chat.press("health", "none")
    assert isinstance(outcome, Asked)
    assert (outcome.question.step, outcome.note) == (Step.DOCTOR, Note.OLD_BUTTON)
    light = at_health()
    light.say("bad knee")
    assert isinstance(light.press("health", "none"), Profile)
    assert light.athlete.health is Health.FOUNDATION_ONLY


def test_a_beginner_who_skips_the_squats_starts_without_weight() -> None:
    chat = at_health("beginner")
    chat.say_all("none", "skip")
    assert chat.athlete.can_squat is False
