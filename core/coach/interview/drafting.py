"""Keeping a changed draft and telling what stands after it: shared by `onboarding.py` and `profile.py`.

Nothing here knows what was answered; that is `answers.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.interview.answers import MOST_DAYS_BEGINNER
from core.coach.interview.questions import assumed, next_step, question_at, told_lifts, with_defaults
from core.model.athlete import Level
from core.model.onboarding import Asked, Complete, Draft, Note, Profile, Refused, Step
from core.store.athletes import drop_one_rep_max, save_draft, save_one_rep_max
from core.store.port import Tx


def settle(
    tx: Tx, before: Draft, after: Draft, now: datetime, answered: Step | None = None
) -> Asked | Complete:
    """Keep what changed from `before` to `after`, and tell the next question or that there is none."""
    step = next_step(after)
    if step is None:
        after = _finished(after, now)
    save_draft(tx, after, now)
    for best in after.athlete.one_rep_maxes:
        if best not in before.athlete.one_rep_maxes:
            save_one_rep_max(tx, after.athlete.id, best)
    for best in before.athlete.one_rep_maxes:
        if after.athlete.one_rep_max(best.exercise_id) is None:
            drop_one_rep_max(tx, after.athlete.id, best.exercise_id)
    if step is not None:
        return Asked(question_at(after, step), answered)
    return _complete(after, answered, changed=answered if before.changing else None)


def again(draft: Draft) -> Asked | Complete:
    """What was told when this very update was handled before, by what stands now; nothing is written."""
    step = next_step(draft)
    return _complete(draft, None, None) if step is None else Asked(question_at(draft, step))


def asked_again(draft: Draft, note: Note | None = None) -> Asked | Profile:
    """The question that stands, with a line beside it; the profile when nothing is asked."""
    step = next_step(draft)
    if step is None:
        return Profile(draft.athlete, told_lifts(draft.athlete), assumed(draft), note, draft.message_id)
    return Asked(question_at(draft, step), note=note)


def refused(draft: Draft, step: Step, note: Note) -> Refused:
    """The same question, and why the answer was not taken."""
    return Refused(question_at(draft, step), note)


def _finished(draft: Draft, now: datetime) -> Draft:
    full = with_defaults(draft)
    athlete = full.athlete
    if athlete.level is Level.BEGINNER and athlete.foundation_since is None:
        athlete = replace(athlete, foundation_since=now)
    # A guessed beginner keeps a beginner's week, too: the days were told before the level was guessed.
    if athlete.level is Level.BEGINNER and (athlete.days_per_week or 0) > MOST_DAYS_BEGINNER:
        athlete = replace(athlete, days_per_week=MOST_DAYS_BEGINNER)
    return replace(full, athlete=athlete, asking=False, finished_at=draft.finished_at or now)


def _complete(draft: Draft, answered: Step | None, changed: Step | None) -> Complete:
    return Complete(
        athlete=draft.athlete,
        told=told_lifts(draft.athlete),
        assumed=assumed(draft),
        lands=draft.lands,
        aim=draft.aim,
        answered=answered,
        changed=changed,
        message_id=draft.message_id,
        opens=draft.opens,
    )
