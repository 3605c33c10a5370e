"""What is known of an athlete today: the maxima they told of, moved by every set they have logged since.

Derived from the past, so that an undo, a correction or an import needs nothing put right (decision 002).
What was reckoned when a workout ended is kept, so that no plan pays for a year of sets; it counts only while
all it was reckoned from is the same. The rule itself is `core/training/past/learning.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

from core.catalogue import Catalogue
from core.model.athlete import Athlete, Freshness
from core.model.history import History
from core.store.imports import brought_at
from core.store.kept_maxima import keep_maxima, kept_maxima
from core.store.port import Tx
from core.training.past import learning


def informed(tx: Tx, athlete: Athlete, history: History, exercises: Catalogue) -> Athlete:
    """The athlete with every maximum as the logged sets have moved it, and first ones where sets show one.

    `athlete` is as they stand in the store, `history` their whole one. Only reads.
    """
    kept = kept_maxima(tx, athlete.id, _mark(athlete, history, exercises))
    if kept is not None:
        return replace(athlete, one_rep_maxes=kept)
    return learning.informed(athlete, history, exercises, _brought(tx, athlete, history))


def learned(tx: Tx, athlete: Athlete, history: History, exercises: Catalogue) -> Athlete:
    """`informed`, and what had to be reckoned is kept for the next time."""
    mark = _mark(athlete, history, exercises)
    kept = kept_maxima(tx, athlete.id, mark)
    if kept is not None:
        return replace(athlete, one_rep_maxes=kept)
    known = learning.informed(athlete, history, exercises, _brought(tx, athlete, history))
    keep_maxima(tx, athlete.id, mark, known.one_rep_maxes)
    return known


def _brought(tx: Tx, athlete: Athlete, history: History) -> Mapping[int, datetime]:
    """When workouts came as a file, looked up only where a maximum told as of now may not have known them."""
    told = [best.known_at.date() for best in athlete.one_rep_maxes if best.freshness is Freshness.NOW]
    latest = max(told, default=None)
    asks = latest is not None and any(one.elsewhere and one.trained_on < latest for one in history.workouts)
    return brought_at(tx, athlete.id) if asks else {}


def _mark(athlete: Athlete, history: History, exercises: Catalogue) -> str:
    """What maxima are reckoned from, in one word: the athlete, how much was trained, the rules.

    Sets of ended workouts that are changed, taken back or added drop what was kept (`core/store`).
    """
    workouts = history.workouts
    newest = workouts[-1].exercises[-1].sets[-1].id if workouts else 0
    told = (
        learning.RULES,
        athlete.one_rep_maxes,
        (athlete.level, athlete.unit, athlete.bodyweight_g),
        (athlete.wish, athlete.insists, athlete.health),
        (len(workouts), newest, len(exercises)),
    )
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()
