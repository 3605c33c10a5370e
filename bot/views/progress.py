"""An exercise over time, a week's volume, a month of training: the picture and what it says in words."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

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
from bot.texts import Html, join, number, percent, rough, say, say_n, unit_word, word, word_n
from bot.texts.dates import day_words, month_names, month_title, weekday_names
from bot.views.exercises import name_label
from bot.views.goals import goal_title, goal_word
from bot.views.reasons import MUSCLES
from bot.views.sets import done_words, moves_body
from bot.views.view import Button, Pictured, Rows, View
from core.model.progress import CountedSets, Direction, Progress, TrainingMonth, WeekVolume
from core.units import Load, Unit

_A_ROW = 2
MOST_NAMED = 5


def progress(told: Progress) -> Pictured:
    """One exercise: the estimated 1RM in its band, the heaviest sets, records, and where it goes."""
    return Pictured(_progress_picture(told), View(join(_progress_lines(told)), _other_exercises(told)))


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
    weighed = [top for top in told.top_sets if top.done.load is not None]
    if weighed:
        dots = tuple(Dot(top.trained_on.toordinal(), _in(top.done.load, unit)) for top in weighed)
        dots_words = word("heaviest set, {unit}", unit=unit_word(unit))
    else:
        dots = tuple(Dot(top.trained_on.toordinal(), float(top.done.reps)) for top in told.top_sets)
        dots_words = word("best set")
    return ProgressPicture(
        title=word(told.exercise.name),
        subtitle=_short_reading(told),
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
    )


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


def _short_reading(told: Progress) -> str:
    since = day_words(told.top_sets[0].trained_on)
    days = word_n("{n} day since {since}", "{n} days since {since}", told.days, since=since)
    if not told.estimates:
        return days
    if told.is_of_the_past:
        last = day_words(told.estimates[-1].trained_on)
        return word("{max} estimated on {day}", max=rough(told.estimates[-1].load.to(told.unit)), day=last)
    return word("{max} estimated · {days}", max=rough(told.estimates[-1].load.to(told.unit)), days=days)


def _progress_lines(told: Progress) -> list[Html]:
    lines = [say("<b>{name}</b>", name=word(told.exercise.name))]
    if told.is_of_the_past:
        lines.append(say("Last trained on <b>{day}</b>: so it stood then.", day=day_words(told.last_day)))
    if told.estimates:
        lines.append(_max_line(told))
    elif told.exercise.takes_load:
        lines.append(say("No estimate of your one-rep max yet: it takes a set of ten reps or fewer."))
    lines.append(_trend_line(told))
    best = max(told.top_sets, key=lambda top: (top.done.load.g if top.done.load else 0, top.done.reps))
    lines.append(
        say(
            "Heaviest set: <b>{set}</b>, {day}." if best.done.load else "Best set: <b>{set}</b>, {day}.",
            set=done_words(told.exercise, best.done),
            day=day_words(best.trained_on),
        )
    )
    records = [one for one in told.estimates if one.is_record]
    if records:
        newest = records[-1]
        lines.append(
            say_n(
                "🏆 {n} record, the newest {max} on {day}.",
                "🏆 {n} records, the newest {max} on {day}.",
                len(records),
                max=rough(newest.load.to(told.unit)),
                day=day_words(newest.trained_on),
            )
        )
    return lines


def _max_line(told: Progress) -> Html:
    newest = told.estimates[-1]
    body = word(", your own weight included") if moves_body(told.exercise) else ""
    return say(
        "One-rep max, the most you could lift once: about <b>{max}</b>{body} (± {error}).",
        max=rough(newest.load.to(told.unit)),
        body=body,
        error=percent(newest.error),
    )


def _trend_line(told: Progress) -> Html:
    """Where it goes, in plain words; a slope only where it is one of loads."""
    line = told.trend
    if line is None:
        return say("Three training days over two weeks show where it goes.")
    weeks = max(1, round((line.last_day - line.first_day).days / 7))
    if line.direction is Direction.STEADY and told.is_of_the_past:
        return say("Steady over {weeks} weeks.", weeks=weeks)
    if line.direction is Direction.STEADY:
        return say("Steady over the last {weeks} weeks.", weeks=weeks)
    weighed = bool(told.estimates) or told.top_sets[-1].done.load is not None
    by = _per_month(line.per_month, told.unit) if weighed else number(round(abs(line.per_month), 1))
    if line.direction is Direction.RISING:
        return say("Rising: about +{by} a month over {weeks} weeks.", by=by, weeks=weeks)
    if told.is_of_the_past:
        return say("Down by about {by} a month over {weeks} weeks.", by=by, weeks=weeks)
    return say(
        "Down by about {by} a month over {weeks} weeks. Sleep, food and an easy week bring it back.",
        by=by,
        weeks=weeks,
    )


def _per_month(grams: float, unit: Unit) -> str:
    """To the half unit: more would pretend to know."""
    halves = round(abs(grams) / float(unit.grams) * 2)
    return f"{number(Decimal(max(halves, 1)) / 2)} {unit_word(unit)}"


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
    return ", ".join(_counted_name(one, told) for one in counted[:MOST_NAMED])


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
    if not told.sets:
        return say("<b>{month}</b>: no training.", month=month_title(told.first))
    done = sum(sets for _, sets in told.sets)
    line = say(
        "<b>{month}</b>: {days}, {sets}.",
        month=month_title(told.first),
        days=word_n("{n} training day", "{n} training days", len(told.sets)),
        sets=word_n("{n} set", "{n} sets", done),
    )
    if told.weeks_in_a_row < 2:
        return line
    row = say_n(
        "{n} week in a row with a workout.", "{n} weeks in a row with a workout.", told.weeks_in_a_row
    )
    return join([line, row], " ")
