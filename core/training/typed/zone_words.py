"""Which time zone somebody means: by what their clock says now, by its name, or by a large city in it."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from zoneinfo import available_timezones

from core.training.notation.numerals import plain
from core.training.typed.gym_words import Misread
from core.training.typed.reminder_words import read_clock
from core.training.week.local_times import local_minute, zone_of

MOST_OFFERED = 6
_FARTHEST = 14 * 60
_OFFSET = re.compile(r"(?:utc|gmt) ?(?P<sign>[+-]) ?(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-5][0-9]))?")
_PLACE = re.compile(
    r"^(?:(?:i'?m|i am|i live|living|we'?re|ich bin|ich wohne|ich lebe) )?(?:(?:in|from|at|near|aus|bei) )?"
    r"|(?: (?:time(?: ?zone)?|city|here|zeit))+$"
)
_OFF_BY = 7  # minutes that somebody's clock may be wrong, or their answer late

# Where many people live, one or two for each way a clock can go: the ones offered by the time alone.
OFFERED = tuple(
    """
Europe/Berlin Europe/London Europe/Athens Europe/Istanbul Europe/Moscow Europe/Lisbon Europe/Madrid
Europe/Paris Europe/Rome Europe/Warsaw Europe/Kyiv America/New_York America/Chicago America/Denver
America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu America/Toronto
America/Mexico_City America/Bogota America/Lima America/Caracas America/Halifax America/Santiago
America/St_Johns America/Sao_Paulo America/Argentina/Buenos_Aires Africa/Lagos Africa/Cairo
Africa/Johannesburg Africa/Nairobi Africa/Casablanca Asia/Jerusalem Asia/Riyadh Asia/Tehran Asia/Dubai
Asia/Kabul Asia/Karachi Asia/Tashkent Asia/Kolkata Asia/Kathmandu Asia/Dhaka Asia/Yangon Asia/Bangkok
Asia/Jakarta Asia/Shanghai Asia/Singapore Australia/Perth Asia/Tokyo Asia/Seoul Australia/Adelaide
Australia/Darwin Australia/Sydney Australia/Brisbane Australia/Lord_Howe Pacific/Noumea Pacific/Auckland
Pacific/Chatham Pacific/Apia Pacific/Tongatapu Pacific/Kiritimati Pacific/Pago_Pago Pacific/Marquesas
Atlantic/Azores Atlantic/Cape_Verde America/Nuuk UTC
""".split()
)
# Cities that give no zone their name.
_CITIES = {
    "Europe/Berlin": (
        "munich muenchen münchen hamburg cologne koeln köln frankfurt stuttgart germany deutschland"
    ),
    "Europe/London": "uk england scotland manchester birmingham edinburgh",
    "Europe/Madrid": "barcelona valencia spain",
    "Europe/Rome": "milan naples italy",
    "Europe/Paris": "lyon marseille france",
    "Europe/Zurich": "geneva bern switzerland zürich schweiz",
    "Europe/Vienna": "wien graz austria österreich",
    "Europe/Warsaw": "krakow poland",
    "Europe/Moscow": "petersburg",
    "Europe/Kyiv": "kiev ukraine",
    "America/New_York": "boston washington miami atlanta philadelphia nyc est eastern",
    "America/Chicago": "dallas houston austin central",
    "America/Denver": "mountain",
    "America/Los_Angeles": "san_francisco seattle san_diego las_vegas la california pacific",
    "America/Toronto": "montreal ottawa",
    "America/Sao_Paulo": "rio rio_de_janeiro brasilia",
    "Asia/Kolkata": "india mumbai delhi new_delhi bangalore bengaluru chennai hyderabad calcutta",
    "Asia/Shanghai": "beijing china shenzhen guangzhou",
    "Asia/Tokyo": "japan osaka",
    "Asia/Dubai": "abu_dhabi",
    "Asia/Karachi": "lahore",
    "Asia/Ho_Chi_Minh": "saigon hanoi",
    "Asia/Jerusalem": "tel_aviv",
    "Australia/Sydney": "canberra",
    "UTC": "gmt utc zulu",
}


@cache
def known_zones() -> frozenset[str]:
    """Every zone this machine knows by a name that says where it is."""
    return frozenset(
        name
        for name in available_timezones()
        if name == "UTC" or ("/" in name and not name.startswith(("Etc/", "SystemV/", "US/")))
    )


@cache
def _by_word() -> dict[str, str]:
    """Zones by their last word, their whole name and their cities, all small; the shorter name wins."""
    found: dict[str, str] = {}
    for name in sorted(known_zones(), key=lambda zone: (len(zone), zone), reverse=True):
        found[name.rsplit("/", 1)[-1].lower()] = name
    for name, cities in _CITIES.items():
        found.update(dict.fromkeys(cities.split(), name))
    found.update({name.lower(): name for name in known_zones()})
    return found


def read_zones(text: str, now: datetime) -> tuple[str, ...] | Misread:
    """The zones some words may mean, likeliest first: one for a name, up to six for a time of day."""
    folded = plain(text)
    if folded is None or not folded.strip(" ."):
        return Misread.NOT_UNDERSTOOD
    bare = _PLACE.sub("", " ".join(folded.strip(" .,!?").split()))
    for place in (folded.strip(" .,!"), bare, bare.partition(",")[0]):
        if (named := _by_word().get("_".join(place.split()))) is not None:
            return (named,)
    offset = _OFFSET.fullmatch(bare)
    minute = read_clock(text) if offset is None else _by_offset(offset, now)
    return minute if isinstance(minute, Misread) else zones_at(minute, now) or Misread.OUT_OF_RANGE


def _by_offset(told: re.Match[str], now: datetime) -> int | Misread:
    """The minute of the day at `UTC+2`, just now."""
    minutes = int(told["hours"]) * 60 + int(told["minutes"] or 0)
    if minutes > _FARTHEST:
        return Misread.OUT_OF_RANGE
    return (local_minute(now, zone_of("UTC")) + (minutes if told["sign"] == "+" else -minutes)) % 1440


def zones_at(minute: int, now: datetime) -> tuple[str, ...]:
    """Where the clocks say this minute of the day just now, at most six; empty where none does."""
    return tuple(name for name in OFFERED if _apart(local_minute(now, zone_of(name)), minute) <= _OFF_BY)[
        :MOST_OFFERED
    ]


def _apart(one: int, other: int) -> int:
    gap = abs(one - other) % 1440
    return min(gap, 1440 - gap)
