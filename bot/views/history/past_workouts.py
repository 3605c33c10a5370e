"""Past workouts: pages of them, one opened, its note, its deletion. Single sets are `past_sets.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import (
    AddPastSet,
    DeletePast,
    DeleteStep,
    NotePast,
    NoteTap,
    OpenPast,
    RepeatPast,
    SaveRoutine,
    ShowHistory,
    TurnPast,
)
from bot.texts import Html, join, say, say_n, word
from bot.texts.dates import day_words, weekday_names
from bot.views.exercises import name_label
from bot.views.goals import goal_title
from bot.views.plans.plan import session_title
from bot.views.sets import short_sets, tonnage_words
from bot.views.view import Button, Rows, Style, View
from core.model.past import PastCard, PastExerciseSets, PastPage, PastTotals
from core.model.workout import Workout
from core.units import Load, Unit

LONGEST_LABEL = 40
LONGEST_TEXT = 3_500  # of a workout with its note: Telegram takes 4,096 letters, an import holds any day
LONGEST_SETS = 300
A_PAGE = 16  # exercises or sets with a button each: a longer list is paged
A_ROW = 2


def date_words(day: date, today: date) -> str:
    """`Mon 2 Mar`; with its year where it is another one."""
    return f"{weekday_names()[day.weekday()]} {day_words(day, today)}"


def title(totals: PastTotals, today: date) -> str:
    """`Mon 2 Mar · Upper body A`: how a past workout is called everywhere; `Mon 2 Mar, 18:00` if two are."""
    day, workout = date_words(totals.workout.trained_on, today), totals.workout
    day = f"{day}, {totals.began_at:%H:%M}" if totals.began_at else day
    return f"{day} · {session_title(workout.session)}"


def _label(totals: PastTotals, today: date) -> str:
    shown = title(totals, today)
    return shown if len(shown) <= LONGEST_LABEL else f"{shown[: LONGEST_LABEL - 1]}…"


def totals_line(totals: PastTotals, unit: Unit) -> Html:
    """`Size · 12 sets · 5,140 kg · 48 min`: what a workout came to; what is nothing is left out."""
    parts = [say("{goal}", goal=goal_title(totals.workout.session.goal))]
    parts.append(say_n("{n} set", "{n} sets", totals.sets))
    if totals.tonnage_g:
        parts.append(say("{tonnage}", tonnage=tonnage_words(totals.tonnage_g, Load(0, unit))))
    if totals.minutes:
        parts.append(say("{minutes} min", minutes=totals.minutes))
    return join(parts, " · ")


def history(page: PastPage) -> View:
    """One page of workouts, each with a button that opens it."""
    head = say_n("<b>Your workout</b>", "<b>Your {n} workouts</b>", page.workouts)
    if page.pages > 1:
        where = say("page {page} of {pages}", page=page.page + 1, pages=page.pages)
        head = join([head, where], " · ")
    lines = [
        say(
            "<b>{title}</b>\n{totals}",
            title=title(line, page.today),
            totals=totals_line(line, page.unit),
        )
        for line in page.lines
    ]
    rows = [
        (Button(_label(line, page.today), OpenPast(line.workout.id)),) for line in page.lines
    ]
    return View(join([head, *lines], "\n\n"), (*rows, *_turning(page)))


def _turning(page: PastPage) -> Rows:
    turns = []
    if page.page < page.pages - 1:
        turns.append(Button(word("‹ Older"), ShowHistory(page.page + 1)))
    if page.page:
        turns.append(Button(word("Newer ›"), ShowHistory(page.page - 1)))
    return (tuple(turns),) if turns else ()


def workout_card(card: PastCard, *, undo: Button | None = None, page: int = 0) -> View:
    """One past workout: every exercise with its sets, and what can be done with it.

    `undo` takes back what was just done to it. A page beyond the last is the last.
    """
    page = on_page(page, len(card.exercises))
    listed = card.exercises[page * A_PAGE : (page + 1) * A_PAGE]
    workout = card.workout
    lines = [
        say("<b>{title}</b>", title=title(card.totals, card.today)),
        totals_line(card.totals, card.unit),
        *note_lines(workout),
    ]
    if card.exercises:
        lines.append(say("\n{exercises}", exercises=_exercise_lines(card, listed)))
        lines.append(say("\nTap an exercise to change its sets."))
    else:
        lines.append(say("No set stands in it."))
    buttons = [Button(name_label(one.exercise), OpenPast(workout.id, one.place)) for one in listed]
    rows = (
        *(tuple(buttons[at : at + A_ROW]) for at in range(0, len(buttons), A_ROW)),
        *turning(workout, None, page, len(card.exercises)),
        *_workout_rows(card),
    )
    return View(join(lines), ((undo,), *rows) if undo else rows)


def on_page(page: int, count: int) -> int:
    """A page there is, of a list of so many: the nearest to the one asked for."""
    return min(max(page, 0), max(0, count - 1) // A_PAGE)


def turning(workout: Workout, place: int | None, page: int, count: int) -> Rows:
    """The buttons that turn a list of so many; none where one page holds all."""
    last = on_page(count, count)
    turns = []
    for sides, other in (("‹ {page}", page - 1), ("{page} ›", page + 1)):
        if 0 <= other <= last:
            label = sides.format(page=word("page {page} of {pages}", page=other + 1, pages=last + 1))
            turns.append(Button(label, TurnPast(workout.id, place, other)))
    return (tuple(turns),) if turns else ()


def _exercise_lines(card: PastCard, listed: Sequence[PastExerciseSets]) -> Html:
    """As many as there is room for: the others stand behind their buttons."""
    room, lines = LONGEST_TEXT - len(card.workout.note or ""), list[Html]()
    for one in listed:
        sets = short_sets(one.exercise, one.sets)
        sets = sets if len(sets) <= LONGEST_SETS else f"{sets[: LONGEST_SETS - 1]}…"
        line = say("{name}: {sets}", name=word(one.exercise.name), sets=sets)
        room -= len(line) + 1
        if room < 0:
            break
        lines.append(line)
    more = len(listed) - len(lines)
    if more:
        lines.append(say_n("… and {n} more exercise.", "… and {n} more exercises.", more))
    return join(lines)


def note_lines(workout: Workout) -> list[Html]:
    """The workout's note, as its athlete wrote it."""
    return [say("📝 {note}", note=workout.note)] if workout.note else []


def _workout_rows(card: PastCard) -> Rows:
    workout = card.workout
    note = word("📝 Change note") if workout.note else word("📝 Add a note")
    rows: list[tuple[Button, ...]] = [
        (Button(word("➕ Exercise"), AddPastSet(workout.id)), Button(note, NotePast(workout.id)))
    ]
    if card.exercises:
        rows.append((Button(word("🔁 Plan it again"), RepeatPast(workout.id)),))
    last = [Button(word("Delete"), DeletePast(workout.id))]
    if card.exercises and workout.session.routine_id is None:
        last.insert(0, Button(word("Save as routine"), SaveRoutine(workout.id)))
    rows.append(tuple(last))
    rows.append((Button(word("‹ History"), ShowHistory(card.page)),))
    return tuple(rows)


def note_asked(card: PastCard) -> View:
    """What shall stand on this workout?"""
    workout = card.workout
    lines = [
        say("<b>{title}</b>", title=title(card.totals, card.today)),
        *note_lines(workout),
        say("Reply with your note: how it went, what to do next time. Up to 300 characters."),
    ]
    rows: list[tuple[Button, ...]] = []
    if workout.note:
        rows.append((Button(word("Delete the note"), NotePast(workout.id, NoteTap.CLEAR)),))
    rows.append((Button(word("‹ Back"), OpenPast(workout.id)),))
    return View(join(lines), tuple(rows))


def exercise_asked(card: PastCard) -> View:
    """Which exercise was done, too?"""
    lines = [
        say("<b>{title}</b>", title=title(card.totals, card.today)),
        say("What did you do, too? Reply with the exercise and its sets: <code>squat 3x5x100</code>"),
    ]
    return View(join(lines), ((Button(word("‹ Back"), OpenPast(card.workout.id)),),))


def sure_to_delete(card: PastCard) -> View:
    """Asked once before a workout goes."""
    workout = card.workout
    text = say_n(
        "Delete <b>{title}</b> with its {n} set? Your records and next weights are reckoned without it.",
        "Delete <b>{title}</b> with its {n} sets? Your records and next weights are reckoned without it.",
        card.totals.sets,
        title=title(card.totals, card.today),
    )
    sure = Button(word("Delete"), DeletePast(workout.id, DeleteStep.SURE), Style.DANGER)
    return View(text, ((sure, Button(word("Keep it"), OpenPast(workout.id))),))


def deleted(card: PastCard) -> View:
    """It is gone, and can be brought back."""
    undo = Button(word("↩ Undo"), DeletePast(card.workout.id, DeleteStep.UNDO))
    back = Button(word("‹ History"), ShowHistory(card.page))
    return View(_deleted(title(card.totals, card.today)), ((undo,), (back,)))


def was_deleted(workout: Workout, today: date) -> View:
    """What its recap says from then on, without a button that would lead nowhere."""
    return View(_deleted(title(PastTotals(workout, 0, 0, 0), today)))


def _deleted(shown: str) -> Html:
    return say("<b>{title}</b> is deleted.", title=shown)
