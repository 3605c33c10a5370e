"""The coach's brain without a chat: `python -m core.training --goal strength --one-rm squat=140kg`.

Prints the session that these facts alone give, each number with its reason. The only module in this
room that reads the catalogue; the rules themselves are handed it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NoReturn

from core.catalogue.loader import catalogue
from core.catalogue.search import resolve
from core.model.athlete import Athlete, Gear, Goal, Health, Level, OneRepMax, Provenance, Rack
from core.model.exercise import Exercise
from core.model.history import History
from core.model.session import Measure, Prescription
from core.training.loads.plates import plates_per_side
from core.training.loads.safety import beyond_anyone
from core.training.plain_reasons import sentence
from core.training.prescription.explaining import of_goal
from core.training.progress.foundation import gate, trained_goal
from core.training.session.planner import plan_session
from core.training.typed.plan_words import goal_of
from core.units import HEAVIEST_G, Load, Unit

ANY_DAY = datetime(2026, 1, 5, tzinfo=UTC)  # without a past every day is alike; no clock is read
_COUNTED = {Measure.REPS: "", Measure.SECONDS: " s", Measure.METRES: " m"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one session; 0 when there was one to print, 1 when the rules allow none."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    unit = Unit(asked.unit)
    try:
        maxima = _maxima(asked.one_rm, unit)
    except ValueError as unclear:
        parser.error(f"argument --one-rm: {unclear}")
    wish, level, exercises = asked.goal, Level(asked.level), catalogue()
    athlete = Athlete(
        id=0,
        chat_id=0,
        wish=wish,
        level=level,
        unit=unit,
        gear=Gear(asked.gear),
        days_per_week=asked.days,
        health=Health.CLEAR,
        rack=Rack.standard(unit),
        one_rep_maxes=maxima,
    )
    today, history = ANY_DAY.date(), History()
    trained = trained_goal(athlete, wish, gate(level, history, today, exercises, None))
    lines = [sentence(told) for told in trained.reasons]
    if trained.goal is not None:
        session = plan_session(athlete, trained.goal, history, exercises, today, minutes=asked.minutes)
        day = session.day.replace("_", " ")
        lines = [f"{trained.goal} · {day} · about {session.minutes} min".capitalize(), *lines]
        lines += [sentence(told) for told in session.notices]
        for prescription in session.prescriptions:
            lines += ["", *_told(prescription, exercises[prescription.exercise_id], athlete)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if trained.goal is not None else 1


class _OneLine(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """End the program with what is wrong in one line, the usage left to --help."""
        self.exit(2, f"{self.prog}: {message}. --help tells more.\n")


def _goal(told: str) -> Goal:
    """A goal by any word the chat understands."""
    found = goal_of(told)
    if found is None:
        names = ", ".join(goal.value for goal in Goal)
        raise argparse.ArgumentTypeError(f"{told!r} is no goal (choose from {names})")
    return found


def _day_count(told: str) -> int:
    if told in set("1234567"):
        return int(told)
    raise argparse.ArgumentTypeError(f"{told!r} is not a number of days, 1 to 7")


def _minute_count(told: str) -> int:
    if told.isdecimal() and 1 <= int(told[:4]) <= 600 and len(told) < 4:
        return int(told)
    raise argparse.ArgumentTypeError(f"{told!r} is not a number of minutes, 1 to 600")


def _parser() -> argparse.ArgumentParser:
    parser = _OneLine(prog="python -m core.training", description="Plan one session.")
    parser.add_argument("--goal", type=_goal, default=Goal.HYPERTROPHY, help="size, strength, foundation, …")
    parser.add_argument("--level", choices=[level.value for level in Level], default="intermediate")
    parser.add_argument("--one-rm", metavar="LIFTS", default="", help="known maxima: squat=140kg,bench=100kg")
    parser.add_argument("--unit", choices=[unit.value for unit in Unit], default=Unit.KG.value)
    parser.add_argument("--gear", choices=[gear.value for gear in Gear], default=Gear.FULL_GYM.value)
    parser.add_argument("--days", type=_day_count, default=3, help="training days a week, 1 to 7")
    parser.add_argument("--minutes", type=_minute_count, help="a time limit for the session")
    return parser


def _maxima(told: str, unit: Unit) -> tuple[OneRepMax, ...]:
    """All maxima told. ValueError, for a person to read, when one is not understood or told twice."""
    maxima = tuple(_maximum(one, unit, ANY_DAY) for one in told.split(",") if one)
    names = [best.exercise_id for best in maxima]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"{catalogue()[twice].name} stands twice")
    return maxima


def _maximum(told: str, unit: Unit, known_at: datetime) -> OneRepMax:
    """`squat=140kg` as a stated maximum. ValueError, for a person to read, when it is not understood."""
    name, _, number = told.partition("=")
    exercise = resolve(name.strip())
    if exercise is None:
        raise ValueError(f"no exercise called {name!r}")
    if not exercise.takes_load:
        raise ValueError(f"{exercise.name} takes no load, so it has no one-rep max")
    for known in Unit:
        if number.strip().lower().endswith(known.value):
            unit, number = known, number.strip()[: -len(known.value)]
    try:
        load = Load.of(number.strip(), unit)
    except ValueError:
        load = Load(0, unit)
    if not 0 < load.g <= HEAVIEST_G:
        raise ValueError(f"{told!r} is not like squat=140kg")
    if beyond_anyone(exercise, load):
        raise ValueError(f"{exercise.name} {load} is more than anyone has lifted")
    return OneRepMax(exercise.id, load, Provenance.STATED, known_at)


def _pace(tempo: str) -> str:
    if tempo == "X":
        return "as fast as safely possible, in good form"
    down, hold, up = tempo.split("/")
    return f"{down} s down, {hold} s hold, {up} s up"


def _told(asked: Prescription, exercise: Exercise, athlete: Athlete) -> list[str]:
    without = "a band" if exercise.by_band else "bodyweight"
    load = "a load to be found" if exercise.takes_load else without
    if asked.load is not None:
        load = str(asked.load) if asked.share is None else f"{asked.load} ({100 * asked.share:.0f} %)"
    count = f"{asked.reps}{_COUNTED[asked.measure]}"
    lines = [
        f"{exercise.name}: {asked.sets} × {count} @ {load} · rest {asked.rest_s} s · {_pace(asked.tempo)}"
    ]
    if asked.load is not None and athlete.rack is not None and exercise.uses_bar:
        side = plates_per_side(asked.load, athlete.rack) or ()
        lines.append("  A side: " + (" + ".join(f"{plate / 100:g}" for plate in side) or "the bar alone"))
    ramp = ", ".join(f"{one.load or 'bodyweight'} × {one.reps}" for one in asked.warm_ups)
    if ramp:
        lines.append(f"  Warm-up: {ramp}")
    if asked.loads_offered:
        lines.append("  Try one of: " + ", ".join(map(str, asked.loads_offered)))
    reasons = (*asked.reasons, *of_goal(asked))
    return [*lines, *(f"  {sentence(told, asked.measure)}" for told in reasons)]


if __name__ == "__main__":
    sys.exit(main())
