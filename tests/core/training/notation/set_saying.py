"""Sets written as lifters write them, and readings told in one line, to be compared with what is read.

What the bot itself prints is `bot/views/sets.py`, and read back in `tests/bot/views/test_sets.py`.
"""

from __future__ import annotations

from core.model.session import Measure
from core.model.workout import SetKind
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
from core.units import Load

_KINDS = {
    SetKind.WARM_UP: " w",
    SetKind.WORK: "",
    SetKind.DROP: " d",
    SetKind.FAILURE: " f",
    SetKind.AMRAP: " amrap",
}
_UNITS = {Measure.REPS: "", Measure.SECONDS: " s", Measure.METRES: " m"}


def say_set(
    load: Load | None,
    reps: int,
    rir: float | None = None,
    *,
    kind: SetKind = SetKind.WORK,
    measure: Measure = Measure.REPS,
    sides: tuple[int, int] | None = None,
    bodyweight: bool = False,
    decimal: str = ".",
) -> str:
    """One set as lifters write it: `80 kg × 8`, `bw × 12`, `bw + 10 kg × 8`, `45 s`, `80 kg × 8 @8.5 d`.

    `load` None is the body alone (`bw × 12`, but just `45 s`), as is 0. `bodyweight` lifts say loads as
    added to the body; negative loads always are. `rir` is printed as RPE (10 − RIR). `decimal` is
    the separator, "." or ",".
    """
    count = "/".join(map(str, sides)) if sides else str(reps)
    effort = "" if rir is None else f" @{10 - rir:g}"
    said = f"{_say_load(load, measure, bodyweight)}{count}{_UNITS[measure]}{effort}"
    return said.replace(".", decimal) + _KINDS[kind]


def _say_load(load: Load | None, measure: Measure, bodyweight: bool) -> str:
    if load is None and measure is not Measure.REPS:
        return ""
    if load is None or load.g == 0:
        return "bw × "
    if not bodyweight and load.g > 0:
        return f"{load} × "
    return f"bw {'+' if load.g > 0 else '−'} {Load(abs(load.g), load.unit)} × "


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
