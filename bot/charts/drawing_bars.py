"""Pictures of amounts side by side: a week's sets per muscle, a workout exercise by exercise."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.charts.pictures import MuscleRow, RecapPicture, RecapRow, VolumePicture
from bot.charts.style import (
    DOTS,
    GOOD,
    GRID,
    HEIGHT_PX,
    LINE,
    LOW,
    MUTED,
    RECORD,
    SMALL_PT,
    TEXT,
    TEXT_PT,
    TITLE_PT,
    card,
    panel,
    plain,
    short,
)

ROW_PX, HEAD_PX, FOOT_PX = 62, 170, 96
MOST_ROWS, MOST_EXERCISES = 16, 8
WIDEST_NUMBER = 6  # letters beside which another number still has room


def draw_volume(picture: VolumePicture) -> Figure:
    """A bar a muscle over its band: light green inside it, orange below, blue above."""
    rows = picture.rows[:MOST_ROWS]
    height_px = max(HEIGHT_PX, HEAD_PX + FOOT_PX + ROW_PX * len(rows))
    figure = card(picture.title, picture.subtitle, height_px=height_px)
    axes = _rows_panel(figure, [row.name for row in rows], height_px, left=0.3)
    most = max([1.0, *(max(row.sets, row.cap) for row in rows)])
    axes.set_xlim(0, most * 1.16)
    for place, row in enumerate(rows):
        axes.barh(place, row.cap - row.low, left=row.low, height=0.78, color=GRID)
        axes.barh(place, row.sets, height=0.42, color=_colour(row))
        axes.text(
            row.sets + most * 0.015,
            place,
            plain(row.sets, picture.decimal_sign),
            color=TEXT,
            fontsize=SMALL_PT,
            va="center",
            weight="bold",
        )
    marks = (
        (GRID, picture.band_words),
        (LOW, picture.below_words),
        (GOOD, picture.inside_words),
        (LINE, picture.above_words),
    )
    _foot(figure, height_px, marks)
    return figure


def _colour(row: MuscleRow) -> str:
    if row.sets < row.low:
        return LOW
    return GOOD if row.sets <= row.cap else LINE


def draw_recap(picture: RecapPicture) -> Figure:
    """The big numbers, then a bar an exercise above the one of the time before."""
    rows = picture.rows[:MOST_EXERCISES]
    head_px = HEAD_PX + 110
    height_px = max(HEIGHT_PX, head_px + FOOT_PX + 112 * len(rows))
    figure = card(picture.title, "", height_px=height_px)
    _numbers(figure, picture.numbers, height_px)
    names = ["" for _ in rows]
    axes = _rows_panel(figure, names, height_px, left=0.05, head_px=head_px)
    axes.set_xlim(0, 1)
    for place, row in enumerate(rows):
        _exercise(axes, place, row)
    marks = [(LINE, picture.now_words), (DOTS, picture.before_words)]
    if any(row.record for row in rows):
        marks.insert(1, (RECORD, picture.record_words))
    _foot(figure, height_px, tuple(marks))
    return figure


def _exercise(axes: Axes, place: int, row: RecapRow) -> None:
    """Each exercise is measured by itself: kilograms of one say nothing beside another's repetitions."""
    most = max(row.now, row.before or 0.0) or 1.0
    axes.text(0, place - 0.3, short(row.name, 26), color=TEXT, fontsize=TEXT_PT, va="center")
    words = short(row.sets_words, 30)
    axes.text(1, place - 0.3, words, color=MUTED, fontsize=SMALL_PT, va="center", ha="right")
    axes.barh(place + 0.08, row.now / most, height=0.26, color=RECORD if row.record else LINE)
    if row.before is not None:
        axes.barh(place + 0.3, row.before / most, height=0.12, color=DOTS)


def _numbers(figure: Figure, numbers: tuple[tuple[str, str], ...], height_px: int) -> None:
    for place, (number, words) in enumerate(numbers[:4]):
        left = 0.05 + place * 0.9 / max(1, len(numbers[:4]))
        figure.text(
            left,
            1 - 150 / height_px,
            number,
            color=TEXT,
            fontsize=TITLE_PT + 8 if len(number) <= WIDEST_NUMBER else TITLE_PT,
            weight="bold",
            va="center",
        )
        figure.text(left, 1 - 205 / height_px, short(words, 14), color=MUTED, fontsize=SMALL_PT, va="center")


def _rows_panel(
    figure: Figure, names: list[str], height_px: int, *, left: float, head_px: int = HEAD_PX
) -> Axes:
    bottom = FOOT_PX / height_px
    axes = panel(figure, (left, bottom, 0.95 - left, 1 - bottom - head_px / height_px), grid=None)
    axes.set_ylim(max(len(names), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(names)), [short(name, 17) for name in names], color=TEXT)
    axes.set_xticks([])
    return axes


def _foot(figure: Figure, height_px: int, marks: tuple[tuple[str, str], ...]) -> None:
    for place, (colour, words) in enumerate(marks):
        left = 0.05 + place * 0.9 / len(marks)
        figure.text(left, 44 / height_px, "■", color=colour, fontsize=TEXT_PT, va="center")
        figure.text(
            left + 0.04, 44 / height_px, short(words, 30), color=MUTED, fontsize=SMALL_PT, va="center"
        )
