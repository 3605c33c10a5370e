"""Exercises of one's own, wishes about exercises, and a name nobody knows, read and written as frozen nouns.

What hurts is read in `workouts.py`, where it is written with a pain report; here it is forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.model.exercise import Exercise
from core.model.own_exercise import OWN_PREFIX, Kit, Trains, own_exercise
from core.model.repertoire import Preference
from core.store.moments import from_ms, to_ms
from core.store.port import Tx
from core.store.sequences import next_id


@dataclass(frozen=True, slots=True)
class Named:
    """The unknown name an athlete typed last: where, with which sets, and the exercise it has become."""

    chat_id: int
    message_id: int
    name: str
    sets_text: str
    named_at: datetime
    exercise_id: str | None = None


def own_exercises(tx: Tx, athlete_id: int) -> tuple[Exercise, ...]:
    """The exercises an athlete has added, oldest first."""
    rows = tx.many("own_exercises_of", athlete_id=athlete_id)
    return tuple(
        own_exercise(row["exercise_id"], row["name"], Trains(row["trains"]), Kit(row["kit"])) for row in rows
    )


def own_descriptions(tx: Tx, athlete_id: int) -> list[tuple[str, str, Trains, Kit]]:
    """Id, name, what it trains and with what, of every exercise an athlete has added."""
    return [
        (row["exercise_id"], row["name"], Trains(row["trains"]), Kit(row["kit"]))
        for row in tx.many("own_exercises_of", athlete_id=athlete_id)
    ]


def add_own_exercise(tx: Tx, athlete_id: int, name: str, trains: Trains, kit: Kit, now: datetime) -> Exercise:
    """Keep a new exercise of an athlete under an id that nobody else has."""
    exercise_id = f"{OWN_PREFIX}{next_id(tx, 'own_exercise')}"
    tx.do(
        "own_exercise_add",
        athlete_id=athlete_id,
        exercise_id=exercise_id,
        name=name,
        trains=trains.value,
        kit=kit.value,
        added_at=to_ms(now),
    )
    return own_exercise(exercise_id, name, trains, kit)


def exercise_preferences(tx: Tx, athlete_id: int) -> dict[str, Preference]:
    """What an athlete wants of exercises in plans, the newest wish first."""
    rows = tx.many("exercise_preferences_of", athlete_id=athlete_id)
    return {row["exercise_id"]: Preference(row["preference"]) for row in rows}


def keep_preference(
    tx: Tx, athlete_id: int, exercise_id: str, preference: Preference | None, now: datetime
) -> None:
    """Keep a wish in place of the one before; None forgets it."""
    if preference is None:
        tx.do("exercise_preference_drop", athlete_id=athlete_id, exercise_id=exercise_id)
        return
    tx.do(
        "exercise_preference_keep",
        athlete_id=athlete_id,
        exercise_id=exercise_id,
        preference=preference.value,
        since=to_ms(now),
    )


def forget_ache(tx: Tx, athlete_id: int, exercise_id: str) -> bool:
    """It hurts no longer; False when it was not known to."""
    return tx.do("ache_drop", athlete_id=athlete_id, exercise_id=exercise_id) > 0


def keep_unfamiliar(tx: Tx, athlete_id: int, named: Named) -> None:
    """Remember a name nobody knows; the one before is forgotten."""
    tx.do(
        "unfamiliar_name_keep",
        athlete_id=athlete_id,
        chat_id=named.chat_id,
        message_id=named.message_id,
        name=named.name,
        sets_text=named.sets_text,
        named_at=to_ms(named.named_at),
    )


def unfamiliar_of(tx: Tx, athlete_id: int, message_id: int) -> Named | None:
    """The unknown name a message said, None when another came after it."""
    row = tx.one("unfamiliar_name_of", athlete_id=athlete_id)
    if row is None or row["message_id"] != message_id:
        return None
    return Named(
        chat_id=row["chat_id"],
        message_id=row["message_id"],
        name=row["name"],
        sets_text=row["sets_text"],
        named_at=from_ms(row["named_at"]),
        exercise_id=row["exercise_id"],
    )


def has_become(tx: Tx, athlete_id: int, message_id: int, exercise_id: str) -> None:
    """The unknown name is this exercise now."""
    tx.do("unfamiliar_name_became", athlete_id=athlete_id, message_id=message_id, exercise_id=exercise_id)
