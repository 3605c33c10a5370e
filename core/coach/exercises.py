"""The exercises one athlete can do and name: the catalogue's and their own. Every use case asks here.

Adding one of one's own is `words/own_exercises.py`, wishes about them `exercise_preferences.py`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from core.catalogue import Catalogue, catalogue
from core.catalogue.search import find, of_muscle, resolve
from core.coach.own_names import LONGEST_NAME, clean_name
from core.model.exercise import Exercise
from core.model.repertoire import Unfamiliar
from core.store.own_exercises import Named, keep_unfamiliar, own_exercises
from core.store.port import Tx

MOST_NEAR = 3
MOST_MEANT = 6
AS_LIKELY = 10.0  # of a hundred: nearer to the best match than this, a name fits as well (our choice)


def exercises_of(tx: Tx, athlete_id: int) -> Catalogue:
    """All exercises of an athlete, their own ones last: one read."""
    return known_with(own_exercises(tx, athlete_id))


def done_and_meant(name: str, exercises: Catalogue, done: Collection[str]) -> Exercise | None:
    """What a name means beside sets that were done: of several that fit as well, one the athlete does.

    A name that is quite another exercise's stays that one's: `plank` is no bench press. A muscle's name means
    what trains it. None: it fits none.
    """
    sure = resolve(name, exercises)
    if sure is not None and sure.id in done:  # looking at all names that are near takes 2 ms
        return sure
    matches = find(name, MOST_MEANT, exercises)
    fits = [match.exercise for match in matches if match.score > matches[0].score - AS_LIKELY]
    meant = (*fits, *of_muscle(name, exercises))
    return next((one for one in meant if one.id in done), meant[0] if meant else None)


@lru_cache(maxsize=64)
def known_with(own: tuple[Exercise, ...]) -> Catalogue:
    """The catalogue with somebody's own exercises; a name that the catalogue has taken since is told apart.

    For the same exercises it is the same object, so that rules and search keep their indices of it.
    """
    taken = {name.casefold() for known in catalogue().values() for name in (known.name, *known.aliases)}
    return catalogue().with_own(
        replace(one, name=f"{one.name} (own)") if one.name.casefold() in taken else one for one in own
    )


def named(
    tx: Tx, athlete_id: int, name: str, typed: tuple[int, int], sets_text: str, now: datetime
) -> Exercise | Unfamiliar:
    """The exercise a lifter's words surely mean; else the name is kept, with the sets typed beside it.

    `typed` is the (chat, message) that says it. What is kept serves the buttons of `Unfamiliar`.
    """
    exercises = exercises_of(tx, athlete_id)
    found = resolve(name[:LONGEST_NAME], exercises)
    return found or keep_name(tx, athlete_id, name, typed, sets_text, exercises, now)


def keep_name(
    tx: Tx,
    athlete_id: int,
    name: str,
    typed: tuple[int, int],
    sets_text: str,
    exercises: Catalogue,
    now: datetime,
) -> Unfamiliar:
    """Remember a name nobody knows, and say what it could mean."""
    cleaned = clean_name(name)
    shown = cleaned or " ".join(name.split())[:LONGEST_NAME]
    if not tx.repeat:
        keep_unfamiliar(tx, athlete_id, Named(*typed, shown, sets_text, now))
    near = tuple(match.exercise for match in find(shown, MOST_NEAR, exercises))
    return Unfamiliar(shown, near, typed[1], cleaned is not None, bool(sets_text))
