"""Whatever the chat shows of sets can be sent back, line by line, and means the same sets."""

from __future__ import annotations

import pytest

from core.catalogue import catalogue
from core.catalogue.search import resolve
from core.model.athlete import Rack
from core.model.workout import LoggedSet
from core.training.notation.set_reading import Confirm, Named, Sets
from core.training.set_notation import read_set
from core.units import Load, Unit
from tests.bot.views.builders import read_against
from tests.dialogs.stage import Stage, intermediate

TYPED = (
    "bench 80x8 @8.5", "+2m", "82.5x6 f", "+2m", "80x8, 60x8 drop", "+2m",
    "plank 45", "+2m", "45/40 s", "+2m",
    "farmers carry 32.5x40", "+2m", "30 m", "+2m",
    "pull-up bw+10x8", "+2m", "-20x8/7", "+2m", "12 amrap", "+2m",
    "one-arm dumbbell row 24x10/9", "+2m", "push-up 12 10 8", "+2m",
    "walking lunge 12x10", "+2m", "/finish",
)  # fmt: skip
LINES = 24  # of cards, the overview and the recap that tell sets, at the least


@pytest.mark.parametrize("language", ["%en", "%de"])
@pytest.mark.parametrize("unit", Unit)
async def test_lines_of_cards_overview_and_recap_mean_what_they_show(
    stage: Stage, language: str, unit: Unit
) -> None:
    await stage.knows(intermediate(unit=unit, rack=Rack.standard(unit)))
    await stage.hears(language, *TYPED)
    logged = (await stage.workout()).sets
    told = 0
    for message in stage.bot_messages:
        for line in str(message.body["text"]).split("\n"):
            told += _means_the_same(line, logged, unit)
    assert told >= LINES
    stage.is_clean()


def _means_the_same(line: str, logged: tuple[LoggedSet, ...], unit: Unit) -> bool:
    """Whether a line tells sets of an exercise; they must be sets that were logged, one after another."""
    named = read_set(line, None, unit)
    exercise = resolve(named.exercise, catalogue()) if isinstance(named, Named) else None
    if not isinstance(named, Named) or exercise is None:
        return False
    done = [one for one in logged if one.exercise_id == exercise.id]
    reading = read_set(named.sets_text, read_against(exercise.id, done[0].load, done[0].reps), unit)
    reading = reading.reading if isinstance(reading, Confirm) else reading
    assert isinstance(reading, Sets), line
    said = [(_lifted(one.load), one.reps, one.sides, one.kind) for one in reading.entries]
    stands = [(one.load, one.reps, one.sides, one.kind) for one in done]
    assert any(stands[at : at + len(said)] == said for at in range(len(stands))), (line, said, stands)
    return True


def _lifted(load: Load | None) -> Load | None:
    return load if load is not None and load.g else None
