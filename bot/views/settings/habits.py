"""Settings of how one trains: unit, rest by goal, when it is asked how a set felt, time for a session."""

from __future__ import annotations

from bot.callbacks import AskEffort, ChooseMinutes, ChooseRest, ChooseUnit, OpenSettings, Section
from bot.texts import Html, duration, join, say, unit_word, word
from bot.views.goals import goal_word
from bot.views.settings.gym_settings import back_row, chosen
from bot.views.view import Button, View
from core.model.athlete import Athlete, EffortAsked, Goal
from core.units import Unit

MINUTES = (30, 45, 60, 75, 90)
# Each goal's rest, (shortest, longest) in seconds, and what is offered inside. Source: S4, S8, training.md 2.
RESTS = {
    Goal.FOUNDATION: ((0, 90), (30, 60, 90)),
    Goal.HYPERTROPHY: ((60, 90), (60, 75, 90)),
    Goal.STRENGTH: ((180, 300), (180, 240, 300)),
    Goal.ENDURANCE: ((30, 85), (30, 45, 60)),
    Goal.POWER: ((180, 300), (180, 240, 300)),
}


_WHEN = {
    EffortAsked.LAST: "after an exercise's last set",
    EffortAsked.EVERY: "after every set",
    EffortAsked.NEVER: "off",
}
_LABELS = {
    EffortAsked.LAST: "After the last set",
    EffortAsked.EVERY: "After every set",
    EffortAsked.NEVER: "Off",
}


def unit_line(athlete: Athlete) -> Html:
    """Kilograms or pounds."""
    return say("Unit: <b>{unit}</b>", unit=unit_word(athlete.unit or Unit.KG))


def unit_menu(athlete: Athlete) -> View:
    """Which unit to think in."""
    text = join(
        [
            unit_line(athlete),
            say("New weights come in it. What you typed stays as typed, and so does equipment you set."),
        ]
    )
    units = tuple(Button(chosen(unit_word(one), is_so=one is athlete.unit), ChooseUnit(one)) for one in Unit)
    return View(text, (units, back_row()))


def rest_line(athlete: Athlete) -> Html:
    """Own rests, by goal."""
    own = [f"{goal_word(goal)} {duration(rest_s)}" for goal, rest_s in athlete.rests]
    return say("Rest: <b>{rests}</b>", rests=" · ".join(own) or word("as your goal asks"))


def rest_menu(athlete: Athlete, goal: Goal | None = None) -> View:
    """The rest for one goal, by default one's own; the other goals have a button each."""
    goal = goal or athlete.wish or Goal.FOUNDATION
    (low, high), offered = RESTS[goal]
    own = athlete.rest_of(goal)
    rests = tuple(Button(chosen(duration(one), is_so=one == own), ChooseRest(goal, one)) for one in offered)
    usual = (Button(chosen(word("As the goal asks"), is_so=own is None), ChooseRest(goal, None)),)
    others = tuple(
        Button(goal_word(other).capitalize(), OpenSettings(Section.REST, other))
        for other in Goal
        if other is not goal
    )
    text = join(
        [
            say("Rest between sets for <b>{goal}</b>: {rest}", goal=goal_word(goal), rest=_rest_words(own)),
            say("After a missed set it grows by itself. Another length? Send it, like <code>80</code>."),
            say("One exercise apart: <code>/rest 120 bench</code>."),
            _outside(own, low, high, goal),
        ]
    )
    return View(text, (rests, usual, others[:2], others[2:], back_row()))


def _rest_words(own: int | None) -> str:
    return word("as the goal asks") if own is None else duration(own)


def _outside(own: int | None, low: int, high: int, goal: Goal) -> Html:
    """A rest of one's own outside what the goal's rules say is kept, and said."""
    if own is None or low <= own <= high:
        return Html("")
    return say(
        "⚠ For {goal} the rules say {low} to {high}. I keep to yours.",
        goal=goal_word(goal),
        low=duration(low),
        high=duration(high),
    )


def effort_line(athlete: Athlete) -> Html:
    """How often it is asked how a set felt."""
    return say("I ask how it felt (RPE): <b>{when}</b>", when=word(_WHEN[athlete.asks_effort]))


def effort_menu(athlete: Athlete) -> View:
    """After every set, after the last one, or never."""
    text = join(
        [
            effort_line(athlete),
            say("Reps you had left (RIR), or effort from 1 to 10 (RPE), tell me when more weight is due."),
            say("Off, only more reps than asked, or what you type, bring more weight."),
            say("Typed, it always counts: <code>8 @8</code>."),
        ]
    )
    buttons = [
        (Button(chosen(word(label), is_so=when is athlete.asks_effort), AskEffort(when)),)
        for when, label in _LABELS.items()
    ]
    return View(text, (*buttons, back_row()))


def minutes_line(athlete: Athlete) -> Html:
    """How long a session may take."""
    minutes = athlete.session_minutes
    told = word("no limit") if minutes is None else word("{minutes} min", minutes=minutes)
    return say("Time for a session: <b>{time}</b>", time=told)


def minutes_menu(athlete: Athlete) -> View:
    """How long a session may take."""
    text = join(
        [
            minutes_line(athlete),
            say("Plans are cut to it, accessories first. For one day: <code>/plan 30min</code>."),
            say("Another time? Send it, like <code>50</code>."),
        ]
    )
    now = athlete.session_minutes
    times = tuple(Button(chosen(str(one), is_so=one == now), ChooseMinutes(one)) for one in MINUTES)
    free = (Button(chosen(word("No limit"), is_so=now is None), ChooseMinutes(None)),)
    return View(text, (times, free, back_row()))
