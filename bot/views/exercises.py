"""Exercises looked up: what was found, one on its card, and all the athlete has a word in.

Adding one of one's own is `words/own_exercises.py`; how loads and sets are written `sets.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import (
    AddOwn,
    AskAche,
    BackToPlan,
    Dismiss,
    ExerciseWish,
    PutInPlan,
    ShowExercise,
    ShowRecordsOf,
    SwapAlways,
    WantExercise,
)
from bot.texts import Html, join, load, percent, say, say_n, unit_word, whole, word
from bot.views.hurting import ask_button, spared_line
from bot.views.reasons import MUSCLES
from bot.views.sets import body_too, short_sets
from bot.views.view import Button, Rows, View
from core.model.athlete import OneRepMax, Provenance
from core.model.exercise import Exercise
from core.model.own_exercise import is_own
from core.model.repertoire import ExerciseCard, Found, Preference, Repertoire, SwapAgain
from core.units import Load

MOST_BUTTONS = 16
MOST_NAMES = 8
LONGEST_LABEL = 40
_A_ROW = 2
ORIGINS = {
    Provenance.TESTED: "tested",
    Provenance.STATED: "as you told me",
    Provenance.ESTIMATED: "estimated from your sets",
    Provenance.RATIO: "worked out from another lift",
}


def name_label(exercise: Exercise) -> str:
    """A name as a button shows it: cut where a phone would cut it."""
    name = word(exercise.name)
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"


def which_exercise(exercises: tuple[Exercise, ...]) -> View:
    """How is it done? Of which one: those of the plan."""
    rows = tuple((Button(name_label(one), ShowExercise(one.id)),) for one in exercises)
    return View(say("Which one?"), rows).offering()


def exercise_card(card: ExerciseCard) -> View:
    """One exercise: what it trains and needs, how it is done, what was done with it and is wanted of it."""
    exercise = card.exercise
    lines = [
        say("<b>{name}</b>", name=word(exercise.name)),
        _muscles_line(exercise),
        say("With: {kinds}", kinds=", ".join(word(kind) for kind in exercise.equipment)),
        *_how_lines(exercise),
        *_own_lines(card),
    ]
    return View(join(lines), _card_rows(card))


def _muscles_line(exercise: Exercise) -> Html:
    trained = ", ".join(_muscle(one) for one in exercise.primary)
    if not exercise.secondary:
        return say("Trains: {muscles}", muscles=trained)
    helpers = ", ".join(_muscle(one) for one in exercise.secondary)
    return say("Trains: {muscles}; helped by {helpers}", muscles=trained, helpers=helpers)


def _muscle(muscle: str) -> str:
    return word(MUSCLES.get(muscle, muscle))


def _how_lines(exercise: Exercise) -> list[Html]:
    lines = [say("• {cue}", cue=word(cue)) for cue in exercise.cues if cue]
    if exercise.mistake:
        lines.append(say("Common mistake: {mistake}", mistake=word(exercise.mistake)))
    if is_own(exercise):
        lines.append(say("An exercise of your own."))
    return lines


def _own_lines(card: ExerciseCard) -> list[Html]:
    lines = []
    if card.last_time:
        lines.append(say("Last time: <b>{sets}</b>", sets=short_sets(card.exercise, card.last_time)))
    else:
        lines.append(say("You haven't logged it yet."))
    if card.best is not None and card.between is not None:
        lines.append(_max_line(card.exercise, card.best, card.between))
    if card.preference is Preference.NEVER:
        lines.append(say("🚫 Never planned, as you wish."))
    if card.aching:
        lines.append(say("It hurt, so it's left out for now."))
    return lines


def _max_line(exercise: Exercise, best: OneRepMax, between: tuple[Load, Load]) -> Html:
    """`One-rep max: 100 kg, as you told me (± 4 %, so 96 to 104 kg)`."""
    low, high = between
    body = body_too(exercise)
    return say(
        "One-rep max: <b>{max}</b>{body}, {origin} (± {error}, so {low} to {high} {unit})",
        max=load(best.load),
        body=body,
        origin=word(ORIGINS[best.provenance]),
        error=percent(high.g / best.load.g - 1),
        low=whole(low.value),
        high=whole(high.value),
        unit=unit_word(best.load.unit),
    )


def exercise_named(card: ExerciseCard) -> View:
    """An exercise that was named where no workout runs: its sets may follow."""
    return exercise_card(card).completing(f"{word(card.exercise.name)} {{}}")


def _card_rows(card: ExerciseCard) -> Rows:
    """What can be wanted of it: what is wanted already is offered the other way round."""
    name = card.exercise.id
    rows: list[tuple[Button, ...]] = []
    if card.aching:
        rows.append((Button(word("It no longer hurts"), WantExercise(name, ExerciseWish.HEALED)),))
    if card.preference is Preference.NEVER:
        rows.append((Button(word("Plan it again"), WantExercise(name, ExerciseWish.PLAN_AGAIN)),))
    else:
        rows.append(
            (_favourite(card), Button(word("🚫 Never plan it"), WantExercise(name, ExerciseWish.NEVER)))
        )
        if not card.aching:
            rows.append((Button(word("Add to my plan"), PutInPlan(name)),))
    records = [Button(word("Records"), ShowRecordsOf(name, 0))] if card.last_time else []
    rows.append((*records, Button(word("‹ My exercises"), ShowExercise())))
    return tuple(rows)


def _favourite(card: ExerciseCard) -> Button:
    if card.preference is Preference.FAVOURITE:
        return Button(
            word("⭐ No favourite any more"), WantExercise(card.exercise.id, ExerciseWish.NO_FAVOURITE)
        )
    return Button(word("⭐ Favourite"), WantExercise(card.exercise.id, ExerciseWish.FAVOURITE))


def found(matches: Found) -> View:
    """What some words could mean, as buttons; a name nobody knows can be added."""
    rows = [(Button(name_label(one), ShowExercise(one.id)),) for one in matches.matches]
    unknown = matches.unfamiliar
    if unknown is None:
        return View(say("Which one?"), tuple(rows)).offering()
    if unknown.addable:
        rows.append((Button(word("➕ Add it"), AddOwn(unknown.asked_id)),))
    if matches.matches:
        text = say("None is called “{name}”. One of these?", name=unknown.name)
    else:
        text = say("I know no exercise like “{name}”.", name=unknown.name)
    return View(text, tuple(rows)).offering()


def these_train_it(exercises: Sequence[Exercise]) -> View:
    """A muscle was named: what trains it."""
    rows = tuple((Button(name_label(one), ShowExercise(one.id)),) for one in exercises)
    return View(say("These train it:"), rows).offering()


def repertoire(mine: Repertoire) -> View:
    """All the athlete has a word in, and how to look one up."""
    groups = (
        (say("⭐ Favourites"), mine.favourites),
        (say("Your own"), mine.own),
        (say("🚫 Never planned"), mine.never),
        (say("Left out while it hurts"), mine.aching),
    )
    lines = [_group(title, exercises) for title, exercises in groups if exercises]
    lines.extend(spared_line(sore, ()) for sore in mine.sore)
    if not lines:
        lines.append(say("No favourites yet, none of your own, and none left out."))
    lines.append(
        say("Look one up: <code>/exercises bench</code>, or a muscle: <code>/exercises calves</code>.")
    )
    told = dict.fromkeys(one for _, exercises in groups for one in exercises)
    asks = tuple((ask_button(0, sore),) for sore in mine.sore)
    return View(join(lines), (*_in_rows(list(told)[:MOST_BUTTONS]), *asks))


def _group(title: Html, exercises: Sequence[Exercise]) -> Html:
    names = ", ".join(word(one.name) for one in exercises[:MOST_NAMES])
    more = len(exercises) - MOST_NAMES
    line = say("<b>{title}</b>: {names}", title=title, names=names)
    return line if more <= 0 else join([line, say_n("and {n} more", "and {n} more", more)], " ")


def _in_rows(exercises: Sequence[Exercise]) -> Rows:
    buttons = [Button(name_label(one), ShowExercise(one.id)) for one in exercises]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))


def still_hurts(plan_id: int, exercise: Exercise) -> View:
    """Asked of what a plan leaves out: only the athlete knows."""
    rows = (
        (
            Button(word("Yes, leave it out"), AskAche(plan_id, exercise.id, hurts=True)),
            Button(word("No, plan it again"), AskAche(plan_id, exercise.id, hurts=False)),
        ),
        (Button(word("‹ Back"), BackToPlan(plan_id)),),
    )
    return View(say("<b>{name}</b>: does it still hurt?", name=word(exercise.name)), rows)


def always(swap: SwapAgain) -> View:
    """The same swap as before: it can be made for good."""
    text = say(
        "{name} instead of {other} again. Always?",
        name=word(swap.exercise.name),
        other=word(swap.instead_of.name),
    )
    rows = (
        (Button(word("Always"), SwapAlways(swap.exercise.id)), Button(word("Just this time"), Dismiss())),
    )
    return View(text, rows, silent=True)


def from_now_on(swap: SwapAgain) -> View:
    """The swap was made for good."""
    return View(
        say(
            "From now on {name}, and never {other}. /exercises changes it.",
            name=word(swap.exercise.name),
            other=word(swap.instead_of.name),
        )
    )
