"""The exercises of a day: its slots filled in their order, and each one prescribed.

Fitting them to time and week is `fitting.py`'s, the choice inside one slot `exercises/choosing.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.model.athlete import Athlete, Goal, Level
from core.model.exercise import Exercise, Pattern
from core.model.session import Prescription
from core.training.exercises.choosing import Choice
from core.training.exercises.variants import current_variant, variant
from core.training.prescription.prescribing import next_prescription
from core.training.reason_codes import EASIER_VARIANT, HARDER_VARIANT
from core.training.session.set_counts import of_sets
from core.training.week.programme import Limits, Role, Slot, days_trained, slots_of

_ORDER = {Role.POWER: 0, Role.MAIN: 1, Role.SECOND: 2, Role.ISOLATION: 4, Role.TRUNK: 5}
_LIFTED_OFF_FLOOR = frozenset({"deadlift", "sumo_deadlift", "trap_bar_deadlift", "deficit_deadlift"})
_VARIANTS = frozenset({HARDER_VARIANT, EASIER_VARIANT})
# Where a day's own slots run dry, movements that fit any day of the whole body (ours).
SPARE_SLOTS = tuple(
    Slot(Role.SECOND, pattern)
    for pattern in (
        Pattern.HORIZONTAL_PULL, Pattern.SQUAT, Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PULL,
        Pattern.LUNGE, Pattern.VERTICAL_PUSH, Pattern.HINGE,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pick:
    """An exercise in its slot; `place` is the slot's among the day's, the most important first."""

    role: Role
    exercise: Exercise
    place: int = 0


def pick_exercises(choice: Choice, day: str, limits: Limits) -> list[Pick]:
    """The day's exercises in the order they are done; empty when no compound is left to open with."""
    picks: list[Pick] = []
    own = day_slots(choice, day)
    spare = SPARE_SLOTS if day.startswith("full") else ()
    for place, slot in enumerate((*own, *spare)):
        if len(picks) >= (limits.most if place < len(own) else limits.fewest):
            break
        used = frozenset(pick.exercise.id for pick in picks)
        exercise = choice.fill(slot, used)
        if exercise is None or not _keeps_share(picks, exercise, limits):
            continue
        if len(picks) < limits.fewest or not choice.is_makeshift(exercise):
            picks.append(Pick(slot.role, current_variant(choice, exercise, used), place))
    if not any(pick.exercise.compound for pick in picks):
        return []
    return _apart(sorted(picks, key=_turn), choice.athlete)


def day_slots(choice: Choice, day: str) -> list[Slot]:
    """A day's slots as this athlete's goal, level and days fill them, the most important first."""
    athlete = choice.athlete
    days = days_trained(athlete.days_per_week, athlete.level, choice.goal)
    slots = list(slots_of(day, choice.goal, athlete.level, days))
    if choice.heavy:
        slots = [slot for slot in slots if slot.role in (Role.MAIN, Role.SECOND)]
    if choice.goal is Goal.HYPERTROPHY and day == "upper_a":
        # both upper days together give the chest its sets; the shoulders have theirs from every press (6.1)
        pressed, flat = Slot(Role.SECOND, Pattern.VERTICAL_PUSH), Slot(Role.SECOND, Pattern.HORIZONTAL_PUSH)
        slots = [flat if slot == pressed else slot for slot in slots]
    if choice.goal is Goal.POWER:
        lead = Pattern.VERTICAL_PUSH if day.startswith(("upper", "push")) else Pattern.HINGE
        slots.insert(0, Slot(Role.POWER, lead))
    if choice.base:
        # no carry suits foundation, and those exercises come first (7.5)
        core = Slot(Role.TRUNK, Pattern.CORE)
        slots = [core if slot.role is Role.TRUNK else slot for slot in slots]
    return slots


def _keeps_share(picks: Sequence[Pick], exercise: Exercise, limits: Limits) -> bool:
    """Whether compounds keep their share with this exercise, reckoned in exercises of equal sets (S17)."""
    if exercise.compound:
        return True
    compounds = sum(pick.exercise.compound for pick in picks)
    rest = limits.fewest - len(picks) - 1  # the compounds that may still come
    possible = max(len(picks) + 1, min(limits.fewest, len(picks) + 1 + max(rest, 0)))
    return (compounds + max(rest, 0)) / possible >= limits.compound_share


def _turn(pick: Pick) -> int:
    """Power, the main lift, other compounds, isolation, trunk. Source: training.md 6.4."""
    order = _ORDER[pick.role]
    return order if pick.exercise.compound or order > 2 else 3


def _apart(picks: list[Pick], athlete: Athlete) -> list[Pick]:
    """Heavy squat and heavy deadlift not back to back, but for the experienced. Source: training.md 6.4."""
    if athlete.level is Level.EXPERIENCED:
        return picks
    for at in range(1, len(picks) - 1):
        one, two = picks[at - 1].exercise, picks[at].exercise
        heavy = {_heavy(one), _heavy(two)} == {"squat", "deadlift"}
        if heavy and picks[at + 1].exercise.compound:
            picks[at], picks[at + 1] = picks[at + 1], picks[at]
    return picks


def _heavy(exercise: Exercise) -> str | None:
    if exercise.id in _LIFTED_OFF_FLOOR:
        return "deadlift"
    return "squat" if exercise.pattern is Pattern.SQUAT and exercise.uses_bar else None


def focus(exercise: Exercise) -> str:
    """What warms up what: lunges and squats one another, else each pattern itself, isolation its muscle."""
    if exercise.pattern is Pattern.ISOLATION:
        return exercise.primary[0]
    return Pattern.SQUAT if exercise.pattern is Pattern.LUNGE else exercise.pattern


def prescribed(
    choice: Choice, picks: Iterable[Pick], sets: int | None, seen: Iterable[str] = ()
) -> tuple[Prescription, ...]:
    """Each exercise prescribed in turn, warm-ups by what was trained before it.

    `sets` is the most work sets of each, None for no such limit; `seen` what is warm already.
    """
    warm, worked = set(seen), set[str]()
    plan: list[Prescription] = []
    heavy_pair = choice.goal is Goal.POWER
    for pick in picks:
        goal = choice.goal
        if heavy_pair and pick.role is Role.MAIN:
            # power is paired with one heavy strength lift (training.md 2.3, NASM phase 5)
            goal, heavy_pair = Goal.STRENGTH, False
        taken = frozenset(one.exercise_id for one in plan)
        cold = _is_cold(pick, warm, worked)
        asked = _of_variant(choice, pick.exercise, goal, first_of_pattern=cold, taken=taken)
        if pick.role is not Role.POWER:
            warm.add(focus(pick.exercise))
            worked.update(pick.exercise.primary)
        plan.append(asked if sets is None or asked.sets <= sets else of_sets(asked, sets))
    return tuple(plan)


def _of_variant(
    choice: Choice, exercise: Exercise, goal: Goal, *, first_of_pattern: bool, taken: frozenset[str]
) -> Prescription:
    """The prescription of an exercise, or of the harder or easier variant that its past asks for (5.9)."""
    seen = taken | {exercise.id}
    while True:
        asked = next_prescription(
            exercise,
            choice.athlete,
            goal,
            choice.history,
            choice.catalogue,
            choice.today,
            first_of_pattern=first_of_pattern,
        )
        told = {reason.code for reason in asked.reasons} & _VARIANTS
        other = variant(choice, exercise, harder=HARDER_VARIANT in told, used=seen) if told else None
        if other is None:
            return asked
        exercise, seen = other, seen | {other.id}


def _is_cold(pick: Pick, warm: set[str], worked: set[str]) -> bool:
    """Whether an exercise needs its whole ramp, by its pattern, an accessory also by its muscles (7.1)."""
    if focus(pick.exercise) in warm:
        return False
    return pick.role in (Role.MAIN, Role.POWER) or worked.isdisjoint(pick.exercise.primary)
