"""The body's own measures over time: the picture and what it says in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.callbacks import ShowMeasure
from bot.charts.pictures import BodyPicture, Dot
from bot.texts import Html, decimal_sign, join, number, say, word
from bot.texts.dates import day_words, month_names
from bot.views.view import Button, Pictured, Rows, View
from core.model.measure import Measured, MeasureKind
from core.model.progress import BodyProgress, Direction, MeasuresKept

NAMES = {
    MeasureKind.WEIGHT: "Bodyweight",
    MeasureKind.WAIST: "Waist",
    MeasureKind.HIPS: "Hips",
    MeasureKind.CHEST: "Chest",
    MeasureKind.SHOULDERS: "Shoulders",
    MeasureKind.NECK: "Neck",
    MeasureKind.ARM: "Arm",
    MeasureKind.FOREARM: "Forearm",
    MeasureKind.THIGH: "Thigh",
    MeasureKind.CALF: "Calf",
    MeasureKind.BODY_FAT: "Body fat",
}
_A_ROW = 2


def amount(measured: Measured) -> str:
    """`82.4 kg`, `84 cm`, `18 %`."""
    return f"{number(measured.value)} {measured.unit}"


def body_progress(told: BodyProgress) -> Pictured | View:
    """One measure over time; a single measurement needs no picture."""
    caption = View(join(_lines(told)), _over_time(told.others))
    return caption if len(told.measures) < 2 else Pictured(_picture(told), caption)


def measures_kept(told: MeasuresKept) -> View:
    """Several at once: each with its amount, and a button that shows it over time."""
    return View(join([_kept(one) for one in told.just]), _over_time(told.newest))


def _over_time(measures: Sequence[Measured]) -> Rows:
    buttons = [Button(f"{word(NAMES[one.kind])} {amount(one)}", ShowMeasure(one.kind)) for one in measures]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))


def _kept(just: Measured) -> Html:
    return say("{name}: <b>{amount}</b>, kept.", name=word(NAMES[just.kind]), amount=amount(just))


def _picture(told: BodyProgress) -> BodyPicture:
    newest = told.measures[-1]
    since = day_words(told.measures[0].measured_on)
    return BodyPicture(
        title=word(NAMES[told.kind]),
        subtitle=word("{now} · since {since}", now=amount(newest), since=since),
        dots=tuple(Dot(one.measured_on.toordinal(), float(one.value_in(told.unit))) for one in told.measures),
        smooth=tuple(Dot(day.toordinal(), value) for day, value in told.smooth),
        dots_words=word("measured, {unit}", unit=told.unit),
        smooth_words=word("smoothed over a week"),
        months=month_names(),
        decimal_sign=decimal_sign(),
    )


def _lines(told: BodyProgress) -> list[Html]:
    newest = told.measures[-1]
    name = word(NAMES[told.kind])
    if told.just is not None:
        lines = [_kept(told.just)]
    else:
        day = day_words(newest.measured_on)
        lines = [say("{name}: <b>{amount}</b>, {day}.", name=name, amount=amount(newest), day=day)]
    if len(told.measures) > 1:
        lines.append(_change(told))
    if told.kind is MeasureKind.WEIGHT:
        lines.append(say("Pull-ups and dips are reckoned with it."))
    return lines


def _change(told: BodyProgress) -> Html:
    """The month's change where there is a line, else the change since the first."""
    if told.trend is not None:
        by = f"{number(Decimal(str(round(abs(told.trend.per_month), 1))))} {told.unit}"
        if told.trend.direction is Direction.STEADY:
            return say("Steady, day-to-day ups and downs apart.")
        if told.trend.direction is Direction.RISING:
            return say("Up by about {by} a month.", by=by)
        return say("Down by about {by} a month.", by=by)
    first = told.measures[0]
    change = told.measures[-1].value_in(told.unit) - first.value_in(told.unit)
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    by = f"{sign}{number(round(abs(change), 1))} {told.unit}"
    return say("{by} since {day}.", by=by, day=day_words(first.measured_on))
