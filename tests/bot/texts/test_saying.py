from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.html import parse_html
from bot.texts import Html, join, languages, say, say_n, speaking, spoken, word, word_n
from tests.bot.texts.catalogues import german_beside_english


def test_a_foreign_part_is_escaped_exactly_once():
    assert say("<b>{name}</b>", name="<i>A & B</i>") == "<b>&lt;i&gt;A &amp; B&lt;/i&gt;</b>"
    inner = say("{name}", name="A & B")
    assert say("<b>{inner}</b>", inner=inner) == "<b>A &amp; B</b>"
    assert join([inner, "C & D", "", Html("")], " · ") == "A &amp; B · C &amp; D"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1))
def test_whatever_a_name_is_it_stands_in_the_message_as_it_was(name: str):
    shown = say("x{inner}x", inner=say("{name}", name=name))
    assert html.unescape(shown) == f"x{name}x"
    assert parse_html(shown)[0] == f"x{name}x"


@pytest.mark.parametrize("speak", [say, word])
def test_a_missing_value_is_seen_by_a_test_and_braces_in_values_are_text(speak):
    with pytest.raises(KeyError, match="name"):
        speak("Hi {name}!")
    assert speak("Hi {name}!", name="{other}") == "Hi {other}!"


def test_a_button_label_is_plain_text():
    label = word("{name}", name="<A & B>")
    assert label == "<A & B>"
    assert not isinstance(label, Html)
    assert isinstance(say("x"), Html)


@pytest.mark.parametrize(("n", "told"), [(0, "0 sets"), (1, "1 set"), (2, "2 sets"), (21, "21 sets")])
def test_what_is_counted_is_one_or_many(n: int, told: str):
    assert say_n("{n} set", "{n} sets", n) == told
    assert word_n("{n} set", "{n} sets", n) == told


@pytest.mark.parametrize(
    ("language", "n", "told"),
    [("en", 999, "999 sets"), ("en", 14_004, "14,004 sets"), ("de", 1_234_567, "1.234.567 Sätze")],
)
def test_thousands_of_what_is_counted_are_set_apart(language: str, n: int, told: str):
    with speaking(language):
        assert say_n("{n} set", "{n} sets", n) == told
        assert word_n("{n} set", "{n} sets", n) == told


def test_a_counted_text_escapes_what_it_is_given():
    assert say_n("{n} set of {name}", "{n} sets of {name}", 2, name="<x>") == "2 sets of &lt;x&gt;"
    assert word_n("{n} set of {name}", "{n} sets of {name}", 1, name="<x>") == "1 set of <x>"


def test_a_language_is_one_file_and_speaks_inside_its_block_alone(tmp_path, monkeypatch):
    with german_beside_english(tmp_path, monkeypatch):
        assert (spoken(), languages()) == ("de", ("en", "de"))
        assert say("Hi {name}!", name="A & B") == "Hallo A &amp; B!"
        assert [word_n("{n} set", "{n} sets", n) for n in (1, 2)] == ["1 Satz", "2 Sätze"]
        assert word("never translated") == "never translated"
        assert (word(""), say("")) == ("", "")
        with speaking("en"):
            assert word("bodyweight") == "bodyweight"
        assert word("bodyweight") == "Körpergewicht"
    assert spoken() == "en"
    assert word("bodyweight") == "bodyweight"


@pytest.mark.parametrize("language", [None, "", "xx", "tlh-KX", "EN", "en_US", "../../etc/passwd"])
def test_a_language_nobody_knows_is_answered_in_english(language):
    with speaking(language):
        assert (spoken(), word("Hi {name}!", name="X")) == ("en", "Hi X!")
