"""The end of a workout, told truthfully in one message: what was done, what it meant, what comes next."""

from __future__ import annotations

from bot.callbacks import AddSet, FinishWorkout, GoOn, ShowPlan
from bot.texts import Html, join, load, number, say, say_n, word
from bot.views.gate import gate_line
from bot.views.reasons import reason_line
from bot.views.sets import set_words, short_sets, tonnage_words
from bot.views.view import Button, View
from core.model.athlete import Goal
from core.model.outcomes import NextTime, Recap, Record
from core.units import Load

MOST_CHANGES = 3


def recap(told: Recap, *, closed_by_silence: bool = False) -> View:
    """The recap: numbers, sets, records, next time, the week; a workout without sets in one line."""
    if not told.sets:
        return View(say("Workout closed, nothing was logged. /plan when you are ready."))
    lines = [_headline(told)]
    if closed_by_silence:
        lines.append(say("Four quiet hours, so I closed it. Every set is kept."))
    lines.extend(_exercise_lines(told))
    lines.extend(_record_line(record) for record in told.records)
    lines.extend(_next_time_lines(told))
    lines.append(_week_line(told))
    if told.gate is not None and told.goal is Goal.FOUNDATION:
        lines.append(gate_line(told.gate))
    if told.is_first:
        lines.append(say("Sore for two days is normal. See you next time!"))
    rows = ((Button(word("Add a set"), AddSet(told.workout.id)), Button(word("Next session"), ShowPlan())),)
    return View(join(lines), rows)


def _headline(told: Recap) -> Html:
    sets = say_n("{n} set", "{n} sets", told.sets)
    parts = [say("<b>Done</b>"), say("{minutes} min", minutes=told.minutes), sets]
    if told.tonnage_g:
        parts.append(say("{tonnage} lifted", tonnage=tonnage_words(told.tonnage_g, Load(0, told.unit))))
    return join(parts, " · ")


def _exercise_lines(told: Recap) -> list[Html]:
    return [
        say("{name}: {sets}", name=word(exercise.name), sets=short_sets(exercise, sets))
        for exercise, sets in told.lines
    ]


def _record_line(record: Record) -> Html:
    more = (
        f", +{number(Load(record.load.g - record.before.g, record.load.unit).value)}" if record.before else ""
    )
    return say(
        "🏆 {name}: best estimated one-rep max {load}{more}",
        name=word(record.exercise.name),
        load=load(record.load),
        more=more,
    )


def _next_time_lines(told: Recap) -> list[Html]:
    changes = [line for line in map(_next_time, told.next_time) if line]
    return [say("\n<b>Next time</b>"), *changes[:MOST_CHANGES]] if changes else []


def _next_time(change: NextTime) -> Html:
    """`Bench press 82.5 kg × 10: 12 reps in your last set, twice.`"""
    then = change.then
    why = reason_line(then.reasons[0]) if then.reasons else Html("")
    if then.load is None and change.exercise.takes_load:
        return Html("")
    asked = set_words(change.exercise, then.load, then.reps, then.measure)
    told = say("{name}: {sets} sets of {set}", name=word(change.exercise.name), sets=then.sets, set=asked)
    return join([told, why], ". ")


def _week_line(told: Recap) -> Html:
    done, aim = told.workouts_this_week, told.days_per_week
    line = say("\nWorkout {done} of {aim} this week.", done=done, aim=aim)
    return line if done <= aim else say("\nWorkout {done} this week. Rest is training too.", done=done)


def still_training(workout_id: int, sets: int) -> View:
    """Asked once after an hour of silence."""
    text = say_n(
        "Still training? {n} set is safe. I close the workout in three hours.",
        "Still training? {n} sets are safe. I close the workout in three hours.",
        sets,
    )
    rows = ((Button(word("Go on"), GoOn(workout_id)), Button(word("Finish"), FinishWorkout(workout_id))),)
    return View(text, rows)
