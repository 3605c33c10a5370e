"""The buttons of the settings: which menu, and what is set in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.wire import Press, button
from core.model.athlete import EffortAsked, Gear, Goal
from core.model.gym import Bar
from core.units import Load, Unit


class Section(StrEnum):
    """The menus of the settings."""

    UNIT = "unit"
    RACK = "rack"
    DUMBBELLS = "dumbbells"
    MACHINES = "machines"
    BARS = "bars"
    REST = "rest"
    EFFORT = "effort"
    MINUTES = "minutes"
    REMINDERS = "reminders"
    QUIET = "quiet"
    ZONE = "zone"
    LOOK_BACK = "look_back"
    PRIVACY = "privacy"
    LANGUAGE = "language"


@button("tw")
@dataclass(frozen=True, slots=True)
class TrainWith(Press):
    """Plan with other equipment from now on."""

    gear: Gear


@button("gs")
@dataclass(frozen=True, slots=True)
class OpenSettings(Press):
    """Show one menu of the settings, or (None) all of them; `goal` is the one whose rest is set."""

    section: Section | None = None
    goal: Goal | None = None


@button("gu")
@dataclass(frozen=True, slots=True)
class ChooseUnit(Press):
    """Kilograms or pounds from now on."""

    unit: Unit


@button("gb")
@dataclass(frozen=True, slots=True)
class ChooseBar(Press):
    """What the empty bar weighs."""

    bar: Load


@button("gp")
@dataclass(frozen=True, slots=True)
class ChoosePlates(Press):
    """A home set of plates, or a gym's full one."""

    home: bool


@button("gd")
@dataclass(frozen=True, slots=True)
class ChooseDumbbells(Press):
    """A gym's whole row of dumbbells, stamped in this unit."""

    unit: Unit


@button("gn")
@dataclass(frozen=True, slots=True)
class ChoosePin(Press):
    """What one pin of a machine adds, None for the usual."""

    pin: Load | None


@button("go")
@dataclass(frozen=True, slots=True)
class ChooseOtherBar(Press):
    """What an EZ, trap or Smith bar weighs: no weight asks, a weight sets it."""

    kind: Bar
    weight: Load | None = None


@button("gr")
@dataclass(frozen=True, slots=True)
class ChooseRest(Press):
    """The rest for a goal in seconds, None for the goal's own."""

    goal: Goal
    rest_s: int | None


@button("gf")
@dataclass(frozen=True, slots=True)
class AskEffort(Press):
    """When it is asked how a set felt."""

    when: EffortAsked


@button("gm")
@dataclass(frozen=True, slots=True)
class ChooseMinutes(Press):
    """The minutes a session may take, None for no limit."""

    minutes: int | None


@button("gv")
@dataclass(frozen=True, slots=True)
class ChooseLanguage(Press):
    """The language to talk in ("de"), None for what Telegram says."""

    language: str | None = None
