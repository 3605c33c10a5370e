"""Answers of the onboarding: maxima, bodyweight, days a week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.typed.max_notation import HABIT, read_bodyweight, read_count, read_maxes
from core.training.typed.max_reading import BadAnswer, DontKnow, Maxes, Rejected, TypedMax
from core.units import Load, Unit

NAMES = {"squat": "back_squat", "bench": "bench_press", "bench press": "bench_press", "dead": "deadlift"}
NAMES |= {"pull-up": "pull_up", "pull up": "pull_up", "bodyweight squat": "bodyweight_squat"}
SQUAT, BENCH, DEAD = HABIT
THREE = (TypedMax(SQUAT, Load.kg(140)), TypedMax(BENCH, Load.kg(100)), TypedMax(DEAD, Load.kg(180)))


@pytest.mark.parametrize(
    ("text", "lifts"),
    [
        ("squat 140 bench 100 dead 180", THREE),
        ("Squat: 140\nBench press = 100 kg\nDead - 180", THREE),
        ("140 squat, 100 bench, 180 dead", THREE),
        ("my squat is about 140kg, bench 100, dead-180", THREE),
        ("squat ١٤٠ bench １００ dead 180", THREE),
        ("1rm squat 140", THREE[:1]),
        ("bench: 100kg, squat 300 lb", (TypedMax(BENCH, Load.kg(100)), TypedMax(SQUAT, Load.lb(300)))),
        ("bench 100x5", (TypedMax(BENCH, Load.kg(100), 5),)),
        ("bench 5x100", (TypedMax(BENCH, Load.kg(100), 5),)),
        ("bench 100 kg for 5 reps, dead 180", (TypedMax(BENCH, Load.kg(100), 5), THREE[2])),
        ("squat 142,5", (TypedMax(SQUAT, Load.kg("142.5")),)),
        ("bench 10 x 12 kg", (TypedMax(BENCH, Load.kg(12), 10),)),
        ("squat don't know, bench 100", (TypedMax(BENCH, Load.kg(100)),)),
    ],
)
def test_maxima_by_name(text: str, lifts: tuple[TypedMax, ...]) -> None:
    assert read_maxes(text, Unit.KG, NAMES.get) == Maxes(lifts)


@pytest.mark.parametrize(
    ("text", "load", "reps"),
    [
        ("pull-up bw+20", Load.kg(20), 1),
        ("bw + 45 lb pull-up", Load.lb(45), 1),
        ("pull-up bw+20x3", Load.kg(20), 3),
        ("pull-up bw+20 kg for 3 reps", Load.kg(20), 3),
        ("pull-up bw - 15 x 5", Load.kg(-15), 5),
        ("pull-up bwx3", Load.kg(0), 3),
        ("pull up bodyweight x 8", Load.kg(0), 8),
        ("pull-up 8 reps", Load.kg(0), 8),
        ("pull-up: bw", Load.kg(0), 1),
    ],
)
def test_what_the_body_carries(text: str, load: Load, reps: int) -> None:
    assert read_maxes(text, Unit.KG, NAMES.get) == Maxes((TypedMax("pull_up", load, reps, on_body=True),))


def test_bodyweight_in_a_name_is_no_load() -> None:
    squat = TypedMax("bodyweight_squat", Load.kg(20))
    assert read_maxes("bodyweight squat 20", Unit.KG, NAMES.get) == Maxes((squat,))


@pytest.mark.parametrize("text", ["140/100/180", "140 100 180", "140,100,180", "140, 100, 180"])
def test_three_bare_numbers_are_the_powerlifters_habit(text: str) -> None:
    assert read_maxes(text, Unit.KG, NAMES.get) == Maxes(THREE, by_habit=True)


@pytest.mark.parametrize(
    ("text", "lift"),
    [
        ("140 kg", TypedMax(SQUAT, Load.kg(140))),
        ("300lb", TypedMax(SQUAT, Load.lb(300))),
        ("100x5", TypedMax(SQUAT, Load.kg(100), 5)),
        ("about 140", TypedMax(SQUAT, Load.kg(140))),
    ],
)
def test_one_lift_asked_for(text: str, lift: TypedMax) -> None:
    assert read_maxes(text, Unit.KG, NAMES.get, SQUAT) == Maxes((lift,))


@pytest.mark.parametrize(
    "text", ["don't know", "Don’t know.", "idk", "no idea", "?", "Keine Ahnung", "не знаю", "squat idk"]
)
def test_not_knowing(text: str) -> None:
    assert read_maxes(text, Unit.KG, NAMES.get) == DontKnow()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-5", BadAnswer.NEGATIVE),
        ("squat -5", BadAnswer.NEGATIVE),
        ("abc", BadAnswer.NOT_A_NUMBER),
        ("", BadAnswer.NOT_A_NUMBER),
        ("NaN", BadAnswer.NOT_A_NUMBER),
        ("inf", BadAnswer.NOT_A_NUMBER),
        ("1e309", BadAnswer.NOT_A_NUMBER),
        ("squat 1_000", BadAnswer.NOT_A_NUMBER),
        ("½", BadAnswer.NOT_A_NUMBER),
        ("9" * 5000, BadAnswer.NOT_A_NUMBER),
        ("99999999", BadAnswer.NOT_A_NUMBER),
        ("squat 140abc", BadAnswer.NOT_A_NUMBER),
        ("bench 100x2.5", BadAnswer.NOT_A_NUMBER),
        ("5000 kg", BadAnswer.TOO_HEAVY),
        ("squat 99999", BadAnswer.TOO_HEAVY),
        ("squat 0", BadAnswer.TOO_LIGHT),
        ("squat 0.1234", BadAnswer.TOO_PRECISE),
        ("squat 100x21", BadAnswer.TOO_MANY_REPS),
        ("squat 1,000", BadAnswer.UNCLEAR),
        ("bench 12x10", BadAnswer.UNCLEAR),
        ("squat 140 150", BadAnswer.UNCLEAR),
        ("squat 140 squat 150", BadAnswer.UNCLEAR),
        ("squat 140x", BadAnswer.UNCLEAR),
        ("bw+20", BadAnswer.UNCLEAR),
        ("pull-up bwx25", BadAnswer.TOO_MANY_REPS),
        ("pull-up bwx2.5", BadAnswer.NOT_A_NUMBER),
        ("foo 100", BadAnswer.UNKNOWN_LIFT),
        ("140", BadAnswer.WHICH_LIFT),
        ("140 100", BadAnswer.WHICH_LIFT),
    ],
)
def test_impossible_answers(text: str, why: BadAnswer) -> None:
    reading = read_maxes(text, Unit.KG, NAMES.get)
    assert isinstance(reading, Rejected)
    assert reading.why is why


def test_strangers_are_named_and_the_rest_is_kept() -> None:
    assert read_maxes("foo 100 bench 90", Unit.KG, NAMES.get) == Maxes(
        (TypedMax(BENCH, Load.kg(90)),), strangers=("foo",)
    )


@given(st.text(max_size=250), st.sampled_from(Unit), st.none() | st.just(SQUAT))
def test_any_text_gets_an_answer(text: str, unit: Unit, asked: str | None) -> None:
    for reading in (read_maxes(text, unit, NAMES.get, asked), read_maxes(f"squat 8{text}", unit, NAMES.get)):
        if isinstance(reading, Maxes):
            assert reading.lifts
            assert all(0 < lift.load.g <= 1_000_000 or lift.on_body for lift in reading.lifts)
            assert all(abs(lift.load.g) <= 1_000_000 and 1 <= lift.reps <= 20 for lift in reading.lifts)


@pytest.mark.parametrize(
    ("text", "load"),
    [("82.4", Load.kg("82.4")), ("82,4 kg", Load.kg("82.4")), ("I weigh 180 lb", Load.lb(180)),
     ("12 st 4", Load.lb(172)), ("12st4", Load.lb(172)), ("12 stone", Load.lb(168)),
     ("I weigh 12 stone and 4 pounds", Load.lb(172))],
)  # fmt: skip
def test_bodyweight(text: str, load: Load) -> None:
    assert read_bodyweight(text, Unit.KG) == load


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5", BadAnswer.TOO_LIGHT),
        ("500", BadAnswer.TOO_HEAVY),
        ("-80", BadAnswer.NEGATIVE),
        ("80x5", BadAnswer.NOT_A_NUMBER),
        ("8 reps", BadAnswer.NOT_A_NUMBER),
        ("bw", BadAnswer.NOT_A_NUMBER),
        ("80 90", BadAnswer.NOT_A_NUMBER),
        ("12 st 20", BadAnswer.NOT_A_NUMBER),
        ("abc", BadAnswer.NOT_A_NUMBER),
        ("8²", BadAnswer.NOT_A_NUMBER),
    ],
)
def test_no_bodyweight(text: str, why: BadAnswer) -> None:
    reading = read_bodyweight(text, Unit.KG)
    assert isinstance(reading, Rejected)
    assert reading.why is why


@pytest.mark.parametrize(("text", "count"), [("3", 3), ("3 days a week", 3), ("٣", 3), ("4x", 4), ("7.", 7)])
def test_days_a_week(text: str, count: int) -> None:
    assert read_count(text, 1, 7) == count


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("0", BadAnswer.OUT_OF_RANGE),
        ("8", BadAnswer.OUT_OF_RANGE),
        ("-3", BadAnswer.NEGATIVE),
        ("3-4", BadAnswer.NOT_A_NUMBER),
        ("3.5", BadAnswer.NOT_A_NUMBER),
        ("1e3", BadAnswer.NOT_A_NUMBER),
        ("three", BadAnswer.NOT_A_NUMBER),
        ("½", BadAnswer.NOT_A_NUMBER),
        ("3" * 300, BadAnswer.NOT_A_NUMBER),
    ],
)
def test_no_days_a_week(text: str, why: BadAnswer) -> None:
    assert read_count(text, 1, 7) == Rejected(why)
