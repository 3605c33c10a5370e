"""Spoilt files raise nothing; ten thousand of them are read by `benchmarks/mutated_files.py`."""

from __future__ import annotations

from benchmarks.mutated_files import read_mutants


def test_two_thousand_spoilt_files_raise_nothing() -> None:
    outcomes = read_mutants(2_000, seed=20)
    assert outcomes.total() == 2_000
    assert {"read", "bad_rows", "unknown_format", "not_text"} <= set(outcomes)
