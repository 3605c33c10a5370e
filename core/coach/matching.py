"""Which exercise another app's name is: surely, perhaps one of some, or a new one of the athlete's own.

`Bench Press (Barbell)` is a name with its equipment. Only a name that is exactly known is taken without
asking: nothing is renamed silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.catalogue import Catalogue, find
from core.model.exercise import Exercise
from core.model.own_exercise import Kit, Trains

MOST_NEAR = 2
_SURE = 100.0
_KITS = {
    "barbell": Kit.BARBELL, "langhantel": Kit.BARBELL, "dumbbell": Kit.DUMBBELLS, "kurzhantel": Kit.DUMBBELLS,
    "kettlebell": Kit.KETTLEBELL, "machine": Kit.MACHINE, "maschine": Kit.MACHINE, "cable": Kit.MACHINE,
    "kabel": Kit.MACHINE, "smith machine": Kit.MACHINE, "band": Kit.BAND, "bodyweight": Kit.BODY,
}  # fmt: skip
_EQUIPMENT = {
    Kit.BARBELL: "barbell", Kit.DUMBBELLS: "dumbbell", Kit.KETTLEBELL: "kettlebell", Kit.BAND: "band",
    Kit.BODY: "bodyweight",
}  # fmt: skip
# What apps call exercises that our catalogue names otherwise.
_ELSEWHERE = {
    "flat barbell bench press": "bench_press", "bent over row (barbell)": "barbell_row",
    "bankdrücken (langhantel)": "bench_press", "kniebeuge (langhantel)": "back_squat",
    "kreuzheben (langhantel)": "deadlift", "klimmzug": "pull_up", "liegestütz": "push_up",
}  # fmt: skip
# The first word that stands in a name tells what it trains; the longer ones come first.
_TRAINS = (
    ("leg press", Trains.SQUAT), ("leg curl", Trains.HAMSTRINGS), ("leg extension", Trains.THIGHS),
    ("calf", Trains.CALVES), ("wrist", Trains.FOREARMS), ("pushdown", Trains.TRICEPS),
    ("tricep", Trains.TRICEPS), ("skull", Trains.TRICEPS), ("curl", Trains.BICEPS),
    ("bicep", Trains.BICEPS), ("lunge", Trains.LUNGE),
    ("step up", Trains.LUNGE), ("squat", Trains.SQUAT), ("deadlift", Trains.HINGE), ("swing", Trains.HINGE),
    ("good morning", Trains.HINGE), ("hip thrust", Trains.GLUTES), ("glute", Trains.GLUTES),
    ("kickback", Trains.GLUTES), ("pulldown", Trains.PULL_DOWN), ("pull up", Trains.PULL_DOWN),
    ("chin up", Trains.PULL_DOWN), ("row", Trains.ROW), ("fly", Trains.CHEST), ("pec deck", Trains.CHEST),
    ("chest", Trains.PUSH), ("bench", Trains.PUSH), ("push up", Trains.PUSH), ("dip", Trains.PUSH),
    ("shoulder press", Trains.PRESS), ("overhead", Trains.PRESS), ("raise", Trains.SHOULDERS),
    ("crunch", Trains.TRUNK), ("plank", Trains.TRUNK), ("sit up", Trains.TRUNK), ("ab ", Trains.TRUNK),
    ("carry", Trains.CARRY), ("walk", Trains.CARRY), ("press", Trains.PUSH), ("pull", Trains.PULL_DOWN),
)  # fmt: skip
_IN_BRACKETS = re.compile(r"(?P<what>.+?) \((?P<kit>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Matched:
    """What a name can be: `exercise_id` where that is sure, else the `near` ones."""

    exercise_id: str | None
    near: tuple[str, ...] = ()


def matched(name: str, exercises: Catalogue) -> Matched:
    """The exercise of a name in another app's words, or the ones that come near it."""
    known = _ELSEWHERE.get(name.casefold())
    if known is not None:
        return Matched(known)
    ways = [name]
    if bracketed := _IN_BRACKETS.fullmatch(name):
        ways += [f"{bracketed['kit']} {bracketed['what']}", bracketed["what"]]
    near: list[str] = []
    for way in ways:
        found = find(way, MOST_NEAR, exercises)
        sure = bool(found) and found[0].score >= _SURE
        if sure and (way is not ways[-1] or _is_done_with(found[0].exercise, name)):
            return Matched(found[0].exercise.id)
        near += [match.exercise.id for match in found]
    return Matched(None, tuple(dict.fromkeys(near))[:MOST_NEAR])


def _is_done_with(exercise: Exercise, name: str) -> bool:
    """Whether an exercise is done with the equipment that a name has in brackets, if it has any."""
    bracketed = _IN_BRACKETS.fullmatch(name)
    if bracketed is None:
        return True
    kit = _KITS.get(bracketed["kit"].casefold())
    if kit is Kit.MACHINE:
        return not {"barbell", "dumbbell", "kettlebell", "bodyweight"} & set(exercise.equipment)
    return kit is not None and _EQUIPMENT[kit] in exercise.equipment


def own_one_of(name: str, *, loaded: bool, timed: bool) -> tuple[Trains, Kit] | None:
    """What a new exercise of one's own would be by its name and sets; None where the name tells nothing."""
    said = f"{name.casefold()} ".replace("-", " ")
    trains = next((what for words, what in _TRAINS if words in said), None)
    if trains is None:
        return None
    kit = next((kit for word, kit in _KITS.items() if word in said), None)
    if kit is None:
        kit = Kit.MACHINE if loaded else Kit.HOLD if timed else Kit.BODY
    return trains, Kit.MACHINE if loaded and kit in (Kit.BAND, Kit.BODY) else kit
