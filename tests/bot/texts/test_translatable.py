"""How texts are found in the sources: by conditions, tables, loops, parameters; else an error says where."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.translatable import Unfollowed, texts_in

HABITS = Path("bot/views/settings/habits.py")  # whose names the made-up sources below may use


def found(source: str, place: Path = HABITS) -> list[str | tuple[str, str]]:
    return [*texts_in(ast.parse(source), place)]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('say("one {n}", n=1)', ["one {n}"]),
        ('word("yes" if fine else "no")', ["yes", "no"]),
        ('word(nowhere.get("why", "because"))', None),
        ('def f(key):\n    table = {"a": "one", "b": "two"}\n    say(table[key])', ["one", "two"]),
        ('def f():\n    for name, text in (("a", "one"), ("b", "two")):\n        word(text)', ["one", "two"]),
        ('def f(text):\n    word(text)\n\ndef g():\n    f("told")\n    f(text="twice")', ["told", "twice"]),
        ('say_n("{n} set", "{n} sets", n)', [("{n} set", "{n} sets")]),
        ('say("{set} <b>{more}</b>")', []),  # nothing to translate in it
        ("word(exercise.name)", []),  # the file of exercises says those
        ("word(name + suffix)", None),
        ("def f(text):\n    say(text)", None),
    ],
)
def test_what_is_found(source: str, texts: list[str | tuple[str, str]] | None) -> None:
    if texts is None:
        with pytest.raises(Unfollowed):
            found(source)
    else:
        assert found(source) == texts


def test_a_table_of_the_module_is_read() -> None:
    privacy = Path("bot/views/data/privacy.py")
    assert "<b>A week</b>" in found("say(KEEPS[keep])", privacy)
    names = found("def f():\n    for topic, (name, why) in TOPICS.items():\n        word(name)", privacy)
    assert "Your profile" in names
    assert not any("Telegram" in str(name) for name in names)
