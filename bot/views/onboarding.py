"""The onboarding's messages: a question with its place, its answers and its way out; and what comes of it.

What each question says is in `onboarding_questions.py` and `onboarding_health.py`, the lines about
answers that were not taken in `onboarding_notes.py`, summary and profile in `profile.py`.
"""

from __future__ import annotations

from dataclasses import replace

from bot.callbacks import Answer, Back, TrainNow
from bot.texts import Html, join, say, word
from bot.views.onboarding_health import ailments_card, health_cards
from bot.views.onboarding_notes import note_line, note_toast, which_lift_rows
from bot.views.onboarding_questions import Card, cards, goal_help
from bot.views.profile import answer_line, profile_card, summary_card
from bot.views.view import Button, Rows, Toast, View
from core.model.onboarding import Asked, Complete, Left, Note, Outcome, Profile, Question, Refused, Step

_NO_TRAIN_NOW = (Step.HEALTH, Step.AILMENTS, Step.DOCTOR, Step.SQUATS)


def outcome_view(outcome: Outcome) -> View:
    """The message that stands after an answer."""
    match outcome:
        case Asked(question=question, note=note):
            return _noted(
                question_view(question), None if note is None else note_line(note, question, outcome)
            )
        case Refused():
            return refused_view(outcome)
        case Complete():
            return profile_card(outcome) if outcome.changed is not None else summary_card(outcome)
        case Profile():
            return profile_card(outcome)


def question_view(question: Question, card: Card | None = None) -> View:
    """One question: where one is, what is asked and why, its answers, and the ways on."""
    card = card or (cards | health_cards)[question.step](question)
    place = say(
        "<b>{number}/{count}</b> · {title}", number=question.number, count=question.count, title=card.title
    )
    title = card.title if question.changing else place
    greeting = (
        say(
            "I'm <b>Spotter</b>: I plan your sessions, count your rests and remember every set. "
            "A few quick questions first, about a minute."
        )
        if question.greets
        else ""
    )
    return View(join((greeting, join((title, card.why))), by="\n\n"), (*card.rows, *_ways_on(question)))


def _ways_on(question: Question) -> Rows:
    step = question.step
    ways = []
    if question.goes_back:
        ways.append(Button(word("Keep as it is") if question.changing else word("‹ Back"), Back(step)))
    if question.skippable:
        label = word("Skip: I don't know") if step is Step.MAXES else word("Skip")
        ways.append(Button(label, Answer(step, "skip")))
    if not question.changing and step not in _NO_TRAIN_NOW:
        ways.append(Button(word("Train now"), TrainNow()))
    return (tuple(ways),) if ways else ()


def refused_view(outcome: Refused) -> View:
    """The same question, opened by one line about the answer; help and ticks are part of the question."""
    question = outcome.question
    if outcome.note is Note.GOAL_HELP:
        return question_view(replace(question, greets=False, goes_back=True), goal_help(question))
    if outcome.note is Note.TICKING:
        return question_view(question, ailments_card(outcome.ailments))
    if outcome.note is Note.WHICH_LIFT and outcome.load is not None:
        rows = (*which_lift_rows(outcome.load, outcome.reps), *_ways_on(question))
        return View(note_line(outcome.note, question, outcome), rows)
    return _noted(question_view(replace(question, greets=False)), note_line(outcome.note, question, outcome))


def _noted(view: View, line: Html | None) -> View:
    return view if line is None else replace(view, text=join((line, view.text), by="\n\n"))


def folded(outcome: Outcome) -> View | None:
    """What the message of a question answered in words becomes: the answer; None only loses its buttons."""
    match outcome:
        case Asked(question=question, answered=step) if step is not None:
            return View(answer_line(step, question.athlete, question.told))
        case Complete(answered=step) if step is not None:
            return View(answer_line(step, outcome.athlete, outcome.told))
        case Refused(question=question):
            return View(say("{number}/{count} ↓", number=question.number, count=question.count))
        case _:
            return None


def toast_of(outcome: Outcome) -> Toast:
    """What a pressed button is answered with: mostly nothing, a word where the button was an old one."""
    match outcome:
        case Asked(note=note) | Profile(note=note) if note is not None:
            return note_toast(note)
        case Asked(answered=step) if step is not None:
            return Toast(word("Noted"))
        case _:
            return Toast()


def left_view(left: Left) -> View:
    """After /cancel: what is kept, and the way back."""
    if not left.begun:
        return View(
            say("Nothing to leave: I was not asking anything. /start shows your answers, /plan your session.")
        )
    if left.changing:
        return View(say("Left as it was. /start shows your answers, /plan your next session."))
    return View(
        say("Stopped here, and everything you answered is kept. /start goes on with the next question.")
    )


def group_view(bot_username: str) -> View:
    """In a group: personal things are asked in the private chat, by a link."""
    link = f"https://t.me/{bot_username}?start=hello"
    return View(
        say("Goal, health and weights are between you and me. Tap to answer in our own chat."),
        ((Button(word("Open our chat"), url=link),),),
    )


def unknown_athlete_view() -> View:
    """A button pressed by someone nothing is known of: after erasing, or in a new database."""
    return View(say("I don't know you yet. /start begins, and takes about a minute."))


def bell_view() -> View:
    """The test ring itself: the one message of onboarding that must make a sound."""
    return View(
        say(
            "🔔 This is the bell that ends your rest. Heard nothing? "
            "Unmute this chat in Telegram, and check that your phone is not on silent."
        )
    )
