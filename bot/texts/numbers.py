"""Numbers as the athlete writes them: decimal comma where it is the habit, no needless zeros."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.texts.saying import spoken, word
from bot.texts.signs import grouped, sign
from core.units import Load, Unit


def decimal_sign() -> str:
    """What stands before decimals: `.`, or `,` where that is the habit."""
    return sign(spoken(), "decimal")


def number(value: Decimal | float | int) -> str:
    """`80`, `37.5`; `37,5` where the comma is the habit. At most two decimals, never grouped."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal("0.01")).normalize()
    return f"{rounded:f}".replace(".", decimal_sign())


def whole(value: Decimal | float | int) -> str:
    """`5,140`; `5.140` where the comma stands before decimals: no decimals, thousands set apart."""
    return grouped(round(value), spoken())


def unit_word(unit: Unit) -> str:
    """The unit as written behind a number: the same two letters in every language we know."""
    return unit.value


def load(value: Load | None) -> str:
    """`80 kg`, `37.5 kg`, `225 lb`; `bw` for the body alone."""
    return word("bw") if value is None else f"{number(value.value)} {unit_word(value.unit)}"


def rough(value: Load) -> str:
    """`102 kg` for 102.08: an estimate to the half unit, for more would pretend to know."""
    halves = Decimal(round(value.value * 2)) / 2
    return f"{number(halves)} {unit_word(value.unit)}"


def percent(share: float) -> str:
    """`80 %` from 0.8, whole numbers only: a tenth of a per cent is nobody's business."""
    return f"{number(round(share * 100))} %"


def duration(seconds: int) -> str:
    """A rest as lifters say it: `60 s`, `90 s`, `3 min`, `3:30 min`."""
    if seconds < 120:
        return word("{seconds} s", seconds=seconds)
    minutes, rest = divmod(seconds, 60)
    return word("{minutes} min", minutes=f"{minutes}:{rest:02d}" if rest else minutes)


def clock_time(moment: datetime, zone: str) -> str:
    """`18:12` on the athlete's own clock; by UTC where the zone is not known."""
    try:
        return f"{moment.astimezone(ZoneInfo(zone)):%H:%M}"
    except (ZoneInfoNotFoundError, ValueError):
        return f"{moment.astimezone(UTC):%H:%M}"
