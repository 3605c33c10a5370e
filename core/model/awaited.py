"""Words that a menu waits for: what an athlete's next typed message is about, and which message asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class About(StrEnum):
    """What can be asked for in words, beside sets and the questions of the onboarding."""

    RACK = "rack"
    DUMBBELLS = "dumbbells"
    PIN = "pin"
    OTHER_BARS = "other_bars"
    REST = "rest"
    MINUTES = "minutes"
    REMINDERS = "reminders"
    QUIET = "quiet"
    ZONE = "zone"
    LOOK_BACK = "look_back"
    ROUTINE_NAME = "routine_name"
    ROUTINE_RENAME = "routine_rename"
    ROUTINE_EXERCISE = "routine_exercise"
    PAST_SET = "past_set"
    PAST_NOTE = "past_note"
    PAST_EXERCISE = "past_exercise"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list that was shown: its label, and the data of its button.

    `means` is the id of the exercise or the sort of pain that it is. "No" means the one that `declines`,
    "yes" the one that is `main`. Without a `press` it is no choice, but a set with a gap to be filled in.
    """

    label: str
    press: str
    means: str = ""
    declines: bool = False
    main: bool = False


@dataclass(frozen=True, slots=True)
class Awaited:
    """What the next message answers; message `message_id` asked. `subject` is a number `about` explains.

    `choices` are those of a list, in its order.
    """

    about: About
    chat_id: int
    message_id: int
    asked_at: datetime
    subject: int = 0
    choices: tuple[Choice, ...] = ()
