"""Readings told in one line, so that tables and the grammar's page can be compared with what is read."""

from __future__ import annotations

from core.training.notation.set_reading import (
    Ambiguous,
    Confirm,
    Done,
    Effort,
    Entry,
    Incomplete,
    Missing,
    Named,
    NotASet,
    Note,
    Past,
    Reading,
    Refused,
    Same,
    Sets,
    Shift,
)
from core.training.notation.set_text import say_set


def told(reading: Reading) -> str:  # noqa: C901, PLR0911, PLR0912 - one case a reading
    """`80 kg × 8`, `ask: … or …`, `refused: negative`: what a reading is, in one line."""
    match reading:
        case Sets(entries):
            return ", ".join(_entry(entry) for entry in entries)
        case Ambiguous((first, second)):
            return f"ask: {told(first)} or {told(second)}"
        case Confirm(inner, why):
            return f"sure? ({why}) {told(inner)}"
        case Incomplete(entries, Missing.REPS):
            return f"{entries[0].load or 'as asked'} × how many?"
        case Incomplete(entries, _):
            return f"{told(Sets(entries))}, at what load?"
        case Shift(change):
            return f"coming load {'+' if change.g > 0 else ''}{change}"
        case Effort(rir, just_done):
            return f"RIR {rir:g} of the {'last' if just_done else 'asked'} set"
        case Same(rir) | Done(rir):
            return type(reading).__name__.lower() + ("" if rir is None else f", RIR {rir:g}")
        case Named(exercise, sets_text):
            return f"{exercise}: {sets_text}"
        case Past(day, exercise, sets_text):
            return f"{day.days_ago} day ago, {exercise}: {sets_text}"
        case Note(text):
            return f"note: {text}"
        case NotASet():
            return "no set"
        case Refused(why):
            return f"refused: {why}"
        case _:
            return type(reading).__name__.lower()


def _entry(entry: Entry) -> str:
    load, reps = entry.load, entry.reps or 0
    said = say_set(
        load, reps, entry.rir, kind=entry.kind, measure=entry.measure, sides=entry.sides,
        bodyweight=load is not None and load.g < 0,
    )  # fmt: skip
    return said.replace("bw × ", "as asked × ") if load is None else said
