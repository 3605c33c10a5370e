"""A rest of one's own for one exercise: `/rest 120 bench`. The rest of a goal is `habits.py`'s.

A set's own rest (`+30 s`, `/rest 90`) comes before it, the goal's after it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.own_names import LONGEST_NAME
from core.coach.settings.habits import rested, settled
from core.coach.workout.resting import rest_by_hand, rest_off
from core.coach.workout.scene import Scene, open_scene, with_session
from core.model.athlete import Athlete, Goal
from core.model.exercise import Exercise
from core.model.exercise_rest import ExerciseRest
from core.model.outcomes import Rest, Unlogged
from core.store.athletes import load_athlete
from core.store.port import Tx
from core.training.goals import rules_for
from core.training.typed.gym_words import Misread, read_rest

_OFF = ("off", "stop", "aus", "stopp")


def rest_told(
    tx: Tx, athlete_id: int, chat_id: int, words: str, now: datetime
) -> Rest | ExerciseRest | Unlogged | None:
    """What `/rest` says: the rest of one exercise (`120 bench`), else a timer by hand (`90`); None: `off`."""
    if words.casefold() in _OFF:
        return rest_off(tx, athlete_id, now)
    named = _named(tx, athlete_id, words) if words else None
    if named is None:
        return rest_by_hand(tx, athlete_id, chat_id, words, now)
    return tell_exercise_rest(tx, athlete_id, *named, now)


def tell_exercise_rest(
    tx: Tx, athlete_id: int, exercise: Exercise, told: int | Misread | None, now: datetime
) -> ExerciseRest | Unlogged:
    """Keep an exercise's rest in seconds, 0 for none of its own; None only tells what is kept.

    An open workout goes on with a rest that was set; one taken off stays until the next plan.
    `how_to_rest` answers what is no rest, `stranger` as everywhere.
    """
    athlete = load_athlete(tx, athlete_id)
    if athlete is None:
        return Unlogged.of("stranger")
    if isinstance(told, Misread):
        return Unlogged.of("how_to_rest")
    if told is not None:
        athlete = _kept(tx, athlete, exercise, told, now)
    goal = athlete.wish or Goal.FOUNDATION
    rest_s = dict(athlete.exercise_rests).get(exercise.id)
    return ExerciseRest(exercise, rest_s, goal, rules_for(goal, athlete).rest_s)


def _named(tx: Tx, athlete_id: int, words: str) -> tuple[Exercise, int | Misread | None] | None:
    """The exercise and its rest in seconds, 0 for none of its own, None for words without a rest."""
    pieces, exercises = words.split(), exercises_of(tx, athlete_id)
    for cut in (1, 2, len(pieces) - 1, len(pieces) - 2):
        if not 0 < cut < len(pieces):
            continue
        for rest, name in (
            (" ".join(pieces[:cut]), " ".join(pieces[cut:])),
            (" ".join(pieces[cut:]), " ".join(pieces[:cut])),
        ):
            told = 0 if rest.casefold() in _OFF else read_rest(rest)
            exercise = None if told is Misread.NOT_UNDERSTOOD else resolve(name[:LONGEST_NAME], exercises)
            if exercise is not None:
                return exercise, told
    whole = resolve(words[:LONGEST_NAME], exercises)
    return None if whole is None else (whole, None)


def _kept(tx: Tx, athlete: Athlete, exercise: Exercise, rest_s: int, now: datetime) -> Athlete:
    rests = {**dict(athlete.exercise_rests), exercise.id: rest_s}
    kept = tuple(sorted((name, each) for name, each in rests.items() if each))
    after = settled(tx, athlete, replace(athlete, exercise_rests=kept), now)
    scene = open_scene(tx, athlete.id, None, now)
    if rest_s and isinstance(scene, Scene) and not tx.repeat:
        session = scene.workout.session
        asked = tuple(
            rested(one, rest_s) if one.exercise_id == exercise.id else one for one in session.prescriptions
        )
        with_session(scene, replace(session, prescriptions=asked))
    return after
