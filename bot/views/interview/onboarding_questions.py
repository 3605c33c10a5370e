"""What each question says and which answers it offers; the health card's are in `onboarding_health.py`.

The frame around them, with place and ways on, is `onboarding.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.callbacks import Answer
from bot.texts import Html, join, load, say, word
from bot.views.goals import goal_title, goal_word
from bot.views.interview.onboarding_words import gear_word, told_line
from bot.views.view import Button, Rows
from core.model.athlete import Freshness, Gear, Goal, Level
from core.model.onboarding import Question, Step
from core.units import Unit


@dataclass(frozen=True, slots=True)
class Card:
    """The inside of a question: what is asked, one explaining line, and the answers."""

    title: Html
    why: Html
    rows: Rows = ()


def choice(step: Step, label: str, value: str) -> Button:
    """One answer as a button."""
    return Button(label, Answer(step.value, value))


def _goal(_: Question) -> Card:
    return Card(
        say("What do you train for?"),
        say("It decides your reps, weights and rests. You can switch any day."),
        (
            (
                choice(Step.GOAL, word("Size: bigger muscles"), Goal.HYPERTROPHY),
                choice(Step.GOAL, word("Strength: lift more"), Goal.STRENGTH),
            ),
            (choice(Step.GOAL, word("Foundation: get fit, start safely"), Goal.FOUNDATION),),
            (choice(Step.GOAL, word("Not sure?"), "unsure"),),
        ),
    )


def goal_help(_: Question) -> Card:
    """Size against strength in five lines, with a recommendation."""
    return Card(
        say("Size or strength?"),
        join(
            (
                say(
                    "Size: moderate weights for <b>6–12</b> reps, short rests. Muscles grow; seeing "
                    "it takes months."
                ),
                say(
                    "Strength: heavy weights for <b>1–5</b> reps, rests of <b>3–5 min</b>. You learn "
                    "to use what you have."
                ),
                say("They overlap: training one also raises the other."),
                say("New to lifting? Both begin with a few weeks of foundation."),
                say(
                    "No contest or sport in mind? I'd take <b>size</b>: lighter weights are easier "
                    "to learn with."
                ),
            )
        ),
        (
            (
                choice(Step.GOAL, word("Size (recommended)"), Goal.HYPERTROPHY),
                choice(Step.GOAL, word("Strength"), Goal.STRENGTH),
            ),
            (choice(Step.GOAL, word("Foundation"), Goal.FOUNDATION),),
        ),
    )


def _level(_: Question) -> Card:
    return Card(
        say("Have you lifted at least twice a week for the last three months?"),
        say("So that the plan is neither too easy nor too much."),
        (
            (
                choice(Step.LEVEL, word("No"), Level.BEGINNER),
                choice(Step.LEVEL, word("Yes"), Level.INTERMEDIATE),
            ),
            (choice(Step.LEVEL, word("For years, and I know my numbers"), Level.EXPERIENCED),),
            (choice(Step.LEVEL, word("I'm back after a break"), "break"),),
        ),
    )


def _foundation(question: Question) -> Card:
    wish = question.athlete.wish or Goal.FOUNDATION
    why = say(
        "Light weights and calm reps make your joints and technique ready, and you get stronger on the way."
    )
    gate = say(
        "{goal} opens after <b>4</b> weeks and <b>8</b> workouts, once the last two felt comfortable and "
        "nothing hurts.",
        goal=goal_title(wish),
    )
    accept = choice(Step.FOUNDATION, word("Foundation first"), "accept")
    if wish is not Goal.HYPERTROPHY:
        return Card(
            say("Foundation comes first, then {goal}.", goal=goal_word(wish)), join((why, gate)), ((accept,),)
        )
    insisting = say(
        "If you insist: <b>2–3</b> sets of <b>12</b> at about <b>70 %</b> of your best single lift."
    )
    insist = choice(Step.FOUNDATION, word("I insist on size"), "insist")
    return Card(
        say("Foundation comes first, then {goal}.", goal=goal_word(wish)),
        join((why, gate, insisting)),
        ((accept,), (insist,)),
    )


def _unit(_: Question) -> Card:
    return Card(
        say("Kilograms or pounds?"),
        say("I show weights and plates in it. Both are understood when you type."),
        ((choice(Step.UNIT, "kg", Unit.KG), choice(Step.UNIT, "lb", Unit.LB)),),
    )


def _maxes(question: Question) -> Card:
    pounds = question.athlete.unit is Unit.LB
    example = word("squat 315 bench 225 dead 405") if pounds else word("squat 140 bench 100 dead 180")
    recent = word("bench 225x5") if pounds else word("bench 100x5")
    return Card(
        say("What is the most you can lift once?"),
        join(
            (
                say("That is your one-rep max, 1RM for short: your working weights come from it."),
                say("Type all in one message: <code>{example}</code>", example=example),
                say("Or one at a time, or a recent set: <code>{recent}</code>", recent=recent),
                say("Don't know? The first session finds out."),
                say("Coming from Hevy or Strong? Send me the CSV it exports, as a file."),
            )
        ),
    )


def _freshness(question: Question) -> Card:
    return Card(
        say("How recent is that?"),
        join(
            (
                *(told_line(lift) for lift in question.told),
                *(
                    say(
                        "{name} {load} is more than anyone has lifted: left out. A slip? Type it again.",
                        name=word(lift.name),
                        load=load(lift.best.load),
                    )
                    for lift in question.told
                    if lift.beyond
                ),
                say("Older or guessed ones start a little lower. One more lift? Just type it."),
            )
        ),
        (
            (
                choice(Step.FRESHNESS, word("Last 8 weeks"), Freshness.RECENT),
                choice(Step.FRESHNESS, word("Older"), Freshness.OLDER),
                choice(Step.FRESHNESS, word("A guess"), Freshness.GUESS),
            ),
        ),
    )


def _gear(_: Question) -> Card:
    buttons = [choice(Step.GEAR, gear_word(gear), gear) for gear in Gear]
    pairs = tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))
    return Card(say("What do you train with?"), say("I only plan what you can do with it."), pairs)


def _days(question: Question) -> Card:
    beginner = question.athlete.level is Level.BEGINNER
    why = (
        say("Up to <b>3</b> while the foundation is built; <b>2</b> is the least that pays.")
        if beginner
        else say(
            "At least <b>2</b>, advises the American Heart Association. Six at most: a body "
            "needs its rest day."
        )
    )
    counts = tuple(choice(Step.DAYS, str(days), str(days)) for days in range(1, 4 if beginner else 7))
    return Card(say("How many days a week?"), why, (counts,))


cards: dict[Step, Callable[[Question], Card]] = {
    Step.GOAL: _goal,
    Step.LEVEL: _level,
    Step.FOUNDATION: _foundation,
    Step.UNIT: _unit,
    Step.MAXES: _maxes,
    Step.FRESHNESS: _freshness,
    Step.GEAR: _gear,
    Step.DAYS: _days,
}
