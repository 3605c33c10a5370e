"""What is said when an exercise is left out, brought back, done already, or no exercise of today."""

from __future__ import annotations

from bot.callbacks import (
    Dismiss,
    ExerciseWish,
    KeepIn,
    LeaveOut,
    LeaveOutOfPlan,
    ShowExercise,
    SwapExercise,
    WantExercise,
)
from bot.texts import say, say_n, word
from bot.views.view import Button, Style, View
from bot.views.words.asides import example_of
from core.model.exercise import Exercise
from core.model.outcomes import SetCard


def left_out(workout_id: int, index: int, exercise: Exercise) -> View:
    """An exercise that was to come is left out today, with the way back."""
    back = Button(word("Put it back"), KeepIn(workout_id, index))
    return View(say("✂ <b>{name}</b> is left out today.", name=word(exercise.name)), ((back,),))


def kept_in(exercise: Exercise) -> View:
    """It comes after all."""
    return View(say("<b>{name}</b> is back in.", name=word(exercise.name)))


def today_or_for_good(workout_id: int, place: int, exercise: Exercise, plan_id: int | None = None) -> View:
    """`no squats`: for today, or never again?"""
    today = LeaveOut(workout_id, place) if plan_id is None else LeaveOutOfPlan(plan_id, exercise.id)
    rows = (
        (Button(word("Only today"), today, Style.PRIMARY),),
        (
            Button(word("🚫 Never plan it"), WantExercise(exercise.id, ExerciseWish.NEVER)),
            Button(word("No, keep it"), Dismiss()),
        ),
    )
    return View(say("No <b>{name}</b> today, or for good?", name=word(exercise.name)), rows).offering()


def all_done(exercise: Exercise) -> View:
    """All sets of what is to be done now are done."""
    name = word(exercise.name)
    text = say(
        "<b>{name}</b> is done for today. More of it? Send <code>one more set of {lower}</code>.",
        name=name,
        lower=name.lower(),
    )
    return View(text)


def grown(exercise: Exercise, sets: int) -> View:
    """An exercise that comes later has more sets."""
    name = word(exercise.name)
    return View(say_n("<b>{name}</b>: {n} set today.", "<b>{name}</b>: {n} sets today.", sets, name=name))


def moved_last(exercise: Exercise) -> View:
    """An exercise comes after all others."""
    return View(say("<b>{name}</b> comes last today.", name=word(exercise.name)))


def not_today(exercise: Exercise) -> View:
    """What is to be left out is not in the workout."""
    return View(say("<b>{name}</b> isn't in today's session anyway.", name=word(exercise.name)))


def not_in_it(exercise: Exercise, instead_of: SetCard | None) -> View:
    """An exercise that today's workout has not: how its sets are sent, or a swap for what trains the same."""
    text = say(
        "<b>{name}</b>? Send <code>{example}</code> and it counts into this workout.",
        name=word(exercise.name),
        example=f"{word(exercise.name).lower()} {example_of(exercise)}",
    )
    rows: tuple[tuple[Button, ...], ...] = ((Button(word("How?"), ShowExercise(exercise.id)),),)
    if instead_of is not None:
        swap = SwapExercise(instead_of.workout_id, instead_of.exercise_index, exercise.id)
        label = word("⇄ Instead of {name}", name=word(instead_of.exercise.name))
        rows = ((Button(label, swap, Style.PRIMARY),), *rows)
    return View(text, rows).offering().completing(f"{word(exercise.name)} {{}}")


def trains_other(exercise: Exercise, instead_of: Exercise) -> View:
    """A wish that trains something else than what it is to take the place of."""
    text = say(
        "<b>{name}</b> trains other muscles than {other}. Send <code>{example}</code> and it counts on top; "
        "<code>skip {lower}</code> leaves that out.",
        name=word(exercise.name),
        other=word(instead_of.name),
        lower=word(instead_of.name).lower(),
        example=f"{word(exercise.name).lower()} {example_of(exercise)}",
    )
    how = Button(word("How?"), ShowExercise(exercise.id))
    return View(text, ((how,),)).completing(f"{word(exercise.name)} {{}}")
