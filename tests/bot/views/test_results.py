from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.callbacks import ChangeRest, Feel, FixSet, LogSet, RestChange, SayFeel
from bot.views.view import Button, View
from bot.views.workout.results import folded_exercise, folded_set, moved_down, result
from core.model.outcomes import PlateStep
from core.model.session import Reason
from core.model.workout import Comfort
from core.units import Load
from tests.bot.views.builders import (
    KG80,
    NOW,
    all_done,
    asked,
    assert_fits_a_phone,
    card,
    done,
    ex,
    labels,
    logged,
    plain,
)

SAME = card(set_number=2, plates=(2000, 1000), plate_step=PlateStep((), ()))
REST_ROW = (
    Button("Skip rest", ChangeRest(7, 0, 1, RestChange.SKIP)),
    Button("+30 s", ChangeRest(7, 0, 1, RestChange.MORE)),
    Button("−30 s", ChangeRest(7, 0, 1, RestChange.LESS)),
    Button("Fix", FixSet(7, 0, 1)),
)
ENDS = NOW + timedelta(seconds=60)


def test_a_logged_set_becomes_its_result_the_rest_and_what_is_next():
    view = result(logged(done(), next_card=SAME), ENDS, "19:01")
    assert view == View(
        "✓ <b>80 kg × 10</b> · rest 60 s, "
        f'next set <tg-time unix="{int(ENDS.timestamp())}" format="r">at 19:01</tg-time>\n'
        "Next: <b>80 kg × 10</b>, same plates",
        (REST_ROW,),
    )
    assert_fits_a_phone(view)


def test_a_missed_set_says_what_follows_from_it():
    lighter = card(
        set_number=2, load=Load.kg(75), plates=(2000, 500, 250), plate_step=PlateStep((1000,), (500, 250))
    )
    told = (Reason.of("rest_lengthened", rest_s=90), Reason.of("load_lowered", load=Load.kg(75), short=2))
    view = result(logged(done(8), next_card=lighter, rest_s=90, reasons=told), ENDS, "19:01")
    assert plain(view).split("\n") == [
        "✓ 80 kg × 8 · rest 90 s, next set at 19:01",
        "Longer rest now: 90 s. 2 reps short, so a little lighter: 75 kg.",
        "Next: 75 kg × 10, swap 10 → 5+2.5 a side",
    ]


def test_reasons_of_a_held_set_speak_of_seconds():
    told = (Reason.of("target_lowered", reps=30),)
    after = logged(
        done(30, None, "plank"), next_card=card("plank", 2, load=None, reps=30),
        prescription=asked("plank", load=None), reasons=told,
    )  # fmt: skip
    assert plain(result(after, ENDS, "19:01")).split("\n")[1:] == [
        "Enough for now: 30 s. Fewer is information, not failure.",
        "Next: 30 s",
    ]


def test_several_sets_typed_at_once_are_all_told():
    view = result(logged(*all_done([(KG80, 10), (KG80, 8)]), next_card=SAME, rest_s=None), None, "")
    assert view.text == "✓ <b>80 kg × 10</b> · ✓ <b>80 kg × 8</b>\nNext: <b>80 kg × 10</b>, same plates"
    assert view.rows == ((Button("Fix", FixSet(7, 0, 2)),),)


def test_a_set_no_card_named_says_its_exercise():
    unseen = logged(done(), next_card=SAME, rest_s=None, card=None)
    assert plain(result(unseen, None, "")).startswith("Bench press ✓ 80 kg × 10\n")
    corrected = logged(done(), next_card=SAME, rest_s=None, card=None, corrected=True)
    assert plain(result(corrected, None, "")).startswith("✓ 80 kg × 10\n")


def test_a_weight_just_tried_is_asked_about():
    nothing_known = card(set_number=2, load=None, loads_offered=(KG80,))
    view = result(logged(done(15), next_card=nothing_known, feel_asked=True), ENDS, "19:01")
    assert plain(view).split("\n")[1:] == ["Next: set 2 of 4", "How was the weight?"]
    assert view.rows == (
        (
            Button("Too light", SayFeel(7, 0, 1, Feel.TOO_LIGHT)),
            Button("Right", SayFeel(7, 0, 1, Feel.RIGHT)),
            Button("Too heavy", SayFeel(7, 0, 1, Feel.TOO_HEAVY)),
        ),
        REST_ROW,
    )


def test_an_exercise_that_is_over_folds_to_its_sets():
    sets = all_done([(KG80, 10), (KG80, 8), (Load.kg(75), 8)])
    over = logged(*sets, rest_s=None)
    assert result(over, None, "") == View("<b>Bench press</b> ✓ 80 kg × 10, 8 · 75 kg × 8")


def test_a_typed_last_set_is_asked_how_it_felt_without_need_of_an_answer():
    view = result(logged(done(), rest_s=None, comfort_asked=True), None, "")
    assert view.text == "<b>Bench press</b> ✓ 80 kg × 10\nHow was the last set?"
    assert view.rows == (
        (
            Button("easy (3+ left)", LogSet(7, 0, 1, KG80, 10, Comfort.EASY)),
            Button("1–2 left", LogSet(7, 0, 1, KG80, 10, Comfort.RIGHT)),
            Button("all I had", LogSet(7, 0, 1, KG80, 10, Comfort.ALL_OUT)),
        ),
    )
    held = logged(done(45, None, "plank"), rest_s=None, comfort_asked=True)
    assert labels(result(held, None, "")) == [["easy", "just right", "all I had"]]


BENCH, ROW = asked(superset=0), asked("barbell_row", superset=0, load=Load.kg(60))
ROW_CARD = replace(card("barbell_row", prescription=ROW), exercise_index=1)


def test_the_first_half_of_a_pair_sends_on_without_a_rest():
    first = logged(done(), prescription=BENCH, next_card=ROW_CARD, rest_s=None)
    assert result(first, None, "") == View(
        "<b>Bench press</b> ✓ <b>80 kg × 10</b>\nNext: Barbell row, <b>60 kg × 10</b>",
        ((Button("Fix", FixSet(7, 0, 1)),),),
    )


def test_the_second_half_of_a_pair_shows_the_rest_that_runs():
    second = logged(
        done(10, Load.kg(60), "barbell_row", exercise_index=1), prescription=ROW,
        next_card=card(set_number=2, prescription=BENCH),
    )  # fmt: skip
    view = result(second, ENDS, "19:01")
    assert plain(view) == (
        "Barbell row ✓ 60 kg × 10 · rest 60 s, next set at 19:01\nNext: Bench press, 80 kg × 10"
    )
    assert labels(view) == [["Skip rest", "+30 s", "−30 s", "Fix"]]


def test_the_last_set_of_a_pairs_exercise_folds_it():
    sets = all_done([(KG80, 10)] * 4)
    last = logged(
        sets[-1], done=sets, prescription=BENCH, next_card=ROW_CARD, rest_s=None, exercise_over=True
    )
    assert result(last, None, "") == View("<b>Bench press</b> ✓ 80 kg × 10, 10, 10, 10")


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (folded_set(ex("bench_press"), done(8, set_number=2, rir=1), 4),
         "<b>Bench press</b> 2/4 ✓ 80 kg × 8 @9"),
        (folded_exercise(ex("plank"), all_done([(None, 45), (None, 30)], "plank")),
         "<b>Plank</b> ✓ 45 s, 30 s"),
        (folded_exercise(ex("plank"), ()), "Plank: skipped"),
        (moved_down(ex("plank"), 3), "Plank set 3 ↓"),
    ],
)  # fmt: skip
def test_folded_lines(shown: str, text: str):
    assert shown == text
