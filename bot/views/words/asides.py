"""Answers to what is said beside the sets, a line each: minutes, a free bench, never again, other gear."""

from __future__ import annotations

from bot.callbacks import (
    CutTime,
    Dismiss,
    DoNow,
    ExerciseWish,
    ShowExercise,
    ShowPlan,
    TrainWith,
    WantExercise,
)
from bot.texts import say, word
from bot.views.interview.onboarding_words import gear_word
from bot.views.view import Button, Style, View
from core.model.athlete import Gear
from core.model.exercise import Exercise
from core.model.session import Measure


def cut_to(place: tuple[int, int, int], minutes: int) -> View:
    """A number of minutes alone, in a workout: all the time there is, probably."""
    rows = (
        (
            Button(word("Yes, cut it to {minutes} min", minutes=minutes), CutTime(*place, minutes)),
            Button(word("No, go on"), Dismiss()),
        ),
    )
    return View(say("{minutes} minutes left for this workout?", minutes=minutes), rows).offering()


def cannot_see() -> View:
    """Whether a bench is free, only who stands there can tell."""
    return View(
        say("You'll see it before me. If it isn't, send <code>bench is taken</code>: I offer something else.")
    )


def taken_before() -> View:
    """Something is missing before a workout has begun: Swap is on the plan, other equipment is for good."""
    text = say(
        "Swap on the plan offers something else. Other equipment from now on? "
        "Send <code>i only have dumbbells</code>."
    )
    return View(text, ((Button(word("Show the plan"), ShowPlan()),),))


def never_again(exercise: Exercise) -> View:
    """An exercise is never wanted: asked, for it is for good."""
    rows = (
        (
            Button(word("🚫 Never plan it"), WantExercise(exercise.id, ExerciseWish.NEVER)),
            Button(word("No, keep it"), Dismiss()),
        ),
    )
    text = say("Leave <b>{name}</b> out of your plans for good?", name=word(exercise.name))
    return View(text, rows).offering()


def other_gear(gear: Gear) -> View:
    """Other equipment was told of: from now on?"""
    rows = (
        (Button(word("Yes, from now on"), TrainWith(gear)),),
        (Button(word("No, leave it"), Dismiss()),),
    )
    return View(say("Plan with this from now on: <b>{gear}</b>?", gear=gear_word(gear)), rows).offering()


def trains_with(gear: Gear) -> View:
    """The equipment was changed."""
    text = say(
        "From now on I plan with: <b>{gear}</b>. A workout that runs stays as it is: Swap changes it.",
        gear=gear_word(gear),
    )
    return View(text, ((Button(word("Plan my next session"), ShowPlan()),),))


def named_alone(exercise: Exercise, place: tuple[int, int] | None) -> View:
    """An exercise's bare name in a workout: done now where it is still to come, or how sets of it are sent.

    `place` is the workout's id and where in it the exercise comes later, None where it does not.
    """
    values = {"name": word(exercise.name), "example": f"{word(exercise.name).lower()} {example_of(exercise)}"}
    how = Button(word("How?"), ShowExercise(exercise.id))
    if place is None:
        text = say("<b>{name}</b>? Send <code>{example}</code> and it counts into this workout.", **values)
        return View(text, ((how,),)).completing(f"{word(exercise.name)} {{}}")
    text = say("<b>{name}</b> is still to come. Now instead?", name=values["name"])
    rows = ((Button(word("▶ Do it now"), DoNow(*place), Style.PRIMARY), how),)
    return View(text, rows).offering().completing(f"{word(exercise.name)} {{}}")


def brought_forward(exercise: Exercise) -> View:
    """An exercise that came later is done now."""
    return View(say("▶ <b>{name}</b> now, what you were at after it.", name=word(exercise.name)))


def example_of(exercise: Exercise) -> str:
    if exercise.measure is not Measure.REPS:
        return "30 s" if exercise.measure is Measure.SECONDS else "40 m"
    return "20x10" if exercise.takes_load else "12"
