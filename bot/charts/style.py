"""The house style: one dark card with large letters, readable on a phone in dark and in light mode.

A phone shows 1080 pixels in about 370 points, so nothing is smaller than 30 pixels. Colours are told apart
by lightness too, for those who don't see red and green. Matplotlib's objects only, never pyplot: no state
outlives a figure.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bot.charts.pictures import LONGEST_WORDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH_PX, HEIGHT_PX, DPI = 1080, 810, 100
TITLE_PT, TEXT_PT, SMALL_PT = 30, 23, 21

CARD, GRID = "#17212b", "#2c3a47"
TEXT, MUTED = "#f4f7f9", "#a9bac8"
LINE, DOTS, RECORD, GOOD, LOW = "#5cc8ff", "#8fa3b3", "#ffd166", "#7bdc93", "#ff9e7a"

# Titles are an athlete's words: `$` opens no formula, and a letter the font lacks is a box, not an error.
mpl.rcParams.update({"text.parse_math": False, "text.usetex": False, "font.size": TEXT_PT})


def card(title: str, subtitle: str, *, height_px: int = HEIGHT_PX) -> Figure:
    """An empty picture with its head."""
    figure = Figure(figsize=(WIDTH_PX / DPI, height_px / DPI), dpi=DPI, facecolor=CARD)
    FigureCanvasAgg(figure)
    top = 1 - 62 / height_px
    figure.text(0.05, top, short(title, 34), color=TEXT, fontsize=TITLE_PT, weight="bold", va="center")
    figure.text(0.05, top - 58 / height_px, short(subtitle), color=MUTED, fontsize=SMALL_PT, va="center")
    return figure


def panel(figure: Figure, box: tuple[float, float, float, float], *, grid: str | None = "y") -> Axes:
    """Axes in a box of figure shares (left, bottom, width, height): no frame, a quiet grid."""
    axes = figure.add_axes(box, facecolor=CARD)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(colors=MUTED, labelsize=SMALL_PT, length=0, pad=8)
    if grid is not None:
        axes.grid(axis=grid, color=GRID, linewidth=2)  # type: ignore[arg-type]
    axes.set_axisbelow(True)
    return axes


def legend(axes: Axes, *, columns: int = 3) -> None:
    """What the marks mean, in one line under the panel."""
    axes.legend(
        loc="upper center",
        bbox_to_anchor=(0.5, -0.12),
        ncols=columns,
        frameon=False,
        fontsize=SMALL_PT,
        labelcolor=MUTED,
        handletextpad=0.5,
        columnspacing=1.2,
    )


def day_axis(axes: Axes, first: int, last: int, months: Sequence[str]) -> None:
    """Days from `first` to `last` (ordinals) with four or five ticks that read as dates."""
    margin = max(1.0, (last - first) * 0.04)
    axes.set_xlim(first - margin, last + margin)
    ticks = day_ticks(first, last)
    axes.set_xticks(ticks, [day_words(day, months, years=last - first > 300) for day in ticks])


def day_ticks(first: int, last: int) -> list[int]:
    """At most five whole days, evenly apart, both ends among them."""
    steps = min(4, last - first)
    return (
        sorted({first + round((last - first) * step / steps) for step in range(steps + 1)})
        if steps
        else [first]
    )


def day_words(ordinal: int, months: Sequence[str], *, years: bool) -> str:
    """`3 Mar`, or over long spans `Mar 26`."""
    day = date.fromordinal(ordinal)
    month = months[day.month - 1]
    return f"{month} {day.year % 100:02d}" if years else f"{day.day} {month}"


def plain(value: float, decimal_sign: str) -> str:
    """A number as its reader writes it: `82.5`, `82,5`."""
    return f"{value:g}".replace(".", decimal_sign)


def short(words: str, longest: int = LONGEST_WORDS) -> str:
    """One line, its end left out where it would run off the card."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def png(figure: Figure) -> bytes:
    """The finished picture."""
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=DPI, facecolor=CARD)
    figure.clear()
    return written.getvalue()
