"""Which part hurts is read as lifters say it, in English and German."""

from __future__ import annotations

import pytest

from core.coach.hearing.phrases import Phrase, phrase_of
from core.coach.hearing.sore_words import parts_said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("my knee hurts", "knee"),
        ("left knee hurts", "left_knee"),
        ("my knees are killing me", "knee"),
        ("sharp pain in my r wrist", "right_wrist"),
        ("my right shoulder and lower back hurt", "right_shoulder back"),
        ("left and right knee hurt", "knee"),
        ("my elbow is bothering me", "elbow"),
        ("tweaked my neck", "neck"),
        ("rolled my ankle, ouch", "ankle"),
        ("hip feels off", "hip"),
        ("mein linkes Knie tut weh", "left_knee"),
        ("die rechte Schulter tut weh", "right_shoulder"),
        ("Schulter links tut weh", "left_shoulder"),
        ("der Rücken schmerzt", "back"),
        ("Schmerzen im Handgelenk", "wrist"),
        ("it hurts", ""),
        ("back squat hurts my left knee", "left_knee"),
        ("the hip thrust hurts", ""),
        ("ouch, I'm back and it hurts", ""),
    ],
)
def test_a_part_is_read_from_words_of_pain(words: str, told: str) -> None:
    assert phrase_of(words) is Phrase.PAIN
    assert [one.code for one in parts_said(words)] == told.split()


@pytest.mark.parametrize(
    "words",
    [
        "i don't have a bad back",
        "no stiff neck today",
        "I never had a weak shoulder",
        "no knee clicks",
        "my back doesn't hurt",
    ],
)
def test_a_sound_joint_is_no_pain(words: str) -> None:
    assert phrase_of(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "i don't have a bad back but my shoulder hurts",
        "no bad back, but a stiff neck",
        "no, my knee clicks",
        "no my knee clicks",
        "i don't know, my knee clicks",
    ],
)
def test_a_sound_joint_hides_no_other_pain(words: str) -> None:
    assert phrase_of(words) is Phrase.PAIN
