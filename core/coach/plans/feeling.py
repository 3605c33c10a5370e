"""A beginner who never said how an exercise went is asked at the next start, once, about one exercise.

The plan that begins stays as it was shown; what is answered counts from the next plan on.
Source: training.md 5.1.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.coach.exercises import exercises_of
from core.coach.past import history_of
from core.model.athlete import Athlete, EffortAsked, Level
from core.model.feeling import Felt
from core.model.history import History
from core.model.outcomes import Unlogged
from core.model.workout import Comfort, LoggedSet, Workout
from core.store.feeling import ask_about, asked_about, set_asked_about
from core.store.logged_sets import correct_set
from core.store.port import Tx
from core.training.goals import rules_for
from core.training.past.outcomes import untold_set

REMEMBERED = timedelta(days=14)  # older than that nobody can tell (ours)


def ask_felt(tx: Tx, athlete: Athlete, begun: Workout) -> Felt | None:
    """The first exercise of a workout that begins whose last set is asked about now; None when none is.

    What is asked about is marked, so that it is never asked about again. Who wants never to be asked isn't.
    """
    if athlete.level not in (None, Level.BEGINNER) or athlete.asks_effort is EffortAsked.NEVER:
        return None
    history = history_of(tx, athlete.id)
    for prescription in begun.session.prescriptions:
        done = _untold(history, prescription.exercise_id, athlete, begun.trained_on)
        if done is not None and ask_about(tx, athlete.id, done.id, begun.id):
            return _felt(tx, done, athlete.id)
    return None


def _untold(history: History, exercise_id: str, athlete: Athlete, today: date) -> LoggedSet | None:
    past = history.of_exercise(exercise_id)
    if not past or today - past[-1].trained_on > REMEMBERED:
        return None
    return untold_set(past[-1], rules_for(past[-1].goal, athlete))


def asked_felt(tx: Tx, athlete: Athlete, begun: Workout) -> Felt | None:
    """What was asked when a workout began, if it is still unanswered: told again to the same update."""
    done = asked_about(tx, athlete.id, begun.id)
    return None if done is None or done.reserve is not None else _felt(tx, done, athlete.id)


def say_how_it_felt(tx: Tx, athlete_id: int, set_id: int, comfort: Comfort | None) -> Felt | Unlogged:
    """Keep how a past set felt, None for not said; what was told before stays. `gone` when none was asked."""
    done = set_asked_about(tx, athlete_id, set_id)
    if done is None:
        return Unlogged.of("gone")
    if comfort is not None and done.reserve is None:
        done = replace(done, comfort=comfort)
        correct_set(tx, athlete_id, done)
    return _felt(tx, done, athlete_id)


def _felt(tx: Tx, done: LoggedSet, athlete_id: int) -> Felt:
    return Felt(exercises_of(tx, athlete_id).by_id(done.exercise_id), done)
