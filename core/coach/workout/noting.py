"""A note beside an exercise (`note: seat 4`): kept, shown on its cards, changed by a new one, taken away."""

from __future__ import annotations

from datetime import datetime

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.own_names import LONGEST_NAME
from core.model.exercise import Exercise
from core.model.outcomes import Noted, Unlogged
from core.store.athletes import load_athlete
from core.store.exercise_notes import keep_note
from core.store.port import Tx
from core.training.notation.set_reading import Note


def take_note(
    tx: Tx, athlete_id: int, note: Note, in_hand: Exercise | None, now: datetime
) -> Noted | Unlogged:
    """Keep a note with the exercise it names, else with the one in hand.

    `note_which` asks for an exercise where none is in hand, `note_unknown` is a name nobody knows.
    """
    if load_athlete(tx, athlete_id) is None:
        return Unlogged.of("stranger")
    exercise = in_hand
    if note.exercise:
        exercise = resolve(note.exercise[:LONGEST_NAME], exercises_of(tx, athlete_id))
        if exercise is None:
            return Unlogged.of("note_unknown", name=note.exercise)
    if exercise is None:
        return Unlogged.of("note_which")
    keep_note(tx, athlete_id, exercise.id, note.text, now)
    return Noted(exercise, note.text)
