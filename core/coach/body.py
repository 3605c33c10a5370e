"""The athlete's own weight: what pull-ups and dips are reckoned with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.model.outcomes import Unlogged
from core.store.athletes import load_athlete, save_athlete
from core.store.plans import drop_plan
from core.store.port import Tx
from core.training.max_notation import read_bodyweight
from core.units import Load, Unit


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is known of the athlete's weight now; None: nothing yet."""

    load: Load | None


def weigh(tx: Tx, athlete_id: int, words: str, now: datetime) -> Weighed | Unlogged:
    """`/weight 82.4`: keep it, and plan anew; without words tell what is known.

    `stranger` has not been asked anything yet; `not_a_weight` is nothing a person weighs (20–400 kg).
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    unit = athlete.unit or Unit.KG
    if not words:
        known = athlete.bodyweight_g
        return Weighed(None if known is None else Load(known, unit))
    read = read_bodyweight(words, unit)
    if not isinstance(read, Load):
        return Unlogged.of("not_a_weight")
    save_athlete(tx, replace(athlete, bodyweight_g=read.g), now)
    drop_plan(tx, athlete_id)
    return Weighed(read)
