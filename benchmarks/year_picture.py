"""The simulated year as a picture: how strength and the maxima kept rise, and how often sets fail.

Drawn with matplotlib's objects, without pyplot: no window, no state that outlives a figure.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from core.model.athlete import Goal, Level

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from benchmarks.simulate_year import Year

FILE = Path(__file__).parents[1] / "docs" / "simulated-year.png"
COLOURS = {Goal.HYPERTROPHY: "#1b6ca8", Goal.STRENGTH: "#c8553d"}
NAMES = {Goal.HYPERTROPHY: "size", Goal.STRENGTH: "strength"}
WEEKS, LEAST = 52, 5  # a point stands for at least so many sessions


def draw(years: Sequence[Year]) -> str:
    """Write the picture and say where it stands."""
    figure = Figure(figsize=(12, 6.4), layout="constrained")
    panels = figure.subplots(2, 3, sharex=True, sharey="row")
    figure.suptitle(f"A year of training, {len(years)} simulated athletes: medians by week", fontsize=13)
    for column, level in enumerate(Level):
        above, below = panels[0][column], panels[1][column]
        above.set_title(level.value, fontsize=11)
        for goal in COLOURS:
            mine = [year for year in years if (year.level, year.goal) == (level, goal)]
            _strength(above, goal, mine)
            _failed(below, goal, mine)
        below.set_xlabel("week")
        for panel in (above, below):
            panel.grid(alpha=0.25)
            panel.spines[["top", "right"]].set_visible(False)
    _label(panels[0][0], "1RM, of the true one on day 1")
    _label(panels[1][0], "sets failed")
    panels[0][2].legend(loc="upper right", fontsize=8, frameon=False)
    figure.savefig(FILE, dpi=100)
    return f"docs/{FILE.name}"


def _label(panel: Axes, text: str) -> None:
    panel.set_ylabel(text, fontsize=9)
    panel.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))


def _strength(panel: Axes, goal: Goal, years: Sequence[Year]) -> None:
    """The truth as a line, the maximum kept as a dashed one with the middle half of athletes around it."""
    truth: dict[int, list[float]] = {}
    kept: dict[int, list[float]] = {}
    for year in years:
        for seen in year.seen:
            truth.setdefault(seen.week, []).append(seen.truth)
            kept.setdefault(seen.week, []).append(seen.kept)
    colour, name = COLOURS[goal], NAMES[goal]
    weeks = _weeks(kept)
    if not weeks:
        return
    quarters = [statistics.quantiles(kept[week], n=4) for week in weeks]
    low, middle, high = zip(*quarters, strict=True)
    panel.fill_between(weeks, low, high, color=colour, alpha=0.13, lw=0)
    medians = [statistics.median(truth[week]) for week in weeks]
    panel.plot(weeks, medians, color=colour, label=f"{name}: true")
    panel.plot(weeks, middle, color=colour, ls="--", label=f"{name}: kept, middle half")


def _failed(panel: Axes, goal: Goal, years: Sequence[Year]) -> None:
    sets: dict[int, int] = {}
    lost: dict[int, int] = {}
    for year in years:
        for week, (done, failed) in year.by_week.items():
            sets[week] = sets.get(week, 0) + done
            lost[week] = lost.get(week, 0) + failed
    weeks = [week for week in range(WEEKS) if sets.get(week)]
    panel.plot(weeks, [lost[week] / sets[week] for week in weeks], color=COLOURS[goal])
    panel.set_ylim(bottom=0)


def _weeks(points: Mapping[int, Sequence[float]]) -> list[int]:
    return [week for week in range(WEEKS) if len(points.get(week, ())) >= LEAST]
