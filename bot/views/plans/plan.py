"""The plan card: every exercise with its numbers, the reason in a line each, and what can be changed."""

from __future__ import annotations

import unicodedata

from bot.callbacks import (
    AddToPlan,
    AskAche,
    ChangePlan,
    GoOn,
    PlanChange,
    SharePlan,
    ShowPlan,
    StartSession,
    SwapInPlan,
    WhyPlan,
)
from bot.texts import Html, duration, join, percent, say, say_n, word
from bot.texts.dates import weekday_name
from bot.views.gate import gate_line
from bot.views.goals import goal_title, goal_word
from bot.views.hurting import ask_button, spared_line
from bot.views.reasons import OF_THE_GOAL, reason_line
from bot.views.sets import amount_words, each_words, load_words, short_sets, to_find
from bot.views.view import Button, Rows, Style, View
from core.model.athlete import Goal, Level
from core.model.exercise import Exercise, LoadMode
from core.model.outcomes import Planned
from core.model.session import Prescription, Session, routine_named

MOST_ASKED = 3  # exercises left out that a card asks about
DAY_WORDS = {
    "full_a": "Full body A",
    "full_b": "Full body B",
    "full_c": "Full body C",
    "upper_a": "Upper body A",
    "upper_b": "Upper body B",
    "lower_a": "Lower body A",
    "lower_b": "Lower body B",
    "push_a": "Push A",
    "push_b": "Push B",
    "pull_a": "Pull A",
    "pull_b": "Pull B",
    "legs_a": "Legs A",
    "legs_b": "Legs B",
    "free": "Free training",
    "again": "Once more",
    "shared": "Shared session",
}


# Said under the exercise, not only behind Why?: its load is not what the goal asks for. Source: 4.5, G11.
_OUTSIDE_THE_BAND = frozenset({"out_of_band", "lightest_too_heavy"})


def routine_title(name: str) -> str:
    """A routine's name as typed; where it runs from right to left, what is around it keeps its place."""
    turned = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"\u2068{name}\u2069" if turned else name


def day_word(day: str) -> str:
    """`Upper body A`; a routine by its name, a day of another name as it is."""
    routine = routine_named(day)
    if routine is not None:
        return routine_title(routine)
    return word(DAY_WORDS.get(day, day.replace("_", " ").capitalize()))


def session_title(session: Session) -> str:
    """What an import called it, else its day: how a session that was done is called."""
    return routine_title(session.title) if session.title else day_word(session.day)


def plan_card(planned: Planned) -> View:
    """The plan as one card, with its buttons."""
    lines = [_headline(planned)]
    lines.extend(reason_line(notice) for notice in planned.session.notices)
    if _easy_week_offered(planned):
        lines.append(say("The one trial of an easy week found no gain and less strength: you choose."))
    if planned.left_out:
        names = ", ".join(word(one.name) for one in planned.left_out)
        lines.append(say("Left out, because it hurt: {names}.", names=names))
    lines.extend(spared_line(sore, left_out) for sore, left_out in planned.spares)
    shared, above = _shared_reasons(planned), frozenset(lines)
    lines.extend(say("<i>{why}</i>", why=why) for why in shared if why not in above)
    for place, exercise in enumerate(planned.exercises):
        lines.append(_exercise(planned, place, exercise, shared))
    lines.append(_manner(planned))
    if planned.gate is not None and planned.session.goal is Goal.FOUNDATION and not planned.is_first:
        lines.append(gate_line(planned.gate))
    return View(join(lines), _rows(planned))


def _easy_week_offered(planned: Planned) -> bool:
    return any(notice.code.startswith("deload_") for notice in planned.session.notices)


def _headline(planned: Planned) -> Html:
    session = planned.session
    if not planned.exercises:
        return say("<b>{goal}</b>", goal=goal_title(session.goal))
    title = say(
        "<b>{goal}</b> · {day} · ≈ {minutes} min",
        goal=goal_title(session.goal),
        day=day_word(session.day),
        minutes=session.minutes,
    )
    if planned.open_workout_id is not None:
        return join([say("Your workout is still running. After it I'd plan:"), title])
    days_off = (planned.planned_on - planned.today).days
    if days_off == 1:
        return join([say("Done for today. Next, tomorrow:"), title])
    if days_off > 1:
        return join([say("Done for today. Next, on {day}:", day=weekday_name(planned.planned_on)), title])
    return title


def _first_reason(asked: Prescription) -> Html:
    """What is said of one exercise: what has changed, not what is so of all the goal's."""
    own = next((told for told in asked.reasons if told.code not in OF_THE_GOAL), None)
    return reason_line(own, asked.measure) if own else Html("")


def _shared_reasons(planned: Planned) -> list[Html]:
    """Reasons that several exercises share: said once, above the list; the goal's own first."""
    told = [why for why in map(_first_reason, planned.session.prescriptions) if why]
    return [*_of_the_goal(planned), *(why for why in dict.fromkeys(told) if told.count(why) > 1)]


def _of_the_goal(planned: Planned) -> list[Html]:
    """Why all of it is as it is, in one line; without sets and reps where they differ by exercise."""
    asked = planned.session.prescriptions
    told = dict.fromkeys(one for each in asked for one in each.reasons if one.code in OF_THE_GOAL)
    lines = list(dict.fromkeys(map(reason_line, told)))
    return lines if len(lines) < 2 else [say(_WHOLE_GOAL[next(iter(told)).code])]


_WHOLE_GOAL = {
    "foundation_base": "Light and controlled, for form and joints, and for strength.",
    "strength_endurance": "The bridge to size: many reps, below 75 % of what you can lift once.",
    "health_foundation": "Gentle loads, because of what you told me about your health.",
}


def _exercise(planned: Planned, place: int, exercise: Exercise, shared: list[Html]) -> Html:
    asked = planned.session.prescriptions[place]
    lines = [say("\n<b>{name}</b>", name=word(exercise.name)), numbers_line(exercise, asked)]
    before = planned.last_time[place]
    if before:
        lines.append(say("last time {sets}", sets=short_sets(exercise, before)))
    outside = next((told for told in asked.reasons if told.code in _OUTSIDE_THE_BAND), None)
    for why in dict.fromkeys((_first_reason(asked), reason_line(outside) if outside else Html(""))):
        if why and why not in shared:
            lines.append(say("<i>{why}</i>", why=why))
    return join(lines)


def numbers_line(exercise: Exercise, asked: Prescription) -> Html:
    """`4 × 10 @ 80 kg (80 %) · rest 60 s`; without a known load, how many reps to leave."""
    amount = amount_words(asked.reps, asked.measure)
    shown = say("<b>{sets} × {amount}</b>", sets=asked.sets, amount=amount)
    shown = join([shown, each_words(exercise)], " ")
    weight = load_words(exercise, asked.load)
    parts = [shown]
    if to_find(exercise, asked.load):
        parts.append(_reps_left(asked))
    elif weight:
        parts = [join([shown, say("<b>{weight}</b>", weight=weight)], " @ ")]
        if exercise.load_mode is LoadMode.PER_HAND:
            parts = [join([parts[0], say("in each hand")], " ")]
        if asked.share is not None:
            parts = [join([parts[0], say("({share})", share=percent(asked.share))], " ")]
    parts.append(say("rest {rest}", rest=duration(asked.rest_s)))
    if asked.superset is not None:
        parts.append(say("pair {pair}", pair="ABCDEFG"[asked.superset % 7]))
    return join(parts, " · ")


_MOST_COUNTED = 5  # nobody counts how many more than that would go


def _reps_left(asked: Prescription) -> Html:
    """How heavy, while no load is known: the reps that should be left."""
    low, high = asked.rir_target
    if low > _MOST_COUNTED:
        return say("light enough for {n} reps", n=asked.reps + low)
    if high <= low:
        return say_n("stop with {n} rep left", "stop with {n} reps left", low)
    return say("stop with {low}–{high} reps left", low=low, high=high)


def _manner(planned: Planned) -> Html:
    """What to expect of these numbers, said once under the list. Source: training.md 4.6."""
    goal, known = planned.session.goal, any(asked.share for asked in planned.session.prescriptions)
    if planned.level is Level.BEGINNER and planned.is_first:
        return say("\nA trainer's eye on your form is worth gold in the first weeks.")
    if goal is Goal.HYPERTROPHY and known:
        return say(
            "\nThe % is of your one-rep max, the most you can lift once. "
            "10 reps at 80 % is tough: 6 to 12 count, and I adapt the next set."
        )
    if goal is Goal.STRENGTH and known:
        return say(
            "\nThe % is of your one-rep max, the most you can lift once. "
            "Many people manage 3–4 reps at 90 %: stop one clean rep early, and I adapt the next set."
        )
    return Html("")


def _rows(planned: Planned) -> Rows:
    plan_id = planned.plan_id
    if not planned.exercises:
        asks = tuple((ask_button(plan_id, sore),) for sore, _ in planned.spares[:MOST_ASKED])
        return ((Button(word("Add exercise"), AddToPlan(plan_id)),), *asks)
    if planned.open_workout_id is not None:
        go_on = Button(word("▶ Go on with your workout"), GoOn(planned.open_workout_id), Style.SUCCESS)
        return ((go_on, Button(word("Why?"), WhyPlan(plan_id))),)
    start = Button(word("▶ Start"), StartSession(plan_id), Style.SUCCESS)
    rows = [
        (start,),
        (
            Button(word("Swap"), SwapInPlan(plan_id)),
            Button(word("Add exercise"), AddToPlan(plan_id)),
        ),
        (
            Button(word("Shorter"), ChangePlan(plan_id, PlanChange.SHORTER)),
            Button(word("Longer"), ChangePlan(plan_id, PlanChange.LONGER)),
            Button(word("Why?"), WhyPlan(plan_id)),
            Button(word("🔗 Share"), SharePlan(plan_id)),
        ),
    ]
    rows.extend((ask_button(plan_id, sore),) for sore, _ in planned.spares[:MOST_ASKED])
    for place, asked in enumerate(planned.session.prescriptions):
        if asked.load is None and any(told.code == "lightest_too_heavy" for told in asked.reasons):
            label = word("Lighter than {name}", name=word(planned.exercises[place].name))
            rows.append((Button(label, SwapInPlan(plan_id, place)),))
    for one in planned.left_out[:MOST_ASKED]:
        alone = len(planned.left_out) == 1
        label = word("Does it still hurt?") if alone else word("{name}: hurts?", name=word(one.name))
        rows.append((Button(label, AskAche(plan_id, one.id)),))
    if planned.session.off_the_split:
        routine = planned.session.routine_id is not None
        label = word("Your plan instead of the routine") if routine else word("Your own plan instead")
        rows.append((Button(label, ShowPlan(planned.wish)),))
    if planned.for_today_only:
        label = word("Make {goal} my goal", goal=goal_word(planned.wish))
        rows.append((Button(label, ChangePlan(plan_id, PlanChange.MAKE_GOAL)),))
    if _easy_week_offered(planned):
        rows.append((Button(word("Take an easy week"), ChangePlan(plan_id, PlanChange.EASY_WEEK)),))
    waits = any(notice.code == "foundation_first" for notice in planned.session.notices)
    if waits and planned.wish is Goal.HYPERTROPHY:
        rows.append((Button(word("Size now, please"), ChangePlan(plan_id, PlanChange.INSIST)),))
    return tuple(rows)
