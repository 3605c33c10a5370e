"""An athlete's equipment as they set it: bar and plates, dumbbells, machines, other bars, each in its unit.

What typed words mean is `core/training/typed/gym_words.py`'s. Plans, cards and swaps follow at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.settings.habits import known, settled
from core.model.athlete import Athlete, Gear, Rack
from core.model.gym import Bar
from core.model.outcomes import Unlogged
from core.store.port import Tx
from core.training.loads.loading import unit_of
from core.training.loads.steps import dumbbell_steps
from core.training.typed import gym_words
from core.training.typed.gym_words import Misread
from core.units import Load, Unit

# What a home set holds, in pairs: the common 300 lb set, and its like in kilograms (ours).
HOME_PLATES = {
    Unit.KG: ((2000, 1), (1500, 1), (1000, 1), (500, 2), (250, 1), (125, 1)),
    Unit.LB: ((4500, 1), (3500, 1), (2500, 1), (1000, 1), (500, 2), (250, 1)),
}


def rack_of(athlete: Athlete) -> Rack:
    """The bar and plates that are loaded: the athlete's own, else a gym's."""
    return athlete.rack or Rack.standard(unit_of(athlete))


def train_with(tx: Tx, athlete_id: int, gear: Gear, now: datetime) -> Athlete | Unlogged:
    """Other equipment from now on: the next plan is made for it; an open workout stays as it is."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    return settled(tx, athlete, replace(athlete, gear=gear), now)


def choose_bar(tx: Tx, athlete_id: int, bar: Load, now: datetime) -> Athlete | Unlogged:
    """Another empty bar; one in the other unit comes with a full set of that unit's plates."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    if not gym_words.sound_bar(bar):
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    return settled(tx, athlete, replace(athlete, rack=_with_bar(rack_of(athlete), bar)), now)


def _with_bar(rack: Rack, bar: Load) -> Rack:
    plates = rack.plates if bar.unit is rack.unit else Rack.standard(bar.unit).plates
    return Rack(bar, plates, told=True)


def choose_plates(tx: Tx, athlete_id: int, *, home: bool, now: datetime) -> Athlete | Unlogged:
    """A gym's full set of plates, or what a home set holds, in the unit of the bar."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    rack = rack_of(athlete)
    plates = HOME_PLATES[rack.unit] if home else Rack.standard(rack.unit).plates
    return settled(tx, athlete, replace(athlete, rack=Rack(rack.bar, plates, told=True)), now)


def tell_rack(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`2x20 2x10 4x5`, `bar 18`, or both; `misread` says why not."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    before = rack_of(athlete)
    told = gym_words.read_rack(words, before.unit)
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    rack = before if told.unit is before.unit else Rack.standard(told.unit)
    rack = Rack(told.bar or rack.bar, told.plates or rack.plates, told=True)
    return settled(tx, athlete, replace(athlete, rack=rack), now)


def choose_dumbbells(tx: Tx, athlete_id: int, unit: Unit, now: datetime) -> Athlete | Unlogged:
    """A gym's whole row of dumbbells, stamped in `unit`."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    row = () if unit is unit_of(athlete) else tuple(dumbbell_steps(unit))
    return settled(tx, athlete, replace(athlete, gym=replace(athlete.gym, dumbbells=row)), now)


def tell_dumbbells(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`5-30 by 2.5`, `10 12.5 20`, or a change to those owned: `+32`; `misread` says why not."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    owned = athlete.gym.dumbbells or tuple(dumbbell_steps(unit_of(athlete)))
    told = gym_words.read_dumbbells(words, owned[0].unit, owned)
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    return settled(tx, athlete, replace(athlete, gym=replace(athlete.gym, dumbbells=told)), now)


def choose_pin(tx: Tx, athlete_id: int, pin: Load | None, now: datetime) -> Athlete | Unlogged:
    """What one pin of a machine adds, None for the usual."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    if pin is not None and not gym_words.sound_pin(pin):
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    return settled(tx, athlete, replace(athlete, gym=replace(athlete.gym, stack_step=pin)), now)


def tell_pin(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`7.5 kg`, `10 lb`; `misread` says why not."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    before = athlete.gym.stack_step
    told = gym_words.read_pin(words, before.unit if before else unit_of(athlete))
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    return choose_pin(tx, athlete_id, told, now)


def choose_other_bar(tx: Tx, athlete_id: int, kind: Bar, weight: Load, now: datetime) -> Athlete | Unlogged:
    """What an EZ bar, a trap bar or a Smith machine's bar weighs empty."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    if not gym_words.sound_bar(weight, kind):
        return Unlogged.of("misread", why=Misread.OUT_OF_RANGE.value)
    return _with_other_bars(tx, athlete, ((kind, weight),), now)


def tell_other_bars(tx: Tx, athlete_id: int, words: str, now: datetime) -> Athlete | Unlogged:
    """`ez 8 trap 25`; `misread` says why not."""
    athlete = known(tx, athlete_id)
    if isinstance(athlete, Unlogged):
        return athlete
    told = gym_words.read_other_bars(words, unit_of(athlete))
    if isinstance(told, Misread):
        return Unlogged.of("misread", why=told.value)
    return _with_other_bars(tx, athlete, told, now)


def _with_other_bars(tx: Tx, athlete: Athlete, told: tuple[tuple[Bar, Load], ...], now: datetime) -> Athlete:
    weights = {**dict(athlete.gym.bars), **dict(told)}
    bars = tuple((kind, weights[kind]) for kind in Bar if kind in weights)
    return settled(tx, athlete, replace(athlete, gym=replace(athlete.gym, bars=bars)), now)
