from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.callbacks import (
    AddToPlan,
    BackToPlan,
    ChangePlan,
    GoOn,
    PlanChange,
    SharePlan,
    ShowPlan,
    StartSession,
    SwapInPlan,
    WhyPlan,
)
from bot.views.plans.plan import DAY_WORDS, numbers_line, plan_card
from bot.views.plans.plan_menus import options_card, started, which_goal, which_to_swap, why_plan
from bot.views.view import Button, Style, View
from core.model.athlete import Goal, Level, OneRepMax, Provenance
from core.model.outcomes import Gate
from core.model.session import Reason
from core.training.week.programme import DAYS
from core.units import Load
from tests.bot.views.builders import (
    KG80,
    NOW,
    TODAY,
    all_done,
    asked,
    assert_fits_a_phone,
    ex,
    labels,
    plain,
    planned,
)

ROWS = (
    (Button("▶ Start", StartSession(5), Style.SUCCESS),),
    (Button("Swap", SwapInPlan(5)), Button("Add exercise", AddToPlan(5))),
    (
        Button("Shorter", ChangePlan(5, PlanChange.SHORTER)),
        Button("Longer", ChangePlan(5, PlanChange.LONGER)),
        Button("Why?", WhyPlan(5)),
        Button("🔗 Share", SharePlan(5)),
    ),
)
BASE = Reason.of("foundation_base", reps=15, sets=2)


def lines(**changes) -> list[str]:
    return plain(plan_card(planned(**changes))).split("\n")


def test_a_plan_with_every_number_last_time_and_the_reason():
    bench = asked(share=0.8, reasons=(Reason.of("raised_linear", by=Load.kg("2.5")),))
    row = asked("barbell_row", load=Load.kg("72.5"), share=0.81)
    before = (all_done([(KG80, 10), (KG80, 8)]), ())
    assert plan_card(planned(bench, row, last_time=before)) == View(
        "<b>Size</b> · Upper body A · ≈ 30 min\n"
        "\n<b>Bench press</b>\n"
        "<b>4 × 10</b> @ <b>80 kg</b> (80 %) · rest 60 s\n"
        "last time 80 kg × 10, 8\n"
        "<i>+2.5 kg: every set done, with reps to spare.</i>\n"
        "\n<b>Barbell row</b>\n"
        "<b>4 × 10</b> @ <b>72.5 kg</b> (81 %) · rest 60 s\n"
        "\nThe % is of your one-rep max, the most you can lift once. "
        "10 reps at 80 % is tough: 6 to 12 count, and I adapt the next set.",
        ROWS,
    )


@pytest.mark.parametrize(
    ("exercise_id", "changes", "line"),
    [
        ("bench_press", {"load": Load.lb(135), "share": 0.85, "rest_s": 180, "reps": 5, "sets": 5},
         "5 × 5 @ 135 lb (85 %) · rest 3 min"),
        ("bench_press", {"load": None, "reps": 15, "sets": 2, "rir_target": (3, 4)},
         "2 × 15 · stop with 3–4 reps left · rest 60 s"),
        ("bench_press", {"load": None, "rir_target": (1, 1)}, "4 × 10 · stop with 1 rep left · rest 60 s"),
        ("pull_up", {"load": None, "rir_target": (2, 2)}, "4 × 10 · stop with 2 reps left · rest 60 s"),
        ("pull_up", {"load": Load.kg(0)}, "4 × 10 @ bodyweight · rest 60 s"),
        ("assisted_pull_up", {"load": Load.kg(-20)}, "4 × 10 @ bw − 20 kg · rest 60 s"),
        ("walking_lunge", {"load": Load.kg(12)}, "4 × 10 each leg @ 12 kg in each hand · rest 60 s"),
        ("side_plank", {"load": None, "reps": 30}, "4 × 30 s each side · rest 60 s"),
        ("dead_bug", {"load": None}, "4 × 10 in all, sides in turn · rest 60 s"),
        ("push_up", {"load": None, "superset": 1}, "4 × 10 · rest 60 s · pair B"),
        ("farmers_carry", {"load": Load.kg(24), "reps": 20}, "4 × 20 m @ 24 kg in each hand · rest 60 s"),
    ],
)  # fmt: skip
def test_the_numbers_of_every_sort_of_exercise(exercise_id: str, changes, line: str):
    shown = numbers_line(ex(exercise_id), asked(exercise_id, **changes))
    assert shown.replace("<b>", "").replace("</b>", "") == line


def beginners_first(*notices: Reason, wish: Goal = Goal.HYPERTROPHY):
    ids = ("goblet_squat", "machine_chest_press", "seated_cable_row", "glute_bridge")
    prescriptions = (
        asked(name, load=None, reps=15, sets=2, rir_target=(3, 4), goal=Goal.FOUNDATION, reasons=(BASE,))
        for name in ids
    )
    return planned(
        *prescriptions, goal=Goal.FOUNDATION, level=Level.BEGINNER, is_first=True, wish=wish, notices=notices,
        gate=Gate(0, 8, 0, 4),
    )  # fmt: skip


def test_a_reason_that_exercises_share_is_said_once_above_them():
    waits = Reason.of("foundation_first", next_goal="hypertrophy", sessions=0, sessions_needed=8, weeks=0,
                      weeks_needed=4)  # fmt: skip
    view = plan_card(beginners_first(waits, Reason.of("first_workout", exercises=4, sets=2)))
    shown = plain(view).split("\n")
    assert shown[:8] == [
        "Foundation · Upper body A · ≈ 30 min",
        "Foundation first: it makes form and joints ready for size. "
        "That opens after 8 workouts over 4 weeks (0 so far).",
        "Short on purpose: 4 exercises to learn, 2 sets each at most.",
        "Light and controlled: 2 sets of 15 reps for form and joints, and for strength.",
        "",
        "Goblet squat",
        "2 × 15 · stop with 3–4 reps left · rest 60 s",
        "",
    ]
    assert shown[-1] == "A trainer's eye on your form is worth gold in the first weeks."
    assert view.rows[-1] == (Button("Size now, please", ChangePlan(5, PlanChange.INSIST)),)
    assert_fits_a_phone(view)


def test_insisting_is_offered_to_those_who_wait_for_size_alone():
    waits = Reason.of("foundation_first", next_goal="strength", sessions=0, sessions_needed=8, weeks=0,
                      weeks_needed=4)  # fmt: skip
    assert plan_card(beginners_first(waits, wish=Goal.STRENGTH)).rows == ROWS
    assert plan_card(beginners_first()).rows == ROWS


def test_the_gate_stands_below_from_the_second_workout_on():
    later = planned(asked(goal=Goal.FOUNDATION), goal=Goal.FOUNDATION, gate=Gate(1, 8, 0, 4))
    assert plain(plan_card(later)).split("\n")[-1] == "Foundation: 1 of 8 workouts · week 1 of 4"
    assert "workouts" not in plain(plan_card(beginners_first()))


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (0, "Size · Upper body A · ≈ 30 min"),
        (1, "Done for today. Next, tomorrow:"),
        (3, "Done for today. Next, on Thursday:"),
    ],
)
def test_a_session_of_another_day_names_it(days: int, first: str):
    assert lines(planned_on=TODAY + timedelta(days=days))[0] == first


@pytest.mark.parametrize(
    ("goal", "share", "last"),
    [
        (Goal.STRENGTH, 0.9, "The % is of your one-rep max, the most you can lift once. Many people manage "
         "3–4 reps at 90 %: stop one clean rep early, and I adapt the next set."),
        (Goal.STRENGTH, None, "4 × 10 @ 80 kg · rest 60 s"),
        (Goal.ENDURANCE, 0.6, "4 × 10 @ 80 kg (60 %) · rest 60 s"),
    ],
)  # fmt: skip
def test_what_to_expect_of_shares_is_said_where_there_are_any(goal: Goal, share, last: str):
    assert plain(plan_card(planned(asked(share=share), goal=goal))).split("\n")[-1] == last


def test_an_open_workout_is_gone_on_with():
    view = plan_card(planned(open_workout_id=9))
    assert view.rows == (
        (Button("▶ Go on with your workout", GoOn(9), Style.SUCCESS), Button("Why?", WhyPlan(5))),
    )
    assert view.text.startswith("Your workout is still running. After it I'd plan:")


def test_a_goal_for_today_can_be_made_ones_own():
    view = plan_card(planned(for_today_only=True, wish=Goal.STRENGTH, goal=Goal.STRENGTH))
    assert view.rows[-1] == (Button("Make strength my goal", ChangePlan(5, PlanChange.MAKE_GOAL)),)


def test_a_plan_of_nothing_says_why_and_cannot_be_started():
    usual = planned(exercises=(), last_time=(), maxes=(), notices=(Reason.of("nothing_left"),))
    empty = replace(usual, session=replace(usual.session, prescriptions=()))
    assert plan_card(empty) == View(
        "<b>Size</b>\nNothing is left to plan with your equipment and what you leave out. See /start.",
        ((Button("Add exercise", AddToPlan(5)),),),
    )


def test_a_started_plan_is_one_line():
    assert started(Goal.HYPERTROPHY, "upper_a") == View("▶ <b>Size</b> · Upper body A")
    assert started(Goal.STRENGTH, "my_day") == View("▶ <b>Strength</b> · My day")


def test_every_day_of_every_split_has_its_words():
    assert set(DAYS) <= set(DAY_WORDS)


def test_why_tells_every_reason_and_the_maximum_behind_it():
    bench = asked(reasons=(Reason.of("step_up", reps=10, rest_s=60, rung=0), Reason.of("rep_added", reps=11)))
    best = OneRepMax("bench_press", Load.kg(100), Provenance.STATED, NOW)
    plank = asked("plank", load=None, reps=45, reasons=(Reason.of("rep_added", reps=45),))
    view = why_plan(planned(bench, plank, maxes=(best, None)))
    assert view == View(
        "<b>Bench press</b>\n"
        "• One-rep max (what you can lift once): 100 kg, as you told me.\n"
        "• Comfortable twice, so a step up: 10 reps, 60 s rest.\n"
        "• A little more than last time: 11 reps.\n"
        "\n<b>Plank</b>\n"
        "• A little more than last time: 45 s.",
        ((Button("‹ Back", BackToPlan(5)),),),
    )


def test_what_foundation_is_for_stands_once_and_each_exercise_tells_what_changed():
    base = Reason.of("foundation_base", reps=15, sets=2)
    squat = asked(reasons=(base, Reason.of("rep_added", reps=18)), goal=Goal.FOUNDATION)
    plank = asked("plank", load=None, reps=20, reasons=(Reason.of("foundation_base", reps=20, sets=3),))
    text = plain(plan_card(planned(squat, plank, goal=Goal.FOUNDATION)))
    assert text.count("Light and controlled") == 1
    assert "\nLight and controlled, for form and joints, and for strength.\n\nBench press\n" in text
    assert "A little more than last time: 18 reps." in text


def test_why_all_is_gentle_is_said_once():
    gentle = Reason.of("health_foundation")
    both = (asked(reasons=(gentle,)), asked("barbell_row", reasons=(gentle,)))
    text = plain(plan_card(planned(*both, goal=Goal.FOUNDATION, notices=(gentle,))))
    assert text.count("Gentle loads, because of what you told me about your health.") == 1


def test_why_tells_once_what_the_goal_asks_of_several_exercises():
    sets = Reason.of("sets_of_goal", goal="hypertrophy", high=5, low=3, sets=4)
    rest = Reason.of("rest_of_hypertrophy", rest_s=60)
    text = plain(why_plan(planned(usual=((sets, rest), (sets,)))))
    assert text.startswith("4 sets: for size, 3 to 5 of each exercise work best.\n\nBench press\n")
    assert text.count("work best") == 1
    assert text.endswith("• 60 s rest: enough for the next set, short enough for size (60 to 90 s).")


@pytest.mark.parametrize(
    ("provenance", "told"),
    [
        (Provenance.TESTED, "tested."),
        (Provenance.ESTIMATED, "estimated from your sets."),
        (Provenance.RATIO, "worked out from another lift."),
    ],
)
def test_where_a_maximum_comes_from(provenance: Provenance, told: str):
    best = OneRepMax("bench_press", Load.lb(225), provenance, NOW)
    assert plain(why_plan(planned(asked(), maxes=(best,)))).endswith(f": 225 lb, {told}")


def test_a_weight_for_fast_reps_is_told_by_how_often_it_would_go():
    fast = asked(load=None, reps=5, rest_s=180, goal=Goal.POWER, rir_target=(15, 15))
    shown = numbers_line(ex("bench_press"), fast)
    assert shown == "<b>4 × 5</b> · light enough for 20 reps · rest 3 min"


def test_a_shared_reason_stands_once_above_all():
    text = plain(why_plan(beginners_first()))
    assert text.startswith("Light and controlled")
    assert text.count("Light and controlled") == 1


def test_which_exercise_to_swap():
    assert which_to_swap(planned()) == View(
        "Swap which one?",
        (
            (Button("Bench press", SwapInPlan(5, 0)),),
            (Button("Barbell row", SwapInPlan(5, 1)),),
            (Button("‹ Back", BackToPlan(5)),),
        ),
    )


DUMBBELLS, DIP = ex("dumbbell_bench_press"), ex("chest_dip")
BACK = (Button("‹ Back", BackToPlan(5)),)


def test_what_to_choose_from_has_its_load():
    offered = ((DUMBBELLS, asked(DUMBBELLS.id, load=Load.kg(28))), (DIP, asked(DIP.id, load=Load.kg(-10))),
               (ex("push_up"), asked("push_up", load=None)))  # fmt: skip
    assert options_card(5, 0, ex("bench_press"), offered) == View(
        "Instead of Bench press, for the same muscles:",
        (
            (Button("Dumbbell bench press 28 kg", SwapInPlan(5, 0, DUMBBELLS.id)),),
            (Button("Chest dip 10 kg help", SwapInPlan(5, 0, DIP.id)),),
            (Button("Push-up", SwapInPlan(5, 0, "push_up")),),
            BACK,
        ),
    )
    added = options_card(5, None, None, offered[:1])
    assert added.text == "Add which one?"
    assert added.rows[0] == (Button("Dumbbell bench press 28 kg", AddToPlan(5, DUMBBELLS.id)),)


def test_where_nothing_is_left_to_choose_that_is_said():
    assert options_card(5, None, None, ()) == View("Nothing more fits into this session.", (BACK,))
    none = options_card(5, 0, ex("bench_press"), ())
    assert none == View("I know nothing else for the same muscles with your equipment.", (BACK,))


def test_goals_to_choose_from():
    view = which_goal("<foo>")
    assert view.text == (
        "I know no goal, day or routine “&lt;foo&gt;”. Which goal shall I plan for?"
    )
    assert [row[0].press for row in view.rows] == [ShowPlan(goal) for goal in Goal]
    assert labels(view) == [["Foundation"], ["Size"], ["Strength"], ["Endurance"], ["Power"]]


def test_a_long_plan_with_everything_still_fits_a_phone():
    ids = ("bench_press", "barbell_row", "seated_dumbbell_shoulder_press", "seated_cable_row")
    added = {name: Reason.of("rep_added", reps=9 + place) for place, name in enumerate(ids)}
    told = tuple(asked(name, share=0.8, reasons=(why,)) for name, why in added.items())
    before = tuple(all_done([(KG80, 10)] * 4, name) for name in ids)
    assert_fits_a_phone(plan_card(planned(*told, last_time=before)))


def test_a_load_outside_the_band_is_told_under_its_exercise():
    row = asked(
        "barbell_row",
        load=Load.lb(15),
        out_of_band=True,
        reasons=(
            Reason.of("start_by_map", max=Load.lb(20), reps=5, share=0.75),
            Reason.of("out_of_band", load=Load.lb(15), floor=0.85),
        ),
    )
    assert "Your equipment makes 15 lb, a little under the 85 % this goal asks for." in plain(
        plan_card(planned(row))
    )


def test_an_easy_week_is_offered_with_what_is_known_of_it():
    offered = planned(asked(), notices=(Reason.of("deload_by_calendar", weeks=6),))
    view = plan_card(offered)
    assert "found no gain and less strength" in plain(view)
    assert "found no gain" not in plain(plan_card(planned(asked())))
    labels = [button.label for row in view.rows for button in row]
    assert "Take an easy week" in labels
