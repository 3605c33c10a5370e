"""One picture of each kind, with figures a lifter could have; `docs/pictures` shows the same ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.charts.drawing import draw
from bot.charts.pictures import (
    BodyPicture,
    CalendarDay,
    CalendarPicture,
    Dot,
    MuscleRow,
    Picture,
    Point,
    ProgressPicture,
    RecapPicture,
    RecapRow,
    VolumePicture,
)

MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
FIRST = date(2026, 1, 5).toordinal()
_BAND = 0.1


def progress(sessions: int = 20, title: str = "Bench press") -> ProgressPicture:
    """An exercise trained every fourth day, slowly stronger, with an off day now and then."""
    points = []
    for place in range(sessions):
        value = 100 + place * 0.9 - (3 if place % 7 == 3 else 0)
        record = place % 5 == 4
        points.append(Point(FIRST + 4 * place, value, value * (1 - _BAND), value * (1 + _BAND), record))
    return ProgressPicture(
        title=title,
        subtitle="117 kg estimated · +17 kg in 76 days",
        points=tuple(points),
        best_sets=tuple(Dot(point.day, point.value * 0.8) for point in points),
        trend=(Dot(FIRST, 100), Dot(points[-1].day, points[-1].value)) if sessions > 2 else None,
        line_words="estimated 1RM, kg",
        band_words="give or take 10 %",
        dots_words="heaviest set",
        record_words="record",
        months=MONTHS,
    )


def body() -> BodyPicture:
    """A bodyweight a week apart, going down."""
    dots = tuple(Dot(FIRST + 7 * week, 84 - week * 0.2 + (0.6 if week % 3 else -0.4)) for week in range(12))
    smooth = tuple(Dot(FIRST + 7 * week, 84 - week * 0.2) for week in range(12))
    return BodyPicture(
        "Bodyweight", "81.9 kg · −2.2 kg in 77 days", dots, smooth, "weighed", "smoothed", MONTHS
    )


def volume() -> VolumePicture:
    """A week with muscles below, in and above their band."""
    sets = {
        "quads": 12,
        "lats": 15.5,
        "chest": 9,
        "hamstrings": 10.5,
        "front delts": 7,
        "biceps": 5,
        "calves": 0,
    }
    rows = tuple(MuscleRow(name, done, 8, 14) for name, done in sets.items())
    return VolumePicture(
        "Sets this week", "Size · 3 of 4 workouts", rows, "8 to 14", "below", "inside", "above"
    )


def calendar() -> CalendarPicture:
    """March 2026, half over: it begins on a Sunday."""
    trained, today = {1: 12, 4: 16, 7: 16, 10: 14, 13: 16}, 15

    def day(number: int) -> CalendarDay | None:
        if not 1 <= number <= 31:
            return None
        return CalendarDay(number, trained.get(number, 0), number == today, number > today)

    weeks = tuple(tuple(day(7 * week + column - 5) for column in range(7)) for week in range(6))
    return CalendarPicture(
        "March 2026", "5 workouts · 3 weeks in a row", tuple("Mon Tue Wed Thu Fri Sat Sun".split()), weeks
    )


def recap() -> RecapPicture:
    """A workout of four exercises, one of them new, one with a record."""
    rows = (
        RecapRow("Bench press", 3040, 2900, "80×10, 80×8, 75×8", record=True),
        RecapRow("Barbell row", 2100, 2200, "62.5×10 ×4"),
        RecapRow("Incline dumbbell press", 1500, None, "24×10 ×4"),
        RecapRow("Lat pulldown", 1200, 1100, "50×8 ×4"),
    )
    numbers = (("31", "minutes"), ("16", "sets"), ("5,140", "kg lifted"), ("1", "record"))
    return RecapPicture("Upper body A", numbers, rows, "today", "the time before", "today, a record")


def examples() -> dict[str, Picture]:
    """Every kind by its name."""
    kinds: tuple[Picture, ...] = (progress(), volume(), calendar(), body(), recap())
    return {picture.kind: picture for picture in kinds}


def main() -> None:
    """Draw every example into docs/pictures: `python -m tests.bot.charts.examples`."""
    folder = Path(__file__).parents[3] / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    for kind, picture in examples().items():
        (folder / f"{kind}.png").write_bytes(draw(picture))


if __name__ == "__main__":
    main()
