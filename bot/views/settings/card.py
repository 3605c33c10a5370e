"""The settings: all of them on one card, each with the button of its menu.

`ENTRIES` is the one list; a feature with a setting of its own adds its entry there. The menus of the
equipment are in `gym_settings.py`, those of time in `reminders.py`, the others in `habits.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.callbacks import ChangeAnswer, OpenSettings, Press, Section
from bot.texts import Html, join, say, word
from bot.views.history import weekly
from bot.views.settings import gym_settings as gym
from bot.views.settings import habits, language, reminders
from bot.views.view import Button, View
from core.model.athlete import Athlete, Gear
from core.model.awaited import About

A_ROW = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting on the card: its button, how it stands now (None: in no way), and whom it concerns."""

    label: str
    line: Callable[[Athlete], Html] | None
    press: Press
    concerns: Callable[[Athlete], bool] | None = None


def _has(*gear: Gear) -> Callable[[Athlete], bool]:
    return lambda athlete: athlete.gear is None or athlete.gear in gear


ENTRIES = (
    Entry("Unit", habits.unit_line, OpenSettings(Section.UNIT)),
    Entry("Language", language.language_line, OpenSettings(Section.LANGUAGE)),
    Entry("Bar and plates", gym.rack_line, OpenSettings(Section.RACK), _has(Gear.FULL_GYM, Gear.BARBELL)),
    Entry(
        "Dumbbells", gym.dumbbells_line, OpenSettings(Section.DUMBBELLS), _has(Gear.FULL_GYM, Gear.DUMBBELLS)
    ),
    Entry("Machines", gym.machines_line, OpenSettings(Section.MACHINES), _has(Gear.FULL_GYM, Gear.MACHINES)),
    Entry("Other bars", gym.bars_line, OpenSettings(Section.BARS), _has(Gear.FULL_GYM)),
    Entry("Rest", habits.rest_line, OpenSettings(Section.REST)),
    Entry("How it felt", habits.effort_line, OpenSettings(Section.EFFORT)),
    Entry("Time", habits.minutes_line, OpenSettings(Section.MINUTES)),
    Entry("Reminders", reminders.reminders_line, OpenSettings(Section.REMINDERS)),
    Entry("My week", weekly.look_back_line, OpenSettings(Section.LOOK_BACK)),
    Entry("Quiet hours", reminders.quiet_line, OpenSettings(Section.QUIET)),
    Entry("Time zone", reminders.zone_line, OpenSettings(Section.ZONE)),
    Entry("Privacy", None, OpenSettings(Section.PRIVACY)),
)


def settings_card(athlete: Athlete) -> View:
    """Every setting as it stands, and a button for each."""
    shown = [entry for entry in ENTRIES if entry.concerns is None or entry.concerns(athlete)]
    buttons = [Button(word(entry.label), entry.press) for entry in shown]
    rows = tuple(tuple(buttons[at : at + A_ROW]) for at in range(0, len(buttons), A_ROW))
    lines = [entry.line(athlete) for entry in shown if entry.line is not None]
    answers = (Button(word("Goal, days, equipment, health"), ChangeAnswer("any")),)
    return View(join([say("<b>Settings</b>"), *lines]), (*rows, answers))


MENUS: dict[Section, Callable[[Athlete], View]] = {
    Section.LANGUAGE: language.language_menu,
    Section.UNIT: habits.unit_menu,
    Section.RACK: gym.rack_menu,
    Section.DUMBBELLS: gym.dumbbells_menu,
    Section.MACHINES: gym.machines_menu,
    Section.BARS: gym.bars_menu,
    Section.REST: habits.rest_menu,
    Section.EFFORT: habits.effort_menu,
    Section.MINUTES: habits.minutes_menu,
    Section.REMINDERS: reminders.reminders_menu,
    Section.QUIET: reminders.quiet_menu,
    Section.LOOK_BACK: weekly.look_back_menu,
    Section.ZONE: reminders.zone_menu,
}

# Menus that also take typed words, and what about.
TYPED = {
    Section.RACK: About.RACK,
    Section.DUMBBELLS: About.DUMBBELLS,
    Section.MACHINES: About.PIN,
    Section.BARS: About.OTHER_BARS,
    Section.REST: About.REST,
    Section.MINUTES: About.MINUTES,
    Section.REMINDERS: About.REMINDERS,
    Section.QUIET: About.QUIET,
    Section.LOOK_BACK: About.LOOK_BACK,
    Section.ZONE: About.ZONE,
}


def with_way_back(view: View) -> View:
    """Any view as a menu of the settings."""
    return View(view.text, (*view.rows, gym.back_row()))


def section_of(about: About) -> Section | None:
    """The menu that waits for such words."""
    return next((section for section, asked in TYPED.items() if asked is about), None)
