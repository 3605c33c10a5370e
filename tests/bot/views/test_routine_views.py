"""Routines as they are shown: all, one, edited, deleted."""

from __future__ import annotations

from bot.callbacks import (
    AddToRoutine,
    DeleteRoutine,
    EditRoutine,
    PlanDay,
    PlanRoutine,
    RenameRoutine,
    RoutineTap,
    ShareRoutine,
    ShowRoutine,
)
from bot.views.plans import routine_editing as editing
from bot.views.plans import routines as views
from bot.views.plans.plan import day_word, routine_title
from bot.views.view import Button, Style, View
from core.catalogue import catalogue
from core.model.routine import Routine, RoutineExercise
from core.model.session import routine_day
from tests.bot.views.builders import assert_fits_a_phone

C = catalogue()
HELD = (
    RoutineExercise("bench_press", 4, 8, 1),
    RoutineExercise("barbell_row", pair=1),
    RoutineExercise("plank", sets=1),
)
PUSH = Routine(7, "<Push> & {A}", HELD)
KNOWN = tuple(C[one.exercise_id] for one in HELD)


def test_one_routine() -> None:
    assert views.routine_card(PUSH, KNOWN) == View(
        "<b>&lt;Push&gt; &amp; {A}</b>\n"
        "1. Bench press · 4 sets · 8 reps · superset A\n"
        "2. Barbell row · superset A\n"
        "3. Plank · 1 set\n"
        "Weights come from your log and your goal, like in any plan.",
        (
            (Button("▶ Plan it", PlanRoutine(7), Style.SUCCESS), Button("🔗 Share", ShareRoutine(7))),
            (
                Button("Edit", EditRoutine(7)),
                Button("Rename", RenameRoutine(7)),
                Button("Delete", DeleteRoutine(7)),
            ),
            (Button("‹ My routines", ShowRoutine()),),
        ),
    )


def test_the_moves_of_one_exercise() -> None:
    menu = editing.exercise_menu(PUSH, KNOWN, 0)
    assert "<b>1. Bench press · 4 sets · 8 reps · superset A</b>" in menu.text

    def tap(label: str, change: RoutineTap) -> Button:
        return Button(label, EditRoutine(7, 0, "bench_press", change))

    assert menu.rows == (
        (tap("↓", RoutineTap.DOWN),),
        (tap("Sets −", RoutineTap.FEWER_SETS), tap("Sets +", RoutineTap.MORE_SETS)),
        (tap("Reps −", RoutineTap.FEWER_REPS), tap("Reps +", RoutineTap.MORE_REPS)),
        (tap("Not a superset", RoutineTap.APART),),
        (tap("Remove", RoutineTap.REMOVE),),
        (Button("‹ Back", EditRoutine(7)),),
    )
    held = editing.exercise_menu(PUSH, KNOWN, 2)
    assert [button.label for row in held.rows for button in row] == [
        "↑", "Sets −", "Sets +", "Superset with Barbell row", "Remove", "‹ Back",
    ]  # fmt: skip


def test_words_that_could_mean_several() -> None:
    assert views.which_routine((PUSH,), "push_a") == View(
        "Which one?",
        ((Button("<Push> & {A}", PlanRoutine(7)),), (Button("Push A, my own plan", PlanDay("push_a")),)),
    )


def test_what_is_deleted_can_be_taken_back() -> None:
    assert views.deleted(7, "Push A") == View(
        "<b>Push A</b> is deleted.",
        ((Button("↩ Undo", DeleteRoutine(7, undo=True)),), (Button("‹ My routines", ShowRoutine()),)),
    )


def test_everything_fits_a_phone_and_long_names_their_buttons() -> None:
    long = Routine(10**9, "W" * 40, HELD)
    twelve = tuple(RoutineExercise(name, 10, 30, place // 2 + 1) for place, name in enumerate([*C][:12]))
    full = Routine(1, "x", twelve)
    shown = tuple(C[one.exercise_id] for one in twelve)
    for view in (
        views.all_routines((long, PUSH)),
        views.all_routines(()),
        views.routine_card(long, KNOWN),
        views.routine_card(Routine(1, "x", ()), ()),
        views.name_asked(10**9, "W" * 40),
        views.rename_asked(long),
        editing.edit_card(full, shown),
        editing.exercise_menu(full, shown, 5),
        editing.add_asked(long),
        editing.add_offered(long, "<b>" * 30, ()),
    ):
        assert_fits_a_phone(view)
    offered = editing.add_offered(PUSH, "bench", KNOWN[:1])
    assert offered.rows[0] == (Button("Bench press", AddToRoutine(7, "bench_press")),)


def test_a_name_from_right_to_left_leaves_the_rest_in_its_place() -> None:
    assert routine_title("תרגיל") == "\u2068תרגיל\u2069"
    assert day_word(routine_day("Push A")) == "Push A"
