"""What is asked of all rounds of kills together."""

from __future__ import annotations

from tests.faults.figures import too_often


def test_bells_that_rang_twice_are_counted_over_all_rounds() -> None:
    assert too_often({}) == []
    assert too_often({"at_random": {"kills": 3, "bells": 9, "repeated": 1}}) == []
    assert too_often({"at_random": {"bells": 1400, "repeated": 7}}) == []
    assert too_often({"at_random": {"bells": 1400, "repeated": 8}}) != []
