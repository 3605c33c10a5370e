"""The athlete's own body: its weight, which pull-ups and dips are reckoned with, and measures round it.

One value a day and kind: a later one of the same day takes its place. Pictures and words are the bot's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from core.coach.local_time import local_date
from core.model.athlete import Athlete
from core.model.measure import Measured, MeasureKind
from core.model.outcomes import Unlogged
from core.model.progress import BodyProgress, MeasuresKept
from core.store.athletes import load_athlete, save_athlete
from core.store.plans import drop_plan
from core.store.port import Tx
from core.store.progress import keep_measure, measures_of, newest_measures
from core.training.past.trend import Series, line_through, smoothed
from core.training.typed.max_notation import read_bodyweight
from core.training.typed.measure_notation import Told, read_kind, read_measures
from core.units import Load, Unit


def weigh(tx: Tx, athlete_id: int, words: str, now: datetime) -> BodyProgress | MeasuresKept | Unlogged:
    """`/weight 82.4`: keep it, and plan anew; without words what is known. `/weight 82, waist 84` keeps both.

    `stranger` has not been asked anything yet; `not_a_weight` is nothing a person weighs (20–400 kg);
    `no_weight` knows none yet.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if not words:
        return _told(tx, athlete, MeasureKind.WEIGHT, None, now)
    several = _read(athlete, f"weight {words}")
    if len(several) > 1:
        return _keep_all(tx, athlete, several, now)
    read = read_bodyweight(words, athlete.unit or Unit.KG)
    if not isinstance(read, Load):
        return Unlogged.of("not_a_weight")
    measured = Measured(MeasureKind.WEIGHT, local_date(athlete, now), read.g, read.unit.value)
    return _keep(tx, athlete, measured, now)


def measure(tx: Tx, athlete_id: int, words: str, now: datetime) -> BodyProgress | MeasuresKept | Unlogged:
    """`/measure waist 84 arm 36`: keep them; `/measure waist` tells it, `/measure` the newest of everything.

    `not_a_measure` is not understood or nothing a body can measure; `nothing_measured` knows none yet.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    kind = read_kind(words)
    if kind is not None or not words:
        newest = newest_measures(tx, athlete_id)
        chosen = kind or next((one.kind for one in newest if one.kind is not MeasureKind.WEIGHT), None)
        return Unlogged.of("nothing_measured") if chosen is None else _told(tx, athlete, chosen, None, now)
    read = _read(athlete, words)
    if not read:
        return Unlogged.of("not_a_measure")
    if len(read) > 1:
        return _keep_all(tx, athlete, read, now)
    return _keep(tx, athlete, Measured.of(read[0][0], local_date(athlete, now), *read[0][1:]), now)


def _read(athlete: Athlete, words: str) -> tuple[Told, ...]:
    mass_unit = athlete.unit or Unit.KG
    return read_measures(words, "in" if mass_unit is Unit.LB else "cm", mass_unit.value)


def show_measure(tx: Tx, athlete_id: int, kind: MeasureKind, now: datetime) -> BodyProgress | Unlogged:
    """One kind of measure over time, by its button."""
    athlete = load_athlete(tx, athlete_id)
    return Unlogged.of("stranger") if athlete is None else _told(tx, athlete, kind, None, now)


def _keep_all(tx: Tx, athlete: Athlete, read: Sequence[Told], now: datetime) -> MeasuresKept:
    today = local_date(athlete, now)
    just = tuple(Measured.of(kind, today, value, unit) for kind, value, unit in read)
    for one in just:
        _keep(tx, athlete, one, now)
    return MeasuresKept(just, newest_measures(tx, athlete.id))


def _keep(tx: Tx, athlete: Athlete, measured: Measured, now: datetime) -> BodyProgress | Unlogged:
    if not tx.repeat:
        keep_measure(tx, athlete.id, measured, now)
        if measured.kind is MeasureKind.WEIGHT and athlete.bodyweight_g != measured.amount:
            save_athlete(tx, replace(athlete, bodyweight_g=measured.amount), now)
            drop_plan(tx, athlete.id)
    return _told(tx, athlete, measured.kind, measured, now)


def _told(
    tx: Tx, athlete: Athlete, kind: MeasureKind, just: Measured | None, now: datetime
) -> BodyProgress | Unlogged:
    measures = measures_of(tx, athlete.id, kind)
    if not measures and kind is MeasureKind.WEIGHT and athlete.bodyweight_g is not None:
        # Told when a pull-up was first planned, with no day to it: today's truth.
        unit = (athlete.unit or Unit.KG).value
        measures = (Measured(kind, local_date(athlete, now), athlete.bodyweight_g, unit),)
    if not measures:
        return Unlogged.of("no_weight" if kind is MeasureKind.WEIGHT else "nothing_measured")
    unit = measures[-1].unit
    series: Series = [(one.measured_on.toordinal(), float(one.value_in(unit))) for one in measures]
    smooth = tuple((date.fromordinal(day), value) for day, value in smoothed(series))
    others = tuple(one for one in newest_measures(tx, athlete.id) if one.kind is not kind)
    return BodyProgress(kind, unit, measures, smooth, line_through(series), just, others)
