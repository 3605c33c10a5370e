"""What people type of their equipment: plates by pairs, dumbbells, a bar's weight; and a length of rest.

Sets are `core/training/set_notation.py`, maxima `max_notation.py`. Nothing here raises; texts over 200
characters are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.model.gym import Bar
from core.training.notation.numerals import UNREADABLE, plain
from core.units import Load, Unit

MOST_PAIRS = 20
MOST_KINDS = 16
MOST_DUMBBELLS = 100
SHORTEST_REST_S, LONGEST_REST_S = 15, 600
MINUTES_BELOW = 10  # "3" after "how long a rest?" is minutes, "90" seconds

# Hundredths of the unit: the lightest and heaviest of each that is made (ours, generously).
_PLATES = {Unit.KG: (25, 5000), Unit.LB: (50, 11_000)}
_DUMBBELLS = {Unit.KG: (50, 10_000), Unit.LB: (100, 22_000)}
_BARS = {Unit.KG: (200, 6000), Unit.LB: (500, 13_000)}
_PINS = {Unit.KG: (50, 5000), Unit.LB: (100, 11_000)}
_USUAL_STEP = {Unit.KG: 250, Unit.LB: 500}
_USUAL_PLATES = frozenset({2500, 2000, 1500, 1000, 500, 250, 125, 4500, 3500})

_UNITS = re.compile(r"(?<![^\W\d_])(?:(kgs?|kilos?|kilograms?|kg\.)|(lbs?\.?|pounds?|#))(?![^\W\d_])")
_NOISE = re.compile(
    r"(?<![^\W\d_])(?:pairs?|paare?|plates?|scheiben?|dumbbells?|kurzhanteln?|dbs?|of|and|und|y|et|adjustable|"
    r"from|von|each|i|have|got|own|just|only|my|some|a|set|set of|with|please|olympic|ich|habe|nur)"
    r"(?![^\W\d_])"
)
_PLURAL = re.compile(r"(?<=\d)'?s(?![^\W\d_])")  # "20s and 10s" are of 20 and 10
_COUNTED = re.compile(r"\d\s+\d[\d.,]*'?s(?![^\W\d_])")  # "4 20s": single ones or pairs? asked
_TIMES = re.compile(r"\s*[x×]\s*")
_DASH = re.compile(r"(?<=\d)(?:\s*(?:to|bis|\.\.+)\s*|-|\s+-\s+)(?=\d)")
_BY = re.compile(r"(?<=\d)\s*(?:in steps|in schritten von|by|je|steps?|every|/)\s*(?=\d)")
_BAR = re.compile(r"(?<![^\W\d_])(?:bar|barbell|stange|langhantel)\s*:?\s*(\d{1,3}(?:[.,]\d{1,2})?)")
_BAR_BEHIND = re.compile(
    r"(?<![\d.,x×])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:bar|barbell|stange|langhantel)(?![^\W\d_])"
)
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_PAIRS = re.compile(rf"(?:({_NUMBER})x)?({_NUMBER})")
_RANGE = re.compile(rf"([+-]?)({_NUMBER})(?:-({_NUMBER})(?:/({_NUMBER}))?)?")
_OTHER_BARS = re.compile(
    r"(?:(ez|curl|sz)|(trap|hex)|(smith|multipresse))[\s-]*(?:bar|machine|stange)?\s*:?\s*(\d{1,3}(?:[.,]\d{1,2})?)"
)
_OF_PINS = re.compile(r"(?<![^\W\d_])(?:steps?|schritte?n?|jumps?|per|pin)(?![^\W\d_])")
_SPANS = (
    (re.compile(r"\b(?:a|one) minute and a half\b|\b(?:one|1) and a half minutes?\b"), "1.5 min"),
    (re.compile(r"\banderthalb minuten\b"), "1.5 min"),
    (re.compile(r"\bhalf a minute\b|\beine halbe minute\b"), "30 s"),
    (re.compile(r"\b(?:a|one|eine) minute\b"), "1 min"),
    (re.compile(r"\b(?:two|zwei) (?=min)"), "2 "),
    (re.compile(r"\b(?:three|drei) (?=min)"), "3 "),
    (re.compile(r"\b(?:four|vier) (?=min)"), "4 "),
    (re.compile(r"\b(?:five|fünf) (?=min)"), "5 "),
    (re.compile(r"\b(\d{1,2}) ?m(?:in)? ?([0-5]\d) ?s?(?:ec)?\b"), r"\1:\2"),
    (re.compile(r"^(?:about|around|for|make it|etwa)\b"), ""),
    (re.compile(r"\b(?:please|pls|of rest|rest|break|pause|bitte)$"), ""),
)
_REST = re.compile(
    rf"(?:({_NUMBER})\s*(s|sec|secs|seconds?|sek|sekunden?|m|min|mins|minutes?|minuten?)?)|(?:(\d{{1,2}}):([0-5]\d)(?:\s*min)?)"
)


class Misread(StrEnum):
    """Why a text about equipment was not taken."""

    NOT_UNDERSTOOD = "not_understood"
    TWO_UNITS = "two_units"
    TOO_MANY = "too_many"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True, slots=True)
class RackWords:
    """A bar, plates, or both, as typed; what was not said is None. Plates are (hundredths, pairs)."""

    unit: Unit
    bar: Load | None
    plates: tuple[tuple[int, int | None], ...] | None


def read_rack(text: str, unit: Unit) -> RackWords | Misread:
    """Plates by pairs, `2x20 2x10 4x5`, and a bar, `bar 18`; a plate without a number is one pair.

    Numbers without a unit are in `unit`; `20x2` is turned round where only so it is a plate.
    """
    told = _folded(text, unit)
    if isinstance(told, Misread):
        return told
    words, stamped = told
    bars = _BAR if _BAR.search(words) else _BAR_BEHIND
    bar = bars.search(words)
    words = bars.sub(" ", words)
    weight = None if bar is None else _within(bar.group(1), _BARS[stamped])
    if isinstance(weight, Misread):
        return weight
    plates = _plates(_pieces(_TIMES.sub("x", words)), stamped)
    if isinstance(plates, Misread):
        return plates
    if bar is None and not plates:
        return Misread.NOT_UNDERSTOOD
    return RackWords(stamped, None if weight is None else Load.of_hundredths(weight, stamped), plates or None)


def _plates(pieces: Sequence[str], unit: Unit) -> tuple[tuple[int, int | None], ...] | Misread:
    owned: dict[int, int] = {}
    for piece in pieces:
        found = _PAIRS.fullmatch(piece)
        if found is None:
            return Misread.NOT_UNDERSTOOD
        pairs, plate = found.group(1) or "1", found.group(2)
        if _hundredths(plate) not in _USUAL_PLATES and _hundredths(pairs) in _USUAL_PLATES and found.group(1):
            pairs, plate = plate, pairs
        weight = _within(plate, _PLATES[unit])
        if isinstance(weight, Misread):
            return weight
        if not pairs.isdigit() or not 1 <= int(pairs) <= MOST_PAIRS:
            return Misread.OUT_OF_RANGE
        owned[weight] = min(owned.get(weight, 0) + int(pairs), MOST_PAIRS)
    if len(owned) > MOST_KINDS:
        return Misread.TOO_MANY
    return tuple(sorted(owned.items(), reverse=True))


def read_dumbbells(text: str, unit: Unit, owned: Iterable[Load] = ()) -> tuple[Load, ...] | Misread:
    """Dumbbells, lightest first: `5-30 by 2.5`, `10 12.5 20`, both mixed; `+32 -5` changes those `owned`.

    A range without a step goes by 2.5 kg or 5 lb.
    """
    told = _folded(text, unit)
    if isinstance(told, Misread):
        return told
    words, stamped = told
    pieces = _pieces(_BY.sub("/", _DASH.sub("-", words)))
    before = {one.to(stamped).hundredths for one in owned}
    changes = [_RANGE.fullmatch(piece) for piece in pieces]
    signed = [found is not None and bool(found.group(1)) for found in changes]
    if not changes or any(signed) != all(signed):
        return Misread.NOT_UNDERSTOOD
    kept = before if signed[0] else set[int]()
    for found in changes:
        some = _row(found, stamped)
        if isinstance(some, Misread):
            return some
        kept = kept - some if found is not None and found.group(1) == "-" else kept | some
    if not kept:
        return Misread.OUT_OF_RANGE
    if len(kept) > MOST_DUMBBELLS:
        return Misread.TOO_MANY
    return tuple(Load.of_hundredths(weight, stamped) for weight in sorted(kept))


def _row(found: re.Match[str] | None, unit: Unit) -> set[int] | Misread:
    if found is None:
        return Misread.NOT_UNDERSTOOD
    low = _within(found.group(2), _DUMBBELLS[unit])
    high = _within(found.group(3) or found.group(2), _DUMBBELLS[unit])
    step = _hundredths(found.group(4)) if found.group(4) else _USUAL_STEP[unit]
    if isinstance(low, Misread) or isinstance(high, Misread) or high < low or step < 25:
        return Misread.OUT_OF_RANGE
    return set(range(low, high + 1, step))


def read_other_bars(text: str, unit: Unit) -> tuple[tuple[Bar, Load], ...] | Misread:
    """What other bars weigh empty: `ez 8`, `trap bar 25 smith 12`. A Smith bar may weigh nothing."""
    told = _folded(text, unit)
    if isinstance(told, Misread):
        return told
    words, stamped = told
    if _OTHER_BARS.sub("", words).strip(" ,;.") or not _OTHER_BARS.search(words):
        return Misread.NOT_UNDERSTOOD
    bars: dict[Bar, Load] = {}
    for ez, trap, _smith, number in _OTHER_BARS.findall(words):
        kind = Bar.EZ if ez else Bar.TRAP if trap else Bar.SMITH
        low, high = _BARS[stamped]
        weight = _within(number, (0 if kind is Bar.SMITH else low, high))
        if isinstance(weight, Misread):
            return weight
        bars[kind] = Load.of_hundredths(weight, stamped)
    return tuple(bars.items())


def read_pin(text: str, unit: Unit) -> Load | Misread:
    """What one pin of a machine adds: `5`, `7.5 kg`, `10 lb`."""
    told = _folded(text, unit)
    if isinstance(told, Misread):
        return told
    words, stamped = told
    pieces = _pieces(_OF_PINS.sub(" ", words))
    if len(pieces) != 1 or not re.fullmatch(_NUMBER, pieces[0]):
        return Misread.NOT_UNDERSTOOD
    weight = _within(pieces[0], _PINS[stamped])
    return weight if isinstance(weight, Misread) else Load.of_hundredths(weight, stamped)


def sound_pin(pin: Load) -> bool:
    """Whether a pin of a machine can add so much: a forged button may say anything."""
    low, high = _PINS[pin.unit]
    return low <= pin.hundredths <= high


def sound_bar(weight: Load, kind: Bar | None = None) -> bool:
    """Whether a bar can weigh so much empty; None is the straight one."""
    low, high = _BARS[weight.unit]
    return (0 if kind is Bar.SMITH else low) <= weight.hundredths <= high


def read_rest(text: str) -> int | Misread:
    """A rest in seconds: `90`, `90 s`, `2 min`, `2:30`, `1.5 min`; a bare number under ten is minutes."""
    total = read_span(text)
    if total is None:
        return Misread.NOT_UNDERSTOOD
    return total if SHORTEST_REST_S <= total <= LONGEST_REST_S else Misread.OUT_OF_RANGE


def read_span(text: str) -> int | None:
    """Seconds of any length, written as a rest is; None for other words."""
    folded = plain(text)
    said = (folded or "").strip().replace(",", ".")
    for pattern, spelling in _SPANS:
        said = pattern.sub(spelling, said).strip()
    found = _REST.fullmatch(said)
    if found is None:
        return None
    number, kind, minutes, seconds = found.groups()
    if minutes is not None:
        return int(minutes) * 60 + int(seconds)
    value = Decimal(number)
    in_minutes = kind.startswith("m") if kind else value < MINUTES_BELOW
    return round(value * 60) if in_minutes else round(value)


def _folded(text: str, unit: Unit) -> tuple[str, Unit] | Misread:
    """The words in one spelling without units and filling words, and the unit they are in."""
    folded = plain(text)
    if folded is None or UNREADABLE in folded or _COUNTED.search(folded):
        return Misread.NOT_UNDERSTOOD
    named = {Unit.KG if found.group(1) else Unit.LB for found in _UNITS.finditer(folded)}
    if len(named) > 1:
        return Misread.TWO_UNITS
    words = _NOISE.sub(" ", _UNITS.sub(" ", _PLURAL.sub("", folded)))
    return words.strip(), named.pop() if named else unit


def _pieces(words: str) -> list[str]:
    """Words cut at gaps and signs; `2,5` stays whole as 2.5, while the commas of a list divide it."""
    pieces: list[str] = []
    for part in re.split(r"[\s;]+", words):
        inner = part.strip(",.")
        if (
            inner.count(",") == 1
            and re.search(r",(?:5|[27]5)$", inner)
            and not re.search(r"\d\d,[27]5$", inner)
        ):
            inner = inner.replace(",", ".")
        pieces += [piece for piece in inner.split(",") if piece]
    return pieces


def _hundredths(number: str) -> int:
    return round(Decimal(number.replace(",", ".")) * 100)


def _within(number: str, bounds: tuple[int, int]) -> int | Misread:
    weight = _hundredths(number)
    return weight if bounds[0] <= weight <= bounds[1] else Misread.OUT_OF_RANGE
