"""Every planned load held against the gear it is for: `python -m benchmarks.planned_loads [EXAMPLES]`.

Any goal, level and gear, any exercise that takes a load, maxima of 1 to 400 kg and 1 to 900 lb, pasts of
every kind, and gear as people own it: few pairs of plates, other bars, lists of dumbbells, coarse stacks,
a kg bar beside a lb stack. The first examples are also a test:
`tests/core/training/loads/test_planned_loads.py`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.catalogue import catalogue
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.exercise import Pattern
from core.model.gym import Bar, Gym
from core.model.history import History, PastWorkout
from core.model.session import Prescription
from core.model.workout import Comfort, LoggedSet, PastExercise, SetKind
from core.training.exercises.substitution import alternatives
from core.training.goals import rules_for
from core.training.loads.loading import Ruler, load_steps
from core.training.loads.plates import plates_per_side
from core.training.past.bodyweight import lifted_g
from core.training.past.outcomes import judge
from core.training.prescription.in_session import next_target
from core.training.prescription.prescribing import next_prescription
from core.units import Load, Unit

TODAY = date(2026, 11, 24)
C = catalogue()
LOADED = tuple(one.id for one in C.exercises if one.takes_load)
FEW_KG = Rack(Load.kg(20), ((2000, 1), (1000, 2), (125, 1)))
FEW_LB = Rack(Load.lb(45), ((4500, 1), (1000, 1)))
WOMENS = Rack(Load.kg(15), ((2000, 2), (1000, 1), (500, 1), (250, 1), (50, 1)))
RACKS = (None, Rack.standard(Unit.KG), Rack.standard(Unit.LB), FEW_KG, FEW_LB, WOMENS)
DUMBBELLS = (
    (),
    tuple(Load.lb(number) for number in (5, 10, 15, 20, 25, 30)),
    (Load.kg(8), Load.kg(12), Load.kg(20)),
    (Load.kg("7.5"),),
)
OTHER_BARS = ((Bar.EZ, Load.kg(8)), (Bar.TRAP, Load.lb(60)), (Bar.SMITH, Load.kg(11)))
STACKS = (None, Load.kg(5), Load.lb(15), Load.kg("9.1"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """One athlete before one exercise: what is known, what was done, and how today's sets will go."""

    exercise_id: str
    goal: Goal
    athlete: Athlete
    past: tuple[PastExercise, ...]
    reps_today: tuple[int, ...]

    @property
    def history(self) -> History:
        """The past as whole workouts."""
        return History.of([PastWorkout(one.trained_on, one.goal, "full_a", (one,)) for one in self.past])


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """Any of the cases above."""
    exercise_id, goal = draw(st.sampled_from(LOADED)), draw(st.sampled_from(Goal))
    unit = draw(st.sampled_from(Unit))
    best_unit = draw(st.sampled_from(Unit))
    top = 40_000 if best_unit is Unit.KG else 90_000
    best = Load.of_hundredths(draw(st.integers(100, top)), best_unit)
    known_at = datetime(2026, 11, 24, tzinfo=UTC) - timedelta(days=draw(st.sampled_from((1, 30, 100))))
    known = OneRepMax(exercise_id, best, draw(st.sampled_from(Provenance)), known_at)
    bars = draw(st.sampled_from(((), OTHER_BARS)))
    athlete = Athlete(
        id=1, chat_id=1, level=draw(st.sampled_from(Level)), unit=unit,
        gear=draw(st.sampled_from((None, *Gear))), days_per_week=3, health=Health.CLEAR,
        bodyweight_g=draw(st.sampled_from((None, 55_000, 82_300))), rack=draw(st.sampled_from(RACKS)),
        one_rep_maxes=draw(st.sampled_from(((known,), (known,), ()))),
        gym=Gym(draw(st.sampled_from(DUMBBELLS)), draw(st.sampled_from(STACKS)), bars),
    )  # fmt: skip
    past = _past(draw, exercise_id, goal, athlete, best)
    reps = tuple(draw(st.lists(st.integers(0, 25), max_size=5)))
    return Drawn(exercise_id, goal, athlete, past, reps)


def _past(
    draw: st.DrawFn, exercise_id: str, goal: Goal, athlete: Athlete, best: Load
) -> tuple[PastExercise, ...]:
    """None, good, missed or mixed sessions, ending yesterday or before time off."""
    kind = draw(st.sampled_from(("none", "good", "missed", "mixed")))
    number = 0 if kind == "none" else draw(st.integers(1, 3))
    last = draw(st.sampled_from((2, 3, 15, 25, 60, 120)))
    steps, rules = load_steps(C[exercise_id], athlete), rules_for(goal, athlete)
    load = steps.nearest(Load(round(best.g * draw(st.floats(0.4, 1.05))), best.unit))
    asked, past = draw(st.integers(*rules.reps)), []
    for at in range(number):
        on = TODAY - timedelta(days=last + 3 * (number - 1 - at))
        short = {"good": 0, "missed": 3}.get(kind, draw(st.integers(0, 4)))
        comfort = draw(st.sampled_from((Comfort.EASY, Comfort.RIGHT, Comfort.ALL_OUT, None)))
        sets = _four_sets(exercise_id, on, load, max(asked - short, 0), comfort)
        past.append(PastExercise(exercise_id, goal, on, sets, len(sets), asked, load))
    return tuple(past)


def _four_sets(
    exercise_id: str, on: date, load: Load, reps: int, comfort: Comfort | None
) -> tuple[LoggedSet, ...]:
    at = datetime(on.year, on.month, on.day, 18, tzinfo=UTC)
    plain = LoggedSet(1, 1, exercise_id, 0, 1, SetKind.WORK, load, reps, at)
    sets = [replace(plain, set_number=one, logged_at=at + timedelta(minutes=3 * one)) for one in (1, 2, 3, 4)]
    return (*sets[:3], replace(sets[3], comfort=comfort))


def wrongs(case: Drawn) -> list[str]:
    """What is wrong with the prescription, its warm-ups, today's further sets and what it is swapped for."""
    exercise = C[case.exercise_id]
    asked = _asked(case, case.goal)
    told = [] if asked == _asked(case, case.goal) else ["not the same twice"]
    told += _unloadable(asked, case.athlete)
    told += _out_of_band(asked, case)
    newest = judge(case.past[-1], rules_for(case.goal, case.athlete)) if case.past else None
    if newest is not None and newest.missed and asked.load is not None and newest.load is not None:
        lightest = load_steps(exercise, case.athlete)[0]
        if asked.load.g > max(newest.load.g, lightest.g):
            told.append(f"{asked.load} after a miss at {newest.load}")
    return told + _today(asked, case) + _swapped(case) + _goals(case)


def _asked(case: Drawn, goal: Goal, *, fresh: bool = False) -> Prescription:
    history = History() if fresh else case.history
    return next_prescription(C[case.exercise_id], case.athlete, goal, history, C, TODAY)


def _unloadable(asked: Prescription, athlete: Athlete) -> list[str]:
    steps = load_steps(C[asked.exercise_id], athlete)
    loads = [asked.load, *asked.loads_offered, *(one.load for one in asked.warm_ups)]
    told = [f"{asked.exercise_id}: {load} cannot be loaded" for load in loads if load and load not in steps]
    if asked.load is not None and C[asked.exercise_id].uses_bar and athlete.rack is not None:
        if plates_per_side(asked.load, athlete.rack) is None:
            told.append(f"{asked.load} cannot be hung on the bar")
        told += [
            f"warm-up {one.load} is not under {asked.load}"
            for one in asked.warm_ups
            if one.load is not None and one.load.g >= asked.load.g
        ]
    return told


def _out_of_band(asked: Prescription, case: Drawn) -> list[str]:
    maximum, exercise = asked.one_rep_max, C[case.exercise_id]
    if asked.load is None or maximum is None:
        return []
    moved = lifted_g(exercise, asked.load, case.athlete.bodyweight_g)
    if moved is not None and moved > maximum.g + 1:
        return [f"{asked.load} is above the maximum of {maximum}"]
    if asked.out_of_band or asked.deload or moved is None:
        return []
    rules = rules_for(case.goal, case.athlete)
    ruler = Ruler.of(exercise, case.athlete, maximum)
    if ruler.fits(asked.load, rules.share[0] - 1e-5, rules.nominal_top + 1e-5):
        return []
    return [f"{asked.load} of {maximum} is out of band, not flagged"]


def _today(asked: Prescription, case: Drawn) -> list[str]:
    """Today's sets as they go: each further load can be put on and is no heavier."""
    exercise, done, told = C[case.exercise_id], list[LoggedSet](), list[str]()
    if asked.load is None:
        return []
    steps, at = load_steps(exercise, case.athlete), datetime(2026, 11, 24, 18, tzinfo=UTC)
    target = next_target(asked, exercise, case.athlete, ()).target
    for number, reps in enumerate(case.reps_today, 1):
        if target is None:
            break
        one = LoggedSet(number, 1, exercise.id, 0, number, SetKind.WORK, target.load, reps, at, target=target)
        done.append(replace(one, logged_at=at + timedelta(minutes=3 * number)))
        coming = next_target(asked, exercise, case.athlete, done).target
        if coming is not None and coming.load is not None and target.load is not None:
            if coming.load not in steps:
                told.append(f"set {number + 1}: {coming.load} cannot be loaded")
            if reps < target.reps and coming.load.g > target.load.g:
                told.append(f"set {number + 1}: {coming.load} after a miss at {target.load}")
        target = coming
    return told


def _swapped(case: Drawn) -> list[str]:
    found = alternatives(C[case.exercise_id], case.athlete, case.goal, case.history, C, TODAY, taken=True)
    return [told for other in found for told in _unloadable(other, case.athlete)]


def _goals(case: Drawn) -> list[str]:
    """Strength beside size without a past: fewer reps, longer rests, and heavier when neither is flagged."""
    size, strength = (_asked(case, goal, fresh=True) for goal in (Goal.HYPERTROPHY, Goal.STRENGTH))
    if C[case.exercise_id].pattern in (Pattern.CORE, Pattern.CARRY):
        return []  # trunk work is the same whatever the goal
    told = [] if strength.rest_s > size.rest_s else ["strength rests no longer than size"]
    if strength.reps >= size.reps:
        told.append("strength has no fewer reps than size")
    flagged = size.out_of_band or strength.out_of_band
    if size.load and strength.load and not flagged and strength.load.g <= size.load.g:
        told.append(f"strength {strength.load} is no heavier than size {size.load}")
    return told


def pass_over(examples: int, *, the_same: bool = False) -> float:
    """So many examples held, `the_same` ones each time; seconds taken. AssertionError with what is wrong."""

    @settings(
        max_examples=examples, deadline=None, database=None, derandomize=the_same,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(drawn())
    def holds(case: Drawn) -> None:
        told = wrongs(case)
        assert not told, told

    began = time.perf_counter()
    holds()
    return time.perf_counter() - began


def main(words: Sequence[str]) -> int:
    examples = int(words[0]) if words else 20_000
    seconds = pass_over(examples)
    print(f"{examples:,} cases of {len(LOADED)} exercises that take a load: all held, {seconds:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
