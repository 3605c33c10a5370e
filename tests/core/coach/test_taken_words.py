"""A station is taken only where words of a gym say so: ordinary talk swaps nothing."""

from __future__ import annotations

import pytest

from core.coach.hearing.phrases import Phrase, phrase_of


@pytest.mark.parametrize(
    "words",
    [
        "there is no pain here",
        "there's no problem here",
        "i'm too full",
        "I am so full",
        "my stomach is too full",
        "ich bin zu voll",
        "mein Magen ist zu voll",
        "someone in my family is sick",
        "someone at work called",
        "someone at the bar called",
        "somebody is on the phone",
        "they don't have a clue",
        "we don't have time for the bench",
    ],
)
def test_ordinary_talk_takes_no_station(words: str) -> None:
    assert phrase_of(words) is None


@pytest.mark.parametrize(
    "words", ["we don't have a lot of time", "we don't have that much time", "we don't have all day"]
)
def test_no_time_is_no_missing_machine(words: str) -> None:
    assert phrase_of(words) is Phrase.SHORT_OF_TIME


@pytest.mark.parametrize(
    "words",
    [
        "someone's in the squat rack",
        "someone is already using the smith machine",
        "someone is on it",
        "somebody is at the leg press",
        "we don't have dumbbells",
        "our gym does not have a hack squat machine",
        "they don't have one here",
        "there's no bench",
        "sorry, too full here",
        "it's so full today",
        "das Studio ist heute zu voll",
        "es ist so voll hier",
    ],
)
def test_a_station_that_is_taken_or_not_there(words: str) -> None:
    assert phrase_of(words) is Phrase.TAKEN
