"""Looking exercises up: all an athlete has a word in, those some words could mean, one as they know it.

What they want of one is kept by `exercise_preferences.py`, new ones are added by `words/own_exercises.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from core.catalogue import Catalogue
from core.catalogue.search import find, of_muscle
from core.coach.exercise_preferences import wishes_of
from core.coach.exercises import exercises_of, keep_name
from core.coach.knowing import informed
from core.coach.past import history_of
from core.model.exercise import Exercise
from core.model.outcomes import Unlogged
from core.model.own_exercise import is_own
from core.model.repertoire import ExerciseCard, Found, Repertoire
from core.store.athletes import load_athlete
from core.store.logged_sets import last_sets_of_exercise
from core.store.own_exercises import exercise_preferences
from core.store.port import Tx
from core.store.workouts import aches
from core.training.loads.missing_max import working_max
from core.training.past.one_rep_max import shown_band

MOST_FOUND = 6
LONGEST_SEARCH = 100
_JUST_SO = 100.0


def repertoire(tx: Tx, athlete_id: int) -> Repertoire:
    """Favourites, own exercises, those never planned and those that hurt. Reads only."""
    exercises, wishes = exercises_of(tx, athlete_id), wishes_of(tx, athlete_id)
    return Repertoire(
        favourites=_known(wishes.favourites, exercises),
        own=tuple(one for one in exercises.values() if is_own(one)),
        never=_known(sorted(wishes.never), exercises),
        aching=_known(sorted(wishes.aching), exercises),
        sore=wishes.sore,
    )


def _known(exercise_ids: Iterable[str], exercises: Catalogue) -> tuple[Exercise, ...]:
    return tuple(exercises[one] for one in exercise_ids if one in exercises)


def known_of(tx: Tx, athlete_id: int, exercise_ids: tuple[str, ...]) -> tuple[Exercise, ...]:
    """These exercises, at most six. Reads only."""
    return _known(exercise_ids[:MOST_FOUND], exercises_of(tx, athlete_id))


def search(
    tx: Tx, athlete_id: int, words: str, typed: tuple[int, int], now: datetime
) -> Found | ExerciseCard | Unlogged:
    """Exercises that some words could mean, at most six; the one that is called just so is shown at once.

    Where none is called so the name is kept (`typed` is where it was said), so that it can be added.
    `stranger` has not been asked anything yet.
    """
    if load_athlete(tx, athlete_id) is None:
        return Unlogged.of("stranger")
    asked, exercises = " ".join(words.split())[:LONGEST_SEARCH], exercises_of(tx, athlete_id)
    matches = find(asked, MOST_FOUND, exercises)
    if training := of_muscle(asked, exercises):
        return Found(training[:MOST_FOUND])
    found = tuple(match.exercise for match in matches)
    if matches and matches[0].score >= _JUST_SO:
        is_called_so = found[0].name.casefold() == asked.casefold()
        return shown_exercise(tx, athlete_id, found[0].id) if is_called_so else Found(found)
    return Found(found, keep_name(tx, athlete_id, asked, typed, "", exercises, now))


def shown_exercise(tx: Tx, athlete_id: int, exercise_id: str) -> ExerciseCard | Unlogged:
    """One exercise as its athlete knows it; `no_exercise` for one they do not have. Reads only."""
    athlete, exercises = load_athlete(tx, athlete_id), exercises_of(tx, athlete_id)
    exercise = exercises.get(exercise_id)
    if athlete is None or exercise is None:
        return Unlogged.of("stranger" if athlete is None else "no_exercise")
    knowing = informed(tx, athlete, history_of(tx, athlete_id), exercises)
    known = working_max(exercise, knowing, exercises)
    best = known[0] if known else None
    return ExerciseCard(
        exercise=exercise,
        last_time=last_sets_of_exercise(tx, athlete_id, exercise_id, 0),
        best=best,
        between=None if best is None else shown_band(best),
        preference=exercise_preferences(tx, athlete_id).get(exercise_id),
        aching=exercise_id in aches(tx, athlete_id),
    )
