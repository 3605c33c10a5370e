from __future__ import annotations

import pytest

from bot.callbacks import AddSet, FinishWorkout, GoOn, SaveRoutine, ShareWorkout, ShowPlan
from bot.views.view import Button, View
from bot.views.workout.recap import recap, still_training
from core.model.athlete import Goal
from core.model.exercise import Exercise
from core.model.outcomes import Gate, NewRecord, NextTime, RecordKind
from core.model.session import Reason
from core.units import Load, Unit
from tests.bot.views.builders import KG80, all_done, asked, assert_fits_a_phone, ex, plain
from tests.bot.views.builders import recap as told

BENCH, ROW = ex("bench_press"), ex("barbell_row")
RAISED = NextTime(
    BENCH,
    asked(),
    asked(load=Load.kg("82.5"), reasons=(Reason.of("raised_linear", by=Load.kg("2.5")),)),
)
STAYS = NextTime(
    ROW, asked("barbell_row"), asked("barbell_row", reasons=(Reason.of("repeat_hard", reserve=0),))
)


def e1rm(exercise: Exercise, load: Load, before: Load | None) -> tuple[Exercise, NewRecord]:
    return exercise, NewRecord(exercise.id, RecordKind.E1RM, 5, load, before)


def test_loads_and_reps_are_records_too():
    records = (
        (ROW, NewRecord(ROW.id, RecordKind.LOAD, 12, Load.kg(60), Load.kg("57.5"))),
        (ex("plank"), NewRecord("plank", RecordKind.REPS, 60, reps_before=45)),
    )
    lines = plain(recap(told(records=records))).split("\n")
    assert "🏆 Barbell row: 60 kg for 12 reps (+2.5 kg)" in lines
    assert "🏆 Plank: 60 s, before 45 s" in lines


@pytest.mark.parametrize(("week", "said"), [(1, True), (2, False), (3, False), (4, True), (5, False)])
def test_weeks_one_and_four_say_what_comes_first(week: int, said: bool):
    assert ("visible size takes months" in recap(told(opens_week=week)).text) == said
    assert "visible size" not in recap(told(opens_week=None)).text


def test_a_workout_in_one_message():
    records = (e1rm(BENCH, Load.kg("102.5"), Load.kg(100)),)
    view = recap(told(next_time=(RAISED,), records=records, advises=True))
    assert view == View(
        "<b>Done</b> · 31 min · 4 sets · 5,140 kg lifted\n"
        "Bench press: 80 kg × 10, 8 · 75 kg × 8, 8\n"
        "🏆 Bench press: you could lift about <b>102.5 kg</b> once (+2.5 kg)\n"
        "\n<b>Next time</b>\n"
        "Bench press: 82.5 kg × 10. +2.5 kg: every set done, with reps to spare.\n"
        "\nWorkout 1 of 2 this week. Two are what the American Heart Association advises at least.",
        (
            (Button("Add a set", AddSet(7, 0)), Button("Next session", ShowPlan())),
            (Button("Save as routine", SaveRoutine(7)), Button("🔗 Share", ShareWorkout(7))),
        ),
    )


def test_a_workout_without_sets_is_one_line():
    assert recap(told(sets=0)) == View("Workout closed; no set was logged. /plan whenever you're ready.")


def test_a_workout_that_closed_itself_says_so():
    text = plain(recap(told(), closed_by_silence=True))
    assert "Four quiet hours, so I closed it. Every set is kept." in text.split("\n")


@pytest.mark.parametrize(
    ("sets", "tonnage_g", "unit", "first_line"),
    [
        (1, 800_000, Unit.KG, "Done · 31 min · 1 set · 800 kg lifted"),
        (6, 0, Unit.KG, "Done · 31 min · 6 sets"),
        (8, 4_535_924, Unit.LB, "Done · 31 min · 8 sets · 10,000 lb lifted"),
    ],
)
def test_the_first_line_counts(sets: int, tonnage_g: int, unit: Unit, first_line: str):
    view = recap(told(sets=sets, tonnage_g=tonnage_g, unit=unit))
    assert plain(view).split("\n")[0] == first_line


def test_what_changes_is_told_before_what_stays_and_three_at_most():
    unknown = NextTime(BENCH, asked(), asked(load=None))
    view = recap(told(next_time=(unknown, STAYS, STAYS, RAISED, RAISED)))
    lines = plain(view).split("\n")
    assert lines[lines.index("Next time") + 1 :][:4] == [
        "Bench press: 82.5 kg × 10. +2.5 kg: every set done, with reps to spare.",
        "Bench press: 82.5 kg × 10. +2.5 kg: every set done, with reps to spare.",
        "Barbell row stays at 80 kg × 10. Same again: last time was close to your limit.",
        "",
    ]
    assert "Next time" not in plain(recap(told(next_time=(unknown,))))


def test_a_bodyweight_exercise_and_a_single_set_are_told_next_time_as_well():
    more = NextTime(
        ex("plank"),
        asked("plank", load=None, reps=40, sets=1),
        asked("plank", load=None, reps=45, sets=1, reasons=(Reason.of("rep_added", reps=45),)),
    )
    told_next = plain(recap(told(next_time=(more,))))
    assert "Plank: 45 s. A little more than last time: 45 s." in told_next


def test_a_first_estimate_has_nothing_to_be_more_than_and_lb_stay_lb():
    records = (e1rm(BENCH, Load.lb(225), None), e1rm(ROW, Load.lb(185), Load.lb(180)))
    lines = plain(recap(told(records=records))).split("\n")
    assert "🏆 Bench press: you could lift about 225 lb once" in lines
    assert "🏆 Barbell row: you could lift about 185 lb once (+5 lb)" in lines


@pytest.mark.parametrize(
    ("done", "aim", "line"),
    [
        (1, 2, "Workout 1 of 2 this week."),
        (2, 2, "Workout 2 of 2 this week."),
        (3, 2, "Workout 3 this week. Muscles grow at rest."),
    ],
)
def test_the_week_against_its_aim(done: int, aim: int, line: str):
    assert plain(recap(told(workouts_this_week=done, days_per_week=aim))).split("\n")[-1] == line


def test_a_beginner_sees_the_gate_and_a_first_workout_its_soreness():
    view = recap(told(goal=Goal.FOUNDATION, gate=Gate(1, 8, 0, 4), is_first=True))
    assert plain(view).split("\n")[-2:] == [
        "Foundation: 1 of 8 workouts · week 1 of 4",
        "Sore for two days is normal. See you next time!",
    ]
    assert "Foundation" not in plain(recap(told(gate=Gate(1, 8, 0, 4))))


def test_the_longest_recap_fits_a_phone():
    six = ("bench_press", "barbell_row", "overhead_press", "seated_cable_row", "dumbbell_curl", "plank")
    lines = tuple((ex(name), all_done([(None if name == "plank" else KG80, 10)] * 4, name)) for name in six)
    records = tuple(e1rm(ex(name), Load.kg(100), KG80) for name in six)
    assert_fits_a_phone(recap(told(lines=lines, records=records, next_time=(RAISED, RAISED, STAYS))))


@pytest.mark.parametrize(
    ("sets", "text"),
    [
        (1, "Still training? 1 set is safe. I close the workout in three hours."),
        (5, "Still training? 5 sets are safe. I close the workout in three hours."),
    ],
)
def test_an_hour_of_silence_is_asked_about(sets: int, text: str):
    rows = ((Button("Go on", GoOn(7)), Button("Finish", FinishWorkout(7))),)
    assert still_training(7, sets) == View(text, rows)


def test_next_time_tells_what_changed_not_what_all_of_a_goal_is():
    base = Reason.of("foundation_base", reps=18, sets=3)
    more = NextTime(
        ex("goblet_squat"),
        asked("goblet_squat", reps=15),
        asked("goblet_squat", reps=18, reasons=(base, Reason.of("rep_added", reps=18))),
    )
    assert "A little more than last time: 18 reps." in plain(recap(told(next_time=(more,))))
