"""A set in its canonical plain form, `80 kg × 8 @8.5`: what is printed here reads back as the same set.

Reading is `set_notation.py`; the sentences around a set are the bot's.
"""

from __future__ import annotations

from core.model.session import Measure
from core.model.workout import SetKind
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
