"""The recap as a picture: its numbers, and each exercise against the time before; words are `recap.py`'s."""

from __future__ import annotations

from collections.abc import Sequence

from bot.charts.pictures import RecapPicture, RecapRow
from bot.texts import unit_word, whole, word, word_n
from bot.views.plans.plan import day_word
from bot.views.sets import short_sets
from core.model.outcomes import Recap
from core.model.workout import LoggedSet
from core.units import Load

LONGEST_CAPTION = 1024  # letters under a picture, Telegram's limit; a longer recap stays without one


def recap_picture(told: Recap) -> RecapPicture:
    """The picture of one recap; it must have a set."""
    broken = {exercise.id for exercise, _ in told.records}
    before = told.before or ((),) * len(told.lines)
    rows = tuple(
        RecapRow(
            name=word(exercise.name),
            now=_work(sets),
            before=_work(earlier) if earlier else None,
            sets_words=short_sets(exercise, sets),
            record=exercise.id in broken,
        )
        for (exercise, sets), earlier in zip(told.lines, before, strict=True)
    )
    return RecapPicture(
        day_word(told.workout.session.day),
        _numbers(told),
        rows,
        now_words=word("today"),
        before_words=word("the time before"),
        record_words=word("today, a record"),
    )


def letters_in(text: str) -> int:
    """How long a text is as Telegram counts: an emoji is two letters."""
    return len(text.encode("utf-16-le")) // 2


def _numbers(told: Recap) -> tuple[tuple[str, str], ...]:
    numbers = [
        (str(told.minutes), word_n("minute", "minutes", told.minutes)),
        (str(told.sets), word_n("set", "sets", told.sets)),
    ]
    if told.tonnage_g:
        lifted = whole(Load(told.tonnage_g, told.unit).value)
        numbers.append((lifted, word("{unit} lifted", unit=unit_word(told.unit))))
    if told.records:
        numbers.append((str(len(told.records)), word_n("record", "records", len(told.records))))
    return tuple(numbers)


def _work(sets: Sequence[LoggedSet]) -> float:
    """Load times repetitions; repetitions alone where nothing is loaded."""
    if all(done.load is None or done.load.g <= 0 for done in sets):
        return float(sum(done.reps for done in sets))
    return float(sum(max(done.load.g, 0) * done.reps for done in sets if done.load is not None))
