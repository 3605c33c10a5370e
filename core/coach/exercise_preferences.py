"""What an athlete wants of exercises: favourites, never again, it hurts no longer, always that one instead.

The rules that honour it are given it by `plans/planning.py`, `plans/plan_editing.py` and
`workout/swapping.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.coach.exercises import exercises_of
from core.model.outcomes import Unlogged
from core.model.repertoire import Preference, SwapAgain
from core.model.session import Prescription, Session
from core.model.soreness import BodyPart, SorePart
from core.store.own_exercises import exercise_preferences, forget_ache, keep_preference
from core.store.plans import drop_plan, plan_of
from core.store.port import Tx
from core.store.soreness import forget_sore_part, sore_parts
from core.store.workouts import aches, closed_workouts, open_workout
from core.training.exercises.sore_parts import spared


@dataclass(frozen=True, slots=True)
class Wishes:
    """Exercise ids: favourites (the newest wish first), those never planned, those that hurt.

    `sore` are parts of the body that hurt, `spared` the ids of all that loads them.
    """

    favourites: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    aching: frozenset[str] = frozenset()
    sore: tuple[SorePart, ...] = ()
    spared: frozenset[str] = frozenset()

    def first(self, asked: Sequence[Prescription]) -> tuple[Prescription, ...]:
        """Exercises to choose from, favourites before all others."""
        return tuple(sorted(asked, key=lambda one: one.exercise_id not in self.favourites))

    @property
    def left_out(self) -> frozenset[str]:
        """What no plan, swap or addition may offer."""
        return self.barred | self.aching

    @property
    def barred(self) -> frozenset[str]:
        """What is left out as it is, its near variants not with it: never wanted, or loading a sore part."""
        return self.never | self.spared

    @property
    def hurts(self) -> bool:
        """Whether anything does."""
        return bool(self.aching or self.sore)


def wishes_of(tx: Tx, athlete_id: int) -> Wishes:
    """All that an athlete wants of exercises in plans: three reads."""
    wanted, sore = exercise_preferences(tx, athlete_id), sore_parts(tx, athlete_id)
    return Wishes(
        favourites=tuple(name for name, wish in wanted.items() if wish is Preference.FAVOURITE),
        never=frozenset(name for name, wish in wanted.items() if wish is Preference.NEVER),
        aching=aches(tx, athlete_id),
        sore=sore,
        spared=spared(sore, exercises_of(tx, athlete_id).values()) if sore else frozenset(),
    )


def prefer(
    tx: Tx, athlete_id: int, exercise_id: str, preference: Preference | None, now: datetime
) -> str | Unlogged:
    """Keep what is wanted of an exercise, None for nothing; the next `/plan` plans anew. Its id comes back.

    `no_exercise` for one the athlete does not have.
    """
    if exercise_id not in exercises_of(tx, athlete_id):
        return Unlogged.of("no_exercise")
    if exercise_preferences(tx, athlete_id).get(exercise_id) is not preference:
        keep_preference(tx, athlete_id, exercise_id, preference, now)
        drop_plan(tx, athlete_id)
    return exercise_id


def healed(tx: Tx, athlete_id: int, exercise_id: str) -> str | Unlogged:
    """An exercise hurts no longer: the next `/plan` may hold it again. Its id comes back."""
    if exercise_id not in exercises_of(tx, athlete_id):
        return Unlogged.of("no_exercise")
    if forget_ache(tx, athlete_id, exercise_id):
        drop_plan(tx, athlete_id)
    return exercise_id


def soothed(tx: Tx, athlete_id: int, part: BodyPart) -> bool:
    """A part of the body hurts no longer, nor does the exercise it was told in; False when none was known.

    What it left out may be planned again.
    """
    told_in = [one.exercise_id for one in sore_parts(tx, athlete_id) if one.part is part]
    for exercise_id in told_in:
        if exercise_id is not None:
            forget_ache(tx, athlete_id, exercise_id)
    return forget_sore_part(tx, athlete_id, part)


def swapped_again(tx: Tx, athlete_id: int, exercise_id: str) -> SwapAgain | None:
    """The swap just made for this exercise, where a workout before knew the same one; None otherwise.

    Nothing is asked about what a wish is known of, or what hurts. Reads only.
    """
    instead_of = _instead_of(tx, athlete_id, exercise_id)
    exercises, wanted = exercises_of(tx, athlete_id), exercise_preferences(tx, athlete_id)
    if instead_of is None or instead_of not in exercises or exercise_id not in exercises:
        return None
    if instead_of in wanted or instead_of in wishes_of(tx, athlete_id).left_out:
        return None
    before = (past.session for past in closed_workouts(tx, athlete_id) if past.sets)
    if not any((instead_of, exercise_id) in _swaps_in(session) for session in before):
        return None
    return SwapAgain(exercises[instead_of], exercises[exercise_id])


def swap_always(tx: Tx, athlete_id: int, exercise_id: str, now: datetime) -> SwapAgain | Unlogged:
    """Always this exercise instead of the one it took the place of last: a favourite, and the other never."""
    instead_of, exercises = _instead_of(tx, athlete_id, exercise_id), exercises_of(tx, athlete_id)
    if instead_of is None or instead_of not in exercises or exercise_id not in exercises:
        return Unlogged.of("no_exercise")
    wanted = exercise_preferences(tx, athlete_id)
    for one, wish in ((instead_of, Preference.NEVER), (exercise_id, Preference.FAVOURITE)):
        if wanted.get(one) is not wish:
            keep_preference(tx, athlete_id, one, wish, now)
    return SwapAgain(exercises[instead_of], exercises[exercise_id])


def _instead_of(tx: Tx, athlete_id: int, exercise_id: str) -> str | None:
    """Which exercise this one took the place of last: in the open workout, the plan, or a workout before."""
    running, standing = open_workout(tx, athlete_id), plan_of(tx, athlete_id)
    ended = reversed(closed_workouts(tx, athlete_id))
    newest = (known.session for known in (running, standing, *ended) if known is not None)
    swaps = (swap for session in newest for swap in _swaps_in(session))
    return next((old for old, new in swaps if new == exercise_id), None)


def _swaps_in(session: Session) -> Iterable[tuple[str, str]]:
    """(exercise given up, exercise taken instead), the newest first."""
    return [
        (asked.instead_of, asked.exercise_id)
        for asked in reversed(session.prescriptions)
        if asked.instead_of is not None
    ]
