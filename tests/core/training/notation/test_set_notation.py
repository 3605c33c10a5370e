"""What a lifter types between two sets, and that nothing is logged by guess."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fuzz_set_notation import ASKED, invented, least_of, texts
from core.model.session import Measure
from core.model.workout import SetKind
from core.training.notation.numerals import LONGEST
from core.training.notation.set_reading import (
    MOST_REPS,
    MOST_SETS,
    Ambiguous,
    Asked,
    Done,
    Effort,
    Entry,
    Incomplete,
    Named,
    NotASet,
    Note,
    Past,
    PastDay,
    Reading,
    Refusal,
    Refused,
    Same,
    Sets,
    Skip,
)
from core.training.notation.set_tokens import MOST_TOKENS, cut_tokens
from core.training.notation.set_words import _WORDS, Sense
from core.training.set_notation import read_set
from core.units import Load, Unit
from tests.core.training.notation.set_saying import say_set, told

BENCH = Asked(Load.kg(80), 8, sets_left=4, best=Load.kg(110), lightest=Load.kg(20))
PUSH_UPS = Asked(None, 12, takes_load=False, bodyweight=True)


def read(text: str, asked: Asked | None = BENCH, unit: Unit = Unit.KG) -> Reading:
    return read_set(text, asked, unit)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("8 reps 80kg", "80 kg × 8"),
        ("80kg 3x8", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("80kg x 8 x 3", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("8x80x3", "80 kg × 8, 80 kg × 8, 80 kg × 8"),
        ("80kg 8 8 7", "80 kg × 8, 80 kg × 8, 80 kg × 7"),
        ("80x8\n80x7", "80 kg × 8, 80 kg × 7"),
        ("✅ 80 kg × 8", "80 kg × 8"),
        ("✓ 80 kg × 8 @8", "80 kg × 8 @8"),
        ("w 60x5", "60 kg × 5 w"),
        ("80x8 to failure", "80 kg × 8 f"),
        ("failed at 6", "as asked × 6 f"),
        ("80x8 (2 rir)", "80 kg × 8 @8"),
        ("8 @3", "as asked × 8 @3"),
        ("@80x8", "80 kg × 8"),
        ("0 kg x 8", "bw × 8"),
        ("80x8.5", "sure? (many_reps) 8.5 kg × 80"),
        ("+2.5x8", "sure? (on_top) 82.5 kg × 8"),
        ("200x3", "sure? (far_above) 200 kg × 3"),
        ("20x8", "20 kg × 8"),
        ("375", "375 kg × how many?"),
        ("1,000٫5x8", "refused: too_heavy"),
        ("1,000", "ask: 1 kg × how many? or 1000 kg × how many?"),
        ("8 @ 80 @ 90", "refused: unclear"),
        ("8 rpe 80", "refused: not_effort"),
        ("80 x 8 x 3 x 2", "refused: unclear"),
        ("8 8 8 8 8 8 8 8 8 8 8", "refused: too_many_sets"),
        ("375x8 9x3 9", "refused: too_many_sets"),
        ("-200", "refused: negative"),
        ("+375", "sure? (far_above) coming load +375 kg"),
        ("8-10", "ask: as asked × 8 or as asked × 10"),
        ("5-10", "no set"),
        ("2-3-26", "no set"),
        ("hello", "no set"),
        ("see you at 8", "no set"),
        ("t-bar row 60x10", "t-bar row: 60x10"),
        ("bw squat 20", "bw squat: 20"),
        ("pull ups +10x8", "pull ups: +10x8"),
        ("squat: 100x5 @8", "squat: 100x5 @8"),
        ("bench at 80x8", "bench: 80x8"),
        ("bench 9999x8", "refused: too_heavy"),
    ],
)
def test_read_against_80_kg_for_8(text: str, read_as: str) -> None:
    assert told(read(text)) == read_as


@pytest.mark.parametrize(
    ("asked", "text", "read_as"),
    [
        (Asked(Load.kg(14), 12), "12x14", "14 kg × 12"),
        (Asked(Load.kg(14), 12), "14x10", "14 kg × 10"),
        (Asked(Load.kg(14), 12), "12x10", "ask: 10 kg × 12 or 12 kg × 10"),
        (Asked(Load.kg(10), 8), "12x10", "ask: 12 kg × 10 or 10 kg × 12"),
        (Asked(Load.kg(20), 15), "20", "ask: as asked × 20 or 20 kg × how many?"),
        (Asked(None, 15), "20x15", "20 kg × 15"),
        (Asked(None, 15), "15", "as asked × 15, at what load?"),
        (Asked(last_load=Load.kg(60)), "8", "as asked × 8"),
        (Asked(best=Load.kg(100)), "70x12", "70 kg × 12"),
        (Asked(), "20x12", "ask: 20 kg × 12 or 12 kg × 20"),
        (Asked(lightest=Load.kg(20)), "20x12", "20 kg × 12"),
        (None, "100x5", "100 kg × 5"),
        (None, "-5", "refused: negative"),
        (PUSH_UPS, "10,8", "sure? (list) as asked × 10, as asked × 8"),
        (PUSH_UPS, "12x3", "as asked × 12, as asked × 12, as asked × 12"),
        (Asked(Load.kg(-20), 8, bodyweight=True), "20x8", "bw − 20 kg × 8"),
        (Asked(None, 45, takes_load=False, measure=Measure.SECONDS), "5000s", "refused: too_long"),
        (Asked(Load.kg(24), 40, measure=Measure.METRES), "24kg x 40m", "24 kg × 40 m"),
        (Asked(Load.kg(80), 8, resting=True), "@8", "RIR 2 of the last set"),
    ],
)
def test_the_prescription_decides(asked: Asked | None, text: str, read_as: str) -> None:
    reading = read(text, asked)
    said = told(reading)
    assert said == read_as or _swapped(reading) == read_as


def _swapped(reading: Reading) -> str:
    """Of two options at equal strain either may come first."""
    return told(Ambiguous(reading.options[::-1])) if isinstance(reading, Ambiguous) else ""


@pytest.mark.parametrize(
    "text", ["٨٠×٨", "۸۰x۸", "८०x८", "８０ｘ８", "8️⃣0️⃣x8️⃣", "80 х 8", "80✖️8", "\u200f80\u200ex8", "𝟖𝟎x𝟖"]
)
def test_every_script_reads_the_same(text: str) -> None:
    assert read(text) == read("80x8") == Sets((Entry(Load.kg(80), 8),))


def test_pounds_are_meant_where_pounds_are_lifted() -> None:
    asked = Asked(Load.lb(185), 5)
    assert read("185x5", asked, Unit.LB) == Sets((Entry(Load.lb(185), 5),))
    assert read("84 kg x 5", asked, Unit.LB) == Sets((Entry(Load.kg(84), 5),))


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("same @9", Same(1.0)),
        ("👍🏽", Done()),
        ("ok", Done()),
        ("готово", Done()),
        ("skip!", Skip()),
        ("1 rir", Effort(1.0, just_done=False)),
        ("Note:  seat\n4\x00", Note("seat 4")),
        ("note：Schiene B", Note("Schiene B")),
        ("note: " + "x" * 201, Refused(Refusal.NOTE_TOO_LONG)),
        ("note:", Note("")),
        ("note: -", Note("")),
        ("note bench press: seat 4", Note("seat 4", "bench press")),
        ("mon: bench 80x8", Past(PastDay(weekday=0), "bench", "80x8")),
        ("gestern: 80x8", Past(PastDay(days_ago=1), "", "80x8")),
        ("2 days ago: squat 100x5", Past(PastDay(days_ago=2), "squat", "100x5")),
        ("2026-05-01: squat 100x5", Past(PastDay(day=(1, 5, 2026)), "squat", "100x5")),
        ("1.5.: squat 100x5", Past(PastDay(day=(1, 5, None)), "squat", "100x5")),
        ("yesterday was hard", NotASet()),
        ("yesterday: squat -5", Refused(Refusal.NEGATIVE)),
        ("80x8 bench", Named("bench", "80x8")),
        ("8" * (LONGEST + 1), NotASet()),
    ],
)
def test_whole_messages(text: str, reading: Reading) -> None:
    assert read(text) == reading


def test_days_gone_by() -> None:
    today = date(2026, 5, 6)  # a Wednesday
    assert PastDay(days_ago=1).before(today) == date(2026, 5, 5)
    assert PastDay(weekday=2).before(today) == date(2026, 4, 29)
    assert PastDay(weekday=1).before(today) == date(2026, 5, 5)
    assert PastDay(day=(7, 5, None)).before(today) == date(2025, 5, 7)
    assert PastDay(day=(7, 5, 2026)).before(today) is None
    assert PastDay(day=(31, 2, None)).before(today) is None
    assert PastDay().before(today) is None


@given(st.sampled_from(sorted(_WORDS[Sense.DONE].split() + _WORDS[Sense.SKIP].split())))
def test_done_and_skip_in_every_language(word: str) -> None:
    assert isinstance(read(word.upper()), (Done, Skip))


LOADS = st.builds(Load.of_hundredths, st.integers(1, 90_000), st.sampled_from(Unit))
MARKS = st.sampled_from(".,")
EFFORTS = st.none() | st.integers(0, 18).map(lambda halves: halves / 2)


@given(LOADS | st.just(Load.kg(0)), st.integers(0, 30), EFFORTS, st.sampled_from(SetKind), MARKS)
def test_what_is_printed_reads_back(
    load: Load, reps: int, rir: float | None, kind: SetKind, mark: str
) -> None:
    kind = SetKind.FAILURE if reps == 0 else kind
    printed = say_set(load, reps, rir, kind=kind, decimal=mark)
    load = load if load.g else Load.lb(0)
    for asked in (Asked(load, max(reps, 1)), Asked()):
        assert read(printed, asked, Unit.LB) == Sets((Entry(load, reps, rir, kind),)), printed


@given(LOADS, st.booleans(), st.integers(1, 30), st.sampled_from(".,"))
def test_added_and_assisting_loads_read_back(load: Load, minus: bool, reps: int, mark: str) -> None:
    signed = Load(-load.g if minus else load.g, load.unit)
    printed = say_set(signed, reps, bodyweight=True, decimal=mark)
    assert read(printed, Asked(signed, reps, bodyweight=True)) == Sets((Entry(signed, reps),))


@given(st.none() | LOADS, st.integers(1, 3600), EFFORTS)
def test_holds_read_back(load: Load | None, seconds: int, rir: float | None) -> None:
    printed = say_set(load, seconds, rir, measure=Measure.SECONDS)
    asked = Asked(load, seconds, takes_load=load is not None, measure=Measure.SECONDS)
    assert read(printed, asked) == Sets((Entry(load, seconds, rir, measure=Measure.SECONDS),))


@given(LOADS, st.integers(1, 30), st.integers(1, 30), st.sampled_from(Measure))
def test_sides_read_back(load: Load, left: int, right: int, measure: Measure) -> None:
    printed = say_set(load, min(left, right), sides=(left, right), measure=measure)
    entry = Entry(load, min(left, right), sides=(left, right), measure=measure)
    assert read(printed, Asked(load, 10, measure=measure)) == Sets((entry,)), printed


@given(LOADS, st.lists(st.integers(1, 20), min_size=2, max_size=MOST_SETS))
def test_sets_told_in_a_row_read_back(load: Load, counts: list[int]) -> None:
    printed = f"{say_set(load, counts[0])}, " + ", ".join(map(str, counts[1:]))
    assert read(printed, Asked(load, 8)) == Sets(tuple(Entry(load, reps) for reps in counts))


@given(st.integers(4, 40), st.integers(-2, 2), st.integers(-2, 2))
def test_where_both_orders_lie_as_near_it_is_asked(load: int, more: int, fewer: int) -> None:
    """Near a square prescription (10 kg × 10) neither number can be told to be the load."""
    first, second = load + more, load + fewer
    if first == second or load in (first, second) or min(first, second) < 2:
        return
    reading = read(f"{first}x{second}", Asked(Load.kg(load), load))
    assert not isinstance(reading, Sets) or first <= 5 or second <= 5


@given(st.text(max_size=250), st.sampled_from(ASKED), st.sampled_from(Unit))
def test_any_text_gets_a_lawful_reading(text: str, asked: Asked | None, unit: Unit) -> None:
    reading = read_set(text, asked, unit)
    if isinstance(reading, Sets):
        _assert_lawful(reading)


def test_twenty_thousand_wild_texts() -> None:
    """The benchmark's first texts: no exception, and no number the text does not hold."""
    accepted = 0
    for index, text in enumerate(texts(20_000)):
        reading = read_set(text, ASKED[index % len(ASKED)], (Unit.KG, Unit.LB)[index % 2])
        assert not invented(text, reading), (text, reading)
        if isinstance(reading, Sets):
            accepted += 1
            _assert_lawful(reading)
    assert accepted > 1_000


def _assert_lawful(reading: Sets) -> None:
    assert 1 <= len(reading.entries) <= MOST_SETS
    for entry in reading.entries:
        assert entry.reps is not None
        assert 0 <= entry.reps <= (3600 if entry.measure is not Measure.REPS else MOST_REPS)
        assert entry.reps > 0 or entry.failed
        assert entry.load is None or abs(entry.load.g) <= 1_000_000
        assert entry.load is None or entry.load.value == Decimal(entry.load.hundredths) / 100


@pytest.mark.parametrize("text", ["100x", "80 kg", "fail", "80", "failed the 8th"])
def test_what_is_partial_is_asked_for(text: str) -> None:
    assert isinstance(read(text), Incomplete)


def test_a_number_without_end_is_left_early() -> None:
    assert least_of("5" * 200, None, Unit.KG) < 1_500_000  # it took over two milliseconds of CPU


def test_ten_whole_sets_are_read_and_endless_junk_is_left_early() -> None:
    ten = ", ".join(["w 82.5 kg x 8 @8"] * 10)
    reading = read_set(ten, None, Unit.KG)
    assert isinstance(reading, Sets)
    assert len(reading.entries) == 10
    assert read_set("." * 200, None, Unit.KG) == NotASet()
    assert cut_tokens("." * MOST_TOKENS) != []
    assert cut_tokens("." * (MOST_TOKENS + 1)) == []
