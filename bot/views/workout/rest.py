"""A rest timer started by hand."""

from __future__ import annotations

from datetime import datetime

from bot.texts import Html, counting, duration, join, say, word
from bot.views.goals import goal_word
from bot.views.view import View
from core.model.exercise_rest import ExerciseRest


def resting(rings_at: datetime, until: datetime, now: datetime) -> View:
    """Until when it rests; `rings_at` is on the wall clock, what the phone counts down to."""
    return View(say("⏱ Rest. The bell rings {counted}.", counted=_counted(rings_at, until, now)), silent=True)


def _counted(rings_at: datetime, until: datetime, now: datetime) -> Html:
    """`in 45 s`, which the phone counts down by itself."""
    seconds = max(round((until - now).total_seconds()), 0)
    return counting(rings_at, say("in {rest}", rest=duration(seconds)))


def rest_left(rings_at: datetime, until: datetime, now: datetime) -> Html:
    """How long the rest still is."""
    return say("The bell rings {counted}.", counted=_counted(rings_at, until, now))


def rest_after_set(rest_s: int) -> Html:
    """How long the rest after the coming set is; 0 where none follows."""
    if rest_s <= 0:
        return say("No rest is running.")
    return say("No rest is running. After this set: {rest}.", rest=duration(rest_s))


def how_to_rest() -> View:
    """What /rest takes."""
    return View(
        join(
            [
                say(
                    "Send <code>/rest 90</code> for 90 seconds (5 s to 60 min), "
                    "<code>/rest off</code> to stop it."
                ),
                say("For one exercise, from now on: <code>/rest 120 bench</code> (15 s to 10 min)."),
            ]
        )
    )


def exercise_rest(told: ExerciseRest) -> View:
    """The rest kept for one exercise; outside what the goal's rules say it is kept, and said."""
    name, rest_s, (low, high) = word(told.exercise.name), told.rest_s, told.band
    if rest_s is None:
        return View(
            join(
                [
                    say("<b>{exercise}</b> rests as your goal asks.", exercise=name),
                    say("To change it: <code>/rest 120 {exercise}</code>.", exercise=name),
                ]
            )
        )
    lines = [say("<b>{exercise}</b> rests {rest} between sets.", exercise=name, rest=duration(rest_s))]
    if not low <= rest_s <= high:
        lines.append(
            say(
                "⚠ For {goal} the rules say {low} to {high}. I keep to yours.",
                goal=goal_word(told.goal),
                low=duration(low),
                high=duration(high),
            )
        )
    lines.append(
        say("After a missed set it may grow. Back: <code>/rest {exercise} off</code>.", exercise=name)
    )
    return View(join(lines))
