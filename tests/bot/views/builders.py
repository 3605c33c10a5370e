"""Outcome values as the coach gives them, each field with what a usual bench day says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.callbacks import encode
from bot.terminal.html import parse_html
from bot.views.view import View
from core.catalogue import catalogue
from core.model.athlete import Goal, Level
from core.model.exercise import Exercise
from core.model.outcomes import Planned, Recap, Rest, SetCard, SetLogged
from core.model.session import Prescription, Session, SetTarget
from core.model.workout import LoggedSet, SetKind, Workout, WorkoutState
from core.training.notation.set_reading import Asked
from core.units import Load, Unit

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
KG80 = Load.kg(80)


def ex(exercise_id: str) -> Exercise:
    return catalogue()[exercise_id]


def asked(exercise_id: str = "bench_press", **changes: Any) -> Prescription:
    """4 × 10 @ 80 kg, or as changed; what reps count follows the exercise."""
    usual: dict[str, Any] = {
        "goal": Goal.HYPERTROPHY, "sets": 4, "reps": 10, "rest_s": 60, "load": KG80,
        "measure": ex(exercise_id).measure,
    }  # fmt: skip
    return Prescription(exercise_id, **(usual | changes))


def card(exercise_id: str = "bench_press", set_number: int = 1, **changes: Any) -> SetCard:
    """The card of one set; `load`, `reps` and `sets` go into what is asked, the rest onto the card."""
    wanted = {name: changes.pop(name) for name in ("load", "reps", "sets") if name in changes}
    told = changes.pop("prescription", None) or asked(exercise_id, **wanted)
    usual = SetCard(
        7, 0, set_number, told.sets, ex(exercise_id), 1, 1, told, SetTarget(told.load, told.reps, told.rest_s)
    )
    return replace(usual, **changes)


def done(
    reps: int = 10,
    load: Load | None = KG80,
    exercise_id: str = "bench_press",
    set_number: int = 1,
    **changes: Any,
) -> LoggedSet:
    usual: dict[str, Any] = {"kind": SetKind.WORK, "logged_at": NOW, "measure": ex(exercise_id).measure}
    return LoggedSet(
        set_number, 7, exercise_id, changes.pop("exercise_index", 0), set_number,
        load=load, reps=reps, **(usual | changes),
    )  # fmt: skip


def all_done(
    loads_and_reps: list[tuple[Load | None, int]], exercise_id: str = "bench_press"
) -> tuple[LoggedSet, ...]:
    return tuple(done(reps, load, exercise_id, place) for place, (load, reps) in enumerate(loads_and_reps, 1))


def workout(*prescriptions: Prescription, goal: Goal = Goal.HYPERTROPHY) -> Workout:
    session = Session(goal, "upper_a", prescriptions or (asked(),), 30)
    return Workout(7, 1, 1, session, WorkoutState.OPEN, NOW, TODAY)


def logged(
    *sets: LoggedSet, next_card: SetCard | None = None, rest_s: int | None = 60, **changes: Any
) -> SetLogged:
    """A set just logged; with `rest_s` a rest runs from then."""
    last = sets[-1]
    told = changes.pop("prescription", None) or asked(last.exercise_id)
    rest = None if rest_s is None else Rest(NOW + timedelta(seconds=rest_s), 0, last.set_number)
    usual: dict[str, Any] = {
        "done": sets, "next_card": next_card, "rest": rest, "zone": "Europe/Berlin",
        "exercise_over": next_card is None, "card": (1, 900),
    }  # fmt: skip
    return SetLogged(workout(told), sets, ex(last.exercise_id), told, **(usual | changes))


def recap(**changes: Any) -> Recap:
    bench = all_done([(KG80, 10), (KG80, 8), (Load.kg(75), 8), (Load.kg(75), 8)])
    usual: dict[str, Any] = {
        "workout": workout(), "goal": Goal.HYPERTROPHY, "minutes": 31, "sets": 4, "tonnage_g": 5_140_000,
        "unit": Unit.KG, "lines": ((ex("bench_press"), bench),), "workouts_this_week": 1,
    }  # fmt: skip
    return Recap(**(usual | changes))


def planned(*prescriptions: Prescription, **changes: Any) -> Planned:
    """A plan of these prescriptions, by default bench and row."""
    told = prescriptions or (asked(share=0.8), asked("barbell_row", load=Load.kg("72.5"), share=0.81))
    goal, notices = changes.pop("goal", Goal.HYPERTROPHY), changes.pop("notices", ())
    session = Session(goal, changes.pop("day", "upper_a"), told, 30, notices)
    usual: dict[str, Any] = {
        "exercises": tuple(ex(one.exercise_id) for one in told), "last_time": ((),) * len(told),
        "wish": goal, "level": Level.INTERMEDIATE, "unit": Unit.KG, "planned_on": TODAY, "today": TODAY,
        "maxes": (None,) * len(told),
    }  # fmt: skip
    return Planned(5, session, **(usual | changes))


def read_against(exercise_id: str, load: Load | None, reps: int) -> Asked:
    """What a typed text would be read against, were this set in hand."""
    exercise = ex(exercise_id)
    return Asked(
        load=load,
        reps=reps,
        takes_load=exercise.takes_load,
        measure=exercise.measure,
        bodyweight=exercise.by_body,
    )


def labels(view: View) -> list[list[str]]:
    """A view's buttons as the athlete sees them."""
    return [[button.label for button in row] for row in view.rows]


def plain(view: View) -> str:
    """A view's text as it stands on a phone."""
    return parse_html(view.text)[0]


PHONE_LINES, LINE_LETTERS, BUTTON_LETTERS = 26, 42, 40


def assert_fits_a_phone(view: View) -> None:
    """Telegram would take it, it is no taller than a screen, and no button is empty or too long."""
    shown = plain(view)
    wrapped = sum(max(1, -(-len(line) // LINE_LETTERS)) for line in shown.split("\n"))
    assert 0 < wrapped <= PHONE_LINES, shown
    assert all(view.rows), labels(view)
    for row in view.rows:
        assert sum(len(button.label) for button in row) <= 2 * BUTTON_LETTERS, row
        for button in row:
            assert 0 < len(button.label) <= BUTTON_LETTERS, button
            assert button.press is not None
            encode(button.press)
