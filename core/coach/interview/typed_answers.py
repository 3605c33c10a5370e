"""A typed answer to the question that stands, to another one or several; and the first words of a stranger.

What the words mean is `answer_words.py`'s and `told_along.py`'s; buttons are answered in `onboarding.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.interview import answer_words, answers
from core.coach.interview.drafting import again, refused, settle
from core.coach.interview.maxima import LiftsTold, Trouble, read_lifts
from core.coach.interview.onboarding import back, begun, train_now
from core.coach.interview.questions import next_step, question_at
from core.coach.interview.taking import OF_HEALTH, ask_health, keep_lifts, take, told_of
from core.coach.interview.telling import told_in
from core.coach.interview.told_along import clauses_in, hear, with_unit
from core.model.athlete import Freshness
from core.model.onboarding import Asked, Draft, Note, Outcome, Refused, Step
from core.store.athletes import load_draft
from core.store.plans import drop_plan
from core.store.port import Tx

_OF_LIFTS = (Step.MAXES, Step.FRESHNESS)
# One clause of several may answer these; of health, "no" must not outweigh the knee that is named behind it.
_BY_CLAUSE = (Step.GOAL, Step.LEVEL, Step.UNIT, Step.GEAR, Step.DAYS)
_NO_ANSWERS = (answers.SKIP, answers.HALF, answer_words.BACK, answer_words.TRAIN_NOW)


def answer_text(tx: Tx, athlete_id: int, text: str | None, now: datetime) -> Outcome | None:
    """A typed answer to the question that stands; `text` None stands for a sticker, photo or voice.

    What answers other questions is kept, and the same question stands. What is not understood is refused
    with the same question; nothing is lost. None when nothing is asked.
    """
    draft = load_draft(tx, athlete_id)
    if draft is None or tx.repeat:
        return None if draft is None else again(draft)
    step = next_step(draft)
    if step is None:
        return None
    if text is None:
        return refused(draft, step, Note.NOT_TEXT)
    word = _word(step, text, now)
    if word == answer_words.BACK:
        return back(tx, athlete_id, step, now)
    if word == answer_words.TRAIN_NOW:
        return train_now(tx, athlete_id, now)
    if word is not None:
        # Ailments named at the health card itself answer both of its questions at once.
        named = step is Step.HEALTH and word.startswith(answers.TICKED) and word[1:].isdecimal()
        return take(tx, draft, Step.AILMENTS if named else step, word, now, said=text)
    if step in _OF_LIFTS:
        return _read_lifts(tx, draft, step, text, now)
    return _ahead(tx, draft, step, text, now)


def meet(tx: Tx, athlete_id: int, chat_id: int, language: str, text: str, now: datetime) -> Outcome:
    """The first words of somebody nobody knows: the questions begin, and what the words told is kept."""
    draft = begun(tx, athlete_id, chat_id, language, now)
    if tx.repeat:
        return again(draft)
    heard = hear(draft, text, now)
    if heard.ailments:
        asked = ask_health(tx, draft, heard, now)
        return replace(asked, question=replace(asked.question, greets=True))
    outcome = settle(tx, draft, with_unit(heard.draft, now), now)
    if not isinstance(outcome, Asked):
        return outcome
    return replace(outcome, question=replace(outcome.question, greets=True), told=told_of(heard))


def _word(step: Step, text: str, now: datetime) -> str | None:
    """The answer that the whole text gives, or the one clause that gives one, or a number by its button."""
    today = now.date()
    word = answer_words.read_words(step, text, today)
    if word is None and step in _BY_CLAUSE:
        # "4x a week" among other answers is how often from now on, not how often so far.
        of_days = None if step is Step.DAYS else Step.DAYS
        clauses = [each for each in clauses_in(text) if not (of_days and told_in(of_days, each, today))]
        found = {answer_words.read_words(step, clause, today) for clause in clauses} - {None, *_NO_ANSWERS}
        word = found.pop() if len(found) == 1 else None
    return word or answer_words.read_choice(step, text)


def _ahead(tx: Tx, draft: Draft, step: Step, text: str, now: datetime) -> Outcome:
    """Words that are no answer here; at the card that only tells something, one to the next question is."""
    agreed = answers.take(draft, step, answers.ACCEPT) if step is Step.FOUNDATION else None
    coming = next_step(agreed) if isinstance(agreed, Draft) else None
    word = _word(coming, text, now) if coming else None
    if not isinstance(agreed, Draft) or coming is None or word in (None, *_NO_ANSWERS):
        return _beside(tx, draft, step, text, now) or refused(draft, step, Note.NOT_UNDERSTOOD)
    return take(tx, agreed, coming, word, now, said=text)


def _beside(tx: Tx, draft: Draft, step: Step, text: str, now: datetime) -> Outcome | None:
    """What words answer that are no answer here: kept, and the question asked again; None for nothing."""
    heard = hear(draft, text, now)
    if heard.ailments and step not in OF_HEALTH:
        return ask_health(tx, draft, heard, now)
    if told_of(heard) is None:
        return refused(draft, step, heard.note) if heard.note is not None else None
    drop_plan(tx, draft.athlete.id)
    outcome = settle(tx, draft, with_unit(heard.draft, now), now)
    if isinstance(outcome, Asked):
        return replace(outcome, told=told_of(heard), again=outcome.question.step is step)
    return outcome


def _read_lifts(tx: Tx, draft: Draft, step: Step, text: str, now: datetime) -> Outcome:
    told = read_lifts(text, draft.athlete)
    if isinstance(told, LiftsTold):
        return keep_lifts(tx, draft, told, now)
    if told is None:
        return take(tx, draft, step, answers.NONE if step is Step.MAXES else Freshness.GUESS, now)
    return _beside(tx, draft, step, text, now) or _troubled(draft, step, told)


def _troubled(draft: Draft, step: Step, trouble: Trouble) -> Refused:
    load, reps = (trouble.told.load, trouble.told.reps) if trouble.told is not None else (None, 1)
    return Refused(question_at(draft, step), trouble.note, load, reps, trouble.offending)
