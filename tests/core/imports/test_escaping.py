"""Cells that a spreadsheet would run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.imports.escaping import neutralised, restored
from core.imports.spotter_notes import SpotterNote, read_note, write_note
from core.model.workout import Comfort, SetKind

DANGEROUS = tuple("=+-@\t\r\n\0")


@given(st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r\n\0"), st.characters())))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(DANGEROUS)


@pytest.mark.parametrize(
    ("text", "cell"),
    [("=1+1", "'=1+1"), ("'=1", "''=1"), ("@x", "'@x"), ("O'Brien", "O'Brien"), ("'tis", "'tis"), ("", "")],
)
def test_only_what_would_run_is_marked(text: str, cell: str) -> None:
    assert neutralised(text) == cell


@given(
    st.builds(
        SpotterNote,
        st.sampled_from([None, *Comfort]),
        st.sampled_from([None, SetKind.AMRAP]),
        st.one_of(st.none(), st.integers(0, 999)),
        st.one_of(st.none(), st.tuples(st.integers(0, 3600), st.integers(0, 3600))),
    )
)
def test_a_note_comes_back_as_it_was(note: SpotterNote) -> None:
    assert read_note(write_note(note)) == note
