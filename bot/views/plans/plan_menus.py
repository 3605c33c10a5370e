"""What opens from a plan card: why, swap, add, which goal; and the one line it folds to.

The card itself is `plan.py`.
"""

from __future__ import annotations

from bot.callbacks import (
    AddToPlan,
    BackToPlan,
    ShowPlan,
    StartSession,
    StartWith,
    SwapInPlan,
)
from bot.texts import Html, join, load, say, word
from bot.views.goals import goal_title
from bot.views.plans.plan import day_word
from bot.views.reasons import reason_line
from bot.views.sets import option_label, set_words
from bot.views.view import Button, Style, View
from core.model.athlete import Goal, OneRepMax, Provenance
from core.model.exercise import Exercise
from core.model.outcomes import Planned
from core.model.session import Prescription
from core.model.starting import Unstarted


def started(planned_goal: Goal, day: str) -> View:
    """What the plan card becomes once its workout has begun: one line, so that it is never in the way."""
    return View(say("▶ <b>{goal}</b> · {day}", goal=goal_title(planned_goal), day=day_word(day)))


def not_started(said: Unstarted) -> View:
    """A set came before its workout: one tap begins that, with the set where it was whole."""
    if said.entry is None:
        begin = Button(word("▶ Start"), StartSession(said.plan_id), Style.SUCCESS)
        return View(say("Your workout isn't started yet. Start it, then send the set."), ((begin,),))
    entry = said.entry
    line = say(
        "Your workout isn't started yet. Is this its first set, {name}?", name=word(said.exercise.name)
    )
    done = set_words(said.exercise, entry.load, entry.reps, said.measure)
    press = StartWith(said.plan_id, said.exercise_index, entry.load, entry.reps)
    begin = Button(word("▶ Start · {set}", set=done), press, Style.SUCCESS)
    bare = Button(word("▶ Start without it"), StartSession(said.plan_id))
    return View(line, ((begin,), (bare,))).offering()


def why_plan(planned: Planned) -> View:
    """The reason behind every number, exercise by exercise; what several share is said once, on top."""
    told = [_told(planned, place) for place in range(len(planned.exercises))]
    every = [line for lines in told for line in lines]
    shared = [line for line in dict.fromkeys(every) if every.count(line) > 1]
    blocks = [join(shared)] if shared else []
    for place, exercise in enumerate(planned.exercises):
        best = planned.maxes[place]
        lines = [say("• {reason}", reason=reason) for reason in told[place] if reason not in shared]
        if best is not None:
            lines.insert(0, say("• {max}", max=_max_line(best)))
        if lines:
            blocks.append(join([say("<b>{name}</b>", name=word(exercise.name)), *lines]))
    rows = ((Button(word("‹ Back"), BackToPlan(planned.plan_id)),),)
    return View(join(blocks, "\n\n"), rows)


def _told(planned: Planned, place: int) -> list[Html]:
    """All that explains one exercise, each sentence once: its own reasons, then its goal's."""
    asked = planned.session.prescriptions[place]
    usual = planned.usual[place] if planned.usual else ()
    told = (reason_line(reason, asked.measure) for reason in (*asked.reasons, *usual))
    return [line for line in dict.fromkeys(told) if line]


def _max_line(best: OneRepMax) -> Html:
    origins = {
        Provenance.TESTED: word("tested"),
        Provenance.STATED: word("as you told me"),
        Provenance.ESTIMATED: word("estimated from your sets"),
        Provenance.RATIO: word("worked out from another lift"),
    }
    origin = origins[best.provenance]
    return say("One-rep max (what you can lift once): {load}, {origin}.", load=load(best.load), origin=origin)


def which_to_swap(planned: Planned) -> View:
    """Which exercise of the plan to swap."""
    rows = tuple(
        (Button(word(exercise.name), SwapInPlan(planned.plan_id, place)),)
        for place, exercise in enumerate(planned.exercises)
    )
    back = (Button(word("‹ Back"), BackToPlan(planned.plan_id)),)
    return View(say("Swap which one?"), (*rows, back)).offering()


def options_card(
    plan_id: int,
    place: int | None,
    exercise: Exercise | None,
    options: tuple[tuple[Exercise, Prescription], ...],
) -> View:
    """Exercises to choose from, each with what it would ask."""
    if exercise is None:
        text = say("Add which one?") if options else say("Nothing more fits into this session.")
    elif not options:
        text = say("I know nothing else for the same muscles with your equipment.")
    else:
        text = say("Instead of {name}, for the same muscles:", name=word(exercise.name))
    rows = tuple(
        (Button(option_label(other, asked), _choice(plan_id, place, other)),) for other, asked in options
    )
    return View(text, (*rows, (Button(word("‹ Back"), BackToPlan(plan_id)),))).offering()


def _choice(plan_id: int, place: int | None, exercise: Exercise) -> SwapInPlan | AddToPlan:
    return AddToPlan(plan_id, exercise.id) if place is None else SwapInPlan(plan_id, place, exercise.id)


def weights_move(planned: Planned) -> View:
    """Too heavy, too light, before anything is lifted: each weight moves by a tap once its set is there."""
    text = say(
        "Every weight moves by a tap (−, +) once its set is on the card, and I follow. "
        "All of them off? Tell me your best again: <code>/max squat 120</code>."
    )
    begin = Button(word("▶ Start"), StartSession(planned.plan_id), Style.SUCCESS)
    return View(text, ((begin,),))


def which_goal(asked: str) -> View:
    """An unknown goal was asked for: the list, as buttons."""
    rows = tuple((Button(goal_title(goal), ShowPlan(goal)),) for goal in Goal)
    text = say("I know no goal, day or routine “{asked}”. Which goal shall I plan for?", asked=asked[:40])
    return View(text, rows).offering()
