"""Getting to know an athlete: one use case for each thing they can do while being asked.

The current question is always derived from the stored draft (`questions.py`), so a restart finds
everybody where they were. What an answer does is in `answers.py`, typed ones are `typed_answers.py`'s.
Showing and changing answers later is `profile.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.interview import answers
from core.coach.interview.drafting import again, asked_again, settle
from core.coach.interview.maxima import read_which
from core.coach.interview.questions import next_step, question_at, step_before
from core.coach.interview.taking import keep_lifts, take
from core.coach.interview.told_along import with_unit
from core.model.athlete import Athlete, Goal, Health
from core.model.onboarding import Asked, Complete, Draft, Left, Note, Outcome, Profile, Step
from core.store.athletes import (
    asking_athletes,
    load_athlete,
    load_draft,
    save_athlete,
    save_draft,
    save_question_message,
)
from core.store.port import Tx

MEETING = "meeting"  # where somebody stands whom nobody knows, in their own chat: no question is theirs yet

# Questions whose old buttons still make sense later: one plain choice each.
_CHANGED_LATER = (Step.GOAL, Step.LEVEL, Step.UNIT, Step.GEAR, Step.DAYS, Step.SQUATS)


def begin(
    tx: Tx,
    athlete_id: int,
    chat_id: int,
    language: str,
    aim: Goal | None,
    now: datetime,
    opens: str | None = None,
) -> Asked | Complete | Profile:
    """/start: the first question, the question that stands, or the profile when all is answered.

    `aim` is a goal from a deep link: what is missing is asked, then a plan for it follows; in the same way
    `opens` is the hash of a shared session's link.
    """
    draft = begun(tx, athlete_id, chat_id, language, now)
    if not tx.repeat and (aim is not None or opens is not None):
        return _towards_plan(tx, draft, aim, now, opens)
    draft = draft if tx.repeat else replace(draft, opens=None)
    if draft.finished_at is not None and not _open_step(draft):
        closed = replace(draft, asking=False, asked=None)
        if draft != closed and not tx.repeat:
            save_draft(tx, closed, now)
        return asked_again(closed)
    return again(draft) if tx.repeat else settle(tx, draft, replace(draft, asking=True), now)


def ask_missing(
    tx: Tx, athlete_id: int, chat_id: int, language: str, aim: Goal | None, now: datetime
) -> Asked | Complete:
    """/plan before all is answered: the first question still missing, and a plan after the last one.

    Complete when nothing is missing: plan at once.
    """
    draft = begun(tx, athlete_id, chat_id, language, now)
    return again(draft) if tx.repeat else _towards_plan(tx, draft, aim, now)


def answer(tx: Tx, athlete_id: int, step: Step, value: str, now: datetime) -> Outcome | None:
    """A pressed answer: the next question, the same one with a reason, or what completes the whole.

    A button of a question that no longer stands changes its answer where that is one plain choice,
    and is otherwise only answered with the question that stands. None for one who never began.
    """
    draft = load_draft(tx, athlete_id)
    if draft is None or tx.repeat:
        return None if draft is None else again(draft)
    if draft.finished_at is not None and not draft.asking:
        return asked_again(draft)
    if not draft.asking:
        # A button of a question left by /cancel takes the onboarding up again.
        draft = replace(draft, asking=True)
        save_draft(tx, draft, now)
    current = next_step(draft)
    if step is not current:
        return _stale(tx, draft, step, value, now)
    if step in (Step.MAXES, Step.FRESHNESS) and (which := read_which(value)) is not None:
        return keep_lifts(tx, draft, which, now)
    return take(tx, draft, step, value, now)


def skip(tx: Tx, athlete_id: int, step: Step, now: datetime) -> Outcome | None:
    """Leave a question without an answer: a careful default is planned with. None as in `answer`."""
    return answer(tx, athlete_id, step, answers.SKIP, now)


def back(tx: Tx, athlete_id: int, step: Step, now: datetime) -> Outcome | None:
    """The question before `step`; leaves Train now's short way, or a change of one answer."""
    draft = load_draft(tx, athlete_id)
    if draft is None or tx.repeat:
        return None if draft is None else again(draft)
    if next_step(draft) is not step:
        return asked_again(draft, Note.OLD_BUTTON)
    before = step_before(draft, step)
    if before is not None:
        return settle(tx, draft, replace(draft, asked=before), now)
    if draft.changing:
        left = replace(draft, asking=False, asked=None)
        save_draft(tx, left, now)
        return asked_again(left)
    return settle(tx, draft, replace(draft, hurried=False, asked=None), now)


def train_now(tx: Tx, athlete_id: int, now: datetime) -> Outcome | None:
    """Enough questions: the health card if still open, then a plan with defaults. None as in `answer`."""
    draft = load_draft(tx, athlete_id)
    if draft is None or tx.repeat:
        return None if draft is None else again(draft)
    hurried = replace(draft, asking=True, hurried=not draft.changing, asked=None, lands=True)
    return settle(tx, draft, hurried, now)


def cancel(tx: Tx, athlete_id: int, now: datetime) -> Left:
    """/cancel: nothing is asked any more, and everything answered is kept."""
    draft = load_draft(tx, athlete_id)
    step = None if draft is None else next_step(draft)
    if draft is None or (step is None and not tx.repeat):
        return Left(begun=False)
    if not tx.repeat:
        left = replace(draft, asking=False, asked=None, lands=False, aim=None, message_id=None, opens=None)
        save_draft(tx, left, now)
    return Left(True, draft.changing, None if step is None else question_at(draft, step))


def set_aside(tx: Tx, athlete_id: int, now: datetime) -> None:
    """Stop changing an answer, since the athlete turned to something else; a first onboarding stands."""
    draft = load_draft(tx, athlete_id)
    if draft is not None and draft.changing and draft.asking and next_step(draft) is not Step.DOCTOR:
        save_draft(tx, replace(draft, asking=False, asked=None), now)


def current(tx: Tx, athlete_id: int) -> Asked | Profile | None:
    """What stands: the question, or the profile when all is answered; None when not begun, or left."""
    draft = load_draft(tx, athlete_id)
    if draft is None or (draft.finished_at is None and next_step(draft) is None):
        return None
    return asked_again(draft)


def is_complete(tx: Tx, athlete_id: int) -> bool:
    """Whether a plan may be made: everything answered or passed over once, and no health answer open."""
    draft = load_draft(tx, athlete_id)
    if draft is None or draft.finished_at is None:
        return False
    return draft.athlete.health in (Health.CLEAR, Health.FOUNDATION_ONLY)


def remember_message(tx: Tx, athlete_id: int, message_id: int | None) -> None:
    """Keep which message the question stands in, so that its buttons can be taken away later."""
    save_question_message(tx, athlete_id, message_id)


def standing_of(tx: Tx, athlete_id: int, chat_id: int | None) -> tuple[Athlete | None, Step | None]:
    """Who somebody is, None for a stranger, and the question they are at: both by one look."""
    draft = load_draft(tx, athlete_id)
    if draft is None or chat_id not in (None, draft.athlete.chat_id):
        return None if draft is None else draft.athlete, None
    return draft.athlete, next_step(draft)


def states(tx: Tx) -> dict[tuple[int, int], Step]:
    """Everybody who is being asked something, by (chat id, user id), and their question."""
    found: dict[tuple[int, int], Step] = {}
    for athlete_id in asking_athletes(tx):
        draft = load_draft(tx, athlete_id)
        step = None if draft is None else next_step(draft)
        if draft is not None and step is not None:
            found[draft.athlete.chat_id, athlete_id] = step
    return found


def begun(tx: Tx, athlete_id: int, chat_id: int, language: str, now: datetime) -> Draft:
    """The draft of somebody who begins, or has begun, with their chat and language as they are now."""
    athlete = load_athlete(tx, athlete_id) or Athlete(athlete_id, chat_id)
    known = load_draft(tx, athlete_id)
    athlete = replace(athlete, chat_id=chat_id, language=language)
    if known is None:
        draft = Draft(athlete)
        save_draft(tx, draft, now)
        return draft
    if known.athlete != athlete and not tx.repeat:
        save_athlete(tx, athlete, now)
    return replace(known, athlete=athlete)


def _open_step(draft: Draft) -> Step | None:
    return next_step(replace(draft, asking=True, asked=None))


def _towards_plan(
    tx: Tx, draft: Draft, aim: Goal | None, now: datetime, opens: str | None = None
) -> Asked | Complete:
    athlete = draft.athlete if draft.athlete.wish else replace(draft.athlete, wish=aim)
    asked = None if draft.changing else draft.asked
    after = replace(draft, athlete=athlete, asking=True, asked=asked, aim=aim, lands=True)
    return settle(tx, draft, replace(after, opens=opens), now)


def _stale(tx: Tx, draft: Draft, step: Step, value: str, now: datetime) -> Outcome:
    result = answers.take(draft, step, value) if step in _CHANGED_LATER else Note.OLD_BUTTON
    if value == answers.SKIP or isinstance(result, Note):
        return asked_again(draft, Note.OLD_BUTTON)
    changed = with_unit(replace(result, asked=draft.asked), now)
    return settle(tx, draft, changed, now, answered=step)
