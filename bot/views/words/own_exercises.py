"""A name nobody knows: which one was meant, or what it trains and with what, until it is one's own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.callbacks import AddOwn, Dismiss, ShowExercise, TakeAs
from bot.texts import say, word
from bot.views.exercises import name_label
from bot.views.view import Button, View
from core.model.exercise import Exercise
from core.model.own_exercise import Kit, Trains
from core.model.repertoire import Unfamiliar

TRAINS: Mapping[Trains, str] = MappingProxyType(
    {
        Trains.SQUAT: "Squat: thighs, hips",
        Trains.LUNGE: "Lunge: one leg",
        Trains.HINGE: "Hinge: hips, hamstrings",
        Trains.CARRY: "Carry: grip, trunk",
        Trains.PUSH: "Push: chest",
        Trains.PRESS: "Press up: shoulders",
        Trains.ROW: "Row: back",
        Trains.PULL_DOWN: "Pull down: back",
        Trains.CHEST: "Chest alone",
        Trains.SHOULDERS: "Shoulders alone",
        Trains.BICEPS: "Biceps",
        Trains.TRICEPS: "Triceps",
        Trains.THIGHS: "Thighs alone",
        Trains.HAMSTRINGS: "Hamstrings alone",
        Trains.GLUTES: "Glutes alone",
        Trains.CALVES: "Calves",
        Trains.TRUNK: "Abs, trunk",
        Trains.FOREARMS: "Forearms",
        Trains.OTHER: "Something else",
    }
)
KITS: Mapping[Kit, str] = MappingProxyType(
    {
        Kit.BARBELL: "Barbell",
        Kit.MACHINE: "Machine or cable",
        Kit.DUMBBELLS: "Dumbbell in each hand",
        Kit.DUMBBELL: "One dumbbell",
        Kit.KETTLEBELL: "Kettlebell",
        Kit.BAND: "Band",
        Kit.BODY: "Bodyweight, reps",
        Kit.HOLD: "Bodyweight, held",
    }
)
_A_ROW = 2


def unfamiliar(name: Unfamiliar) -> View:
    """Sets of an exercise nobody knows: the near ones log them, or it is added."""
    rows = [(Button(name_label(one), TakeAs(name.asked_id, one.id)),) for one in name.near]
    if name.addable:
        rows.append((Button(word("➕ Add it"), AddOwn(name.asked_id)),))
    asked = say("I know no exercise called “{name}”. Is it one of these?", name=name.name)
    if not name.near:
        asked = say("I know no exercise called “{name}”.", name=name.name)
    return View(asked, tuple(rows)).offering()


def what_it_trains(name: str, asked_id: int) -> View:
    """First question: a whole movement, or one muscle."""
    buttons = [Button(word(label), AddOwn(asked_id, trains)) for trains, label in TRAINS.items()]
    rows = tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
    text = say(
        "<b>{name}</b>: what does it train?\nI plan it in place of others that train the same.", name=name
    )
    return View(text, (*rows, (Button(word("Leave it"), Dismiss()),))).offering()


def with_what(name: str, asked_id: int, trains: Trains) -> View:
    """Second question: the equipment, which says what the logged number means."""
    buttons = [Button(word(label), AddOwn(asked_id, trains, kit)) for kit, label in KITS.items()]
    rows = tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
    text = say("<b>{name}</b> ({trains}): done with what?", name=name, trains=word(TRAINS[trains]))
    return View(text, (*rows, (Button(word("‹ Back"), AddOwn(asked_id)),))).offering()


def added(exercise: Exercise) -> View:
    """It is one's own now, and how it is used."""
    text = say(
        "➕ <b>{name}</b> is yours now. Log it by name, like <code>{example}</code>; plans can hold it.",
        name=exercise.name,
        example=f"{exercise.name.lower()} {_example(exercise)}",
    )
    return View(text, ((Button(word("Show it"), ShowExercise(exercise.id)),),))


def _example(exercise: Exercise) -> str:
    if exercise.load_mode.value == "time":
        return "30s"
    return "20x10" if exercise.takes_load else "10"


def meant(exercise: Exercise) -> View:
    """The near one was meant."""
    return View(say("👍 {name}", name=word(exercise.name)))
