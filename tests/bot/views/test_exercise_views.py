from __future__ import annotations

from itertools import product

import pytest

from bot.callbacks import AddOwn, AskAche, ExerciseWish, PutInPlan, ShowExercise, TakeAs, WantExercise
from bot.views.exercises import (
    MOST_BUTTONS,
    ORIGINS,
    always,
    exercise_card,
    found,
    from_now_on,
    repertoire,
    still_hurts,
)
from bot.views.plans.plan import plan_card
from bot.views.view import Button
from bot.views.words.own_exercises import KITS, TRAINS, added, meant, unfamiliar, what_it_trains, with_what
from core.catalogue import catalogue
from core.model.athlete import OneRepMax, Provenance
from core.model.own_exercise import Kit, Trains, own_exercise
from core.model.repertoire import ExerciseCard, Found, Preference, Repertoire, SwapAgain, Unfamiliar
from core.training.past.one_rep_max import shown_band
from core.units import Load
from tests.bot.views.builders import KG80, NOW, all_done, assert_fits_a_phone, ex, labels, plain, planned

HOSTILE = "<b>Zercher</b> & co " + "w" * 40
OWN = own_exercise("own_1000000000", HOSTILE, Trains.HINGE, Kit.DUMBBELLS)
EVERY_OWN = [own_exercise(f"own_{trains}_{kit}", "Lift", trains, kit) for trains, kit in product(Trains, Kit)]


@pytest.mark.parametrize("exercise", [*catalogue().values(), OWN], ids=lambda one: one.id)
def test_a_card_fits_a_phone_whatever_is_known(exercise):
    best = OneRepMax(exercise.id, Load.kg("102.5"), Provenance.RATIO, NOW)
    before = all_done([(KG80, 10), (KG80, 8), (Load.kg(75), 8)], "bench_press")
    view = exercise_card(
        ExerciseCard(exercise, before, best, shown_band(best), Preference.FAVOURITE, aching=True)
    )
    assert_fits_a_phone(view)
    assert_fits_a_phone(exercise_card(ExerciseCard(exercise)))


@pytest.mark.parametrize(
    ("provenance", "error", "low", "high"),
    [
        (Provenance.TESTED, "4 %", 96, 104),
        (Provenance.STATED, "4 %", 96, 104),
        (Provenance.ESTIMATED, "10 %", 90, 110),
        (Provenance.RATIO, "10 %", 90, 110),
    ],
)
def test_a_maximum_says_where_it_comes_from_and_how_far_to_trust_it(provenance, error, low, high):
    best = OneRepMax("bench_press", Load.kg(100), provenance, NOW)
    shown = plain(exercise_card(ExerciseCard(ex("bench_press"), (), best, shown_band(best))))
    line = next(line for line in shown.split("\n") if line.startswith("One-rep max"))
    assert line == f"One-rep max: 100 kg, {ORIGINS[provenance]} (± {error}, so {low} to {high} kg)"


def test_a_pull_ups_maximum_says_that_the_body_counts():
    best = OneRepMax("pull_up", Load.kg(90), Provenance.ESTIMATED, NOW)
    shown = plain(exercise_card(ExerciseCard(ex("pull_up"), (), best, shown_band(best))))
    assert "One-rep max: 90 kg, your own weight included, estimated from your sets (± 10 %" in shown


@pytest.mark.parametrize(
    ("preference", "aching", "expected"),
    [
        (None, False, [["⭐ Favourite", "🚫 Never plan it"], ["Add to my plan"]]),
        (Preference.FAVOURITE, False, [["⭐ No favourite any more", "🚫 Never plan it"], ["Add to my plan"]]),
        (Preference.NEVER, False, [["Plan it again"]]),
        (None, True, [["It no longer hurts"], ["⭐ Favourite", "🚫 Never plan it"]]),
        (Preference.NEVER, True, [["It no longer hurts"], ["Plan it again"]]),
    ],
)
def test_a_card_offers_what_can_be_wanted_now(preference, aching, expected):
    view = exercise_card(ExerciseCard(ex("bench_press"), preference=preference, aching=aching))
    assert labels(view) == [*expected, ["‹ My exercises"]]
    assert view.rows[-1][0].press == ShowExercise()
    for row in view.rows[:-1]:
        assert all(button.press.exercise_id == "bench_press" for button in row)


def test_what_is_wanted_is_what_is_pressed():
    rows = exercise_card(ExerciseCard(ex("plank"))).rows
    assert rows[0] == (
        Button("⭐ Favourite", WantExercise("plank", ExerciseWish.FAVOURITE)),
        Button("🚫 Never plan it", WantExercise("plank", ExerciseWish.NEVER)),
    )
    assert rows[1] == (Button("Add to my plan", PutInPlan("plank")),)


def test_a_foreign_name_is_text_and_no_markup():
    views = [
        exercise_card(ExerciseCard(OWN)), found(Found((OWN,), Unfamiliar(HOSTILE, (), 5))),
        repertoire(Repertoire((OWN,), (OWN,), (OWN,), (OWN,))), still_hurts(5, OWN),
        unfamiliar(Unfamiliar(HOSTILE, (OWN,), 5)),
        what_it_trains(HOSTILE, 5), with_what(HOSTILE, 5, Trains.PUSH), added(OWN), meant(OWN),
        always(SwapAgain(OWN, ex("bench_press"))), from_now_on(SwapAgain(ex("bench_press"), OWN)),
    ]  # fmt: skip
    for view in views:
        assert_fits_a_phone(view)
        assert HOSTILE.lower() in plain(view).lower()


def test_all_one_has_a_word_in_fits_a_phone_at_its_most():
    many = tuple(
        own_exercise(f"own_{number}", f"Lift of the name {number}", Trains.ROW, Kit.BAND)
        for number in range(50)
    )
    view = repertoire(Repertoire(own=many))
    assert "and 42 more" in plain(view)
    assert sum(len(row) for row in view.rows) == MOST_BUTTONS


def test_near_ones_log_and_the_last_button_adds():
    asked = Unfamiliar("Zercher carry", (ex("overhead_carry"), ex("zercher_squat")), 7)
    rows = unfamiliar(asked).rows
    assert [row[0].press for row in rows] == [
        TakeAs(7, "overhead_carry"),
        TakeAs(7, "zercher_squat"),
        AddOwn(7),
    ]
    assert unfamiliar(Unfamiliar("💪", (), 7, addable=False)).rows == ()


def test_every_answer_has_its_button():
    trains = [button.press for row in what_it_trains("Lift", 7).rows[:-1] for button in row]
    assert trains == [AddOwn(7, one) for one in TRAINS]
    assert set(TRAINS) == set(Trains)
    kits = [button.press for row in with_what("Lift", 7, Trains.ROW).rows[:-1] for button in row]
    assert kits == [AddOwn(7, Trains.ROW, one) for one in KITS]
    assert set(KITS) == set(Kit)
    assert with_what("Lift", 7, Trains.ROW).rows[-1][0].press == AddOwn(7)


@pytest.mark.parametrize("exercise", EVERY_OWN, ids=lambda one: one.id)
def test_the_cards_of_every_kind_of_own_exercise_can_be_shown(exercise):
    assert_fits_a_phone(exercise_card(ExerciseCard(exercise)))
    assert_fits_a_phone(added(exercise))


def test_a_plan_asks_about_each_exercise_it_leaves_out():
    one = planned(left_out=(ex("bench_press"),))
    assert "\nLeft out, because it hurt: Bench press.\n" in plain(plan_card(one))
    assert (Button("Does it still hurt?", AskAche(5, "bench_press")),) in plan_card(one).rows
    two = plan_card(planned(left_out=(ex("bench_press"), ex("seated_dumbbell_shoulder_press"))))
    assert "Left out, because it hurt: Bench press, Seated dumbbell shoulder press." in plain(two)
    assert [row[0].label for row in two.rows[-2:]] == [
        "Bench press: hurts?",
        "Seated dumbbell shoulder press: hurts?",
    ]
    assert_fits_a_phone(two)
