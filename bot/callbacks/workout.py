"""The buttons of a workout: set cards, results, rests and the menus on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.callbacks.spelled import unspell
from bot.callbacks.wire import Press, button
from core.model.workout import Comfort, Entry, Slot
from core.units import Load


@dataclass(frozen=True, slots=True)
class OfASet(Press):
    """What the buttons about one set begin with: whose set, and in which place of its workout it stands."""

    workout_id: int
    exercise_index: int
    set_number: int

    @property
    def slot(self) -> Slot:
        """The asked set they are about."""
        return Slot(self.exercise_index, self.set_number)


@button("ls")
@dataclass(frozen=True, slots=True)
class LogSet(OfASet):
    """Log one asked set with the values in the label; `comfort` on an exercise's last set."""

    load: Load | None
    reps: int
    comfort: Comfort | None = None


@button("fl")
@dataclass(frozen=True, slots=True)
class FillCard(OfASet):
    """Put other values on a set card before logging: a load tried, a step more or less."""

    load: Load | None
    reps: int


class Feel(StrEnum):
    """How a weight felt that was tried without a known maximum."""

    TOO_LIGHT = "light"
    RIGHT = "right"
    TOO_HEAVY = "heavy"


@button("fe")
@dataclass(frozen=True, slots=True)
class SayFeel(OfASet):
    """How the weight just tried felt; moves the next set's load."""

    feel: Feel


@button("wu")
@dataclass(frozen=True, slots=True)
class WarmUpsDone(Press):
    """All warm-up sets of an exercise are done."""

    workout_id: int
    exercise_index: int


@button("w1")
@dataclass(frozen=True, slots=True)
class WarmUpDone(Press):
    """One warm-up set is done, by its number from 1, and with it the lighter ones."""

    workout_id: int
    exercise_index: int
    set_number: int


@button("sk")
@dataclass(frozen=True, slots=True)
class SkipSet(OfASet):
    """Pass over one set, or (set_number 0) all that is left of an exercise."""


class RestChange(StrEnum):
    """What can be done about a running rest."""

    SKIP = "skip"
    MORE = "more"
    LESS = "less"


@button("re")
@dataclass(frozen=True, slots=True)
class ChangeRest(OfASet):
    """Skip the rest after a set, or move its end by 30 seconds."""

    change: RestChange


@button("fx")
@dataclass(frozen=True, slots=True)
class FixSet(OfASet):
    """Correct a logged set: without values it asks, with reps it corrects."""

    load: Load | None = None
    reps: int | None = None


@button("un")
@dataclass(frozen=True, slots=True)
class UndoSet(OfASet):
    """Take one logged set back."""


@button("pk")
@dataclass(frozen=True, slots=True)
class PutBack(Press):
    """Put a set back that was taken back; by its own id, for another may stand in its place."""

    set_id: int


@button("ca")
@dataclass(frozen=True, slots=True)
class ShowCard(OfASet):
    """Show the set card or the resting card again, from a menu on it."""


@button("mo")
@dataclass(frozen=True, slots=True)
class MoreOnCard(OfASet):
    """The second page of a set card: later, swap, why, hurts, finish."""


@button("sw")
@dataclass(frozen=True, slots=True)
class SwapExercise(Press):
    """Swap the exercise in hand: none shows three others, one takes it."""

    workout_id: int
    exercise_index: int
    exercise_id: str | None = None


@button("la")
@dataclass(frozen=True, slots=True)
class DoLater(Press):
    """Move the exercise in hand behind the next one."""

    workout_id: int
    exercise_index: int


@button("cu")
@dataclass(frozen=True, slots=True)
class CutTime(OfASet):
    """Short of time: how many minutes are left; None asks."""

    minutes: int | None = None


@button("wy")
@dataclass(frozen=True, slots=True)
class WhySet(OfASet):
    """Tell why the set in hand asks what it asks."""


class Pain(StrEnum):
    """The three answers to "what sort of pain?"; the second ends the exercise, the third the workout."""

    BURN = "burn"
    JOINT = "joint"
    CHEST = "chest"


@button("pn")
@dataclass(frozen=True, slots=True)
class SayPain(Press):
    """What hurts: None asks."""

    workout_id: int
    exercise_index: int
    pain: Pain | None = None


@button("fi")
@dataclass(frozen=True, slots=True)
class FinishWorkout(Press):
    """End the workout; `sure` says nothing any more, but stands in the buttons of messages already sent."""

    workout_id: int
    sure: bool = True


@button("ga")
@dataclass(frozen=True, slots=True)
class GoOn(Press):
    """Still training: bring the card of the next set."""

    workout_id: int


@button("xa")
@dataclass(frozen=True, slots=True)
class AddSet(Press):
    """One more set of the exercise done last.

    Of free training `after` so many sets (None: however many): tapped twice it adds one.
    """

    workout_id: int
    after: int | None


@button("sq")
@dataclass(frozen=True, slots=True)
class ReadAs(OfASet):
    """One of two readings of a typed set: log it for this set, or correct (`corrects`) what stands there."""

    load: Load | None
    reps: int
    rir_tenths: int | None = None
    corrects: bool = False


@button("lt")
@dataclass(frozen=True, slots=True)
class AddLate(OfASet):
    """A set whose tap came after the workout had ended: add it to that workout."""

    load: Load | None
    reps: int
    comfort: Comfort | None = None


@button("sm")
@dataclass(frozen=True, slots=True)
class ReadSets(OfASet):
    """One of two readings of several typed sets, or of one that says more than a load and reps: log it.

    With `corrects` it was asked about sets that stand.
    """

    sets: str
    corrects: bool = False

    def __post_init__(self) -> None:
        unspell(self.sets)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The sets as `spell` was given them."""
        return unspell(self.sets)


@button("dy")
@dataclass(frozen=True, slots=True)
class PastSets(Press):
    """Take back all sets of the message that logged one on a day gone by, or put them back."""

    set_id: int
    back: bool = False


@button("lm")
@dataclass(frozen=True, slots=True)
class LogAsMine(Press):
    """The set in the forwarded message that is replied to is the athlete's own."""
