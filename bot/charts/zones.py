"""Which time zone a place lies in. Here, for its index takes 44 MB that the bot itself need not keep."""

from __future__ import annotations

from bot.charts.wire import WhichZone


def zone_at(asked: WhichZone) -> str:
    """The zone's IANA name, empty on the high seas. Raises ValueError for no place on Earth."""
    from tzfpy import get_tz  # noqa: PLC0415 -- most pictures need no map

    if not (-90 <= asked.latitude <= 90 and -180 <= asked.longitude <= 180):
        raise ValueError("no place on Earth")
    return get_tz(asked.longitude, asked.latitude)
