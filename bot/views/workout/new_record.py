"""A record in one line, wherever it is told: what was beaten, and by how much. No confetti."""

from __future__ import annotations

from bot.texts import Html, load, say, word
from bot.views.sets import counted_words
from core.model.exercise import Exercise
from core.model.outcomes import NewRecord, RecordKind
from core.units import Load

TROPHY = "🏆"


def record_line(record: NewRecord, exercise: Exercise) -> Html:
    """`🏆 Bench press: you could lift about 102.5 kg once (+2.5 kg)`, an estimate told as one."""
    name = word(exercise.name)
    if record.kind is RecordKind.REPS or record.load is None:
        measure = exercise.measure
        return say(
            "🏆 {name}: <b>{reps}</b>, before {before}",
            name=name,
            reps=counted_words(record.reps, measure),
            before=counted_words(record.reps_before or 0, measure),
        )
    if record.kind is RecordKind.LOAD:
        text = "🏆 {name}: <b>{load}</b> for {reps}{more}"
    else:
        text = "🏆 {name}: you could lift about <b>{load}</b> once{more}"
    reps, shown = counted_words(record.reps), load(_rounded(record.load))
    return say(text, name=name, load=shown, reps=reps, more=_more(record))


def _more(record: NewRecord) -> Html:
    if record.load is None or record.before is None:
        return Html("")
    return say(" (+{by})", by=load(_rounded(Load(record.load.g - record.before.g, record.load.unit))))


def _rounded(estimated: Load) -> Load:
    """To a tenth: an estimate is not exact to the gram."""
    return Load.of(round(estimated.value, 1), estimated.unit)
