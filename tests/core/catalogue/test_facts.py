"""Every fact of every exercise against the table it was gathered in: one changed number turns this red."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.catalogue import catalogue
from core.model.exercise import Exercise

FACTS = Path(__file__).with_name("facts.txt").read_text(encoding="utf-8").splitlines()
GATHERED = tuple(one for one in catalogue().exercises if not one.improvised)
BY_ID = {line.split(" | ")[0]: line for line in FACTS if not line.startswith("#")}


def fact(exercise: Exercise) -> str:
    """One exercise as a line of the table."""
    reference = exercise.ratio_basis
    if exercise.ref_lift is not None:
        span = f"({exercise.ratio_low:g}-{exercise.ratio_high:g})"
        reference = f"{exercise.ref_lift} × {exercise.ratio:g} {span} {exercise.ratio_basis}"
    columns = (
        exercise.id,
        f"{exercise.pattern}{' c' if exercise.compound else ''}",
        f"{', '.join(exercise.primary)} / {', '.join(exercise.secondary)}",
        ", ".join(exercise.equipment),
        f"{exercise.laterality}, {exercise.level}, {exercise.load_mode}",
        reference,
        "" if exercise.bodyweight_factor is None else f"{exercise.bodyweight_factor:g}",
        " ".join(sorted(exercise.tags)),
    )
    return " | ".join(columns).replace("  ", " ").rstrip()


@pytest.mark.parametrize("exercise", GATHERED, ids=lambda exercise: exercise.id)
def test_an_exercise_is_as_it_was_gathered(exercise: Exercise) -> None:
    assert fact(exercise) == BY_ID[exercise.id]


def test_the_table_and_the_catalogue_name_the_same_exercises() -> None:
    assert list(BY_ID) == [exercise.id for exercise in GATHERED]
