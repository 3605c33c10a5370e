"""The programme on one card: weeks, split, days ahead, how the week stands, and a button for each change."""

from __future__ import annotations

from bot.callbacks import ChangeAnswer, OpenSettings, Section, ShowPlan, ShowRoutine
from bot.texts import Html, inside, join, number, say, say_n, word
from bot.texts.dates import weekday_names
from bot.views.gate import gate_line
from bot.views.goals import goal_word
from bot.views.interview.onboarding_words import gear_word
from bot.views.plans.plan import day_word, routine_title
from bot.views.reasons import MUSCLES, reason_line
from bot.views.view import Button, Style, View
from core.model.athlete import Goal
from core.model.onboarding import Step
from core.model.programme import Enough, Programme, WeekSets

MOST_NAMES = 6
VERDICTS = {
    Enough.ENOUGH: "enough",
    Enough.PLENTY: "more than needed",
    Enough.FEW: "a few so far",
    Enough.NONE: "none yet",
}


def programme_card(told: Programme) -> View:
    """Where the athlete stands in their programme."""
    lines = [_headline(told), _frame(told), *_days(told), *_ahead(told), *_week(told)]
    return View(join(lines), _rows(told))


def _headline(told: Programme) -> Html:
    if not told.week:
        return say("<b>Your programme</b>")
    return say("<b>Your programme</b> · week {week}", week=told.week)


def _frame(told: Programme) -> Html:
    parts = [
        say("Goal: <b>{goal}</b>", goal=goal_word(told.wish)),
        say_n("{n} day a week", "{n} days a week", told.days),
    ]
    if told.gear is not None:
        parts.append(say("{gear}", gear=inside(gear_word(told.gear))))
    if told.minutes is not None:
        parts.append(say("{minutes} min", minutes=told.minutes))
    return join(parts, " · ")


def _days(told: Programme) -> list[Html]:
    lines = [say("Split: {days}", days=" → ".join(day_word(day) for day in told.split))]
    if told.trained_today:
        lines.append(say("Today: done ✓"))
    return lines + coming_line(told)


def coming_line(told: Programme) -> list[Html]:
    """The sessions of the next seven days in one line; empty where none come."""
    named = [
        word("{weekday} {day}", weekday=_weekday(told, place), day=_session(told, place))
        for place in range(len(told.coming))
    ]
    return [say("Coming: {days}", days=" · ".join(named))] if named else []


def _weekday(told: Programme, place: int) -> str:
    on = told.coming[place][0]
    if on == told.today:
        return word("today")
    return weekday_names()[on.weekday()]


def _session(told: Programme, place: int) -> str:
    if place == 0 and told.routine is not None:
        return routine_title(told.routine)
    return day_word(told.coming[place][1])


def _ahead(told: Programme) -> list[Html]:
    """What opens or eases next: the gate, why another goal is trained, an easy week."""
    lines = [reason_line(why) for why in told.why[:1] if told.goal is not told.wish]
    if told.gate is not None:
        lines.append(gate_line(told.gate))
    if told.easy_week:
        lines.append(say("An easy week is on: half the sets, a little lighter."))
    elif told.deload is not None:
        lines.append(say("{why} /plan offers an easy week.", why=reason_line(told.deload)))
    elif told.deload_in:
        lines.append(
            say_n("An easy week is due in {n} week.", "An easy week is due in {n} weeks.", told.deload_in)
        )
    return lines


def _week(told: Programme) -> list[Html]:
    """Workouts and sets since Monday; the sets in words, grouped by how they stand."""
    lines = [say("\nThis week: <b>{done}</b> of {aim} workouts", done=told.done_this_week, aim=told.days)]
    return lines + sets_lines(told)


def sets_lines(told: Programme) -> list[Html]:
    """This week's sets against their band, grouped by how they stand; empty before the first workout."""
    if not told.done_this_week:
        return []
    low, cap = told.band
    what = (
        "Sets of each lift, {low} to {cap} a week:"
        if told.per_lift
        else "Sets a muscle, {low} to {cap} a week:"
    )
    lines = [say(what, low=low, cap=cap)]
    for verdict, words in VERDICTS.items():
        those = [one for one in told.volume if one.verdict is verdict]
        if those:
            lines.append(say("• {verdict}: {names}", verdict=word(words), names=_named(those)))
    return lines


def _named(those: list[WeekSets]) -> str:
    shown = [
        word(MUSCLES.get(one.name, one.name)) + (f" {number(one.sets)}" if one.sets else "")
        for one in those[:MOST_NAMES]
    ]
    return ", ".join(shown) + ("…" if len(those) > MOST_NAMES else "")


def _rows(told: Programme) -> tuple[tuple[Button, ...], ...]:
    label = word("▶ Plan the next session") if told.trained_today else word("▶ Plan today's session")
    goal = told.wish if told.goal is told.wish or told.wish is not Goal.FOUNDATION else None
    return (
        (Button(label, ShowPlan(None if told.routine else goal), Style.SUCCESS),),
        (
            Button(word("Goal"), ChangeAnswer(Step.GOAL.value)),
            Button(word("Days"), ChangeAnswer(Step.DAYS.value)),
            Button(word("Equipment"), ChangeAnswer(Step.GEAR.value)),
        ),
        (Button(word("Time"), OpenSettings(Section.MINUTES)), Button(word("My routines"), ShowRoutine())),
    )
