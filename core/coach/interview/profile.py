"""The athlete's own answers, later on: show them, and ask any one of them again.

Answering is the same as the first time: see `onboarding.py`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.coach.interview.drafting import again, asked_again, settle
from core.coach.interview.questions import NUMBERED
from core.model.onboarding import Asked, Complete, Profile, Step
from core.store.athletes import load_draft
from core.store.port import Tx

CHANGEABLE = (*NUMBERED, Step.SQUATS)


def show_profile(tx: Tx, athlete_id: int) -> Asked | Profile | None:
    """What is known of the athlete; the question that stands while one does; None for a stranger."""
    draft = load_draft(tx, athlete_id)
    return None if draft is None else asked_again(draft)


def change_answer(
    tx: Tx, athlete_id: int, step: Step | None, now: datetime
) -> Asked | Complete | Profile | None:
    """Ask one question again; None, or one nobody can change, shows the profile. None for a stranger."""
    draft = load_draft(tx, athlete_id)
    if draft is None or step not in CHANGEABLE:
        return None if draft is None else asked_again(draft)
    if tx.repeat:
        return again(draft)
    # A change lands nowhere: the plan that was asked for once has been shown.
    if draft.changing:
        draft = replace(draft, lands=False, aim=None, opens=None)
    return settle(tx, draft, replace(draft, asking=True, asked=step), now)
