"""What is said with the files of /export."""

from __future__ import annotations

from bot.texts import join, say, say_n
from bot.views.view import View


def csv_caption() -> View:
    """Under the CSV."""
    return View(say("Every set as a table. Hevy and other apps that import from Strong take it as it is."))


def json_caption() -> View:
    """Under the JSON."""
    return View(
        say(
            "Everything I keep for you: profile, best lifts, own exercises, routines and workouts. "
            "Send me this file, even after /forget, and your history is back."
        )
    )


def exported(workouts: int, sets: int) -> View:
    """After the files."""
    if not workouts:
        return View(say("That is all there is. Your workouts will be in it, too, once you have logged some."))
    counted = [say_n("{n} workout", "{n} workouts", workouts), say_n("{n} set", "{n} sets", sets)]
    return View(say("That is all of it: {counted}. Yours to keep.", counted=join(counted, ", ")))
