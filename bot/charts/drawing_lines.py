"""Pictures of something over time: an exercise's estimated 1RM, a measure of the body."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.charts.pictures import BodyPicture, Dot, Point, ProgressPicture
from bot.charts.style import DOTS, LINE, MUTED, RECORD, card, day_axis, legend, panel, plain

_BOX = (0.12, 0.25, 0.83, 0.55)
FEW_STARS = 15


def draw_progress(picture: ProgressPicture) -> Figure:
    """The line of estimates in its band, the heaviest set of each day, records as stars."""
    figure = card(picture.title, picture.subtitle)
    axes = panel(figure, _BOX)
    if picture.points:
        _band_of(axes, picture.points, picture.band_words)
    if picture.trend is not None:
        ends = picture.trend
        axes.plot([dot.day for dot in ends], [dot.value for dot in ends], color=MUTED, lw=3, ls=(0, (2, 2)))
    _dots(axes, picture.best_sets, picture.dots_words)
    if picture.points:
        _line_of(axes, picture)
    days = [*(point.day for point in picture.points), *(dot.day for dot in picture.best_sets)]
    _settle(axes, days, picture.months, picture.decimal_sign)
    legend(axes, columns=2)
    return figure


def _band_of(axes: Axes, points: Sequence[Point], words: str) -> None:
    days = [point.day for point in points]
    low, high = [point.low for point in points], [point.high for point in points]
    if len(days) > 1:
        axes.fill_between(days, low, high, color=LINE, alpha=0.16, lw=0, label=words)
    else:
        axes.vlines(days, low, high, color=LINE, alpha=0.3, lw=10, label=words)


def _line_of(axes: Axes, picture: ProgressPicture) -> None:
    """The estimates, and stars on the records: smaller ones where many would hide the line."""
    axes.plot(
        [point.day for point in picture.points],
        [point.value for point in picture.points],
        color=LINE,
        lw=5,
        marker="o" if len(picture.points) == 1 else None,
        ms=14,
        solid_capstyle="round",
        label=picture.line_words,
    )
    stars = [point for point in picture.points if point.record]
    if stars:
        axes.scatter(
            [point.day for point in stars],
            [point.value for point in stars],
            color=RECORD,
            marker="*",
            s=max(110, min(420, 420 * FEW_STARS / len(stars))),
            zorder=5,
            label=picture.record_words,
        )


def draw_body(picture: BodyPicture) -> Figure:
    """Each measurement as a dot, the smoothed line through them."""
    figure = card(picture.title, picture.subtitle)
    axes = panel(figure, _BOX)
    _dots(axes, picture.dots, picture.dots_words)
    if len(picture.smooth) > 1:
        axes.plot(
            [dot.day for dot in picture.smooth],
            [dot.value for dot in picture.smooth],
            color=LINE,
            lw=5,
            solid_capstyle="round",
            label=picture.smooth_words,
        )
    _settle(axes, [dot.day for dot in picture.dots], picture.months, picture.decimal_sign)
    legend(axes, columns=2)
    return figure


def _dots(axes: Axes, dots: Sequence[Dot], words: str) -> None:
    if dots:
        size = 150 if len(dots) <= 60 else 40
        axes.scatter([dot.day for dot in dots], [dot.value for dot in dots], color=DOTS, s=size, label=words)


def _settle(axes: Axes, days: Sequence[int], months: Sequence[str], decimal_sign: str) -> None:
    """Whole numbers where they suffice, room above and below, dates below."""
    day_axis(axes, min(days), max(days), months)
    axes.margins(y=0.18)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, min_n_ticks=3, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(lambda value, _: plain(value, decimal_sign))
