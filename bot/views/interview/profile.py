"""The summary that ends the onboarding, and the profile: every answer, and a button to change each.

How a question is asked is not here: see `onboarding.py`.
"""

from __future__ import annotations

from bot.callbacks import ChangeAnswer, OpenSettings, ShowPlan, ShowProgramme, TestBell
from bot.texts import Html, join, say, word
from bot.views.goals import goal_word
from bot.views.interview.onboarding_words import gear_word, health_word, level_word, told_line
from bot.views.view import Button, Rows, Style, View
from core.model.athlete import Athlete, Goal, Health, Level
from core.model.onboarding import Complete, Note, Profile, Step, ToldLift

_Told = tuple[ToldLift, ...]


def answer_line(step: Step, athlete: Athlete, told: _Told) -> Html:
    """One answer in one line: `Goal: strength`."""
    match step:
        case Step.MAXES | Step.FRESHNESS:
            if not told:
                return say("Best lifts: found in your first session")
            return join((say("Best lifts:"), *(told_line(lift) for lift in told)))
        case Step.SQUATS:
            answers = {None: word("not answered yet"), True: word("yes"), False: word("not yet")}
            return say("10 easy squats: <b>{squats}</b>", squats=answers[athlete.can_squat])
        case Step.HEALTH | Step.AILMENTS | Step.DOCTOR:
            return say("Health: <b>{health}</b>", health=health_word(athlete.health))
        case _:
            return _plain_line(step, athlete)


def _plain_line(step: Step, athlete: Athlete) -> Html:
    match step:
        case Step.LEVEL:
            return say(
                "Experience: <b>{level}</b>", level=_or_open(athlete.level and level_word(athlete.level))
            )
        case Step.UNIT:
            return say("Unit: <b>{unit}</b>", unit=_or_open(athlete.unit and athlete.unit.value))
        case Step.GEAR:
            return say("Equipment: <b>{gear}</b>", gear=_or_open(athlete.gear and gear_word(athlete.gear)))
        case Step.DAYS:
            return say("Days a week: <b>{days}</b>", days=_or_open(athlete.days_per_week))
        case _:
            return say("Goal: <b>{goal}</b>", goal=_or_open(athlete.wish and goal_word(athlete.wish)))


def _or_open(value: object) -> object:
    return word("not answered yet") if value is None else value


def _steps(athlete: Athlete) -> tuple[Step, ...]:
    own = Step.SQUATS if athlete.level is Level.BEGINNER else Step.MAXES
    return (Step.GOAL, Step.LEVEL, Step.UNIT, own, Step.GEAR, Step.DAYS, Step.HEALTH)


def _answers(athlete: Athlete, told: _Told, assumed: frozenset[Step]) -> Html:
    lines = []
    for step in _steps(athlete):
        line = answer_line(step, athlete, told)
        supposed = step in assumed and step is not Step.MAXES
        lines.append(say("{line} (my guess)", line=line) if supposed else line)
    return join(lines)


def _coming(athlete: Athlete) -> Html:
    """What is really trained now, where it is not simply the goal asked for."""
    if athlete.health is Health.FOUNDATION_ONLY:
        return say("For now I plan light foundation training. If that changes, change your health answer.")
    if athlete.level is Level.BEGINNER and athlete.wish is not None and not athlete.insists:
        if athlete.wish is Goal.FOUNDATION:
            return Html("")
        return say(
            "Foundation comes first; {goal} opens after 4 weeks and 8 workouts that felt comfortable.",
            goal=goal_word(athlete.wish),
        )
    return Html("")


def _once_a_week(athlete: Athlete) -> Html:
    # Source: S25, American Heart Association.
    if athlete.days_per_week != 1:
        return Html("")
    return say("Once a week keeps you going; <b>2</b> days is what the American Heart Association advises.")


def summary_card(outcome: Complete) -> View:
    """Everything answered: the answers, and the button that plans the first session."""
    athlete = outcome.athlete
    guessed = say("What you left out is my careful guess.") if outcome.assumed else Html("")
    return View(
        join(
            (
                say("<b>All set.</b> This is what I plan with:"),
                _answers(athlete, outcome.told, outcome.assumed),
                join((_coming(athlete), _once_a_week(athlete), guessed)),
                say("Rests end with a bell. Test it now; if it is silent, unmute this chat."),
            ),
            by="\n\n",
        ),
        (
            (Button(word("▶ Plan my first session"), ShowPlan(), Style.SUCCESS),),
            (
                Button(word("🔔 Test the bell"), TestBell()),
                Button(word("Change an answer"), ChangeAnswer("any")),
            ),
        ),
    )


def profile_card(outcome: Complete | Profile) -> View:
    """All answers as they stand, each with a button that asks it again."""
    athlete = outcome.athlete
    note = outcome.note if isinstance(outcome, Profile) else None
    changed = isinstance(outcome, Complete) and outcome.changed is not None
    opening = say("<b>Changed.</b> Your answers now:") if changed else say("<b>Your answers</b>")
    past = say("That question is past; change an answer below.") if note is Note.OLD_BUTTON else Html("")
    return View(
        join(
            (
                past,
                opening,
                _answers(athlete, outcome.told, outcome.assumed),
                join((_coming(athlete), _once_a_week(athlete))),
            ),
            by="\n\n",
        ),
        (*_change_rows(athlete), *_onwards()),
    )


def _change_rows(athlete: Athlete) -> Rows:
    labels = {
        Step.GOAL: word("Goal"),
        Step.LEVEL: word("Experience"),
        Step.UNIT: word("Unit"),
        Step.MAXES: word("Best lifts"),
        Step.SQUATS: word("10 squats"),
        Step.GEAR: word("Equipment"),
        Step.DAYS: word("Days"),
        Step.HEALTH: word("Health"),
    }
    buttons = tuple(Button(labels[step], ChangeAnswer(step.value)) for step in _steps(athlete))
    return tuple(buttons[place : place + 3] for place in range(0, len(buttons), 3))


def _onwards() -> Rows:
    plan = Button(word("▶ Plan my session"), ShowPlan(), Style.SUCCESS)
    leads = (Button(word("My programme"), ShowProgramme()), Button(word("Settings"), OpenSettings()))
    return ((plan, Button(word("🔔 Test the bell"), TestBell())), leads)
