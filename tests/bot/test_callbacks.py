"""Every button survives its 64 bytes and back; whatever else arrives is nothing, and never an error."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from itertools import product
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import (
    AddToPlan,
    Answer,
    FinishWorkout,
    FixSet,
    LogSet,
    Press,
    ReadAs,
    ShowPlan,
    SwapExercise,
    SwapInPlan,
    decode,
    encode,
    kinds,
    short_word,
)
from bot.callbacks.spelled import spell, unspell
from bot.callbacks.wire import LONGEST_BYTES, VERSION
from core.catalogue import catalogue
from core.model.athlete import Goal
from core.model.onboarding import Step
from core.model.workout import Comfort, Entry, SetKind
from core.units import Load, Unit

EXERCISES = list(catalogue())
LONGEST_EXERCISE = max(EXERCISES, key=len)
LARGEST = {
    "set_id": 10**12,
    "workout_id": 10**9,
    "plan_id": 10**9,
    "exercise_index": 99,
    "set_number": 100,
    "reps": 3600,
    "rir_tenths": 100,
    "asked_id": 10**9,
    "rest_s": 3600,
    "minutes": 120,
    "months_back": 10**4,
    "asked_s": 10**11,
    "routine_id": 10**9,
    "share_id": 10**9,
    "place": 99,
    "after": 99,
    "page": 10**4,
    "minute": 1439,
    "day": 10**6,
    "since": 1439,
    "until": 1439,
    "import_id": 10**9,
    "weekday": 6,
}
COUNTS = st.integers(0, 3600)
ENTRIES = st.builds(
    Entry,
    st.none() | st.builds(Load, st.integers(-1_000_000, 1_000_000), st.sampled_from(Unit)),
    COUNTS,
    st.none() | st.integers(0, 20).map(lambda half: half / 2),
    st.none(),
    st.sampled_from(SetKind),
) | st.tuples(COUNTS, COUNTS).map(lambda sides: Entry(None, min(sides), sides=sides))
LOADS = st.builds(Load, st.integers(-1_000_000, 1_000_000), st.sampled_from(Unit))


def values_of(name: str, hint: Any) -> st.SearchStrategy[Any]:
    """Every value a field may carry, by its name and type."""
    options = get_args(hint) or (hint,)
    real = next(option for option in options if option is not type(None))
    if real is bool:
        found: st.SearchStrategy[Any] = st.booleans()
    elif real is int:
        found = st.integers(0, LARGEST[name])
    elif real is Load:
        found = LOADS
    elif issubclass(real, StrEnum):
        found = st.sampled_from(real)
    elif name == "sets":
        found = st.lists(ENTRIES, min_size=1, max_size=2).map(spell)
    elif name == "exercise_id":
        found = st.sampled_from(EXERCISES)
    else:
        found = st.sampled_from([step.value for step in Step])
    return st.none() | found if type(None) in options else found


def presses(kind: type[Press]) -> st.SearchStrategy[Press]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values_of(field.name, hints[field.name]) for field in fields(kind)})  # type: ignore[arg-type]


ANY_PRESS = st.sampled_from(kinds()).flatmap(presses)


@given(st.lists(ENTRIES, min_size=1, max_size=10))
def test_spelled_sets_come_back_as_they_were(entries: list[Entry]):
    assert unspell(spell(entries)) == tuple(entries)


@pytest.mark.parametrize(
    "text", ["", "8,", "8k", "80000x8", "8/", "8@", "8z", "٨", "-8", "8" * 5, ",".join("8" * 11)]
)
def test_what_was_never_spelled_is_no_button(text: str):
    assert decode(f"1.sm.7.0.2.{text}") is None


@given(ANY_PRESS)
def test_every_press_comes_back_as_it_was_within_64_bytes(press: Press):
    written = encode(press)
    assert decode(written) == press
    assert len(written.encode()) <= LONGEST_BYTES


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_the_largest_of_every_kind_fits(kind: type[Press]):
    hints = get_type_hints(kind)
    longest: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        hint = hints[field.name]
        real = next(one for one in (get_args(hint) or (hint,)) if one is not type(None))
        if real is Load:
            longest[field.name] = Load(-1_000_000, Unit.LB)
        elif isinstance(real, type) and issubclass(real, StrEnum):
            longest[field.name] = max(real, key=len)
        else:
            texts = {"exercise_id": LONGEST_EXERCISE, "sets": spell([Entry(Load.kg(100), 12)] * 10)}
            text = texts.get(field.name, max(Step, key=len).value)
            longest[field.name] = {bool: True, int: LARGEST.get(field.name), str: text}[real]
    assert decode(encode(kind(**longest))) == kind(**longest)


@pytest.mark.parametrize(
    ("press", "written"),
    [
        (LogSet(7, 0, 2, Load.kg(80), 8), "1.ls.7.0.2.80000k.8."),
        (LogSet(7, 0, 4, None, 12, Comfort.ALL_OUT), "1.ls.7.0.4..12.all_out"),
        (LogSet(7, 0, 1, Load.kg(-20), 8), "1.ls.7.0.1.-20000k.8."),
        (FixSet(7, 0, 2), "1.fx.7.0.2.."),
        (ReadAs(7, 0, 2, Load.lb(135), 8, 15), "1.sq.7.0.2.61235l.8.15.0"),
        (SwapInPlan(5), "1.ps.5.."),
        (SwapInPlan(5, 0, "bench_press"), "1.ps.5.0.bench_press"),
        (AddToPlan(5), "1.pa.5."),
        (ShowPlan(), "1.pl."),
        (ShowPlan(Goal.STRENGTH), "1.pl.strength"),
        (FinishWorkout(7, False), "1.fi.7.0"),
        (Answer("goal", "size"), "1.an.goal.size"),
    ],
)
def test_buttons_of_messages_already_sent_keep_their_form(press: Press, written: str):
    assert encode(press) == written
    assert decode(written) == press


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_each_kind_has_a_short_word_of_its_own(kind: type[Press]):
    assert [other for other in kinds() if short_word(other) == short_word(kind)] == [kind]
    assert len(short_word(kind)) <= 3


@pytest.mark.parametrize("too_long", [Answer("goal", "x" * 60), SwapExercise(1, 1, "a.b")])
def test_what_would_not_come_back_is_never_written(too_long: Press):
    with pytest.raises(ValueError, match="does not fit"):
        encode(too_long)


HOSTILE = [
    "", ".", "..", "1", "1.", "1..", "1.ls", "1.zz.1", "2.ls.7.0.2.80000k.8.", "1.LS.7.0.2.80000k.8.",
    "1.ls.7.0.2.80000k.8", "1.ls.7.0.2.80000k.8..", "1.ls.7.0.2.80000.8.", "1.ls.7.0.2.k.8.",
    "1.ls.7.0.2.80000t.8.", "1.ls.x.0.2.80000k.8.", "1.ls.+7.0.2.80000k.8.", "1.ls.07.0.2.80000k.8.",
    "1.ls.-0.0.2.80000k.8.", "1.ls.7_0.0.2.80000k.8.", "1.ls. 7.0.2.80000k.8.", "1.ls.7\n.0.2.80000k.8.",
    "1.ls.٧.0.2.80000k.8.", "1.ls.7.0.2.٨٠k.8.", "1.ls.².0.2.80000k.8.", "1.ls.7.0.2.8²k.8.",
    "1.ls.7.0.2.80000k.8.easy.", "1.ls.7.0.2.80000k.8.tired", "1.ls.7.0.2.80000k..", "1.ls...2.80000k.8.",
    "1.ls.9223372036854775808.0.2.80000k.8.", "1.ls.7.0.2." + "9" * 5000 + "k.8.", "1.st." + "9" * 5000,
    "1.st.1e9", "1.st.inf", "1.st.0x10", "1.st.1.0", "1.fi.7.2", "1.fi.7.True", "1.pl.size", "1.st.\ud800",
    "1.ls.7.0.2.80000k.8.\x00", "1.st.-", "1.st.--1", "1." * 400,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_what_this_version_did_not_write_is_nothing(text: str):
    assert decode(text) is None


def test_ten_thousand_hostile_strings_are_nothing_or_exactly_what_was_written():
    """Every short word with rubbish fields, and a real button spoiled at every place."""
    rubbish = ["", "0", "-1", "²", "٣", "k", "80000k", "1_0", "9" * 25, "\ud800", "💪", "None", " 1", "+1"]
    spoiled: list[str] = []
    for kind in kinds():
        count = len(fields(kind))  # type: ignore[arg-type]
        for start, step in product(range(len(rubbish)), range(1, 15)):
            parts = [rubbish[(start + step * place) % len(rubbish)] for place in range(count)]
            spoiled.append(".".join((VERSION, short_word(kind), *parts)))
    real = encode(LogSet(10**9, 3, 2, Load.kg("82.5"), 8, Comfort.EASY))
    for place, mark in product(range(len(real)), "²٣k.-0_ \n+\x00é💪aZ९\u200b%{<"):
        for instead in (mark, mark * 2, mark * 3000):
            spoiled += [real[:place] + instead + real[place + skipped :] for skipped in (0, 1)]
    assert len(spoiled) > 10_000
    read = [(text, press) for text in spoiled if (press := decode(text)) is not None]
    assert [text for text, press in read if _fits(text) and encode(press) != text] == []


def _fits(text: str) -> bool:
    return len(text.encode(errors="surrogatepass")) <= LONGEST_BYTES and "\ud800" not in text


@given(st.text(max_size=80) | st.text("1.lsfxapt09k-", max_size=64).map(lambda tail: "1." + tail))
def test_any_text_at_all_raises_nothing_and_reads_back_what_it_said(text: str):
    press = decode(text)
    if press is not None and _fits(text):
        assert encode(press) == text
