"""A superset said in words: two exercises of the open workout done in turn, where the goal allows it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from core.catalogue.search import named_alone, resolve
from core.coach.exercises import exercises_of
from core.coach.own_names import LONGEST_NAME
from core.coach.workout.resting import bring_next_card, watch_idle
from core.coach.workout.scene import Scene, open_scene, with_session
from core.coach.workout.standing import still_open, upcoming
from core.model.outcomes import Unlogged
from core.model.pairing import Paired
from core.model.workout import Slot
from core.store.port import Tx
from core.training.notation.numerals import plain
from core.training.session.routines import PAIRED_GOALS

LONGEST_SAID = 120
_AND = r" ?(?:\band\b|\bwith\b|\bund\b|\bmit\b|&|\+|/|,) ?"
_SUPERSET = r"(?:super[ -]?sets?|supers[aä]tz(?:e|en)?)"
_PLEASE = r"(?: please| bitte)?"
# No digits: `superset 80x8` is about a set.
_FIRST, _SECOND = r"(?P<first>[^\d]+?)", r"(?P<second>[^\d]+?)"
_SAID = re.compile(
    r"(?:please |bitte |(?:can|could) (?:i|we|you) |let'?s |i(?:'d| would)? (?:want|like) to |(?:do|make) )*"
    rf"(?:(?:an? |einen? )?{_SUPERSET}(?: of| with| mit| aus)?:? |pair )"
    rf"{_FIRST}(?:{_AND}{_SECOND})?{_PLEASE}"
)
_BEHIND = re.compile(
    rf"{_FIRST}{_AND}{_SECOND} (?:(?:as|in|for|als|im) )?(?:an? |einen? )?{_SUPERSET}{_PLEASE}"
)


def pair_said(words: str) -> tuple[str, str] | None:
    """The two names of `superset bench and row`; the first is empty where one alone is named. Else None."""
    heard = " ".join((plain(words) or "").split()).rstrip(".!? ")
    if len(heard) > LONGEST_SAID:
        return None
    found = _BEHIND.fullmatch(heard) or _SAID.fullmatch(heard)
    if found is None:
        return None
    first, second = found["first"], found["second"]
    if second is None and heard.startswith("pair "):
        return None  # "pair of dumbbells"
    return ("", first) if second is None else (first, second)


def pair_up(tx: Tx, athlete_id: int, names: tuple[str, str], now: datetime) -> Paired | Unlogged:
    """Do two exercises still to come in turn; an empty first name is the one in hand. Done sets stay.

    `pair_free`: free training has no order. `pair_unknown` names what no set is left of, `pair_of_one` is one
    exercise twice, `pair_apart` a goal whose rests are whole. Source: training.md 4.4, 6.5.
    """
    scene = open_scene(tx, athlete_id, None, now)
    if isinstance(scene, Unlogged):
        return scene
    if scene.workout.session.is_free:
        return Unlogged.of("pair_free")
    coming = upcoming(scene.workout, scene.athlete)
    if coming is None:
        return Unlogged.of("nothing_left")
    places = []
    for name in names:
        place = _place_of(scene, name) if name else coming.slot.exercise_index
        if place is None:
            return Unlogged.of("pair_unknown", name=name[:LONGEST_NAME])
        places.append(place)
    asked = scene.workout.session.prescriptions
    if places[0] == places[1]:
        return Unlogged.of("pair_of_one")
    if any(asked[place].goal not in PAIRED_GOALS for place in places):
        return Unlogged.of("pair_apart")
    scene = scene if tx.repeat else _in_turn(scene, places)
    first, second = (exercises_of(tx, athlete_id).by_id(asked[place].exercise_id) for place in places)
    after = upcoming(scene.workout, scene.athlete)
    moved = after is not None and after.slot != coming.slot
    if moved:  # between the two of a pair lies no rest
        bring_next_card(scene, Slot(coming.slot.exercise_index, 0), "paired")
    if not tx.repeat:
        watch_idle(scene)
    return Paired(scene.workout.id, first, second, moved)


def _place_of(scene: Scene, name: str) -> int | None:
    """Where an exercise that is still to come stands: the one called so, else one that moves alike."""
    exercises = exercises_of(scene.tx, scene.athlete.id)
    meant = named_alone(name[:LONGEST_NAME], exercises) or resolve(name[:LONGEST_NAME], exercises)
    if meant is None:
        return None
    asked = scene.workout.session.prescriptions
    left = tuple(still_open(scene.workout, scene.athlete))
    same = (one for one in left if asked[one].exercise_id == meant.id)
    # "row" before a cable row: lifters say the short name of whatever row stands in the plan
    alike = (one for one in left if exercises.by_id(asked[one].exercise_id).pattern is meant.pattern)
    return next(same, next(alike, None) if meant.compound else None)


def _in_turn(scene: Scene, places: list[int]) -> Scene:
    """The session with both in one pair of their own; whoever was paired with one of them stands alone."""
    session = scene.workout.session
    asked = list(session.prescriptions)
    left_alone = {asked[place].superset for place in places} - {None}
    number = max((one.superset for one in asked if one.superset is not None), default=-1) + 1
    for at, one in enumerate(asked):
        if at in places:
            asked[at] = replace(one, superset=number)
        elif one.superset in left_alone:
            asked[at] = replace(one, superset=None)
    return with_session(scene, replace(session, prescriptions=tuple(asked)))
