from __future__ import annotations

import pytest

from bot.callbacks import (
    CutTime,
    Dismiss,
    FinishWorkout,
    FixSet,
    GoOn,
    Pain,
    ReadAs,
    ReadSets,
    SayPain,
    ShowCard,
    SkipSet,
    SwapExercise,
    UndoSet,
)
from bot.views.hurting import get_help, hurt_exercise, only_burn, what_hurts
from bot.views.view import Button, Style, View
from bot.views.workout.workout_menus import (
    ASKS,
    fix_menu,
    more_menu,
    swap_menu,
    undone,
    which,
    why_set,
)
from core.model.outcomes import Which
from core.model.session import Reason
from core.model.workout import Entry, SetKind
from core.training.notation.set_reading import Doubt
from core.units import Load
from tests.bot.views.builders import KG80, asked, assert_fits_a_phone, card, done, ex, labels, logged

BENCH, DUMBBELLS = ex("bench_press"), ex("dumbbell_bench_press")
OFFERED = (
    (DUMBBELLS, asked(DUMBBELLS.id, load=Load.kg(28))),
    (ex("push_up"), asked("push_up", load=None)),
    (ex("assisted_pull_up"), asked("assisted_pull_up", load=Load.kg(-20))),
)


def test_more_of_a_set_card():
    view = more_menu(card(set_number=2))
    assert view == View(
        "<b>Bench press</b> · set 2 of 4",
        (
            (Button("Short of time", CutTime(7, 0, 2)), Button("Skip exercise", SkipSet(7, 0, 0))),
            (Button("Something hurts", SayPain(7, 0)), Button("Finish workout", FinishWorkout(7))),
            (Button("‹ Back", ShowCard(7, 0, 2)),),
        ),
    )
    assert_fits_a_phone(view)


def test_why_tells_what_changed_just_now_before_what_was_planned():
    planned = asked(reasons=(Reason.of("rep_added", reps=10),))
    view = why_set(card(prescription=planned, reasons=(Reason.of("load_taken_over", load=KG80),)))
    assert view == View(
        "<b>Bench press</b> · set 1 of 4\n"
        "• I go on with 80 kg, as you did.\n"
        "• A little more than last time: 10 reps.",
        ((Button("‹ Back", ShowCard(7, 0, 1)),),),
    )
    assert why_set(card()).text.endswith("\nJust as planned.")


def test_why_tells_what_the_goal_always_asks_after_the_rest():
    usual = (
        Reason.of("sets_of_goal", goal="strength", high=6, low=4, sets=5),
        Reason.of("rest_of_strength", rest_s=180),
        Reason.of("warm_up_ramp"),
    )
    assert why_set(card(usual=usual)).text.endswith(
        "\n• 5 sets: for strength, 4 to 6 of each exercise work best."
        "\n• 3 min rest: with less, a weight this heavy doesn't go up again (3 to 5 min)."
        "\n• Warm-ups get heavier while their reps fall, so that you start ready and not tired."
    )


def test_why_of_a_hold_speaks_of_seconds():
    plank = asked("plank", load=None, reps=45, reasons=(Reason.of("rep_added", reps=45),))
    assert why_set(card("plank", prescription=plank)).text.endswith("\n• A little more than last time: 45 s.")


def test_three_others_for_the_same_muscles_with_their_loads():
    back = ShowCard(7, 0, 2)
    assert swap_menu(7, 0, BENCH, OFFERED, back) == View(
        "Instead of Bench press, for the same muscles:",
        (
            (Button("Dumbbell bench press 28 kg", SwapExercise(7, 0, DUMBBELLS.id)),),
            (Button("Push-up", SwapExercise(7, 0, "push_up")),),
            (Button("Assisted pull-up 20 kg help", SwapExercise(7, 0, "assisted_pull_up")),),
            (Button("‹ Back", back),),
        ),
    )
    nothing = View("I know nothing else for the same muscles with your equipment.")
    assert swap_menu(7, 0, BENCH, (), None) == nothing


def test_three_sorts_of_pain_and_a_way_back():
    assert what_hurts(7, 1) == View(
        "Stop the set. What does it feel like?",
        (
            (Button("Muscle burn", SayPain(7, 1, Pain.BURN)),),
            (Button("Joint, or sharp pain", SayPain(7, 1, Pain.JOINT)),),
            (Button("Chest pain, or dizzy", SayPain(7, 1, Pain.CHEST)),),
            (Button("Nothing hurts, go on", GoOn(7)),),
        ),
    )


def test_a_burn_is_no_harm():
    text = "That's the muscle working. Take your time; if it turns sharp, stop and tell me."
    assert only_burn() == View(text)
    assert only_burn(7) == View(text, ((Button("Go on", GoOn(7)),),))


def test_a_hurt_joint_ends_the_exercise_and_offers_others():
    stopped = (
        "Stopped Bench press. Every set so far is kept, and I leave it out from now on.\n"
        "If the pain stays, have it looked at."
    )
    end = (Button("No, go on with the rest", GoOn(7)), Button("Finish", FinishWorkout(7)))
    assert hurt_exercise(BENCH, 7, 0, OFFERED[:1]) == View(
        f"{stopped}\nSomething else for the same muscles? Only if it doesn't hurt.",
        ((Button("Dumbbell bench press 28 kg", SwapExercise(7, 0, DUMBBELLS.id)),), end),
    )
    assert hurt_exercise(BENCH, 7, 0, ()) == View(stopped, (end,))


def test_chest_pain_sends_for_help_and_nothing_else():
    view = get_help()
    assert view.text.startswith("<b>Stop now and sit down.</b> Chest pain or dizziness needs help at once")
    assert view.rows == ()
    assert_fits_a_phone(view)


def test_fixing_a_set_by_a_tap_or_a_reply():
    assert fix_menu(logged(done(8))) == View(
        "<b>Bench press</b> set 1 was logged as <b>80 kg × 8</b>.\n"
        "What was it? Tap, or reply like <code>80 kg x 8</code>.",
        (
            tuple(Button(str(reps), FixSet(7, 0, 1, KG80, reps)) for reps in (6, 7, 9, 10)),
            (Button("Take it back", UndoSet(7, 0, 1), Style.DANGER), Button("It's right", ShowCard(7, 0, 1))),
        ),
    )


@pytest.mark.parametrize(
    ("one", "near"),
    [
        (done(1), ["2", "3"]),
        (done(2), ["1", "3", "4"]),
        (done(45, None, "plank"), ["35 s", "40 s", "50 s", "55 s"]),
        (done(5, None, "plank"), ["10 s", "15 s"]),
    ],
)
def test_what_is_near_what_was_logged(one, near: list[str]):
    assert labels(fix_menu(logged(one)))[0] == near


def test_two_readings_are_two_buttons():
    asks = Which(7, 0, 2, ((Entry(Load.kg(12), 10),), (Entry(Load.kg(10), 12, 1.5),)))
    assert which(asks, BENCH) == View(
        "Which one do you mean?",
        (
            (Button("12 kg × 10", ReadAs(7, 0, 2, Load.kg(12), 10)),),
            (Button("10 kg × 12 @8.5", ReadAs(7, 0, 2, Load.kg(10), 12, 15)),),
        ),
    )


def test_a_bare_number_right_after_a_tap_is_this_set_or_the_next():
    asks = Which(7, 0, 3, ((Entry(KG80, 8),), (Entry(KG80, 8),)), "this_or_next", (0, 2))
    assert which(asks, BENCH) == View(
        "You just logged a set. Which one is this?",
        (
            (Button("Set 2 was 8", ReadAs(7, 0, 2, KG80, 8, corrects=True)),),
            (Button("Set 3: 8", ReadAs(7, 0, 3, KG80, 8)),),
        ),
    )
    held = Which(7, 0, 3, ((Entry(None, 40),), (Entry(None, 40),)), "this_or_next", (0, 2))
    assert labels(which(held, ex("plank"))) == [["Set 2 was 40 s"], ["Set 3: 40 s"]]


def test_several_sets_are_asked_back_like_one():
    runs = (
        (Entry(None, 8), Entry(None, 8)),
        (Entry(Load.kg(8), 8), Entry(Load.kg(8), 7, 1.5), Entry(KG80, 7, sides=(8, 7))),
        (Entry(KG80, 6, kind=SetKind.FAILURE),),
    )
    assert which(Which(7, 0, 2, runs), BENCH).rows == (
        (Button("2 sets: 8 reps", ReadSets(7, 0, 2, "8,8")),),
        (Button("8 kg × 8, 7 @8.5 · 80 kg × 8/7", ReadSets(7, 0, 2, "8000k8,7@15,80000k8/7")),),
        (Button("80 kg × 6 failure", ReadSets(7, 0, 2, "80000k6f")),),
    )


@pytest.mark.parametrize("doubt", Doubt)
def test_a_doubt_is_asked_back_with_a_way_to_say_no(doubt: Doubt):
    view = which(Which(7, 0, 2, ((Entry(Load.kg(375), 8),),), doubt.value), BENCH)
    assert view.text == ASKS[doubt.value].replace("{name}", "Bench press")
    assert view.rows == (
        (Button("375 kg × 8", ReadAs(7, 0, 2, Load.kg(375), 8)),),
        (Button("No, I'll send it again", Dismiss()),),
    )


def test_a_set_taken_back():
    assert undone(BENCH, done(8, rir=2)).text == "↩ Bench press set 1 taken back: 80 kg × 8 @8"


def test_one_reading_alone_is_no_choice_between_two():
    view = which(Which(7, 0, 2, ((Entry(Load.kg(80), 99),),)), BENCH)
    assert view.text == "Did I read that right?"
