"""Past workouts as they are shown: pages, one, its sets, its note, its deletion."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.callbacks import (
    AddPastSet,
    CorrectPastSet,
    DeletePast,
    DeletePastSet,
    DeleteStep,
    NotePast,
    NoteTap,
    OpenPast,
    OpenPastSet,
    RepeatPast,
    SaveRoutine,
    ShowHistory,
    ShowProgress,
)
from bot.views.history import past_sets as sets
from bot.views.history import past_workouts as views
from bot.views.view import Button, Style, View
from core.catalogue import catalogue
from core.model.athlete import Goal
from core.model.past import PastCard, PastDoubt, PastExerciseSets, PastPage, PastSet, PastTotals
from core.model.session import Session, routine_day
from core.model.workout import Workout, WorkoutState
from core.units import Load, Unit
from tests.bot.views.builders import NOW, asked, assert_fits_a_phone, done

TODAY = date(2026, 3, 9)
BENCH = PastExerciseSets(0, catalogue()["bench_press"], (done(10), done(8, set_number=2, rir=1.5)))
SESSION = Session(Goal.HYPERTROPHY, "upper_a", (asked(),), 40)
WORKOUT = Workout(7, 5, 5, SESSION, WorkoutState.FINISHED, NOW, date(2026, 3, 2))
TOTALS = PastTotals(WORKOUT, 2, 1_440_000, 48)
CARD = PastCard(TOTALS, (BENCH,), Unit.KG, TODAY, 3)
SET = PastSet(CARD, BENCH.exercise, BENCH.sets[1], 2, Load.kg(77.5), Load.kg(82.5))
TITLE = "<b>Mon 2 Mar · Upper body A</b>"


def noted(text: str) -> PastCard:
    return replace(CARD, totals=replace(TOTALS, workout=replace(WORKOUT, note=text)))


def test_a_page_in_the_middle_turns_both_ways() -> None:
    older = PastTotals(replace(WORKOUT, id=6, trained_on=date(2025, 12, 31)), 1, 0, 0)
    assert views.history(PastPage((TOTALS, older), 1, 3, 12, Unit.KG, TODAY)) == View(
        "<b>Your 12 workouts</b> · page 2 of 3\n\n"
        f"{TITLE}\nSize · 2 sets · 1,440 kg · 48 min\n\n"
        "<b>Wed 31 Dec 2025 · Upper body A</b>\nSize · 1 set",
        (
            (Button("Mon 2 Mar · Upper body A", OpenPast(7)),),
            (Button("Wed 31 Dec 2025 · Upper body A", OpenPast(6)),),
            (Button("‹ Older", ShowHistory(2)), Button("Newer ›", ShowHistory(0))),
        ),
    )


def test_a_single_page_does_not_turn() -> None:
    view = views.history(PastPage((TOTALS,), 0, 1, 1, Unit.KG, TODAY))
    assert view.text.startswith("<b>Your workout</b>\n\n<b>Mon")
    assert view.rows == ((Button("Mon 2 Mar · Upper body A", OpenPast(7)),),)


def test_one_workout() -> None:
    assert views.workout_card(CARD) == View(
        f"{TITLE}\nSize · 2 sets · 1,440 kg · 48 min\n\nBench press: 80 kg × 10, 8\n\n"
        "Tap an exercise to change its sets.",
        (
            (Button("Bench press", OpenPast(7, 0)),),
            (Button("➕ Exercise", AddPastSet(7)), Button("📝 Add a note", NotePast(7))),
            (Button("🔁 Plan it again", RepeatPast(7)),),
            (Button("Save as routine", SaveRoutine(7)), Button("Delete", DeletePast(7))),
            (Button("‹ History", ShowHistory(3)),),
        ),
    )


def test_a_routines_workout_is_not_saved_again_and_an_empty_one_not_planned() -> None:
    session = replace(WORKOUT.session, day=routine_day("<Push>"), routine_id=4)
    routine = replace(CARD, totals=replace(TOTALS, workout=replace(WORKOUT, session=session)))
    assert views.workout_card(routine).rows[-2] == (Button("Delete", DeletePast(7)),)
    assert "Mon 2 Mar · &lt;Push&gt;" in views.workout_card(routine).text
    empty = views.workout_card(replace(CARD, exercises=(), totals=replace(TOTALS, sets=0, tonnage_g=0)))
    assert empty.text.endswith("No set stands in it.")
    assert RepeatPast(7) not in [button.press for row in empty.rows for button in row]


def test_a_note_is_shown_escaped_and_can_be_changed() -> None:
    card = noted("seat <4> & low")
    assert "📝 seat &lt;4&gt; &amp; low\n\nBench" in views.workout_card(card).text
    assert Button("📝 Change note", NotePast(7)) in views.workout_card(card).rows[1]
    asked_for = "Reply with your note: how it went, what to do next time. Up to 300 characters."
    back = (Button("‹ Back", OpenPast(7)),)
    assert views.note_asked(CARD) == View(f"{TITLE}\n{asked_for}", (back,))
    assert views.note_asked(card) == View(
        f"{TITLE}\n📝 seat &lt;4&gt; &amp; low\n{asked_for}",
        ((Button("Delete the note", NotePast(7, NoteTap.CLEAR)),), back),
    )


def test_deleting_is_asked_once_and_can_be_taken_back() -> None:
    assert views.sure_to_delete(CARD) == View(
        f"Delete {TITLE} with its 2 sets? Your records and next weights are reckoned without it.",
        (
            (
                Button("Delete", DeletePast(7, DeleteStep.SURE), Style.DANGER),
                Button("Keep it", OpenPast(7)),
            ),
        ),
    )
    assert views.deleted(CARD) == View(
        f"{TITLE} is deleted.",
        (
            (Button("↩ Undo", DeletePast(7, DeleteStep.UNDO)),),
            (Button("‹ History", ShowHistory(3)),),
        ),
    )


def test_the_sets_of_an_exercise() -> None:
    assert sets.exercise_sets(CARD, 0) == View(
        "<b>Bench press</b>\nMon 2 Mar · Upper body A\nTap a set to correct or delete it.",
        (
            (
                Button("1. 80 kg × 10", OpenPastSet(1)),
                Button("2. 80 kg × 8 @8.5", OpenPastSet(2)),
            ),
            (
                Button("➕ Add a set", AddPastSet(7, 0, 2)),
                Button("Progress", ShowProgress("bench_press")),
            ),
            (Button("‹ Back", OpenPast(7)),),
        ),
    )
    assert sets.exercise_sets(CARD, 5) == views.workout_card(CARD)


def test_one_set() -> None:
    assert sets.one_set(SET) == View(
        "<b>Bench press</b>\nMon 2 Mar · Upper body A\nSet 2: <b>80 kg × 8 @8.5</b>\n"
        "Wrong? Tap, or reply with what it was: <code>80 kg × 8</code>",
        (
            (
                Button("7 reps", CorrectPastSet(2, Load.kg(80), 7)),
                Button("9 reps", CorrectPastSet(2, Load.kg(80), 9)),
            ),
            (
                Button("77.5 kg", CorrectPastSet(2, Load.kg(77.5), 8)),
                Button("82.5 kg", CorrectPastSet(2, Load.kg(82.5), 8)),
            ),
            (Button("Delete this set", DeletePastSet(2), Style.DANGER), Button("‹ Back", OpenPast(7, 0))),
        ),
    )


def test_a_set_of_the_body_alone_has_no_loads_to_choose() -> None:
    line = PastExerciseSets(0, catalogue()["plank"], (done(45, None, "plank"),))
    shown = PastSet(replace(CARD, exercises=(line,)), line.exercise, line.sets[0], 1, None, None)
    assert [[button.label for button in row] for row in sets.one_set(shown).rows] == [
        ["44 s", "46 s"],
        ["Delete this set", "‹ Back"],
    ]


def test_what_is_doubtful_is_asked() -> None:
    doubt = PastDoubt(SET, ((Load.kg(375), 8, None),))
    back = (Button("‹ Back", OpenPastSet(2)),)
    assert sets.which(doubt) == View(
        "That is far from the others. Was it so?",
        ((Button("375 kg × 8", CorrectPastSet(2, Load.kg(375), 8)),), back),
    )
    two = replace(doubt, options=((Load.kg(12), 10, 1.5), (Load.kg(10), 12, None)))
    assert sets.which(two) == View(
        "Which was it?",
        (
            (Button("12 kg × 10 @8.5", CorrectPastSet(2, Load.kg(12), 10, 15)),),
            (Button("10 kg × 12", CorrectPastSet(2, Load.kg(10), 12)),),
            back,
        ),
    )


def test_a_deleted_set_can_come_back() -> None:
    undo = Button("↩ Undo: bring the set back", DeletePastSet(2, undo=True))
    assert sets.set_deleted(CARD, SET.done) == views.workout_card(CARD, undo=undo)
    assert views.workout_card(CARD, undo=undo).rows[0] == (undo,)


LINES = tuple(PastTotals(replace(WORKOUT, id=number), 20, 9_000_000, 90) for number in range(5))
FULL = PastPage(LINES, 4, 9, 44, Unit.KG, TODAY)


@pytest.mark.parametrize(
    "view",
    [
        views.history(FULL),
        views.workout_card(noted("x" * 300)),
        views.note_asked(noted("x" * 300)),
        views.exercise_asked(CARD),
        views.sure_to_delete(CARD),
        sets.exercise_sets(CARD, 0),
        sets.one_set(SET),
    ],
    ids=["page", "workout", "note", "exercise", "sure", "sets", "set"],
)
def test_each_fits_a_phone(view: View) -> None:
    assert_fits_a_phone(view)
