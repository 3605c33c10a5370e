"""What a picture shows: frozen values, every number in the athlete's unit, every word already said.

Days are proleptic ordinals (`date.toordinal()`). How it looks is `drawing_*.py`'s business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MOST_POINTS = 2_000  # five years of training one lift every day
LONGEST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Point:
    """One day's estimate: between `low` and `high`; `record` marks the best until then."""

    day: int
    value: float
    low: float
    high: float
    record: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """Something measured on one day."""

    day: int
    value: float


@dataclass(frozen=True, slots=True)
class ProgressPicture:
    """One exercise over time: the estimated 1RM as a line in its band, the heaviest sets as dots.

    `months` are the twelve short names; `trend` joins two ends of a straight line, None for too few days.
    Without points the best sets stand alone, `dots_words` saying what they count.
    """

    title: str
    subtitle: str
    points: tuple[Point, ...]
    best_sets: tuple[Dot, ...]
    trend: tuple[Dot, Dot] | None
    line_words: str
    band_words: str
    dots_words: str
    record_words: str
    months: tuple[str, ...]
    decimal_sign: str = "."
    kind: Literal["progress"] = "progress"


@dataclass(frozen=True, slots=True)
class MuscleRow:
    """Sets of one muscle this week, and where its band starts and ends."""

    name: str
    sets: float
    low: float
    cap: float


@dataclass(frozen=True, slots=True)
class VolumePicture:
    """Sets a muscle got this week against its band, most first; the words say what the colours mean."""

    title: str
    subtitle: str
    rows: tuple[MuscleRow, ...]
    band_words: str
    below_words: str
    inside_words: str
    above_words: str
    decimal_sign: str = "."
    kind: Literal["volume"] = "volume"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of a month; `sets` done on it, 0 on a rest day."""

    number: int
    sets: int = 0
    today: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """A month by weeks, Monday first; None fills the week before the first and after the last day."""

    title: str
    subtitle: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    kind: Literal["calendar"] = "calendar"


@dataclass(frozen=True, slots=True)
class BodyPicture:
    """A measure of the body over time: each measurement, and the smoothed line through them."""

    title: str
    subtitle: str
    dots: tuple[Dot, ...]
    smooth: tuple[Dot, ...]
    dots_words: str
    smooth_words: str
    months: tuple[str, ...]
    decimal_sign: str = "."
    kind: Literal["body"] = "body"


@dataclass(frozen=True, slots=True)
class RecapRow:
    """One exercise of a workout: the work done in it, and the time before (None: new); each its own scale."""

    name: str
    now: float
    before: float | None
    sets_words: str
    record: bool = False


@dataclass(frozen=True, slots=True)
class RecapPicture:
    """A workout: three or four big numbers, then exercise by exercise against the time before."""

    title: str
    numbers: tuple[tuple[str, str], ...]
    rows: tuple[RecapRow, ...]
    now_words: str
    before_words: str
    record_words: str
    kind: Literal["recap"] = "recap"


Picture = ProgressPicture | VolumePicture | CalendarPicture | BodyPicture | RecapPicture
