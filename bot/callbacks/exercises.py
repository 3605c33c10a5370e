"""The buttons of exercises: cards, wishes, aches, own ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.wire import Press, button
from core.model.own_exercise import Kit, Trains


@button("ex")
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


@button("xw")
@dataclass(frozen=True, slots=True)
class WantExercise(Press):
    """Keep what is wanted of an exercise, and show its card again."""

    exercise_id: str
    wish: ExerciseWish


@button("xp")
@dataclass(frozen=True, slots=True)
class PutInPlan(Press):
    """Put an exercise at the end of the plan that stands, or of a new one."""

    exercise_id: str


@button("ak")
@dataclass(frozen=True, slots=True)
class AskAche(Press):
    """Whether what is left out of a plan still hurts: None asks, no plans it again."""

    plan_id: int
    exercise_id: str
    hurts: bool | None = None


@button("ao")
@dataclass(frozen=True, slots=True)
class AddOwn(Press):
    """Add the name that message `asked_id` said: asks what it trains, then with what, then adds it."""

    asked_id: int
    trains: Trains | None = None
    kit: Kit | None = None


@button("na")
@dataclass(frozen=True, slots=True)
class TakeAs(Press):
    """The name that message `asked_id` said meant this exercise: log the sets typed with it."""

    asked_id: int
    exercise_id: str


@button("aw")
@dataclass(frozen=True, slots=True)
class SwapAlways(Press):
    """Always this exercise instead of the one it took the place of."""

    exercise_id: str


@button("ok")
@dataclass(frozen=True, slots=True)
class Dismiss(Press):
    """The answer is no: take the question away."""
