"""An exercise over time in plain words: what stands, where it goes, its best; the picture's subtitle."""

from __future__ import annotations

from decimal import Decimal

from bot.texts import Html, number, percent, rough, say, say_n, unit_word, word, word_n
from bot.texts.dates import day_words
from bot.views.sets import body_too, done_words
from core.model.progress import Direction, Progress
from core.model.session import Measure
from core.units import Unit

MEASURE_SIGNS = {Measure.SECONDS: "s", Measure.METRES: "m"}


def short_reading(told: Progress) -> str:
    since = day_words(told.top_sets[0].trained_on)
    days = word_n(
        "{n} training day since {since}", "{n} training days since {since}", told.days, since=since
    )
    if not told.estimates:
        return days
    if told.is_of_the_past:
        last = day_words(told.estimates[-1].trained_on)
        return word("{max} estimated on {day}", max=rough(told.estimates[-1].load.to(told.unit)), day=last)
    return word("{max} estimated · {days}", max=rough(told.estimates[-1].load.to(told.unit)), days=days)


def progress_lines(told: Progress) -> list[Html]:
    lines = [say("<b>{name}</b>", name=word(told.exercise.name))]
    if told.is_of_the_past:
        lines.append(say("Last trained on <b>{day}</b>: so it stood then.", day=day_words(told.last_day)))
    if told.estimates:
        lines.append(_max_line(told))
    elif told.lacks_bodyweight:
        lines.append(
            say("No estimate of your one-rep max yet: I don't know your weight. Send it like /weight 80.")
        )
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
    body = body_too(told.exercise)
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
    by = _loaded(line.per_month, told.unit) if told.line_is_loaded else _counted(line.per_month, told)
    if line.direction is Direction.RISING:
        return say("Rising: about +{by} a month over {weeks} weeks.", by=by, weeks=weeks)
    if told.is_of_the_past:
        return say("Down by about {by} a month over {weeks} weeks.", by=by, weeks=weeks)
    return say(
        "Down by about {by} a month over {weeks} weeks. Sleep, food and an easy week bring it back.",
        by=by,
        weeks=weeks,
    )


def _loaded(grams: float, unit: Unit) -> str:
    """To the half unit: more would pretend to know."""
    halves = round(abs(grams) / float(unit.grams) * 2)
    return f"{number(Decimal(max(halves, 1)) / 2)} {unit_word(unit)}"




def _counted(amount: float, told: Progress) -> str:
    """`1.3 reps`, `1.3 s`: to the tenth."""
    by = number(round(abs(amount), 1))
    measure = told.top_sets[-1].done.measure
    return word("{n} reps", n=by) if measure is Measure.REPS else f"{by} {MEASURE_SIGNS[measure]}"
