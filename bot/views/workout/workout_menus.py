"""What opens from a set card: more, swap, why, fix, and which of two readings was meant."""

from __future__ import annotations

from bot.callbacks import (
    CutTime,
    Dismiss,
    FillCard,
    FinishWorkout,
    FixSet,
    PutBack,
    ReadAs,
    ReadSets,
    SayPain,
    ShowCard,
    SkipSet,
    SwapExercise,
    UndoSet,
    decode,
)
from bot.callbacks.spelled import spell
from bot.texts import Html, join, load, say, word
from bot.views.reasons import reason_line
from bot.views.sets import (
    amount_words,
    done_words,
    entries_words,
    nth_words,
    option_label,
    set_words,
)
from bot.views.view import Button, Style, View
from core.model.awaited import Choice
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, SetLogged, Which
from core.model.session import Measure, Prescription, Reason
from core.model.which_load import WhichLoad
from core.model.workout import Entry, LoggedSet, SetKind

ASKS = {
    "two_readings": "Which one do you mean?",
    "one_reading": "Did I read that right?",
    "this_or_next": "You just logged a set. Which one is this?",
    "which_set": "Which set was that?",
    "warm_up_or_set": "A warm-up or a work set?",
    "far_above": "<b>{name}</b>: that's far above what I know of you. Is it right?",
    "far_above_or": "<b>{name}</b>: that's far above what I know of you. Which one do you mean?",
    "under_bar": "That's lighter than the bar alone. Is it right?",
    "many_reps": "That's a lot of reps. Is it right?",
    "few_reps": "That's far fewer reps than planned. Is it right?",
    "many_sets": "That's a lot of sets. Is it right?",
    "thousands": "A point or a thousand? Which one do you mean?",
    "list": "Did I read that right?",
    "missed": "Not one clean rep with that weight?",
    "plates": "The bar with those plates on both sides. Is it right?",
    "on_top": "On top of the weight on the card: is it right?",
}


def more_menu(card: SetCard) -> View:
    """The second page of a set card."""
    place = (card.workout_id, card.exercise_index, card.set_number)
    index = (card.workout_id, card.exercise_index)
    left = (
        Button(word("Short of time"), CutTime(*place)),
        Button(word("Skip exercise"), SkipSet(*index, 0)),
    )
    rows = (
        *(() if card.sets is None else (left,)),  # of free training nothing is left
        (
            Button(word("Something hurts"), SayPain(*index)),
            Button(word("Finish workout"), FinishWorkout(card.workout_id)),
        ),
        (Button(word("‹ Back"), ShowCard(*place)),),
    )
    return View(_title(card), rows)


def _title(card: SetCard) -> Html:
    return say("<b>{name}</b> · {nth}", name=word(card.exercise.name), nth=nth_words(card))


def why_set(card: SetCard) -> View:
    """Why this set asks what it asks, in place of its card."""
    back = ((Button(word("‹ Back"), ShowCard(card.workout_id, card.exercise_index, card.set_number)),),)
    return View(why_words(card), back)


def why_words(card: SetCard) -> Html:
    """Why this set asks what it asks; where that isn't what was planned, the plan is told apart."""
    asked, target = card.prescription, card.target
    if card.sets is None:
        same = say("Nobody planned it: take it, tap another load, or send what you did.")
        return join([_title(card), same])
    changed = _told(card.reasons, asked.measure)
    planned = _told(asked.reasons, asked.measure)
    if planned and (target.load, target.reps) != (asked.load, asked.reps):
        as_planned = set_words(card.exercise, asked.load, asked.reps, asked.measure)
        planned = [say("Planned: {set}", set=as_planned), *planned]
    always = _told(card.usual, asked.measure)
    return join([_title(card), *(changed + planned + always or [say("Just as planned.")])])


def _told(reasons: tuple[Reason, ...], measure: Measure) -> list[Html]:
    told = (reason_line(reason, measure) for reason in reasons)
    return [say("• {reason}", reason=reason) for reason in told if reason]


def swap_menu(
    workout_id: int,
    index: int,
    exercise: Exercise,
    options: tuple[tuple[Exercise, Prescription], ...],
    back: ShowCard | None,
) -> View:
    """Three exercises for the same muscles, loads worked out."""
    rows = [
        (Button(option_label(other, asked), SwapExercise(workout_id, index, other.id)),)
        for other, asked in options
    ]
    if back is not None:
        rows.append((Button(word("‹ Back"), back),))
    if not options:
        return View(say("I know nothing else for the same muscles with your equipment."), tuple(rows))
    text = say("Instead of {name}, for the same muscles:", name=word(exercise.name))
    return View(text, tuple(rows)).offering()


def fix_menu(logged: SetLogged) -> View:
    """What a logged set really was: a tap for the usual slips, or a reply with the right numbers."""
    done = logged.sets[-1]
    place = (done.workout_id, done.exercise_index, done.set_number)
    step = 1 if done.measure is Measure.REPS else 5
    near = [done.reps + step * by for by in (-2, -1, 1, 2) if done.reps + step * by > 0]
    row = tuple(Button(amount_words(reps, done.measure), FixSet(*place, done.load, reps)) for reps in near)
    text = say(
        "<b>{name}</b> set {number} was logged as <b>{set}</b>.\n"
        "What was it? Tap, or reply like <code>{example}</code>.",
        name=word(logged.exercise.name),
        number=done.set_number,
        set=done_words(logged.exercise, done),
        example=set_words(logged.exercise, done.load, done.reps, done.measure).replace("×", "x"),
    )
    undo = (
        Button(word("Take it back"), UndoSet(*place), Style.DANGER),
        Button(word("It's right"), ShowCard(*place)),
    )
    return View(text, (row, undo))


def which(asked: Which, exercise: Exercise) -> View:
    """Two readings, two buttons; nothing is logged until one is tapped."""
    rows = []
    measure = exercise.measure
    for place, entries in enumerate(asked.options):
        index, set_number = asked.exercise_index, asked.set_number
        label, corrects = entries_words(exercise, entries), asked.stands is not None
        if asked.other is not None:
            corrects = place == 0
            if corrects:
                index, set_number = asked.other
            text = "Set {number}: {reps}" if place else "Set {number} was {reps}"
            if asked.why == "this_or_next":
                label = amount_words(entries[0].reps, measure, entries[0].sides)
            label = word(text, number=set_number, reps=label)
        at = (asked.workout_id, index, set_number)
        rows.append((Button(label, _read(at, entries, corrects=corrects)),))
    if len(rows) == 1:
        rows.append((Button(word("No, I'll send it again"), Dismiss()),))
    return View(_question(asked, exercise), tuple(rows)).offering()


def _question(asked: Which, exercise: Exercise) -> Html:
    if asked.stands is not None and asked.why == "not_that":
        stands = done_words(exercise, asked.stands)
        return say("Set {number} is logged as {set}. Change it?", number=asked.stands.set_number, set=stands)
    text = ASKS.get(asked.why, ASKS["two_readings"])
    if len(asked.options) > 1 and asked.why == "far_above":
        text = ASKS["far_above_or"]
    alone = len(asked.options) == 1 and text == ASKS["two_readings"]
    return say(ASKS["one_reading"] if alone else text, name=word(exercise.name))


def choice_or_set(choice: Choice, asked: Which, exercise: Exercise) -> View:
    """A number may be a choice of the list above, or a set: two buttons."""
    press = decode(choice.press)
    entries = asked.options[0]
    read = _read((asked.workout_id, asked.exercise_index, asked.set_number), entries, corrects=False)
    rows = (
        *(((Button(choice.label, press),),) if press is not None else ()),
        (Button(entries_words(exercise, entries), read),),
    )
    return View(say(ASKS["two_readings"]), rows)


def which_load(asked: WhichLoad) -> View:
    """A load alone, far above all that is known: a button for each that may be meant."""
    place = (asked.workout_id, asked.exercise_index, asked.set_number)
    heard = load(asked.heard)
    row = tuple(Button(load(one), FillCard(*place, one, asked.reps)) for one in asked.loads)
    if len(row) > 1:
        text = say("{load} is far above what I know of you. Which one do you mean?", load=heard)
        return View(text, (row,)).offering()
    again = (Button(word("No, I'll send it again"), Dismiss()),)
    if asked.heard in asked.loads:
        told = say("{load} is far above what I know of you. Is it right?", load=heard)
        return View(told, (row, again)).offering()
    text = say("{load} is more than is safe today. Did you mean this?", load=heard)
    return View(text, (row, again)).offering()


def _read(place: tuple[int, int, int], entries: tuple[Entry, ...], *, corrects: bool) -> ReadAs | ReadSets:
    first = entries[0]
    if len(entries) > 1 or first.sides or first.kind is not SetKind.WORK:
        return ReadSets(*place, spell(entries), corrects)
    tenths = None if first.rir is None else round(first.rir * 10)
    return ReadAs(*place, first.load, first.reps, tenths, corrects)


def undone(exercise: Exercise, done: LoggedSet) -> View:
    """What the card of a set taken back says, with the way back."""
    told = say(
        "↩ {name} set {number} taken back: {set}",
        name=word(exercise.name),
        number=done.set_number,
        set=done_words(exercise, done),
    )
    return View(told, ((Button(word("Put it back"), PutBack(done.id)),),))


def stands_again(exercise: Exercise, done: LoggedSet) -> View:
    """What the card of a set that was put back says, once a newer card of it shows the numbers."""
    return View(say("{name} set {number} stands again ↓", name=word(exercise.name), number=done.set_number))
