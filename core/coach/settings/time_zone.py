"""The athlete's time zone: told by what their clock says, by name, or found by a place that isn't kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from core.coach.settings.reminding import keep
from core.model.athlete import Athlete
from core.model.awaited import About
from core.model.outcomes import Unlogged
from core.store.athletes import load_athlete
from core.store.awaited import awaited_of, drop_awaited
from core.store.port import Tx
from core.training.typed.gym_words import Misread
from core.training.typed.zone_words import known_zones, read_zones


@dataclass(frozen=True, slots=True)
class WhichZone:
    """The clocks of several zones say the same now; the likeliest first."""

    zones: tuple[str, ...]


def tell_zone(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | WhichZone | Unlogged:
    """`Berlin`, `Europe/Berlin`, or the time it is now (`18:12`); `misread` for anything else.

    A time fits several zones: which one is asked back.
    """
    zones = read_zones(words, now)
    if isinstance(zones, Misread):
        return Unlogged.of("misread", why=zones.value)
    return choose_zone(tx, athlete_id, zones[0], now) if len(zones) == 1 else WhichZone(zones)


def choose_zone(tx: Tx, athlete_id: int, zone: str, now: datetime) -> Athlete | Unlogged:
    """Live by this zone's clock from now on; workouts keep the day they were trained on.

    `unknown_zone` for a name this machine has no clock for.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if zone not in known_zones():
        return Unlogged.of("unknown_zone")
    if not tx.repeat:
        drop_awaited(tx, athlete_id)
    return keep(tx, replace(athlete, zone=zone, zone_told=True), now)


def asks_for_zone(tx: Tx, athlete_id: int) -> bool:
    """Whether the time zone is what was asked for last: only then a place is looked at."""
    waiting = awaited_of(tx, athlete_id)
    return waiting is not None and waiting.about is About.ZONE
