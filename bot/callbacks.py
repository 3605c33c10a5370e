"""Every button there is: its typed data, how it is written into 64 bytes, and how it is read back.

Written as `1.<word>.<field>.<field>…`; the leading number is the version of the form. What a
press does is not here: `bot/routes.py` names its handler.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_type_hints

from core.model.athlete import Goal
from core.model.own_exercise import Kit, Trains
from core.model.workout import Comfort
from core.units import Load, Unit

VERSION = "1"
LONGEST_BYTES = 64
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")

_words: dict[str, type[Press]] = {}
_P = TypeVar("_P", bound="Press")


class Press:
    """What all buttons have in common; each one is a frozen dataclass declared below."""

    __slots__ = ()


def _button(short: str) -> Callable[[type[_P]], type[_P]]:
    def declare(kind: type[_P]) -> type[_P]:
        if short in _words:
            raise ValueError(f"two buttons are called {short!r}")
        _words[short] = kind
        return kind

    return declare


def short_word(kind: type[Press]) -> str:
    """The word a kind of button is written with; routes match on it."""
    return next(short for short, known in _words.items() if known is kind)


def kinds() -> tuple[type[Press], ...]:
    """Every kind of button, in the order declared."""
    return tuple(_words.values())


def _write(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Load):
        return f"{value.g}{value.unit.value[0]}"
    return str(value)


def encode(press: Press) -> str:
    """The data of a button. Raises ValueError when it would not fit Telegram's 64 bytes."""
    parts = [_write(getattr(press, field.name)) for field in fields(press)]  # type: ignore[arg-type]
    text = ".".join((VERSION, short_word(type(press)), *parts))
    if len(text.encode()) > LONGEST_BYTES or any("." in part for part in parts):
        raise ValueError(f"button does not fit: {text}")
    return text


def _read(kind: Any, text: str) -> object:
    options = get_args(kind) or (kind,)
    if type(None) in options and not text:
        return None
    real = next(option for option in options if option is not type(None))
    if real is bool:
        return {"0": False, "1": True}[text]
    if real is int:
        return _read_int(text)
    if real is Load:
        return Load(_read_int(text[:-1]), {"k": Unit.KG, "l": Unit.LB}[text[-1:]])
    if isinstance(real, type) and issubclass(real, StrEnum):
        return real(text)
    return text


def _read_int(text: str) -> int:
    """Whole numbers just as `_write` writes them, and small enough for the store's 64 bits."""
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def decode(text: str) -> Press | None:
    """The press that some data stands for; None for anything this version did not write."""
    version, _, rest = text.partition(".")
    short, *parts = rest.split(".")
    kind = _words.get(short)
    if version != VERSION or kind is None:
        return None
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    if len(parts) != len(names):
        return None
    try:
        return kind(**{name: _read(hints[name], part) for name, part in zip(names, parts, strict=True)})
    except (ValueError, KeyError):
        return None


# --- onboarding ---------------------------------------------------------------------------------


@_button("an")
@dataclass(frozen=True, slots=True)
class Answer(Press):
    """One answer to one question of the onboarding: `step` as core/coach/onboarding names it."""

    step: str
    value: str


@_button("bk")
@dataclass(frozen=True, slots=True)
class Back(Press):
    """Back to the question before `step`."""

    step: str


@_button("tn")
@dataclass(frozen=True, slots=True)
class TrainNow(Press):
    """Enough questions: the health card, then a plan with defaults."""


@_button("ch")
@dataclass(frozen=True, slots=True)
class ChangeAnswer(Press):
    """From the profile: ask `step` again."""

    step: str


@_button("be")
@dataclass(frozen=True, slots=True)
class TestBell(Press):
    """Ring once in a few seconds, so that the athlete hears whether this chat is muted."""


# --- plan ---------------------------------------------------------------------------------------


@_button("pl")
@dataclass(frozen=True, slots=True)
class ShowPlan(Press):
    """Plan the next session, for one's own goal (None) or for another one today."""

    goal: Goal | None = None


@_button("st")
@dataclass(frozen=True, slots=True)
class StartSession(Press):
    """Start the workout of plan `plan_id`."""

    plan_id: int


class PlanChange(StrEnum):
    """Ways to change a plan that stands."""

    SHORTER = "shorter"
    LONGER = "longer"
    MAKE_GOAL = "make_goal"
    INSIST = "insist"
    EASY_WEEK = "easy"


@_button("pc")
@dataclass(frozen=True, slots=True)
class ChangePlan(Press):
    """Change the plan that is shown."""

    plan_id: int
    change: PlanChange


@_button("ps")
@dataclass(frozen=True, slots=True)
class SwapInPlan(Press):
    """Swap an exercise of a plan: no index asks which one, an index asks for what, an exercise does it."""

    plan_id: int
    exercise_index: int | None = None
    exercise_id: str | None = None


@_button("pa")
@dataclass(frozen=True, slots=True)
class AddToPlan(Press):
    """Add an exercise to a plan: none shows what could be added, one adds it."""

    plan_id: int
    exercise_id: str | None = None


@_button("pw")
@dataclass(frozen=True, slots=True)
class WhyPlan(Press):
    """Tell the reason behind each number of a plan."""

    plan_id: int


@_button("pb")
@dataclass(frozen=True, slots=True)
class BackToPlan(Press):
    """Show the plan again after swapping, adding or asking why."""

    plan_id: int


# --- workout ------------------------------------------------------------------------------------


@_button("ls")
@dataclass(frozen=True, slots=True)
class LogSet(Press):
    """Log one asked set with the values in the label; `comfort` on an exercise's last set."""

    workout_id: int
    exercise_index: int
    set_number: int
    load: Load | None
    reps: int
    comfort: Comfort | None = None


@_button("fl")
@dataclass(frozen=True, slots=True)
class FillCard(Press):
    """Put other values on a set card before logging: a load tried, a step more or less."""

    workout_id: int
    exercise_index: int
    set_number: int
    load: Load | None
    reps: int


class Feel(StrEnum):
    """How a weight felt that was tried without a known maximum."""

    TOO_LIGHT = "light"
    RIGHT = "right"
    TOO_HEAVY = "heavy"


@_button("fe")
@dataclass(frozen=True, slots=True)
class SayFeel(Press):
    """How the weight just tried felt; moves the next set's load."""

    workout_id: int
    exercise_index: int
    set_number: int
    feel: Feel


@_button("wu")
@dataclass(frozen=True, slots=True)
class WarmUpsDone(Press):
    """All warm-up sets of an exercise are done."""

    workout_id: int
    exercise_index: int


@_button("sk")
@dataclass(frozen=True, slots=True)
class SkipSet(Press):
    """Pass over one set, or (set_number 0) all that is left of an exercise."""

    workout_id: int
    exercise_index: int
    set_number: int


class RestChange(StrEnum):
    """What can be done about a running rest."""

    SKIP = "skip"
    MORE = "more"
    LESS = "less"


@_button("re")
@dataclass(frozen=True, slots=True)
class ChangeRest(Press):
    """Skip the rest after a set, or move its end by 30 seconds."""

    workout_id: int
    exercise_index: int
    set_number: int
    change: RestChange


@_button("fx")
@dataclass(frozen=True, slots=True)
class FixSet(Press):
    """Correct a logged set: without values it asks, with reps it corrects."""

    workout_id: int
    exercise_index: int
    set_number: int
    load: Load | None = None
    reps: int | None = None


@_button("un")
@dataclass(frozen=True, slots=True)
class UndoSet(Press):
    """Take one logged set back."""

    workout_id: int
    exercise_index: int
    set_number: int


@_button("ca")
@dataclass(frozen=True, slots=True)
class ShowCard(Press):
    """Show the set card or the resting card again, from a menu on it."""

    workout_id: int
    exercise_index: int
    set_number: int


@_button("mo")
@dataclass(frozen=True, slots=True)
class MoreOnCard(Press):
    """The second page of a set card: later, swap, why, hurts, finish."""

    workout_id: int
    exercise_index: int
    set_number: int


@_button("sw")
@dataclass(frozen=True, slots=True)
class SwapExercise(Press):
    """Swap the exercise in hand: none shows three others, one takes it."""

    workout_id: int
    exercise_index: int
    exercise_id: str | None = None


@_button("la")
@dataclass(frozen=True, slots=True)
class DoLater(Press):
    """Move the exercise in hand behind the next one."""

    workout_id: int
    exercise_index: int


@_button("wy")
@dataclass(frozen=True, slots=True)
class WhySet(Press):
    """Tell why the set in hand asks what it asks."""

    workout_id: int
    exercise_index: int
    set_number: int


class Pain(StrEnum):
    """The three answers to "what sort of pain?"; the second ends the exercise, the third the workout."""

    BURN = "burn"
    JOINT = "joint"
    CHEST = "chest"


@_button("pn")
@dataclass(frozen=True, slots=True)
class SayPain(Press):
    """What hurts: None asks."""

    workout_id: int
    exercise_index: int
    pain: Pain | None = None


@_button("fi")
@dataclass(frozen=True, slots=True)
class FinishWorkout(Press):
    """End the workout; unsure asks first when sets are left."""

    workout_id: int
    sure: bool = True


@_button("ga")
@dataclass(frozen=True, slots=True)
class GoOn(Press):
    """Still training: bring the card of the next set."""

    workout_id: int


@_button("xa")
@dataclass(frozen=True, slots=True)
class AddSet(Press):
    """One more set of the exercise done last."""

    workout_id: int


@_button("sq")
@dataclass(frozen=True, slots=True)
class ReadAs(Press):
    """One of two readings of a typed set: log it for this set."""

    workout_id: int
    exercise_index: int
    set_number: int
    load: Load | None
    reps: int
    rir_tenths: int | None = None


# --- exercises ----------------------------------------------------------------------------------


@_button("ex")
@dataclass(frozen=True, slots=True)
class ShowExercise(Press):
    """Show the card of one exercise; none shows all the athlete has a word in."""

    exercise_id: str | None = None


class ExerciseWish(StrEnum):
    """What can be wanted of an exercise on its card."""

    FAVOURITE = "fav"
    NO_FAVOURITE = "nofav"
    NEVER = "never"
    PLAN_AGAIN = "again"
    HEALED = "healed"


@_button("xw")
@dataclass(frozen=True, slots=True)
class WantExercise(Press):
    """Keep what is wanted of an exercise, and show its card again."""

    exercise_id: str
    wish: ExerciseWish


@_button("xp")
@dataclass(frozen=True, slots=True)
class PutInPlan(Press):
    """Put an exercise at the end of the plan that stands, or of a new one."""

    exercise_id: str


@_button("ak")
@dataclass(frozen=True, slots=True)
class AskAche(Press):
    """Whether what is left out of a plan still hurts: None asks, no plans it again."""

    plan_id: int
    exercise_id: str
    hurts: bool | None = None


@_button("ao")
@dataclass(frozen=True, slots=True)
class AddOwn(Press):
    """Add the name that message `asked_id` said: asks what it trains, then with what, then adds it."""

    asked_id: int
    trains: Trains | None = None
    kit: Kit | None = None


@_button("na")
@dataclass(frozen=True, slots=True)
class TakeAs(Press):
    """The name that message `asked_id` said meant this exercise: log the sets typed with it."""

    asked_id: int
    exercise_id: str


@_button("aw")
@dataclass(frozen=True, slots=True)
class SwapAlways(Press):
    """Always this exercise instead of the one it took the place of."""

    exercise_id: str


@_button("ok")
@dataclass(frozen=True, slots=True)
class Dismiss(Press):
    """Nothing more: take the buttons away."""
