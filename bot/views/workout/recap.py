"""The end of a workout, told truthfully in one message: what was done, what it meant, what comes next."""

from __future__ import annotations

from bot.callbacks import (
    AddSet,
    AskedFrom,
    FinishWorkout,
    GoOn,
    SaveRoutine,
    ShareWorkout,
    ShowPlan,
    WantLookBack,
)
from bot.texts import Html, join, say, say_n, word
from bot.views.gate import gate_line
from bot.views.reasons import OF_THE_GOAL, reason_line
from bot.views.sets import set_words, short_sets, to_find, tonnage_words
from bot.views.view import Button, View
from bot.views.workout.new_record import record_line
from core.model.athlete import Goal
from core.model.outcomes import NextTime, Recap
from core.units import Load

MOST_CHANGES = 3
MOST_RECORDS = 3
WEEKS_OF_PATIENCE = (1, 4)


def recap(told: Recap, *, closed_by_silence: bool = False) -> View:
    """The recap: numbers, sets, records, next time, the week; a workout without sets in one line."""
    if not told.sets:
        return View(say("Workout closed; no set was logged. /plan whenever you're ready."))
    lines = [_headline(told)]
    if closed_by_silence:
        lines.append(say("Four quiet hours, so I closed it. Every set is kept."))
    lines.extend(_exercise_lines(told))
    lines.extend(record_line(record, exercise) for exercise, record in told.records[:MOST_RECORDS])
    lines.extend(_next_time_lines(told))
    lines.append(_week_line(told))
    if told.gate is not None and told.goal is Goal.FOUNDATION:
        lines.append(gate_line(told.gate))
    if told.opens_week in WEEKS_OF_PATIENCE:
        lines.append(say("Strength comes first; visible size takes months."))
    if told.is_first:
        lines.append(say("Sore for two days is normal. See you next time!"))
    rows = _first_rows(told)
    keeping = [Button(word("🔗 Share"), ShareWorkout(told.workout.id))]
    if told.workout.session.routine_id is None:
        keeping.insert(0, Button(word("Save as routine"), SaveRoutine(told.workout.id)))
    rows.append(tuple(keeping))
    if told.offers_look_back:
        rows.append((Button(word("My week, every Sunday"), WantLookBack(AskedFrom.RECAP, on=True, day=0)),))
    return View(join(lines), tuple(rows))


def _first_rows(told: Recap) -> list[tuple[Button, ...]]:
    """A set to add, and the next session. In free training a tap logs the set at once: the label says which.

    Of several exercises it names its own, and needs the width of a row.
    """
    workout, last = told.workout, told.workout.last_done
    press, plan = AddSet(workout.id, len(workout.sets)), Button(word("Next session"), ShowPlan())
    exercise = next((one for one, _ in told.lines if last and one.id == last.exercise_id), None)
    if not workout.session.is_free or last is None or exercise is None:
        return [(Button(word("Add a set"), press), plan)]
    asked = set_words(exercise, last.load, last.reps, last.measure)
    if len(told.lines) == 1:
        return [(Button(word("Add {set}", set=asked), press), plan)]
    named = word("Add {set} · {name}", set=asked, name=word(exercise.name))
    return [(Button(named, press),), (plan,)]


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


def _next_time_lines(told: Recap) -> list[Html]:
    """What changes first, then what stays, the most important three."""
    changes = [change for change in told.next_time if not to_find(change.exercise, change.then.load)]
    changes.sort(key=_stays)
    lines = [_next_time(change) for change in changes[:MOST_CHANGES]]
    return [say("\n<b>Next time</b>"), *lines] if lines else []


def _stays(change: NextTime) -> bool:
    now, then = change.now, change.then
    return (now.load, now.reps, now.sets) == (then.load, then.reps, then.sets)


def _next_time(change: NextTime) -> Html:
    """`Bench press: 82.5 kg × 10. +2.5 kg: every set done, with reps to spare.`

    How many sets is left to the plan, which weighs the whole week.
    """
    then = change.then
    asked = set_words(change.exercise, then.load, then.reps, then.measure)
    name = word(change.exercise.name)
    if _stays(change):
        told = say("{name} stays at {set}.", name=name, set=asked)
    else:
        told = say("{name}: {set}.", name=name, set=asked)
    what = next((told for told in then.reasons if told.code not in OF_THE_GOAL), None)
    why = reason_line(what or then.reasons[0], then.measure) if then.reasons else Html("")
    return join([told, why], " ")


def _week_line(told: Recap) -> Html:
    done, aim = told.workouts_this_week, told.days_per_week
    line = say("\nWorkout {done} of {aim} this week.", done=done, aim=aim)
    if told.advises:
        return join([line, say("Two are what the American Heart Association advises at least.")], " ")
    return line if done <= aim else say("\nWorkout {done} this week. Muscles grow at rest.", done=done)


def still_training(workout_id: int, sets: int) -> View:
    """Asked once after an hour of silence."""
    text = say_n(
        "Still training? {n} set is safe. I close the workout in three hours.",
        "Still training? {n} sets are safe. I close the workout in three hours.",
        sets,
    )
    rows = ((Button(word("Go on"), GoOn(workout_id)), Button(word("Finish"), FinishWorkout(workout_id))),)
    return View(text, rows)
