"""What people in a group say to each other, where a bot that may read along gets it all. Reads only.

What is said to the bot (a command, a reply to it, its name) is read in `wording.py` and `meaning.py`.
"""

from __future__ import annotations

from core.catalogue.search import resolve
from core.coach.exercises import exercises_of
from core.coach.own_names import LONGEST_NAME
from core.coach.words.talk import Message
from core.store.athletes import load_athlete
from core.store.logged_sets import set_corrected_by, sets_of_message
from core.store.port import Tx
from core.store.workouts import open_workout
from core.training.notation import set_reading as said
from core.training.set_notation import read_set
from core.units import Unit


def is_ones_set(tx: Tx, athlete_id: int, message: Message) -> bool:
    """Whether words said to nobody in particular are a whole set of the workout that runs in that chat.

    Load and reps, with or without the name of an exercise: `done`, `8` and all the rest may be said to a
    friend. An edit of a message that told of a set is about that set, whatever it says.
    """
    place = (message.chat_id, message.message_id)
    if sets_of_message(tx, athlete_id, *place) or set_corrected_by(tx, athlete_id, *place) is not None:
        return True
    workout = open_workout(tx, athlete_id)
    if workout is None or workout.chat_id != message.chat_id:
        return False
    reading = read_set(message.words, None, Unit.KG)
    if not isinstance(reading, said.Named):
        return isinstance(reading, said.Sets)
    whole = isinstance(read_set(reading.sets_text, None, Unit.KG), said.Sets)
    return whole and resolve(reading.exercise[:LONGEST_NAME], exercises_of(tx, athlete_id)) is not None


def is_known(tx: Tx, athlete_id: int) -> bool:
    """Whether somebody has an athlete's profile, and so perhaps a log to bring along."""
    return load_athlete(tx, athlete_id) is not None
