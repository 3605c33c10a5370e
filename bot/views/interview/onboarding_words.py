"""The words for answers: levels, equipment, health, and a maximum as it was told.

Which question they answer is not here: see `onboarding_questions.py` and `profile.py`. Goals are
`bot/views/goals.py`'s.
"""

from __future__ import annotations

from bot.texts import Html, load, number, say, unit_word, word
from core.model.athlete import Gear, Health, Level, Provenance
from core.model.onboarding import ToldLift


def level_word(level: Level) -> str:
    return {
        Level.BEGINNER: word("beginner"),
        Level.INTERMEDIATE: word("lifting for some months"),
        Level.EXPERIENCED: word("experienced"),
    }[level]


def gear_word(gear: Gear) -> str:
    return {
        Gear.FULL_GYM: word("Full gym"),
        Gear.BARBELL: word("Barbell at home"),
        Gear.DUMBBELLS: word("Dumbbells"),
        Gear.MACHINES: word("Machines"),
        Gear.BODYWEIGHT: word("Bodyweight"),
        Gear.BANDS: word("Bands"),
    }[gear]


def health_word(health: Health) -> str:
    return {
        Health.UNASKED: word("not answered yet"),
        Health.CLEAR: word("nothing to mind"),
        Health.FOUNDATION_ONLY: word("light training only"),
        Health.DOCTOR_FIRST: word("doctor first"),
    }[health]


def told_line(told: ToldLift) -> Html:
    """`Back squat 140 kg`; `Bench press ≈ 117 kg (105–128), estimated from your set`."""
    best = told.best
    if best.provenance is Provenance.ESTIMATED and told.low is not None and told.high is not None:
        return say(
            "{name} ≈ <b>{best} {unit}</b> (± 10 %: {low}–{high}), estimated from your set",
            name=word(told.name),
            best=number(round(best.load.value)),
            low=number(round(told.low.value)),
            high=number(round(told.high.value)),
            unit=unit_word(best.load.unit),
        )
    return say("{name} <b>{best}</b>", name=word(told.name), best=load(best.load))
