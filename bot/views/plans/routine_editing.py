"""Editing a routine: its exercises as buttons, one with its moves, and what can be added."""

from __future__ import annotations

from bot.callbacks import AddToRoutine, EditRoutine, RoutineTap, ShowRoutine
from bot.texts import join, say, word
from bot.views.exercises import name_label
from bot.views.plans.plan import routine_title
from bot.views.plans.routines import exercise_lines
from bot.views.view import Button, View
from core.model.exercise import Exercise, LoadMode, Pattern
from core.model.routine import Routine


def edit_card(routine: Routine, exercises: tuple[Exercise, ...]) -> View:
    """Which exercise to change; or one more."""
    lines = [
        say("<b>{name}</b>", name=routine_title(routine.name)),
        *exercise_lines(routine, exercises),
        say("Tap one to move, pair, count or remove it."),
    ]
    rows = [
        (Button(name_label(exercise), EditRoutine(routine.id, place, exercise.id)),)
        for place, exercise in enumerate(exercises)
    ]
    rows.append((Button(word("➕ Add exercise"), AddToRoutine(routine.id)),))
    return View(join(lines), (*rows, (Button(word("‹ Back"), ShowRoutine(routine.id)),)))


def exercise_menu(routine: Routine, exercises: tuple[Exercise, ...], place: int) -> View:
    """One exercise of a routine and what can be changed about it."""
    exercise, own = exercises[place], routine.exercises[place]

    def tap(label: str, change: RoutineTap) -> Button:
        return Button(label, EditRoutine(routine.id, place, exercise.id, change))

    moves = [tap("↑", RoutineTap.UP)] if place else []
    if place < len(exercises) - 1:
        moves.append(tap("↓", RoutineTap.DOWN))
    rows = [
        tuple(moves),
        (tap(word("Sets −"), RoutineTap.FEWER_SETS), tap(word("Sets +"), RoutineTap.MORE_SETS)),
    ]
    if _counts_reps(exercise):
        rows.append((tap(word("Reps −"), RoutineTap.FEWER_REPS), tap(word("Reps +"), RoutineTap.MORE_REPS)))
    if own.pair is not None:
        rows.append((tap(word("Not a superset"), RoutineTap.APART),))
    elif len(exercises) > 1:
        partner = exercises[place + 1] if place < len(exercises) - 1 else exercises[place - 1]
        rows.append((tap(word("Superset with {name}", name=name_label(partner)), RoutineTap.PAIR),))
    if len(exercises) > 1:
        rows.append((tap(word("Remove"), RoutineTap.REMOVE),))
    rows.append((Button(word("‹ Back"), EditRoutine(routine.id)),))
    lines = [say("<b>{name}</b>", name=routine_title(routine.name))]
    for at, line in enumerate(exercise_lines(routine, exercises)):
        lines.append(say("<b>{line}</b>", line=line) if at == place else line)
    lines.append(say("Sets and reps left open follow your goal."))
    return View(join(lines), tuple(row for row in rows if row))


def _counts_reps(exercise: Exercise) -> bool:
    return exercise.load_mode is not LoadMode.TIME and exercise.pattern is not Pattern.CARRY


def add_asked(routine: Routine) -> View:
    """Which exercise? Its name is awaited."""
    text = say(
        "Add what to <b>{name}</b>? Send an exercise: <code>bench</code>", name=routine_title(routine.name)
    )
    return View(text, ((Button(word("‹ Back"), EditRoutine(routine.id)),),))


def add_offered(routine: Routine, words: str, exercises: tuple[Exercise, ...]) -> View:
    """What the words could mean, each with a button."""
    rows = tuple((Button(name_label(one), AddToRoutine(routine.id, one.id)),) for one in exercises)
    if exercises:
        text = say("Which one?")
    else:
        text = say(
            "I know no other exercise like “{words}”. Send another name; /exercises adds your own.",
            words=words[:40],
        )
    return View(text, (*rows, (Button(word("‹ Back"), EditRoutine(routine.id)),)))
