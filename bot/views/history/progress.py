"""An exercise over time, a week's volume, a month of training: the picture and what it says in words."""

from __future__ import annotations

from datetime import date, timedelta

from bot.callbacks import ShowMonth, ShowProgress
from bot.charts.pictures import (
    CalendarDay,
    CalendarPicture,
    Dot,
    MuscleRow,
    Point,
    ProgressPicture,
    VolumePicture,
)
from bot.texts import Html, decimal_sign, join, number, percent, say, say_n, unit_word, word, word_n
from bot.texts.dates import month_names, month_title, weekday_names
from bot.views.exercises import name_label
from bot.views.goals import goal_title, goal_word
from bot.views.history.progress_words import progress_lines, short_reading
from bot.views.reasons import MUSCLES
from bot.views.view import Button, Pictured, Rows, View
from core.model.progress import CountedSets, Progress, TrainingMonth, WeekVolume
from core.model.session import Measure
from core.units import Load, Unit

_A_ROW = 2
BEST_SETS = {
    Measure.REPS: "best set, reps",
    Measure.SECONDS: "best set, seconds",
    Measure.METRES: "best set, metres",
}


def progress(told: Progress) -> Pictured:
    """One exercise: the estimated 1RM in its band, the heaviest sets, records, and where it goes."""
    return Pictured(_progress_picture(told), View(join(progress_lines(told)), _other_exercises(told)))


def _progress_picture(told: Progress) -> ProgressPicture:
    unit = told.unit
    points = tuple(
        Point(
            one.trained_on.toordinal(),
            _in(one.load, unit),
            _in(one.load, unit) * (1 - one.error),
            _in(one.load, unit) * (1 + one.error),
            one.is_record,
        )
        for one in told.estimates
    )
    dots, dots_words = _best_sets(told)
    return ProgressPicture(
        title=word(told.exercise.name),
        subtitle=short_reading(told),
        points=points,
        best_sets=dots,
        trend=_trend(told) if points else None,
        line_words=word("estimated 1RM, {unit}", unit=unit_word(unit)),
        band_words=word(
            "give or take {error}", error=percent(max((one.error for one in told.estimates), default=0.1))
        ),
        dots_words=dots_words,
        record_words=word("record"),
        months=month_names(),
        decimal_sign=decimal_sign(),
    )


def _best_sets(told: Progress) -> tuple[tuple[Dot, ...], str]:
    """Each day's best set and what it counts; none where the line's kilograms are another thing."""
    if told.estimates and told.exercise.moves_body:
        return (), ""
    if told.line_is_loaded:
        weighed = (top for top in told.top_sets if top.done.load is not None)
        dots = tuple(Dot(top.trained_on.toordinal(), _in(top.done.load, told.unit)) for top in weighed)
        return dots, word("heaviest set, {unit}", unit=unit_word(told.unit))
    dots = tuple(Dot(top.trained_on.toordinal(), float(top.done.reps)) for top in told.top_sets)
    return dots, word(BEST_SETS[told.top_sets[-1].done.measure])


def _in(value: Load | None, unit: Unit) -> float:
    return 0.0 if value is None else float(value.to(unit).value)


def _trend(told: Progress) -> tuple[Dot, Dot] | None:
    line = told.trend
    if line is None:
        return None
    per_unit = float(told.unit.grams)
    return (
        Dot(line.first_day.toordinal(), line.first / per_unit),
        Dot(line.last_day.toordinal(), line.last / per_unit),
    )


def _other_exercises(told: Progress) -> Rows:
    buttons = [Button(name_label(one), ShowProgress(one.id)) for one in told.others]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))


def volume(told: WeekVolume) -> Pictured:
    """This week's sets against the band; lifts where the goal counts them so."""
    rows = tuple(
        MuscleRow(_counted_name(one, told), one.sets, float(told.low), float(told.cap)) for one in told.counts
    )
    subtitle = word(
        "{goal} · {done} of {aim} workouts",
        goal=goal_title(told.goal),
        done=told.workouts,
        aim=told.days_per_week,
    )
    picture = VolumePicture(
        title=word("Sets this week"),
        subtitle=subtitle,
        rows=rows,
        band_words=word("{low} to {cap}", low=told.low, cap=told.cap),
        below_words=word("below"),
        inside_words=word("inside"),
        above_words=word("above"),
        decimal_sign=decimal_sign(),
    )
    return Pictured(picture, View(join(_volume_lines(told))))


def _counted_name(one: CountedSets, told: WeekVolume) -> str:
    return word(one.name) if told.by_lift else word(MUSCLES.get(one.name, one.name))


def _volume_lines(told: WeekVolume) -> list[Html]:
    lines = [
        say(
            "<b>Sets this week</b> · {done} of {aim} workouts",
            done=told.workouts,
            aim=told.days_per_week,
        )
    ]
    if told.by_lift:
        lines.append(say("For {goal}, {low} to {cap} sets of each main lift.", **_band(told)))
    else:
        lines.append(
            say(
                "For {goal}, {low} to {cap} sets a muscle: one for the main one of a set, half for helpers.",
                **_band(told),
            )
        )
    above = [one for one in told.counts if one.sets > told.cap]
    inside = [one for one in told.counts if told.low <= one.sets <= told.cap]
    below = [one for one in told.counts if 0 < one.sets < told.low]
    untrained = [one for one in told.counts if not one.sets]
    for title, counted in (
        (say("Plenty"), above),
        (say("Enough"), inside),
        (say("Room for more"), below),
    ):
        if counted:
            lines.append(say("{title}: {names}", title=title, names=_named(counted, told)))
    if untrained and told.workouts:
        lines.append(say("Not yet: {names}", names=_names(untrained, told)))
    return lines


def _band(told: WeekVolume) -> dict[str, object]:
    return {"goal": goal_word(told.goal), "low": told.low, "cap": told.cap}


def _named(counted: list[CountedSets], told: WeekVolume) -> str:
    return ", ".join(f"{_counted_name(one, told)} {number(one.sets)}" for one in counted)


def _names(counted: list[CountedSets], told: WeekVolume) -> str:
    return ", ".join(_counted_name(one, told) for one in counted)


def calendar(told: TrainingMonth) -> Pictured:
    """A month of training days, with buttons to the ones beside it."""
    sets = dict(told.sets)
    last = (told.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    monday = told.first - timedelta(days=told.first.weekday())
    weeks = []
    while monday <= last:
        days = (monday + timedelta(days=column) for column in range(7))
        weeks.append(tuple(_calendar_day(day, told, sets) for day in days))
        monday += timedelta(days=7)
    picture = CalendarPicture(month_title(told.first), _row_words(told), weekday_names(), tuple(weeks))
    turning = []
    if told.has_earlier:
        turning.append(Button(word("‹ Earlier"), ShowMonth(told.months_back + 1)))
    if told.months_back:
        turning.append(Button(word("Later ›"), ShowMonth(told.months_back - 1)))
    return Pictured(picture, View(_calendar_line(told), (tuple(turning),) if turning else ()))


def _calendar_day(day: date, told: TrainingMonth, sets: dict[int, int]) -> CalendarDay | None:
    if day.month != told.first.month:
        return None
    return CalendarDay(day.day, sets.get(day.day, 0), day == told.today, day > told.today)


def _row_words(told: TrainingMonth) -> str:
    days = word_n("{n} training day", "{n} training days", len(told.sets))
    if told.weeks_in_a_row < 2:
        return days
    row = word_n("{n} week in a row", "{n} weeks in a row", told.weeks_in_a_row)
    return f"{days} · {row}"


def _calendar_line(told: TrainingMonth) -> Html:
    month = month_title(told.first)
    line = say("<b>{month}</b>: no training.", month=month)
    if told.sets:
        done = sum(sets for _, sets in told.sets)
        line = say(
            "<b>{month}</b>: {days}, {sets}.",
            month=month,
            days=word_n("{n} training day", "{n} training days", len(told.sets)),
            sets=word_n("{n} set", "{n} sets", done),
        )
    if told.weeks_in_a_row < 2:
        return line
    row = say_n(
        "{n} week in a row with a workout.", "{n} weeks in a row with a workout.", told.weeks_in_a_row
    )
    return join([line, row], " ")
