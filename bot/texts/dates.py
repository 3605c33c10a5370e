"""Days as the athlete writes them: `3 Mar`, `3 Mar 2025`, `March 2026`, and the names on a calendar."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, get_day_names, get_month_names

from bot.texts.saying import spoken


@cache
def _months(language: str) -> tuple[str, ...]:
    names = get_month_names("abbreviated", "stand-alone", language)
    return tuple(str(names[number]).rstrip(".") for number in range(1, 13))


@cache
def _weekdays(language: str) -> tuple[str, ...]:
    names = get_day_names("abbreviated", "stand-alone", language)
    return tuple(str(names[number]).rstrip(".") for number in range(7))


@cache
def _long_weekdays(language: str) -> tuple[str, ...]:
    names = get_day_names("wide", "stand-alone", language)
    return tuple(str(names[number]) for number in range(7))


@cache
def _after_day(language: str) -> str:
    """`24. Nov` where the number of a day is an ordinal."""
    return "." if "d." in str(Locale.parse(language).datetime_skeletons["MMMd"]) else ""


def month_names() -> tuple[str, ...]:
    """The twelve months, short, January first."""
    return _months(spoken())


def weekday_names() -> tuple[str, ...]:
    """The seven days, short, Monday first."""
    return _weekdays(spoken())


def weekday_name(day: date) -> str:
    """`Wednesday`, inside a sentence."""
    return _long_weekdays(spoken())[day.weekday()]


def day_words(day: date, today: date | None = None) -> str:
    """`3 Mar`; with its year where `today` lies in another one, or is not given."""
    words = f"{day.day}{_after_day(spoken())} {month_names()[day.month - 1]}"
    return words if today is not None and today.year == day.year else f"{words} {day.year}"


def month_title(day: date) -> str:
    """`March 2026`, for the head of a page."""
    title = str(format_date(day, "LLLL y", locale=spoken()))
    return title[:1].upper() + title[1:]
