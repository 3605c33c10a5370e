"""Settings of the equipment: bar, plates, dumbbells, machines, other bars; and why words were not taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bot.callbacks import (
    ChooseBar,
    ChooseDumbbells,
    ChooseOtherBar,
    ChoosePin,
    ChoosePlates,
    OpenSettings,
    Section,
)
from bot.texts import Html, join, load, number, say, unit_word, word
from bot.views.view import Button, View
from core.model.athlete import Athlete, Rack
from core.model.awaited import About
from core.model.gym import Bar
from core.units import Load, Unit

BARS = (Load.kg(20), Load.kg(15), Load.lb(45), Load.lb(35))
PINS = (Load.kg(2.5), Load.kg(5), Load.lb(5), Load.lb(10))
OTHER_BARS = {Bar.EZ: "EZ bar", Bar.TRAP: "trap bar", Bar.SMITH: "Smith machine"}
# What they commonly weigh. Source: training.md 7.2, its ranges.
COMMON = {
    Bar.EZ: (Load.kg(7), Load.kg(10), Load.lb(15), Load.lb(25)),
    Bar.TRAP: (Load.kg(20), Load.kg(25), Load.lb(45), Load.lb(60)),
    Bar.SMITH: (Load.kg(0), Load.kg(10), Load.kg(20), Load.lb(15), Load.lb(45)),
}
MOST_LISTED = 10
_CHOSEN = "• "


def back_row() -> tuple[Button, ...]:
    """Back to all settings."""
    return (Button(word("‹ Back"), OpenSettings()),)


def chosen(label: str, *, is_so: bool) -> str:
    """A choice's label; the one that stands is marked."""
    return f"{_CHOSEN}{label}" if is_so else label


def _unit(athlete: Athlete) -> Unit:
    return athlete.unit or Unit.KG


def _rack(athlete: Athlete) -> Rack:
    return athlete.rack or Rack.standard(_unit(athlete))


def plates_words(rack: Rack) -> str:
    """`2×20 · 4×5 kg`, pairs by weight; `a full set` where every plate is there in plenty."""
    if rack.plates == Rack.standard(rack.unit).plates:
        return word("a full set")
    sizes = [
        number(Load.of_hundredths(plate, rack.unit).value)
        if pairs is None
        else f"{pairs}×{number(Load.of_hundredths(plate, rack.unit).value)}"
        for plate, pairs in rack.plates
    ]
    return f"{' · '.join(sizes)} {unit_word(rack.unit)}"


def rack_line(athlete: Athlete) -> Html:
    """Bar and plates as they stand."""
    rack = _rack(athlete)
    return say("Bar: <b>{bar}</b>, plates: <b>{plates}</b>", bar=load(rack.bar), plates=plates_words(rack))


def rack_menu(athlete: Athlete) -> View:
    """Which bar, which plates: tapped, or typed as pairs."""
    rack = _rack(athlete)
    text = join(
        [
            rack_line(athlete),
            _most_line(rack),
            say("Own plates? Send them as pairs: <code>2x20 2x10 4x5</code>"),
            say("Another bar? <code>bar 18</code>. Say lb or kg where they are stamped so."),
        ]
    )
    bars = tuple(Button(chosen(load(bar), is_so=bar == rack.bar), ChooseBar(bar)) for bar in BARS)
    full = rack.plates == Rack.standard(rack.unit).plates
    sets = (
        Button(chosen(word("Full set"), is_so=full), ChoosePlates(False)),
        Button(word("Home set"), ChoosePlates(True)),
    )
    return View(text, (bars, sets, back_row()))


def _most_line(rack: Rack) -> Html:
    """What a limited set can load at most, so that a slip in typing is seen."""
    if any(pairs is None for _, pairs in rack.plates):
        return Html("")
    plates = sum(2 * plate * (pairs or 0) for plate, pairs in rack.plates)
    most = Load.of_hundredths(rack.bar.hundredths + plates, rack.unit)
    return say("All of it on the bar: {most}", most=load(most))


def row_words(loads: Sequence[Load]) -> str:
    """`5–30 kg by 2.5`, or the loads one by one; a long uneven row is shortened."""
    unit = unit_word(loads[0].unit)
    steps = Counter(
        after.hundredths - before.hundredths for before, after in pairwise(loads)
    )
    low, high = number(loads[0].value), number(loads[-1].value)
    if len(steps) == 1 and len(loads) > 2:
        step = number(Load.of_hundredths(next(iter(steps)), loads[0].unit).value)
        return word("{low}–{high} {unit} by {step}", low=low, high=high, unit=unit, step=step)
    if len(loads) > MOST_LISTED:
        return word("{count} pairs, {low}–{high} {unit}", count=len(loads), low=low, high=high, unit=unit)
    return f"{' · '.join(number(one.value) for one in loads)} {unit}"


def dumbbells_line(athlete: Athlete) -> Html:
    """The dumbbells there are."""
    owned = athlete.gym.dumbbells
    told = row_words(owned) if owned else word("a gym's row in {unit}", unit=unit_word(_unit(athlete)))
    return say("Dumbbells: <b>{row}</b>", row=told)


def dumbbells_menu(athlete: Athlete) -> View:
    """A gym's row, or those one owns, typed."""
    text = join(
        [
            dumbbells_line(athlete),
            say("Own ones? Send a range, <code>5-30 by 2.5</code>, or each: <code>10 12.5 20</code>"),
            say("One more or less: <code>+32</code> or <code>-5</code>. Weights are of one dumbbell."),
        ]
    )
    whole = not athlete.gym.dumbbells
    rows = tuple(
        Button(
            chosen(word("Gym's row, {unit}", unit=unit_word(unit)), is_so=whole and unit is _unit(athlete)),
            ChooseDumbbells(unit),
        )
        for unit in Unit
    )
    return View(text, (rows, back_row()))


def machines_line(athlete: Athlete) -> Html:
    """How machines and cables go up."""
    pin = athlete.gym.stack_step or (Load.kg(2.5) if _unit(athlete) is Unit.KG else Load.lb(5))
    return say("Machines and cables: <b>{pin}</b> steps", pin=load(pin))


def machines_menu(athlete: Athlete) -> View:
    """What one pin adds, in the stack's own unit."""
    pin = athlete.gym.stack_step
    text = join(
        [
            machines_line(athlete),
            say("How much does one pin add? With a small extra weight, count that."),
            say("Another step? Send it: <code>7.5 kg</code>"),
        ]
    )
    rows = tuple(Button(chosen(load(one), is_so=one == pin), ChoosePin(one)) for one in PINS)
    usual = (Button(chosen(word("As usual"), is_so=pin is None), ChoosePin(None)),)
    return View(text, (rows, usual, back_row()))


def bars_line(athlete: Athlete) -> Html:
    """The other bars whose weight is known."""
    known = [f"{word(OTHER_BARS[kind])} {load(weight)}" for kind, weight in athlete.gym.bars]
    return say("Other bars: <b>{bars}</b>", bars=" · ".join(known) or word("as in most gyms"))


def bars_menu(athlete: Athlete) -> View:
    """EZ, trap and Smith bars weigh something else in every gym."""
    text = join(
        [
            bars_line(athlete),
            say("What do they weigh empty? Tap one, or send it: <code>ez 8</code>, <code>trap 25</code>"),
            say("A Smith bar on counterweights weighs 0."),
        ]
    )
    rows = tuple((Button(word(name), ChooseOtherBar(kind)),) for kind, name in OTHER_BARS.items())
    return View(text, (*rows, back_row()))


def other_bar_menu(athlete: Athlete, kind: Bar) -> View:
    """What one of the other bars weighs."""
    now = athlete.gym.bar(kind)
    weights = [Button(chosen(load(one), is_so=one == now), ChooseOtherBar(kind, one)) for one in COMMON[kind]]
    rows = tuple(tuple(weights[at : at + 3]) for at in range(0, len(weights), 3))
    text = say("What does the <b>{bar}</b> weigh empty?", bar=word(OTHER_BARS[kind]))
    return View(text, (*rows, (Button(word("‹ Back"), OpenSettings(Section.BARS)),)))


MISREAD = {
    "two_units": "I see kg and lb in one line. One unit at a time, please.",
    "too_many": "That's more than I can keep: 16 sorts of plates, 100 dumbbells.",
}
TAKES = {
    About.RACK: "I take pairs of plates, like <code>2x20 2x10 4x5</code>, or <code>bar 18</code>.",
    About.DUMBBELLS: "I take a range, <code>5-30 by 2.5</code>, or each one: <code>10 12.5 20</code>.",
    About.PIN: "I take one step from 0.5 to 50 kg, like <code>5 kg</code>.",
    About.OTHER_BARS: "I take a bar and its weight, like <code>ez 8</code> or <code>trap 25</code>.",
    About.REST: "I take a rest from 15 s to 10 min, like <code>90</code> or <code>2:30</code>.",
    About.MINUTES: "I take 15 to 120 minutes, like <code>45</code>.",
    About.REMINDERS: "I take days and times: <code>mon wed fri 18:00</code>, <code>daily 7:30</code>.",
    About.QUIET: "I take two times of day, like <code>22-7</code>, or <code>off</code>.",
    About.LOOK_BACK: "I take one time of the week: <code>sun 18:00</code>, or <code>off</code>.",
    About.ZONE: "I take the time it is for you, like <code>18:12</code>, or a city: <code>Berlin</code>.",
}
NOT_NOW = "It isn't that time anywhere just now. Send what your clock shows, or <code>Berlin</code>."
OF_TIME = (About.REMINDERS, About.QUIET, About.LOOK_BACK, About.ZONE)


def misread(about: About, why: str) -> View:
    """One friendly line: what was wrong, or what is taken."""
    if about is About.ZONE and why == "out_of_range":
        return View(say(NOT_NOW))
    return View(say((None if about in OF_TIME else MISREAD.get(why)) or TAKES[about]))
