"""Saved routines: all of them, one as it stands, saving, renaming, deleting.

Editing one is `routine_editing.py`.
"""

from __future__ import annotations

from bot.callbacks import (
    DeleteRoutine,
    EditRoutine,
    PlanDay,
    PlanRoutine,
    RenameRoutine,
    SaveRoutine,
    ShareRoutine,
    ShowPlan,
    ShowRoutine,
)
from bot.texts import Html, join, say, say_n, word
from bot.views.plans.plan import day_word, routine_title
from bot.views.view import Button, Style, View
from core.model.exercise import Exercise
from core.model.routine import Routine, RoutineExercise

A_ROW = 2
LONGEST_LABEL = 30


def label_of(name: str) -> str:
    """A name as a button shows it: cut where a phone would cut it."""
    shown = routine_title(name)
    return shown if len(shown) <= LONGEST_LABEL else f"{shown[: LONGEST_LABEL - 1]}…"


def all_routines(routines: tuple[Routine, ...]) -> View:
    """Every routine as a button; with none, how one comes about."""
    if not routines:
        return View(
            say("No routines yet. After a workout, tap <b>Save as routine</b> under its summary."),
            ((Button(word("Plan my session"), ShowPlan()),),),
        )
    buttons = [Button(label_of(one.name), ShowRoutine(one.id)) for one in routines]
    rows = tuple(tuple(buttons[at : at + A_ROW]) for at in range(0, len(buttons), A_ROW))
    text = say_n("<b>Your routine</b>", "<b>Your {n} routines</b>", len(routines))
    hint = say("Plan one by its name, too: <code>/plan {name}</code>", name=routines[0].name)
    return View(join([text, hint]), rows)


def routine_card(routine: Routine, exercises: tuple[Exercise, ...]) -> View:
    """One routine: its exercises with what is wanted of each, and what can be done with it."""
    lines = [say("<b>{name}</b>", name=routine_title(routine.name)), *exercise_lines(routine, exercises)]
    if not exercises:
        lines.append(say("Nothing in it yet: tap Edit and add an exercise."))
    else:
        lines.append(say("Weights come from your log and your goal, like in any plan."))
    plan = Button(word("▶ Plan it"), PlanRoutine(routine.id), Style.SUCCESS)
    share = Button(word("🔗 Share"), ShareRoutine(routine.id))
    rows = (
        *(((plan, share),) if exercises else ()),
        (
            Button(word("Edit"), EditRoutine(routine.id)),
            Button(word("Rename"), RenameRoutine(routine.id)),
            Button(word("Delete"), DeleteRoutine(routine.id)),
        ),
        (Button(word("‹ My routines"), ShowRoutine()),),
    )
    return View(join(lines), rows)


def exercise_lines(routine: Routine, exercises: tuple[Exercise, ...]) -> list[Html]:
    """`1. Bench press · 3 sets · 8 reps`; a superset's two are marked alike."""
    return [
        say(
            "{number}. {name}{wanted}",
            number=place + 1,
            name=word(exercise.name),
            wanted=_wanted(routine.exercises[place]),
        )
        for place, exercise in enumerate(exercises)
    ]


def _wanted(own: RoutineExercise) -> Html:
    parts: list[Html] = []
    if own.sets is not None:
        parts.append(say_n("{n} set", "{n} sets", own.sets))
    if own.reps is not None:
        parts.append(say_n("{n} rep", "{n} reps", own.reps))
    if own.pair is not None:
        parts.append(say("superset {letter}", letter=pair_letter(own.pair)))
    return say(" · {parts}", parts=join(parts, " · ")) if parts else Html("")


def pair_letter(pair: int) -> str:
    """A, B, C …: the letter of a superset within its routine."""
    return "ABCDEF"[(pair - 1) % 6]


def name_asked(workout_id: int, offered: str) -> View:
    """How shall it be called? A tap takes the name offered, words give another."""
    text = say("How shall this routine be called? Tap, or send a name.")
    rows = (
        (Button(word("Save as {name}", name=label_of(offered)), SaveRoutine(workout_id, as_offered=True)),),
        (Button(word("‹ My routines"), ShowRoutine()),),
    )
    return View(text, rows)


def saved(routine: Routine, exercises: tuple[Exercise, ...]) -> View:
    """It is kept: the routine as it stands."""
    card = routine_card(routine, exercises)
    return View(join([say("💾 Saved."), card.text]), card.rows)


def rename_asked(routine: Routine) -> View:
    """The new name is awaited."""
    text = say("<b>{name}</b>: send its new name.", name=routine_title(routine.name))
    return View(text, ((Button(word("‹ Back"), ShowRoutine(routine.id)),),))


def deleted(routine_id: int, name: str) -> View:
    """It is gone, and can be taken back."""
    rows = (
        (Button(word("↩ Undo"), DeleteRoutine(routine_id, undo=True)),),
        (Button(word("‹ My routines"), ShowRoutine()),),
    )
    return View(say("<b>{name}</b> is deleted.", name=routine_title(name)), rows)


def which_routine(routines: tuple[Routine, ...], day: str | None) -> View:
    """Words that several routines, or a routine and a day of the split, could mean."""
    rows = [(Button(label_of(one.name), PlanRoutine(one.id)),) for one in routines]
    if day is not None:
        rows.append((Button(word("{day}, my own plan", day=day_word(day)), PlanDay(day)),))
    return View(say("Which one?"), tuple(rows)).offering()
