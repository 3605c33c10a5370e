"""Numbers as people type them."""

from __future__ import annotations

import sys
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.notation.numerals import LONGEST, UNREADABLE, clean, plain, read_decimal, read_numeral

SCRIPTS = [
    zero for zero in range(sys.maxunicode + 1)
    if chr(zero).isdecimal() and unicodedata.decimal(chr(zero)) == 0
]  # fmt: skip


@given(st.integers(0, 99_999), st.sampled_from(SCRIPTS))
def test_digits_of_every_script_say_the_same_number(number: int, zero: int) -> None:
    written = "".join(chr(zero + int(digit)) for digit in str(number))
    assert read_decimal(written) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("80", "80"),
        ("80,5", "80.5"),
        ("80.50", "80.5"),
        ("٨٠٫٥", "80.5"),
        ("8️⃣0️⃣", "80"),
        ("\u200f80\u200e", "80"),
        ("8\u200d0", "80"),
        ("0.125", "0.125"),
        ("🔟", "10"),
    ],
)
def test_one_number(typed: str, number: str) -> None:
    assert read_decimal(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        *("NaN", "inf", "1e309", "1e3", "0x10", "1_000", "²", "8²", "½", "①", "Ⅷ", "8" * 5000, "8" * 8),
        *("8\ud800", "8\x00", "", " ", ",5", "5,", "1.2.3", "1,000", "1.000,5", "1٬000", "㏠"),
        *("1⁄2", "--5", "五", "1,000٫5"),
    ],
)
def test_what_is_no_sure_number(typed: str) -> None:
    assert read_decimal(typed) is None


@pytest.mark.parametrize(
    ("typed", "readings"),
    [("1,000", ("1", "1000")), ("1.000,5", ("1000.5",)), ("1,000,000", ("1000000",))],
)
def test_thousands_are_never_sure(typed: str, readings: tuple[str, ...]) -> None:
    numeral = read_numeral(typed)
    assert numeral is not None
    assert not numeral.sure
    assert numeral.readings == tuple(map(Decimal, readings))


@given(st.text(max_size=300))
def test_plain_text_is_bounded_and_free_of_what_cannot_be_kept(text: str) -> None:
    folded = plain(text)
    assert (folded is None) == (len(text) > LONGEST)
    if folded is not None:
        assert not any(unicodedata.category(char) in ("Cs", "Cf") for char in folded)
        assert all(char in "0123456789" for char in folded if unicodedata.category(char) == "Nd")


@given(st.text(max_size=600))
def test_a_cleaned_note_can_be_kept_anywhere(text: str) -> None:
    kept = clean(text)
    assert len(kept) <= LONGEST
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert kept == kept.strip()
    assert kept.isprintable() or all(unicodedata.category(char) != "Cc" for char in kept)


def test_times_signs_and_look_alikes_are_one_sign() -> None:
    assert {plain(sign) for sign in "×*✖∗"} == {"×"}
    assert plain("−5") == "-5"
    assert plain("½") == UNREADABLE
