"""Two exercises of a session that are done in turn: what came of pairing them."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Paired:
    """Two exercises that are done in turn from now on. `moved`: the card that stood is not the next one."""

    workout_id: int
    first: Exercise
    second: Exercise
    moved: bool
