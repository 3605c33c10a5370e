"""The plan card: every exercise with its numbers, the reason in a line each, and what can be changed."""

from __future__ import annotations

from bot.callbacks import (
    AddToPlan,
    BackToPlan,
    ChangePlan,
    GoOn,
    PlanChange,
    ShowPlan,
    StartSession,
    SwapInPlan,
    WhyPlan,
)
from bot.texts import Html, duration, join, load, percent, say, word
from bot.views.gate import gate_line
from bot.views.goals import goal_word
from bot.views.reasons import reason_line
from bot.views.sets import amount_words, load_words, short_sets
from bot.views.view import Button, Rows, Style, View
from core.model.athlete import Goal, Level
from core.model.exercise import Exercise, Laterality
from core.model.outcomes import Planned
from core.model.session import Measure, Prescription

DAY_WORDS = {
    "full": "Full body",
    "full_a": "Full body A",
    "full_b": "Full body B",
    "full_c": "Full body C",
    "upper": "Upper body",
    "upper_a": "Upper body A",
    "upper_b": "Upper body B",
    "lower": "Lower body",
    "lower_a": "Lower body A",
    "lower_b": "Lower body B",
    "push": "Push",
    "pull": "Pull",
    "legs": "Legs",
}


def plan_card(planned: Planned) -> View:
    """The plan as one card, with its buttons."""
    lines = [_headline(planned)]
    lines.extend(reason_line(notice) for notice in planned.session.notices)
    for place, exercise in enumerate(planned.exercises):
        lines.append(_exercise(planned, place, exercise))
    lines.append(_manner(planned))
    if planned.gate is not None and planned.session.goal is Goal.FOUNDATION and not planned.is_first:
        lines.append(gate_line(planned.gate))
    return View(join(lines), _rows(planned))


def _headline(planned: Planned) -> Html:
    session = planned.session
    title = say(
        "<b>{goal}</b> · {day} · ≈ {minutes} min",
        goal=goal_word(session.goal),
        day=word(DAY_WORDS.get(session.day, session.day.replace("_", " ").capitalize())),
        minutes=session.minutes,
    )
    if planned.planned_on > planned.today:
        when = f"{planned.planned_on:%A}"
        return join([say("Today is done. Next, on {day}:", day=word(when)), title])
    return title


def _exercise(planned: Planned, place: int, exercise: Exercise) -> Html:
    asked = planned.session.prescriptions[place]
    lines = [say("\n<b>{name}</b>", name=word(exercise.name)), numbers_line(exercise, asked)]
    before = planned.last_time[place]
    if before:
        lines.append(say("last time {sets}", sets=short_sets(exercise, before)))
    if asked.reasons:
        lines.append(say("<i>{why}</i>", why=reason_line(asked.reasons[0])))
    return join(lines)


def numbers_line(exercise: Exercise, asked: Prescription) -> Html:
    """`4 × 10 @ 80 kg (80 %) · rest 60 s`; without a known load, how many reps to leave."""
    amount = amount_words(asked.reps, asked.measure)
    if asked.measure is Measure.REPS and exercise.laterality is not Laterality.BILATERAL:
        amount = word("{reps} a side", reps=amount)
    weight = load_words(exercise, asked.load)
    parts = [say("<b>{sets} × {amount}</b>", sets=asked.sets, amount=amount)]
    if asked.load is None and exercise.takes_load and not exercise.bodyweight_factor:
        low, high = asked.rir_target
        left = say("{low}–{high}", low=low, high=high) if high > low else say("{low}", low=low)
        parts = [join([parts[0], say("stop with {left} reps left", left=left)], ", ")]
    elif weight:
        shown = say("<b>{weight}</b>", weight=weight)
        if asked.share is not None:
            shown = join([shown, say("({share})", share=percent(asked.share))], " ")
        parts = [join([parts[0], shown], " @ ")]
    parts.append(say("rest {rest}", rest=duration(asked.rest_s)))
    if asked.superset is not None:
        parts.append(say("pair {pair}", pair="ABCDEFG"[(asked.superset - 1) % 7]))
    return join(parts, " · ")


def _manner(planned: Planned) -> Html:
    """What to expect of these numbers, said once under the list. Source: training.md 4.6."""
    goal, known = planned.session.goal, any(asked.share for asked in planned.session.prescriptions)
    if planned.level is Level.BEGINNER and planned.is_first:
        return say("\nA trainer's eye on your form is worth gold in the first weeks.")
    if goal is Goal.HYPERTROPHY and known:
        return say("\n10 reps at 80 % is tough: anything from 6 to 12 counts, and I adapt the next set.")
    if goal is Goal.STRENGTH and known:
        return say("\nMany people manage 3–4 reps at 90 %. Stop one clean rep early; I adapt the next set.")
    return Html("")


def _rows(planned: Planned) -> Rows:
    plan_id = planned.plan_id
    if planned.open_workout_id is not None:
        start = Button(word("▶ Go on with your workout"), GoOn(planned.open_workout_id), Style.SUCCESS)
    else:
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
        ),
    ]
    if planned.for_today_only:
        label = word("Make {goal} my goal", goal=goal_word(planned.wish).lower())
        rows.append((Button(label, ChangePlan(plan_id, PlanChange.MAKE_GOAL)),))
    waits = any(notice.code == "foundation_first" for notice in planned.session.notices)
    if waits and planned.wish is Goal.HYPERTROPHY:
            rows.append((Button(word("Size now, please"), ChangePlan(plan_id, PlanChange.INSIST)),))
    return tuple(rows)


def started(planned_goal: Goal, day: str) -> View:
    """What the plan card becomes once its workout has begun: one line, so that it is never in the way."""
    shown = word(DAY_WORDS.get(day, day.replace("_", " ").capitalize()))
    return View(say("▶ <b>{goal}</b> · {day}", goal=goal_word(planned_goal), day=shown))


def why_plan(planned: Planned) -> View:
    """The reason behind every number, exercise by exercise."""
    lines = []
    for place, exercise in enumerate(planned.exercises):
        asked, best = planned.session.prescriptions[place], planned.maxes[place]
        reasons = [reason_line(reason) for reason in asked.reasons]
        if best is not None:
            reasons.insert(
                0,
                say(
                    "Your one-rep max: {load} ({origin})",
                    load=load(best.load),
                    origin=word(best.provenance.value),
                ),
            )
        told = join(say("• {reason}", reason=reason) for reason in reasons if reason)
        lines.append(join([say("<b>{name}</b>", name=word(exercise.name)), told]))
    rows = ((Button(word("‹ Back"), BackToPlan(planned.plan_id)),),)
    return View(join(lines, "\n\n"), rows)


def which_to_swap(planned: Planned) -> View:
    """Which exercise of the plan to swap."""
    rows = tuple(
        (Button(word(exercise.name), SwapInPlan(planned.plan_id, place)),)
        for place, exercise in enumerate(planned.exercises)
    )
    return View(say("Swap which one?"), (*rows, (Button(word("‹ Back"), BackToPlan(planned.plan_id)),)))


def options_card(
    plan_id: int,
    place: int | None,
    exercise: Exercise | None,
    options: tuple[tuple[Exercise, Prescription], ...],
) -> View:
    """Exercises to choose from, each with what it would ask."""
    if exercise is None:
        text = say("Add which one?") if options else say("Nothing more fits into this session.")
    else:
        text = say("Instead of {name}, for the same muscles:", name=word(exercise.name))
    rows = tuple((Button(_option(other, asked), _choice(plan_id, place, other)),) for other, asked in options)
    return View(text, (*rows, (Button(word("‹ Back"), BackToPlan(plan_id)),)))


def _option(exercise: Exercise, asked: Prescription) -> str:
    weight = load_words(exercise, asked.load)
    return f"{word(exercise.name)} {weight}" if weight and asked.load else word(exercise.name)


def _choice(plan_id: int, place: int | None, exercise: Exercise) -> SwapInPlan | AddToPlan:
    return AddToPlan(plan_id, exercise.id) if place is None else SwapInPlan(plan_id, place, exercise.id)


def which_goal() -> View:
    """An unknown goal was asked for: the list, as buttons."""
    rows = tuple((Button(goal_word(goal), ShowPlan(goal)),) for goal in Goal)
    return View(say("Which goal shall I plan for?"), rows)
