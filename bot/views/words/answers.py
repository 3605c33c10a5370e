"""Answers to what lifters ask between two sets: how it is done, how much is left, what a word means."""

from __future__ import annotations

from bot.callbacks import DoLater, FinishWorkout, GoOn, ShowPlan, SkipSet
from bot.texts import Html, join, load, say, say_n, word
from bot.views.sets import done_words, nth_words, plate_words, set_words, short_sets
from bot.views.view import Button, Style, View
from bot.views.workout.finding import which_load
from core.model.outcomes import Noted, SetCard
from core.model.pairing import Paired
from core.model.top_set import TopSet


def how_to(card: SetCard) -> View:
    """The exercise in hand: two cues and the common mistake."""
    exercise = card.exercise
    lines = [say("<b>{name}</b>", name=word(exercise.name))]
    lines.extend(say("• {cue}", cue=word(cue)) for cue in exercise.cues if cue)
    if exercise.mistake:
        lines.append(say("Common mistake: {mistake}", mistake=word(exercise.mistake)))
    lines.append(say("Unsure? A trainer's eye, or a video of the exercise, shows more than words."))
    return View(join(lines))


def how_long(sets_left: int, minutes: int, card: SetCard, rest: Html | None = None) -> View:
    """What is left of the rest that runs and of the workout, and what is next."""
    left = say_n(
        "{n} set left, about {minutes} min.",
        "{n} sets left, about {minutes} min.",
        sets_left,
        minutes=minutes,
    )
    return View(join([*(() if rest is None else (rest,)), left, now_line(card)]))


def how_long_to_rest(line: Html, card: SetCard) -> View:
    """The rest, and what it is for."""
    return View(join([line, now_line(card)]))


def last_time(card: SetCard) -> View:
    """What was done last time of the exercise in hand."""
    name = word(card.exercise.name)
    if not card.last_time:
        return View(say("{name} is new: nothing to compare with yet.", name=name))
    sets = short_sets(card.exercise, card.last_time)
    return View(join([say("{name}, last time: <b>{sets}</b>", name=name, sets=sets), now_line(card)]))


def on_the_bar(card: SetCard) -> View:
    """What is on the bar for the coming set: all of it, for who lost count."""
    if card.plates is None or card.bar is None:
        return View(join([say("No plates go on this one."), now_line(card)]))
    if not card.plates:
        return View(join([say("Just the empty bar, {bar}.", bar=load(card.bar)), now_line(card)]))
    plates = plate_words(card.plates)
    told = say("{plates} on each side of the {bar} bar.", plates=plates, bar=load(card.bar))
    return View(join([told, now_line(card)]))


def whats_next(card: SetCard) -> View:
    """The next set, in a line; the rest goes on. Where no load is known, how one is found."""
    return View(join([now_line(card), *((which_load(card),) if card.loads_offered else ())]))


def now_line(card: SetCard) -> Html:
    """Which set comes next."""
    shown = set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)
    return say(
        "Next: {name} {nth}, <b>{set}</b>.", name=word(card.exercise.name), nth=nth_words(card), set=shown
    )


def may_skip(card: SetCard) -> View:
    """Asked whether one may: one may, and a tap does it."""
    row = [Button(word("Skip this set"), SkipSet(card.workout_id, card.exercise_index, card.set_number))]
    text = say("Of course. The other sets stay.")
    if card.place < card.exercises:
        row.append(Button(word("Later"), DoLater(card.workout_id, card.exercise_index)))
        text = say("Of course. The other sets stay; Later brings the whole exercise back at the end.")
    return View(join([text, now_line(card)]), (tuple(row),)).offering()


def tired(card: SetCard) -> View:
    """Tired: rest is allowed, and so is stopping."""
    rows = ((Button(word("Finish for today"), FinishWorkout(card.workout_id)),),)
    return View(
        say("Take the time you need: <code>/rest 120</code> rings in two minutes. Fewer reps count, too."),
        rows,
    )


def unwell(card: SetCard | None) -> View:
    """Somebody feels sick: stopping is fine."""
    if card is None:
        return View(say("Then rest today, that's fine. Training can wait until you feel well again."))
    rows = ((Button(word("Finish for today"), FinishWorkout(card.workout_id)),),)
    text = say(
        "Then stop, that's fine: what you logged is kept. Sit down and drink a little; "
        "if it doesn't pass, ask someone near you for help."
    )
    return View(text, rows)


def last_one(card: SetCard) -> View:
    """One more set, then the workout ends: how both are told."""
    rows = ((Button(word("Finish for today"), FinishWorkout(card.workout_id)),),)
    text = say("Good: send it or tap the green button, then finish. What you did is kept.")
    return View(join([text, now_line(card)]), rows)


def more_of_what(count: int, card: SetCard) -> View:
    """A number more, and nobody knows of what."""
    text = say(
        "{n} more? <code>+{n}</code> puts weight on, <code>one more set</code> adds a set, "
        "<code>it was 12</code> corrects the reps of the last set.",
        n=count,
    )
    return View(join([text, now_line(card)]))


def less_of_what(count: int, card: SetCard) -> View:
    """A number less, and nobody knows of what."""
    text = say(
        "{n} less? <code>-{n}</code> takes weight off, <code>it was 7</code> corrects the last set. "
        "Of this one, just send the reps you did.",
        n=count,
    )
    return View(join([text, now_line(card)]))


def top_set(top: TopSet) -> View:
    """The heaviest set of today."""
    name = word(top.exercise.name)
    if top.done is None:
        return View(say("No set of {name} yet today. /records shows your bests.", name=name))
    return View(say("{name}, top set today: <b>{set}</b>", name=name, set=done_words(top.exercise, top.done)))


def sure_to_finish(workout_id: int, sets_left: int) -> View:
    """Asked before a workout ends with sets left; free training has none."""
    text = say("Finish now? What you did is kept.") if not sets_left else say_n(
        "Finish now? {n} set is left; what you did is kept either way.",
        "Finish now? {n} sets are left; what you did is kept either way.",
        sets_left,
    )
    rows = (
        (
            Button(word("Finish"), FinishWorkout(workout_id), Style.PRIMARY),
            Button(word("No, go on"), GoOn(workout_id)),
        ),
    )
    return View(text, rows).offering()


def reps_or_rest(number: int, card: SetCard) -> View:
    """`wait 8` may be reps put right, or minutes of rest."""
    text = say(
        "Reps or a rest? <code>no, {n}</code> puts the last set right, "
        "<code>rest {n} min</code> starts a timer.",
        n=number,
    )
    return View(join([text, now_line(card)]))


def welcome_back(card: SetCard | None) -> View:
    """Thanks, answered; and what is next."""
    if card is None:
        return View(say("Any time."), ((Button(word("Plan my session"), ShowPlan()),),))
    return View(join([say("Any time."), now_line(card)]))


def in_turn(paired: Paired) -> View:
    """Two exercises are a superset now."""
    first, second = word(paired.first.name), word(paired.second.name)
    told = say("⇄ {first} and {second} in turn now, with a rest after both.", first=first, second=second)
    return View(told)


def nothing_to_cancel(*, in_workout: bool) -> View:
    """/cancel outside of questions."""
    if in_workout:
        return View(say("/finish ends the workout and keeps every set; /undo takes the last one back."))
    return View(say("There's nothing to cancel. /plan shows your next session."))


def noted(told: Noted) -> View:
    """A note beside an exercise that has no card just now."""
    name = word(told.exercise.name)
    if not told.note:
        return View(say("The note beside {name} is gone.", name=name))
    return View(say("Noted: {name} shows “{note}” from now on.", name=name, note=told.note))
