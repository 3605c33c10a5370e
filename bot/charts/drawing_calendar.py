"""A month of training days."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from bot.charts.pictures import CalendarDay, CalendarPicture
from bot.charts.style import CARD, GOOD, GRID, MUTED, SMALL_PT, TEXT, TEXT_PT, card, panel

_EDGE = 0.08


def draw_calendar(picture: CalendarPicture) -> Figure:
    """Seven columns; days with training are green, today has a ring, days to come are faint."""
    weeks = len(picture.weeks)
    height_px = 230 + weeks * 128
    figure = card(picture.title, picture.subtitle, height_px=height_px)
    axes = panel(figure, (0.04, 0.02, 0.92, 1 - 0.02 - 170 / height_px), grid=None)
    axes.set_xlim(0, 7)
    axes.set_ylim(weeks, -0.45)
    axes.set_xticks([])
    axes.set_yticks([])
    for column, weekday in enumerate(picture.weekdays):
        axes.text(column + 0.5, -0.2, weekday, color=MUTED, fontsize=SMALL_PT, ha="center", va="center")
    for row, week in enumerate(picture.weeks):
        for column, day in enumerate(week):
            if day is not None:
                _day(axes, column, row, day)
    return figure


def _day(axes: Axes, column: int, row: int, day: CalendarDay) -> None:
    axes.add_patch(
        FancyBboxPatch(
            (column + _EDGE, row + _EDGE),
            1 - 2 * _EDGE,
            1 - 2 * _EDGE,
            boxstyle="round,pad=0,rounding_size=0.14",
            facecolor=GOOD if day.sets else CARD if day.future else GRID,
            edgecolor=TEXT if day.today else "none",
            linewidth=4 if day.today else 0,
        )
    )
    number_y = row + (0.38 if day.sets else 0.5)
    colour = CARD if day.sets else MUTED
    axes.text(
        column + 0.5,
        number_y,
        f"{day.number}",
        color=colour,
        fontsize=TEXT_PT,
        ha="center",
        va="center",
        weight="bold",
    )
    if day.sets:
        axes.text(
            column + 0.5,
            row + 0.7,
            f"{day.sets}",
            color=CARD,
            fontsize=SMALL_PT - 3,
            ha="center",
            va="center",
        )
