"""How a set, a load and the plates on a bar are written, everywhere the same.

What is written for a set can be sent back and means the same set (`core/training/set_notation.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.texts import Html, join, load, number, say, unit_word, word
from core.model.exercise import Exercise, LoadMode
from core.model.outcomes import PlateStep, SetCard
from core.model.session import Measure, WarmUp
from core.model.workout import LoggedSet
from core.units import Load


def load_words(exercise: Exercise, asked: Load | None) -> str:
    """`80 kg`, `bw + 10 kg`, `bw - 20 kg`, `bw`; empty where no load belongs."""
    if exercise.load_mode in (LoadMode.ADDED, LoadMode.ASSIST):
        if asked is None or asked.g == 0:
            return word("bw")
        sign = "+" if asked.g > 0 else "-"
        return f"{word('bw')} {sign} {load(Load(abs(asked.g), asked.unit))}"
    if not exercise.takes_load:
        return ""
    return "" if asked is None else load(asked)


def amount_words(reps: int, measure: Measure) -> str:
    """`8`, `45 s`, `20 m`: what a set counts."""
    if measure is Measure.SECONDS:
        return word("{seconds} s", seconds=reps)
    return word("{metres} m", metres=reps) if measure is Measure.METRES else str(reps)


def set_words(exercise: Exercise, asked: Load | None, reps: int, measure: Measure = Measure.REPS) -> str:
    """`80 kg × 8`; `45 s` for a plank; `12 reps` where only reps count."""
    amount = amount_words(reps, measure)
    weight = load_words(exercise, asked)
    if weight:
        return f"{weight} × {amount}"
    return amount if measure is not Measure.REPS else word("{reps} reps", reps=reps)


def done_words(exercise: Exercise, done: LoggedSet) -> str:
    """A logged set, with its effort where it was said: `80 kg × 8 @8.5`."""
    effort = "" if done.rir is None else f" @{number(10 - done.rir)}"
    return set_words(exercise, done.load, done.reps, done.measure) + effort


def short_sets(exercise: Exercise, sets: Sequence[LoggedSet]) -> str:
    """Many sets in a line: `80×10, 80×8, 75×8`, reps alone while the load stays: `80 kg × 10, 8, 8`."""
    parts: list[str] = []
    before: Load | None = None
    for place, done in enumerate(sets):
        amount = amount_words(done.reps, done.measure)
        if place and done.load == before:
            parts.append(amount)
        else:
            weight = load_words(exercise, done.load)
            parts.append(f"{weight} × {amount}" if weight else amount)
        before = done.load
    return ", ".join(parts)


def plate_words(plates: Sequence[int]) -> str:
    """`20+10` from hundredths of the bar's unit, heaviest first."""
    return "+".join(number(Decimal(plate) / 100) for plate in sorted(plates, reverse=True))


def side_words(card: SetCard) -> str:
    """Plates of a side on a first set, from then on only what changes: `10 → 5+2.5`, `same plates`."""
    if card.plates is None:
        return word("each hand") if card.exercise.load_mode is LoadMode.PER_HAND else ""
    if card.plate_step is not None:
        return step_words(card.plate_step)
    return word("{plates} a side", plates=plate_words(card.plates)) if card.plates else word("empty bar")


def step_words(step: PlateStep) -> str:
    """What to change on each side of the bar."""
    if not step.off and not step.on:
        return word("same plates")
    if not step.off:
        return word("add {plates} a side", plates=plate_words(step.on))
    if not step.on:
        return word("take off {plates} a side", plates=plate_words(step.off))
    return word("{off} → {on} a side", off=plate_words(step.off), on=plate_words(step.on))


def warm_up_words(card: SetCard) -> Html:
    """`bar × 8 · 32.5 × 5 · 47.5 × 3`: unit left out, since the card says it below."""
    return join((_warm_up(card, warm) for warm in card.warm_ups), by=" · ")


def _warm_up(card: SetCard, warm: WarmUp) -> str:
    if warm.load is None:
        return word("{reps} without weight", reps=warm.reps)
    weight = word("bar") if card.bar is not None and warm.load.g == card.bar.g else number(warm.load.value)
    return f"{weight} × {warm.reps}"


def big_set(card: SetCard) -> Html:
    """The set as the card shows it, load and reps bold."""
    shown = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
    return say("<b>{set}</b>", set=shown)


def tonnage_words(grams: int, unit_load: Load) -> str:
    """`5,140 kg`: whole units, thousands set apart."""
    whole = int(Load(grams, unit_load.unit).value)
    return f"{whole:,} {unit_word(unit_load.unit)}"
