"""The questions of the onboarding and what comes of an answer, as values that views are made from.

Which question comes next is not here (`core/coach/interview/onboarding.py`), nor any of the words
(`bot/views`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.athlete import Athlete, Goal, OneRepMax
from core.units import Load


class Step(StrEnum):
    """One question. Some belong to the question before them and share its number (3/7)."""

    GOAL = "goal"
    LEVEL = "level"
    FOUNDATION = "foundation"
    UNIT = "unit"
    MAXES = "maxes"
    FRESHNESS = "freshness"
    GEAR = "gear"
    DAYS = "days"
    HEALTH = "health"
    AILMENTS = "ailments"
    DOCTOR = "doctor"
    SQUATS = "squats"


class Ailment(StrEnum):
    """What the health card asks about, in its order. Never kept: only the outcome is (`Health`)."""

    HEART = "heart"
    CHEST_PAIN = "chest_pain"
    FAINTING = "fainting"
    JOINT = "joint"
    PREGNANT = "pregnant"
    UNDER_18 = "under_18"
    OVER_65 = "over_65"


class Note(StrEnum):
    """A line to say beside the question: why an answer was not taken, or what became of it."""

    GOAL_HELP = "goal_help"
    TICKING = "ticking"
    NOT_UNDERSTOOD = "not_understood"
    NOT_TEXT = "not_text"
    TOO_HEAVY = "too_heavy"
    TOO_LIGHT = "too_light"
    TOO_MANY_REPS = "too_many_reps"
    UNKNOWN_LIFT = "unknown_lift"
    WHICH_LIFT = "which_lift"
    BODYWEIGHT_LATER = "bodyweight_later"
    TAKES_NO_LOAD = "takes_no_load"
    PICK_ONE = "pick_one"
    CANNOT_SKIP = "cannot_skip"
    HOW_OFTEN = "how_often"
    LOWER_DAYS = "lower_days"
    BY_HABIT = "by_habit"
    SEVEN_DAYS = "seven_days"
    BEGINNER_DAYS = "beginner_days"
    OLD_BUTTON = "old_button"


@dataclass(frozen=True, slots=True)
class Draft:
    """How far one athlete has come. The current question is derived from it, never stored beside it.

    `asked` is a question put out of order (Back, or one answer changed), `passed` the questions left
    without an answer of their own, `lifts` the maxima still waiting for "How recent?". `lands` says
    that a plan follows, for `aim` if that is not None. `message_id` is the question's own message.
    `opens` is the hash of a link that was followed: what is shared there is the plan to land on.
    `awaits_unit` are lifts or a bodyweight as typed before a unit was told.
    """

    athlete: Athlete
    asking: bool = True
    asked: Step | None = None
    passed: frozenset[Step] = frozenset()
    lifts: tuple[str, ...] = ()
    aim: Goal | None = None
    lands: bool = False
    hurried: bool = False
    message_id: int | None = None
    opens: str | None = None
    awaits_unit: str = ""
    finished_at: datetime | None = None

    @property
    def changing(self) -> bool:
        """Whether all was answered before, so that a question asked now changes one answer."""
        return self.finished_at is not None


@dataclass(frozen=True, slots=True)
class ToldLift:
    """A maximum as told, with the exercise's name, and its error either way where it is an estimate.

    `beyond` marks more than anyone has lifted.
    """

    name: str
    best: OneRepMax
    low: Load | None = None
    high: Load | None = None
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """The question that stands: its step, its place (`number` of `count`), and who is asked.

    `goes_back` and `skippable` say which buttons it has; `told` are the maxima known so far;
    `changing` marks one answer being changed from the profile; `greets` the very first message.
    """

    step: Step
    number: int
    count: int
    athlete: Athlete
    goes_back: bool = True
    skippable: bool = True
    changing: bool = False
    greets: bool = False
    told: tuple[ToldLift, ...] = ()
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What a text told beside the question that stood: other `steps`, a weight, words that await a unit."""

    steps: tuple[Step, ...] = ()
    weighs: Load | None = None
    awaits: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The next question. `answered` is the step just settled, None when nothing was.

    `offending` is the word that `note` is about. `told` is what was told along; with `again` it is the
    question that stood before, for only other ones were answered.
    """

    question: Question
    answered: Step | None = None
    note: Note | None = None
    offending: str = ""
    told: Told | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that could not be taken, and the same question again.

    `load` for `reps` was told without its lift (Note.WHICH_LIFT), `ailments` are what is ticked so far;
    `told` as in `Asked`.
    """

    question: Question
    note: Note
    load: Load | None = None
    reps: int = 1
    offending: str = ""
    ailments: frozenset[Ailment] = frozenset()
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Complete:
    """Every question is settled. `assumed` are those answered by a default instead of the athlete.

    `lands` says that a plan is to be shown now, the session that the link `opens` gives, or one for `aim`
    where not None; otherwise the summary, or
    (`changed` not None) the profile with that one answer changed.
    """

    athlete: Athlete
    told: tuple[ToldLift, ...] = ()
    assumed: frozenset[Step] = frozenset()
    lands: bool = False
    aim: Goal | None = None
    answered: Step | None = None
    changed: Step | None = None
    message_id: int | None = None
    opens: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of an athlete who has answered everything."""

    athlete: Athlete
    told: tuple[ToldLift, ...] = ()
    assumed: frozenset[Step] = frozenset()
    note: Note | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """The onboarding was left by /cancel; `begun` is False when there was none to leave.

    `changing`: one answer was about to be changed and stays as it was. `question` stood until now.
    """

    begun: bool
    changing: bool = False
    question: Question | None = None


Outcome = Asked | Refused | Complete | Profile
