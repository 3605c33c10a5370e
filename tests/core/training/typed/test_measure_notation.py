from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.measure import Measured, MeasureKind
from core.training.typed.measure_notation import is_measures, read_kind, read_measures

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("waist 84", "waist", "84", "cm"),
        ("Waist: 84,5 cm", "waist", "84.5", "cm"),
        ("waist 33 in", "waist", "33", "in"),
        ('waist 33"', "waist", "33", "in"),
        ("upper arm 38", "arm", "38", "cm"),
        ("body fat 18%", "body_fat", "18", "%"),
        ("bf 18,5", "body_fat", "18.5", "%"),
        ("weight 82.4", "weight", "82.4", "kg"),
        ("weight 180 lbs", "weight", "180", "lb"),
        ("calf ٣٨", "calf", "38", "cm"),
        ("my waist is 84", "waist", "84", "cm"),
        ("weight 12 st 4", "weight", "172", "lb"),
        ("weight 12st 4lb", "weight", "172", "lb"),
        ("weight 11.5 stone", "weight", "161.0", "lb"),
    ],
)
def test_a_measure_is_read_as_typed(text: str, kind: str, value: str, unit: str) -> None:
    assert read_measures(text, "cm", "kg") == ((MeasureKind(kind), Decimal(value), unit),)


def test_a_number_alone_is_in_the_athletes_unit() -> None:
    assert read_measures("waist 33", "in", "lb") == ((MeasureKind.WAIST, Decimal(33), "in"),)
    assert read_measures("weight 180", "in", "lb") == ((MeasureKind.WEIGHT, Decimal(180), "lb"),)


@pytest.mark.parametrize(
    "text",
    [
        "", "waist", "84", "waist 0", "waist -84", "waist 8400", "waist 84 kg", "waist 18 %",
        "body fat 18 cm", "weight 84 cm", "weight 1000", "banana 3", "waist nan", "waist 1e2", "waist ½",
        "waist 1,000", "waist 84 84", "waist 84 banana 3", "waist 84 waist 85", "weight 12 st 15",
        "waist 12 st", "arm 36 waist",
        "x" * 5000, "waist 84\x00",
        "<b>waist</b> 84", "waist 99999999999999999999",
    ],
)  # fmt: skip
def test_what_no_body_measures_is_refused(text: str) -> None:
    assert read_measures(text, "cm", "kg") == ()


@pytest.mark.parametrize(
    "text",
    [
        "waist 84 arm 36 hips 100", "waist 84, arm 36, hips 100", "waist: 84 cm\narm: 36 cm\nhips: 100 cm",
        "waist 84cm; arm 36cm and hips 100cm", "my waist is 84, arms 36cm & hip 100",
    ],
)  # fmt: skip
def test_several_are_read_at_once(text: str) -> None:
    read = read_measures(text, "cm", "kg")
    assert [(kind.value, int(value), unit) for kind, value, unit in read] == [
        ("waist", 84, "cm"), ("arm", 36, "cm"), ("hips", 100, "cm"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["waist 84", "waist 33 in, arm 14", "arm 36 cm", "body fat 18", "weight 82, waist 84"]
)
def test_measures_are_heard_without_a_command(text: str) -> None:
    assert is_measures(text)


@pytest.mark.parametrize(
    "text", ["chest 100", "calves 40", "shoulders 3x10", "arms 36", "waist", "80x8", "hips 3x12"]
)
def test_what_may_be_lifted_is_not(text: str) -> None:
    assert not is_measures(text)


def test_a_kind_is_known_by_its_names() -> None:
    assert read_kind("Waist") is MeasureKind.WAIST
    assert read_kind("banana") is None


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    read_measures(text, "cm", "kg")
    is_measures(text)
    read_measures(f"waist {text}", "in", "lb")


@given(
    st.sampled_from(
        [
            (kind, unit)
            for kind in MeasureKind
            for unit in {MeasureKind.WEIGHT: ("kg", "lb"), MeasureKind.BODY_FAT: ("%",)}.get(
                kind, ("cm", "in")
            )
        ]
    ),
    st.integers(2000, 9000),
)
def test_what_was_typed_comes_back_to_the_digit(
    kind_and_unit: tuple[MeasureKind, str], hundredths: int
) -> None:
    kind, unit = kind_and_unit
    value = Decimal(hundredths - hundredths % 10) / 100
    assert Measured.of(kind, DAY, value, unit).value == value
