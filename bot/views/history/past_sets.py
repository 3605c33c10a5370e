"""The sets of one exercise in a past workout, and one of them as it is put right."""

from __future__ import annotations

from bot.callbacks import (
    AddPastSet,
    CorrectPastSet,
    DeletePastSet,
    OpenPast,
    OpenPastSet,
    ShowProgress,
    TurnPast,
)
from bot.texts import join, say, word
from bot.views.history.past_workouts import A_PAGE, on_page, title, turning, workout_card
from bot.views.sets import counted_words, done_words, effort_words, load_words, set_words
from bot.views.view import Button, Rows, Style, View
from core.model.exercise import Exercise
from core.model.past import PastCard, PastDoubt, PastSet
from core.model.workout import LoggedSet
from core.units import Load

A_ROW = 3


def exercise_sets(card: PastCard, place: int, page: int = 0) -> View:
    """One exercise: each set as a button, paged; the whole workout where none stands any more."""
    line = card.at(place)
    if line is None:
        return workout_card(card)
    page = on_page(page, len(line.sets))
    first = page * A_PAGE
    sets = [
        Button(f"{number}. {done_words(line.exercise, done)}", OpenPastSet(done.id))
        for number, done in enumerate(line.sets[first : first + A_PAGE], first + 1)
    ]
    rows: list[tuple[Button, ...]] = [tuple(sets[at : at + 2]) for at in range(0, len(sets), 2)]
    rows.extend(turning(card.workout, place, page, len(line.sets)))
    workout_id = card.workout.id
    rows.append(
        (
            Button(word("➕ Add a set"), AddPastSet(workout_id, place, len(line.sets))),
            Button(word("Progress"), ShowProgress(line.exercise.id)),
        )
    )
    rows.append((Button(word("‹ Back"), page_with(card, place)),))
    lines = [
        say("<b>{name}</b>", name=word(line.exercise.name)),
        say("{title}", title=title(card.totals, card.today)),
        say("Tap a set to correct or delete it."),
    ]
    return View(join(lines), tuple(rows))


def page_with(card: PastCard, place: int) -> OpenPast | TurnPast:
    """Back to the workout, to its page with one exercise."""
    places = [one.place for one in card.exercises]
    page = places.index(place) // A_PAGE if place in places else 0
    return TurnPast(card.workout.id, None, page) if page else OpenPast(card.workout.id)


def one_set(shown: PastSet) -> View:
    """One set, to be corrected by a tap or by words."""
    exercise, done = shown.exercise, shown.done
    lines = [
        say("<b>{name}</b>", name=word(exercise.name)),
        say("{title}", title=title(shown.card.totals, shown.card.today)),
        say("Set {number}: <b>{set}</b>", number=shown.number, set=done_words(exercise, done)),
        say("Wrong? Tap, or reply with what it was: <code>{set}</code>", set=_as_typed(exercise, done)),
    ]
    return View(join(lines), _set_rows(shown))


def _as_typed(exercise: Exercise, done: LoggedSet) -> str:
    """How a set is written so that it can be sent back as it stands, without its effort."""
    return set_words(exercise, done.load, done.reps, done.measure, done.sides)


def _set_rows(shown: PastSet) -> Rows:
    done = shown.done
    reps = [
        Button(counted_words(count, done.measure), CorrectPastSet(done.id, done.load, count))
        for count in (done.reps - 1, done.reps + 1)
        if count > 0
    ]
    loads = [
        Button(load_words(shown.exercise, load), CorrectPastSet(done.id, load, done.reps))
        for load in (shown.lighter, shown.heavier)
        if load is not None
    ]
    last = (
        Button(word("Delete this set"), DeletePastSet(done.id), Style.DANGER),
        Button(word("‹ Back"), _sets_with(shown)),
    )
    return tuple(row for row in (tuple(reps), tuple(loads), last) if row)


def _sets_with(shown: PastSet) -> OpenPast | TurnPast:
    """Back to the sets of its exercise, to the page with this one."""
    workout_id, place = shown.card.workout.id, shown.done.exercise_index
    page = (shown.number - 1) // A_PAGE
    return TurnPast(workout_id, place, page) if page else OpenPast(workout_id, place)


def which(doubt: PastDoubt) -> View:
    """Words that may be meant in two ways, or are hard to believe: a tap says so."""
    shown = doubt.shown
    rows = tuple(
        (
            Button(
                _reading(shown.exercise, shown.done, load, reps, rir),
                CorrectPastSet(shown.done.id, load, reps, None if rir is None else round(rir * 10)),
            ),
        )
        for load, reps, rir in doubt.options
    )
    back = (Button(word("‹ Back"), OpenPastSet(shown.done.id)),)
    text = say("Which was it?") if len(rows) > 1 else say("That is far from the others. Was it so?")
    return View(text, (*rows, back))


def _reading(exercise: Exercise, done: LoggedSet, load: Load | None, reps: int, rir: float | None) -> str:
    return set_words(exercise, load, reps, done.measure) + effort_words(rir)


def set_deleted(card: PastCard, done: LoggedSet) -> View:
    """The workout without that set, and the way back."""
    undo = Button(word("↩ Undo: bring the set back"), DeletePastSet(done.id, undo=True))
    return workout_card(card, undo=undo)
