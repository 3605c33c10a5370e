"""The onboarding's messages: a question with its place, its answers and its way out; and what comes of it.

What each question says is in `onboarding_questions.py` and `onboarding_health.py`, the lines about
answers that were not taken in `onboarding_notes.py`, summary and profile in `profile.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.callbacks import Answer, Back, TrainNow
from bot.texts import Html, join, say, word
from bot.views.interview.onboarding_health import ailments_card, health_cards
from bot.views.interview.onboarding_notes import note_line, note_toast, which_lift_rows
from bot.views.interview.onboarding_questions import Card, cards, goal_help
from bot.views.interview.onboarding_told import told_along_line
from bot.views.interview.profile import answer_line, profile_card, summary_card
from bot.views.view import Button, Rows, Toast, View
from core.model.onboarding import Asked, Complete, Left, Note, Outcome, Profile, Question, Refused, Step

# What these ask is understood without the lines below it, once they were read.
_KNOWN_BY_TITLE = (Step.GOAL, Step.LEVEL, Step.UNIT, Step.MAXES, Step.GEAR, Step.DAYS, Step.SQUATS)
_NO_TRAIN_NOW = (Step.HEALTH, Step.AILMENTS, Step.DOCTOR, Step.SQUATS)


def outcome_view(outcome: Outcome, *, moved: bool = False) -> View:
    """The message that stands after an answer.

    `moved`: it is a new message, for a question that was read before and could not be answered.
    """
    match outcome:
        case Asked(question=question, note=note):
            line = None if note is None else note_line(note, question, outcome)
            return question_view(question, lines=(line, _told(outcome)), short=outcome.again)
        case Refused():
            return refused_view(outcome, moved=moved)
        case Complete():
            return profile_card(outcome) if outcome.changed is not None else summary_card(outcome)
        case Profile():
            return profile_card(outcome)


def question_view(
    question: Question, card: Card | None = None, *, lines: Sequence[Html | None] = (), short: bool = False
) -> View:
    """One question: where one is, what is asked and why, its answers, and the ways on.

    `lines` about what was said come before it; `short` leaves out why where the title is enough.
    """
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
        else None
    )
    asked = title if short and question.step in _KNOWN_BY_TITLE else join((title, card.why))
    parts = [part for part in (greeting, *lines, asked) if part is not None]
    return View(join(parts, by="\n\n"), (*card.rows, *_ways_on(question)))


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


def is_line_enough(outcome: Outcome) -> bool:
    """Whether a line about the answer is all there is to say, while its question stands right above."""
    cards = (Note.GOAL_HELP, Note.TICKING)
    asks_which = isinstance(outcome, Refused) and outcome.note is Note.WHICH_LIFT
    return isinstance(outcome, Refused) and outcome.note not in cards and not asks_which


def miss_view(outcome: Refused) -> View:
    """What would be understood, in a line, under a question that keeps its buttons."""
    return View(note_line(outcome.note, outcome.question, outcome))


def refused_view(outcome: Refused, *, moved: bool = False) -> View:
    """The same question, opened by one line about the answer; help and ticks are part of the question."""
    question = outcome.question
    if outcome.note is Note.GOAL_HELP:
        return question_view(replace(question, greets=False, goes_back=True), goal_help(question))
    if outcome.note is Note.TICKING:
        return question_view(question, ailments_card(outcome.ailments), lines=(_told(outcome),))
    line = note_line(outcome.note, question, outcome)
    if outcome.note is Note.WHICH_LIFT and outcome.load is not None:
        return View(line, (*which_lift_rows(outcome.load, outcome.reps), *_ways_on(question)))
    if moved and outcome.note is Note.NOT_UNDERSTOOD:
        line = _easy_way(question)
    return question_view(replace(question, greets=False), lines=(line,), short=moved)


def _told(outcome: Asked | Refused) -> Html | None:
    return None if outcome.told is None else told_along_line(outcome.told, outcome.question)


def _easy_way(question: Question) -> Html:
    if question.step is Step.MAXES:
        return say("I still don't get it. <b>Skip</b> is fine: the first session finds out.")
    if question.skippable:
        return say("I still don't get it. A tap is enough, or <b>Skip</b>.")
    return say("I still don't get it. A tap is enough.")


def folded(outcome: Outcome) -> View | None:
    """What the message of a question answered in words becomes: the answer; None only loses its buttons."""
    match outcome:
        case Asked(question=question, answered=step) if step is not None and not _says_it(question, step):
            return View(answer_line(step, question.athlete, question.told))
        case Complete(answered=step) if step is not None:
            return View(answer_line(step, outcome.athlete, outcome.told))
        case Asked(question=question) | Refused(question=question):
            return View(say("{number}/{count} ↓", number=question.number, count=question.count))
        case _:
            return None


def _says_it(question: Question, answered: Step) -> bool:
    """Whether a question says what was answered, as that about lifts does: nothing above need say it, too."""
    return question.step is Step.FRESHNESS and answered in (Step.MAXES, Step.FRESHNESS)


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
