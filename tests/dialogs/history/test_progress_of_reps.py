"""What is counted in reps or seconds over time: its unit is told, and it stands beside no kilograms."""

from __future__ import annotations

from datetime import date

from bot.charts.drawing_lines import draw_progress
from bot.charts.pictures import ProgressPicture
from bot.texts import speaking
from bot.views.history import measures
from bot.views.history import progress as views
from core.coach.history import progress as coach
from core.model.measure import Measured, MeasureKind
from core.model.progress import BodyProgress, Progress
from tests.dialogs.stage import Stage


def weekly(*sets: str) -> list[str]:
    return [line for done in sets for line in (f"/log {done}", "/finish", "+7d")]


async def picture_of(stage: Stage, name: str) -> ProgressPicture:
    told = await stage.read(coach.progress_named, stage.athlete.id, name, stage.clock.now())
    assert isinstance(told, Progress)
    picture = views.progress(told).picture
    assert isinstance(picture, ProgressPicture)
    return picture


def legend_of(picture: ProgressPicture) -> list[str]:
    legend = draw_progress(picture).axes[0].get_legend()
    assert legend is not None
    return [text.get_text() for text in legend.get_texts()]


async def test_a_hold_is_told_in_seconds(stage: Stage) -> None:
    heard = await stage.hears(*weekly("plank 40s", "plank 45s", "plank 50s"), "/progress plank")
    assert "Rising: about +21.7 s a month over 2 weeks." in heard
    assert legend_of(await picture_of(stage, "plank")) == ["best set, seconds"]


async def test_pull_ups_of_an_unknown_body_ask_for_its_weight(stage: Stage) -> None:
    heard = await stage.hears(*weekly("pull up 5", "pull up 6", "pull up 7"), "/progress pull up")
    assert "I don't know your weight. Send it like /weight 80." in heard
    assert "Rising: about +4.3 reps a month over 2 weeks." in heard
    picture = await picture_of(stage, "pull up")
    assert legend_of(picture) == ["best set, reps"]
    assert picture.subtitle == "3 training days since 2 Mar 2026"


async def test_reps_stand_on_no_axis_of_kilograms(stage: Stage) -> None:
    await stage.hears("/weight 80", *weekly("pull up 5", "pull up 6", "pull up 7"))
    picture = await picture_of(stage, "pull up")
    assert len(picture.points) == 3
    assert picture.best_sets == ()


async def test_a_line_of_loads_holds_no_reps(stage: Stage) -> None:
    heard = await stage.hears(*weekly("pull up bw+5x6", "pull up 8", "pull up 9"), "/progress pull up")
    assert "Down by about 11 kg a month over 2 weeks." in heard


async def test_a_month_without_training_tells_the_row_its_picture_shows(stage: Stage) -> None:
    heard = await stage.hears("+14d", *weekly("bench 80x8", "bench 80x8"), "/calendar")
    assert "2 training days, 2 sets. 2 weeks in a row with a workout." in heard
    heard = await stage.hears("+4d", "/calendar")
    assert "April 2026: no training. 2 weeks in a row with a workout." in heard


def test_a_picture_has_the_decimals_of_its_reader() -> None:
    weighed = tuple(
        Measured(MeasureKind.WAIST, date(2026, 3, day), 8_400 + day * 50, "cm") for day in (1, 2)
    )
    smooth = tuple((one.measured_on, 84.0) for one in weighed)
    with speaking("de"):
        told = measures.body_progress(BodyProgress(MeasureKind.WAIST, "cm", weighed, smooth, None))
    assert told.picture.decimal_sign == ","  # type: ignore[union-attr]


async def test_every_muscle_the_picture_shows_without_a_set_is_named(stage: Stage) -> None:
    heard = await stage.hears("/log bench 80x8", "/finish", "/volume")
    assert "Not yet: thighs, hamstrings, glutes, wide back muscles, mid back, side shoulders, rear" in heard
    assert "shoulders, biceps, calves, abs" in heard
