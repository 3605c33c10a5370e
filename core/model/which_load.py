"""A load said alone that is hard to believe, asked back before it goes on the card."""

from __future__ import annotations

from dataclasses import dataclass

from core.units import Load


@dataclass(frozen=True, slots=True)
class WhichLoad:
    """`375` where 37.5 kg are asked: which `loads` may be meant, lightest first.

    `heard` is the load as it was said: not among them where it is more than is safe today. The card asks
    `reps`.
    """

    workout_id: int
    exercise_index: int
    set_number: int
    reps: int
    heard: Load
    loads: tuple[Load, ...]
