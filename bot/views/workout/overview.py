"""The pinned overview: a whole workout in a few lines, told anew without a sound as its sets are done."""

from __future__ import annotations

from bot.texts import Html, join, say, say_n, word
from bot.views.goals import goal_title
from bot.views.plans.plan import day_word
from bot.views.sets import set_words, short_sets, to_find
from bot.views.view import View
from core.model.overview import Overview, OverviewLine

DONE, PASSED, LEFT = "✓", "–", "·"


def overview(told: Overview) -> View:
    """`✓✓·· Bench press 80 kg × 10`, one line an exercise; once it is over, what was done."""
    return View(join([_title(told), *(_line(line) for line in told.lines)]), silent=True)


def _title(told: Overview) -> Html:
    sign = "✓" if told.is_over else "▶"
    if told.goal is None:
        title = say("{sign} <b>{day}</b>", sign=sign, day=day_word(told.day))
    else:
        goal = goal_title(told.goal)
        title = say("{sign} <b>{goal}</b> · {day}", sign=sign, goal=goal, day=day_word(told.day))
    if told.is_over or told.goal is None:
        sets = say_n("{n} set", "{n} sets", told.done)
    else:
        sets = say("{done} of {sets} sets", done=told.done, sets=told.done + told.left)
    return join([title, sets], " · ")


def _line(line: OverviewLine) -> Html:
    marks = DONE * len(line.done) + PASSED * line.passed + LEFT * line.left
    return say("{marks} {name} {set}", marks=marks, name=word(line.exercise.name), set=_sets(line))


def _sets(line: OverviewLine) -> str:
    """What comes next while something does, else what was done."""
    if line.target is None:
        return short_sets(line.exercise, line.done) if line.done else word("skipped")
    if to_find(line.exercise, line.target.load):
        return ""
    return set_words(line.exercise, line.target.load, line.target.reps, line.measure)
