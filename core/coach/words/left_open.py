"""What answers "Still training?" in words: yes, no, and what may be an answer or a set. Reads only.

Asking it is `workout/ringing.py`; its buttons and these words do the same, by `workout/looking.py` and
`workout/finishing.py`.
"""

from __future__ import annotations

import re
from enum import StrEnum

from core.coach.hearing.phrases import Phrase, phrase_of
from core.coach.hearing.spoken import spoken
from core.store.port import Tx
from core.store.workout_messages import MessageKind, message_of
from core.store.workouts import open_workout


class StillThere(StrEnum):
    """What an answer says; `UNSURE`: it is over, or the set is (`done`), which only a button can tell."""

    GO_ON = "go_on"
    FINISH = "finish"
    UNSURE = "unsure"


_YES = r"(?:y|yes|yep|yup|yea+h?|ya|sure|of course|ok(?:ay)?|ja|jep|jo|klar|si|sí|👍|👌|🆗)"
_NO = r"(?:n|no+|nope|nah|nein|nee|ne)"
_STILL = (
    r"(?:i'?m )?(?:still )?(?:here|training|lifting|at it|in the gym|at the gym|on it)(?: still)?|i am|"
    r"(?:i'?m )?still going|i'?m not (?:done|finished)(?: yet)?|not (?:done|finished|over)(?: yet)?|"
    r"(?:keep|don'?t close) it(?: open)?|(?:ich )?trainiere noch|noch nicht fertig|"
    r"(?:ich )?(?:bin )?(?:noch|immer noch) (?:da|dabei|dran|hier)"
)
_OVER = (
    r"(?:i'?m )?(?:not|no longer) (?:training|here|lifting)(?: any ?more)?|(?:not )?any ?more|"
    r"(?:it'?s )?over|(?:you can )?close it|(?:i )?(?:went home|left)|"
    r"(?:i )?forgot(?: to (?:finish|close|stop)(?: it)?)?|"
    r"(?:i'?m )?(?:done|finished|home)(?: for today| already| now)?|"
    r"nicht mehr|vergessen|bin (?:fertig|zu ?hause)"
)
_SAYS = tuple(
    (answer, re.compile(pattern))
    for answer, pattern in (
        (StillThere.UNSURE, r"done|fertig|erledigt|✅|☑|✔"),
        (StillThere.GO_ON, rf"(?:{_YES}[, ]*)+(?:please|bitte|{_STILL})?|{_STILL}"),
        (StillThere.FINISH, rf"(?:{_NO}[, ]*)+(?:thanks|danke|{_OVER})?|{_OVER}"),
    )
)


def answer_said(words: str) -> StillThere | None:
    """What some words say to "Still training?"; None for words that say nothing about that."""
    said = spoken(words)
    answer = next((answer for answer, pattern in _SAYS if pattern.fullmatch(said)), None)
    return answer or (StillThere.FINISH if phrase_of(words) is Phrase.FINISH else None)


def question_asked(tx: Tx, athlete_id: int) -> tuple[int, tuple[int, int]] | None:
    """The open workout's id and the (chat, message) that asks whether it goes on; None where none does."""
    workout = open_workout(tx, athlete_id)
    asked = message_of(tx, workout.id, MessageKind.QUESTION) if workout is not None else None
    return (workout.id, asked.place) if workout is not None and asked is not None else None
