"""The programme's card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.callbacks import ChangeAnswer, OpenSettings, Section, ShowPlan, ShowRoutine
from bot.views.plans.programme import programme_card
from bot.views.view import Button, Style, View
from core.model.athlete import Gear, Goal
from core.model.outcomes import Gate
from core.model.programme import Enough, Programme, WeekSets
from core.model.session import Reason
from tests.bot.views.builders import assert_fits_a_phone

MONDAY = date(2026, 3, 2)
TOLD = Programme(
    wish=Goal.HYPERTROPHY,
    goal=Goal.HYPERTROPHY,
    gear=Gear.FULL_GYM,
    days=4,
    minutes=45,
    split=("upper_a", "lower_a", "upper_b", "lower_b"),
    today=MONDAY,
    week=3,
    trained_today=False,
    coming=((MONDAY, "upper_a"), (date(2026, 3, 3), "lower_a")),
    done_this_week=1,
    band=(8, 14),
    per_lift=False,
    volume=(
        WeekSets("chest", 9, Enough.ENOUGH),
        WeekSets("quads", 3.5, Enough.FEW),
        WeekSets("calves", 0, Enough.NONE),
        WeekSets("biceps", 16, Enough.PLENTY),
    ),
    deload_in=1,
)


def test_the_whole_card() -> None:
    assert programme_card(TOLD) == View(
        "<b>Your programme</b> · week 3\n"
        "Goal: <b>size</b> · 4 days a week · full gym · 45 min\n"
        "Split: Upper body A → Lower body A → Upper body B → Lower body B\n"
        "Coming: today Upper body A · Tue Lower body A\n"
        "An easy week is due in 1 week.\n"
        "\nThis week: <b>1</b> of 4 workouts\n"
        "Sets a muscle, 8 to 14 a week:\n"
        "• enough: chest 9\n"
        "• more than needed: biceps 16\n"
        "• a few so far: thighs 3.5\n"
        "• none yet: calves",
        (
            (Button("▶ Plan today's session", ShowPlan(Goal.HYPERTROPHY), Style.SUCCESS),),
            (
                Button("Goal", ChangeAnswer("goal")),
                Button("Days", ChangeAnswer("days")),
                Button("Equipment", ChangeAnswer("gear")),
            ),
            (
                Button("Time", OpenSettings(Section.MINUTES)),
                Button("My routines", ShowRoutine()),
            ),
        ),
    )


def test_what_is_trained_instead_is_told_with_its_reason_and_gate() -> None:
    first = Reason.of(
        "foundation_first", next_goal="hypertrophy", sessions=3, sessions_needed=8, weeks=2, weeks_needed=4
    )
    held = replace(TOLD, goal=Goal.FOUNDATION, why=(first,), gate=Gate(3, 8, 1, 4), deload_in=None)
    assert "Foundation: 3 of 8 workouts · week 2 of 4" in programme_card(held).text
    assert_fits_a_phone(programme_card(held))


def test_a_routine_takes_the_first_place_and_its_button_plans_it() -> None:
    card = programme_card(replace(TOLD, routine="<Push> & co"))
    assert "Coming: today &lt;Push&gt; &amp; co · Tue Lower body A" in card.text
    assert card.rows[0][0].press == ShowPlan(None)
    assert_fits_a_phone(card)


def test_an_easy_week_that_is_on_says_so() -> None:
    assert "An easy week is on" in programme_card(replace(TOLD, easy_week=True, deload_in=None)).text
