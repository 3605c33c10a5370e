"""An exercise of one's own: what it trains and with what, and the `Exercise` that these two answers make.

What may be its name is `core/coach/own_names.py`; the exercises everybody has are the catalogue's.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from core.model.athlete import Level
from core.model.exercise import Exercise, Laterality, LoadMode, Pattern

OWN_PREFIX = "own_"
UNTOLD = "other"  # no muscle: no plan looks for it, and no week counts its sets


class Trains(StrEnum):
    """What an own exercise trains: a whole movement, one muscle alone, or what nobody has told."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    PUSH = "push"
    PRESS = "press"
    ROW = "row"
    PULL_DOWN = "pull_down"
    CARRY = "carry"
    TRUNK = "trunk"
    CHEST = "chest"
    SHOULDERS = "shoulders"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"
    THIGHS = "thighs"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    OTHER = "other"


class Kit(StrEnum):
    """What an own exercise is done with, and so what its logged number means."""

    BARBELL = "barbell"
    DUMBBELLS = "dumbbells"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    MACHINE = "machine"
    BAND = "band"
    BODY = "body"
    HOLD = "hold"


# Pattern, prime muscles, helpers: those of the catalogue's plainest exercise of the kind.
_MOVEMENTS: Mapping[Trains, tuple[Pattern, tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        Trains.SQUAT: (Pattern.SQUAT, ("quads", "glutes"), ("hamstrings", "lower back")),
        Trains.LUNGE: (Pattern.LUNGE, ("quads", "glutes"), ("hamstrings", "adductors")),
        Trains.HINGE: (Pattern.HINGE, ("hamstrings", "glutes"), ("lower back",)),
        Trains.PUSH: (Pattern.HORIZONTAL_PUSH, ("chest",), ("triceps", "front delts")),
        Trains.PRESS: (Pattern.VERTICAL_PUSH, ("front delts",), ("triceps", "side delts")),
        Trains.ROW: (Pattern.HORIZONTAL_PULL, ("mid back", "lats"), ("biceps", "rear delts")),
        Trains.PULL_DOWN: (Pattern.VERTICAL_PULL, ("lats",), ("biceps", "mid back")),
        Trains.CARRY: (Pattern.CARRY, ("forearms", "traps"), ("abs", "glutes")),
        Trains.TRUNK: (Pattern.CORE, ("abs",), ("obliques",)),
        Trains.CHEST: (Pattern.ISOLATION, ("chest",), ("front delts",)),
        Trains.SHOULDERS: (Pattern.ISOLATION, ("side delts",), ()),
        Trains.BICEPS: (Pattern.ISOLATION, ("biceps",), ("forearms",)),
        Trains.TRICEPS: (Pattern.ISOLATION, ("triceps",), ()),
        Trains.FOREARMS: (Pattern.ISOLATION, ("forearms",), ()),
        Trains.THIGHS: (Pattern.ISOLATION, ("quads",), ()),
        Trains.HAMSTRINGS: (Pattern.ISOLATION, ("hamstrings",), ()),
        Trains.GLUTES: (Pattern.ISOLATION, ("glutes",), ()),
        Trains.CALVES: (Pattern.ISOLATION, ("calves",), ()),
        Trains.OTHER: (Pattern.ISOLATION, (UNTOLD,), ()),
    }
)
_LOADED: Mapping[Kit, tuple[tuple[str, ...], LoadMode]] = MappingProxyType(
    {
        Kit.BARBELL: (("barbell",), LoadMode.TOTAL),
        Kit.DUMBBELLS: (("dumbbell",), LoadMode.PER_HAND),
        Kit.DUMBBELL: (("dumbbell",), LoadMode.SINGLE),
        Kit.KETTLEBELL: (("kettlebell",), LoadMode.SINGLE),
        Kit.MACHINE: (("machine", "cable"), LoadMode.STACK),
        # Nobody knows what a band weighs: its reps are what progresses.
        Kit.BAND: (("band",), LoadMode.REPS),
        Kit.BODY: (("bodyweight",), LoadMode.REPS),
        Kit.HOLD: (("bodyweight",), LoadMode.TIME),
    }
)
_ONE_PART = (Pattern.ISOLATION, Pattern.CORE)


def own_exercise(exercise_id: str, name: str, trains: Trains, kit: Kit) -> Exercise:
    """The exercise an athlete has described: no reference lift, so that its load is found by trying.

    It suits every level, for it was chosen by who does it; cues it has none.
    """
    pattern, primary, secondary = _MOVEMENTS[trains]
    equipment, load_mode = _LOADED[kit]
    return Exercise(
        id=exercise_id,
        name=name,
        pattern=pattern,
        compound=pattern not in _ONE_PART,
        primary=primary,
        secondary=secondary,
        equipment=equipment,
        laterality=Laterality.UNILATERAL if pattern is Pattern.LUNGE else Laterality.BILATERAL,
        level=Level.BEGINNER,
        load_mode=load_mode,
    )


def is_own(exercise: Exercise) -> bool:
    """Whether an athlete has added it, so that nobody else has it."""
    return exercise.id.startswith(OWN_PREFIX)
