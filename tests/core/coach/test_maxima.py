from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.coach.interview.maxima import LiftsTold, Trouble, read_lifts, read_which, with_lifts
from core.model.athlete import Athlete, Freshness, Provenance
from core.model.onboarding import Draft, Note, Step
from core.units import Load, Unit

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
KG = Athlete(1, 1, unit=Unit.KG)
LB = Athlete(1, 1, unit=Unit.LB)


def loads(told: object) -> dict[str, str]:
    assert isinstance(told, LiftsTold)
    return {lift.exercise_id: str(lift.load) for lift in told.lifts}


def test_three_lifts_in_one_message_are_in_the_athletes_unit() -> None:
    text = "squat 140 bench 100 dead 180"
    assert loads(read_lifts(text, KG)) == {
        "back_squat": "140 kg",
        "bench_press": "100 kg",
        "deadlift": "180 kg",
    }
    assert set(loads(read_lifts(text, LB)).values()) == {"140 lb", "100 lb", "180 lb"}


def test_a_unit_that_was_typed_wins_over_the_athletes() -> None:
    assert loads(read_lifts("bench 300lb", KG)) == {"bench_press": "300 lb"}


def test_without_an_answer_the_language_tells_the_unit() -> None:
    american = Athlete(1, 1, language="en-US")
    assert loads(read_lifts("bench 300", american)) == {"bench_press": "300 lb"}
    assert loads(read_lifts("bench 100", replace(american, language="de"))) == {"bench_press": "100 kg"}


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("squat 5000 kg", Note.TOO_HEAVY),
        ("squat -5", Note.TOO_LIGHT),
        ("squat 0", Note.TOO_LIGHT),
        ("squat 100x20", Note.TOO_MANY_REPS),
        ("100x20", Note.TOO_MANY_REPS),
        ("xyzzyq 100", Note.UNKNOWN_LIFT),
        ("140 kg", Note.WHICH_LIFT),
        ("140 100", Note.NOT_UNDERSTOOD),
        ("dips 20", Note.BODYWEIGHT_LATER),
        ("plank 60", Note.TAKES_NO_LOAD),
        ("squat bw+20", Note.NOT_UNDERSTOOD),
        ("hello there", Note.NOT_UNDERSTOOD),
    ],
)
def test_what_is_no_maximum_is_told_apart(text: str, note: Note) -> None:
    told = read_lifts(text, KG)
    assert isinstance(told, Trouble)
    assert told.note is note


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("i can bench 225", {"bench_press": "225 lb"}),
        ("benched 225 last week", {"bench_press": "225 lb"}),
        ("bench 225ish", {"bench_press": "225 lb"}),
        ("s405 b315 d495", {"back_squat": "405 lb", "bench_press": "315 lb", "deadlift": "495 lb"}),
        ("sbd 405/315/495", {"back_squat": "405 lb", "bench_press": "315 lb", "deadlift": "495 lb"}),
        ("two plate bench, 4 plates squat", {"bench_press": "225 lb", "back_squat": "405 lb"}),
        ("3 plates deadlift", {"deadlift": "315 lb"}),
        ("b 5 d", None),
        ("bench 2 plates and a 25", {"bench_press": "275 lb"}),
        ("bench 2 plates and a 7", None),
    ],
)
def test_lifters_ways_of_telling_a_maximum(text: str, told: dict[str, str] | None) -> None:
    read = read_lifts(text, LB)
    assert isinstance(read, Trouble) if told is None else loads(read) == told


def test_plates_are_of_the_unit_one_trains_with() -> None:
    assert loads(read_lifts("2 plates squat", KG)) == {"back_squat": "100 kg"}


@pytest.mark.parametrize(
    "text",
    ["bench 225 for 5", "bench 225 5 reps", "bench 225 5x", "bench 3x5 225", "225 bench for 5"],
)
def test_a_set_is_told_in_many_ways(text: str) -> None:
    read = read_lifts(text, LB)
    assert isinstance(read, LiftsTold)
    assert [(lift.exercise_id, str(lift.load), lift.reps) for lift in read.lifts] == [
        ("bench_press", "225 lb", 5)
    ]


def test_not_knowing_is_no_trouble() -> None:
    assert read_lifts("keine Ahnung", KG) is None


def test_a_recent_set_is_estimated_and_a_single_is_itself() -> None:
    told = read_lifts("bench 100x5 squat 140x1", KG)
    assert isinstance(told, LiftsTold)
    bests = with_lifts(Draft(KG), told, NOW).athlete.one_rep_maxes
    assert [(best.provenance, round(best.load.g / 1000, 1)) for best in bests] == [
        (Provenance.ESTIMATED, 116.7),
        (Provenance.STATED, 140.0),
    ]
    assert {best.freshness for best in bests} == {Freshness.GUESS}


def test_telling_a_lift_again_replaces_it_and_waits_for_its_age_once() -> None:
    draft = Draft(KG, asked=Step.MAXES, passed=frozenset({Step.MAXES}))
    for text in ("squat 140", "squat 145 bench 100"):
        told = read_lifts(text, KG)
        assert isinstance(told, LiftsTold)
        draft = with_lifts(draft, told, NOW)
    assert draft.lifts == ("back_squat", "bench_press")
    assert [str(best.load) for best in draft.athlete.one_rep_maxes] == ["145 kg", "100 kg"]
    assert (draft.asked, draft.passed) == (None, frozenset())


def test_a_which_lift_button_is_read_back() -> None:
    told = read_which(f"bench_press={Load.lb(225).g}l5")
    assert isinstance(told, LiftsTold)
    assert (told.lifts[0].load, told.lifts[0].reps) == (Load.lb(225), 5)


@pytest.mark.parametrize(
    "value",
    [
        "none",
        "bench_press=100000k0",
        "bench_press=100000k13",
        "nosuch=100000k1",
        "bench_press=0k1",
        "pull_up=5000k1",
    ],
)
def test_a_forged_which_lift_button_is_none(value: str) -> None:
    assert read_which(value) is None


@given(st.text(max_size=80))
def test_any_text_is_lifts_trouble_or_not_knowing(text: str) -> None:
    told = read_lifts(text, KG)
    assert told is None or isinstance(told, LiftsTold | Trouble)
    if isinstance(told, LiftsTold):
        assert all(0 < lift.load.g <= 1_000_000 for lift in told.lifts)
