"""Which exercise another app's name is: surely, perhaps one of some, or a new one of the athlete's own.

`Bench Press (Barbell)` is a name with its equipment. Only a name that is exactly known is taken without
asking: nothing is renamed silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from core.catalogue import Catalogue, find
from core.coach.own_names import MOST_OWN, kept_name
from core.model.exercise import Exercise
from core.model.importing import OWN, ImportedName
from core.model.own_exercise import Kit, Trains, is_own

MOST_NEAR = 3
_SURE = 100.0
_NEAR = 68.0
_LOOKED_AT = 6
_FEWEST_LETTERS = 4
_KITS = {
    "barbell": Kit.BARBELL, "langhantel": Kit.BARBELL, "dumbbell": Kit.DUMBBELLS, "kurzhantel": Kit.DUMBBELLS,
    "kettlebell": Kit.KETTLEBELL, "machine": Kit.MACHINE, "maschine": Kit.MACHINE, "cable": Kit.MACHINE,
    "kabel": Kit.MACHINE, "smith machine": Kit.MACHINE, "band": Kit.BAND, "bodyweight": Kit.BODY,
}  # fmt: skip
_EQUIPMENT = {
    Kit.BARBELL: "barbell", Kit.DUMBBELLS: "dumbbell", Kit.KETTLEBELL: "kettlebell", Kit.BAND: "band",
    Kit.BODY: "bodyweight",
}  # fmt: skip
# What apps call exercises that our catalogue names otherwise.
_ELSEWHERE = {
    "flat barbell bench press": "bench_press", "bent over row (barbell)": "barbell_row",
    "bankdrücken (langhantel)": "bench_press", "kniebeuge (langhantel)": "back_squat",
    "kreuzheben (langhantel)": "deadlift", "klimmzug": "pull_up", "liegestütz": "push_up",
    "bicep curl (barbell)": "barbell_curl", "incline bench press (dumbbell)": "incline_dumbbell_press",
    "flat dumbbell bench press": "dumbbell_bench_press", "skullcrusher (barbell)": "lying_triceps_extension",
    "seated overhead press (dumbbell)": "seated_dumbbell_shoulder_press",
    "seated dumbbell press": "seated_dumbbell_shoulder_press",
    "schulterdrücken (kurzhantel)": "seated_dumbbell_shoulder_press",
    "shoulder press (machine plates)": "machine_shoulder_press",
    "seated shoulder press (machine)": "machine_shoulder_press",
    "rear delt reverse fly (dumbbell)": "rear_delt_fly", "preacher curl (barbell)": "preacher_curl",
    "bent over one arm row (dumbbell)": "one_arm_dumbbell_row", "iso-lateral row (machine)": "machine_row",
    "chest supported incline row (dumbbell)": "chest_supported_dumbbell_row",
    "seated cable row - v grip (cable)": "seated_cable_row", "cable fly crossovers": "cable_crossover",
    "lat pulldown - close grip (cable)": "close_grip_pulldown", "ez bar biceps curl": "barbell_curl",
    "lying triceps extension (barbell)": "lying_triceps_extension",
    "ez-bar skullcrusher": "lying_triceps_extension", "stiff-legged deadlift": "stiff_leg_deadlift",
    "triceps rope pushdown": "triceps_pushdown", "v-bar push down": "triceps_pushdown",
    "triceps dip": "chest_dip", "parallel bar triceps dip": "chest_dip", "dip (weighted)": "chest_dip",
    "chest dip (weighted)": "chest_dip", "triceps dip (weighted)": "chest_dip",
    "back extension (hyperextension)": "back_extension",
    "hip abductor (machine)": "hip_abduction_machine", "hip adductor (machine)": "hip_adduction_machine",
}  # fmt: skip
# The first word that stands in a name tells what it trains; the longer ones come first.
_TRAINS = (
    ("reverse fly", Trains.SHOULDERS), ("rear delt", Trains.SHOULDERS), ("upright row", Trains.SHOULDERS),
    ("calf press", Trains.CALVES), ("leg raise", Trains.TRUNK), ("knee raise", Trains.TRUNK),
    ("shrug", Trains.CARRY),
    ("split squat", Trains.LUNGE), ("step", Trains.LUNGE), ("ausfallschritt", Trains.LUNGE),
    ("wade", Trains.CALVES), ("bizeps", Trains.BICEPS), ("trizeps", Trains.TRICEPS),
    ("kniebeuge", Trains.SQUAT), ("beinpresse", Trains.SQUAT), ("kreuzheben", Trains.HINGE),
    ("beinstrecker", Trains.THIGHS), ("beinbeuger", Trains.HAMSTRINGS), ("schulterdrück", Trains.PRESS),
    ("bankdrück", Trains.PUSH), ("rudern", Trains.ROW), ("latzug", Trains.PULL_DOWN),
    ("klimmz", Trains.PULL_DOWN), ("seitheben", Trains.SHOULDERS), ("butterfly", Trains.CHEST),
    ("adduct", Trains.GLUTES), ("abduct", Trains.GLUTES), ("bridge", Trains.GLUTES),
    ("military press", Trains.PRESS), ("push press", Trains.PRESS), ("jerk", Trains.PRESS),
    ("clean", Trains.HINGE), ("snatch", Trains.HINGE), ("pullover", Trains.PULL_DOWN),
    ("twist", Trains.TRUNK), ("rollout", Trains.TRUNK), ("bauch", Trains.TRUNK),
    ("leg press", Trains.SQUAT), ("leg curl", Trains.HAMSTRINGS), ("leg extension", Trains.THIGHS),
    ("calf", Trains.CALVES), ("wrist", Trains.FOREARMS), ("pushdown", Trains.TRICEPS),
    ("tricep", Trains.TRICEPS), ("skull", Trains.TRICEPS), ("curl", Trains.BICEPS),
    ("bicep", Trains.BICEPS), ("lunge", Trains.LUNGE),
    ("step up", Trains.LUNGE), ("squat", Trains.SQUAT), ("deadlift", Trains.HINGE), ("swing", Trains.HINGE),
    ("good morning", Trains.HINGE), ("hip thrust", Trains.GLUTES), ("glute", Trains.GLUTES),
    ("kickback", Trains.GLUTES), ("pulldown", Trains.PULL_DOWN), ("pull up", Trains.PULL_DOWN),
    ("chin up", Trains.PULL_DOWN), ("row", Trains.ROW), ("fly", Trains.CHEST), ("pec deck", Trains.CHEST),
    ("chest", Trains.PUSH), ("bench", Trains.PUSH), ("push up", Trains.PUSH), ("dip", Trains.PUSH),
    ("shoulder press", Trains.PRESS), ("overhead", Trains.PRESS), ("raise", Trains.SHOULDERS),
    ("crunch", Trains.TRUNK), ("plank", Trains.TRUNK), ("sit up", Trains.TRUNK), ("ab ", Trains.TRUNK),
    ("carry", Trains.CARRY), ("walk", Trains.CARRY), ("press", Trains.PUSH), ("pull", Trains.PULL_DOWN),
)  # fmt: skip
_IN_BRACKETS = re.compile(r"(?P<what>.+?) \((?P<kit>[^()]+)\)")


_NOT_DONE_WITH = 15.0  # points off for an exercise that is not done with what the name says
_SURE_SLIP = 99.0  # `find`'s score of a typing slip
_LIKELY, _AHEAD = 95.0, 5.0  # points of the first, and before the second, for it to be what is meant
_KIT_LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Matched:
    """What a name can be: `exercise_id` where that is sure, else the `near` ones, the nearest first.

    `likely` says that the nearest is so near that it is proposed, and asked about.
    """

    exercise_id: str | None
    near: tuple[str, ...] = ()
    likely: bool = False


def matched(name: str, exercises: Catalogue) -> Matched:
    """The exercise of a name in another app's words, or the ones that come near it."""
    known = _ELSEWHERE.get(name.casefold())
    if known is not None:
        return Matched(known)
    if sum(sign.isalpha() for sign in name) < _FEWEST_LETTERS:
        return Matched(None)
    ways = [name]
    if bracketed := _IN_BRACKETS.fullmatch(name):
        ways += [f"{bracketed['kit']} {bracketed['what']}", bracketed["what"]]
    kit = _kit_of(bracketed["kit"]) if bracketed else _kit_in(name)
    is_plain = bracketed is None or bracketed["kit"].casefold() in _KITS
    scores: dict[str, float] = {}
    for way in ways:
        found = find(way, _LOOKED_AT, exercises)
        sure = bool(found) and found[0].score >= _SURE
        if sure and (way is not ways[-1] or (is_plain and _is_done_with(found[0].exercise, kit))):
            return Matched(found[0].exercise.id)
        for match in found:
            score = match.score - (0.0 if _is_done_with(match.exercise, kit) else _NOT_DONE_WITH)
            scores[match.exercise.id] = max(scores.get(match.exercise.id, 0.0), score)
    if bracketed is None and (found_id := _told_apart(name, exercises)) is not None:
        return Matched(found_id)
    return _nearest(scores, known_kit=kit is not None or bracketed is None)


def _told_apart(name: str, exercises: Catalogue) -> str | None:
    """The exercise of `Barbell Front Squat`, `Leg Extension Machine`: read as `Front Squat (Barbell)` is."""
    for word in sorted(_KITS, key=len, reverse=True):
        what, count = re.subn(rf"\b{word}\b", " ", name, flags=re.IGNORECASE)
        if count == 1 and what.strip():
            return matched(f"{' '.join(what.split())} ({word})", exercises).exercise_id
    return None


def _nearest(scores: Mapping[str, float], *, known_kit: bool) -> Matched:
    ranked = sorted((one for one in scores if scores[one] >= _NEAR), key=lambda one: -scores[one])
    if not ranked:
        return Matched(None)
    first, second = scores[ranked[0]], scores[ranked[1]] if len(ranked) > 1 else 0.0
    likely = first >= _SURE_SLIP or (first >= _LIKELY and first - second >= _AHEAD)
    return Matched(None, tuple(ranked[:MOST_NEAR]), likely and known_kit)


def _kit_of(word: str) -> Kit | None:
    """The equipment a name has in brackets, a typing slip forgiven."""
    said = word.casefold()
    nearest = get_close_matches(said, _KITS, 1, _KIT_LIKE)
    return _KITS[nearest[0]] if nearest else _kit_in(said)


def _kit_in(name: str) -> Kit | None:
    said = name.casefold()
    return next((kit for word, kit in _KITS.items() if word in said), None)


def _is_done_with(exercise: Exercise, kit: Kit | None) -> bool:
    """Whether an exercise is done with the equipment of a name; with none told it may be any."""
    if kit is None:
        return True
    if kit is Kit.MACHINE:
        return not {"barbell", "dumbbell", "kettlebell", "bodyweight", "band"} & set(exercise.equipment)
    return _EQUIPMENT[kit] in exercise.equipment


def is_told(name: str) -> bool:
    """Whether a name says what it trains."""
    return _trained_by(name) is not None


def _trained_by(name: str) -> Trains | None:
    said = f"{name.casefold()} ".replace("-", " ")
    return next((what for words, what in _TRAINS if words in said), None)


def own_one_of(name: str, *, loaded: bool, timed: bool) -> tuple[Trains, Kit]:
    """What a new exercise of one's own would be by its name and sets; `OTHER` where no word tells what."""
    said, trains = f"{name.casefold()} ".replace("-", " "), _trained_by(name) or Trains.OTHER
    kit = next((kit for word, kit in _KITS.items() if word in said), None)
    if kit is None:
        kit = Kit.MACHINE if loaded else Kit.HOLD if timed else Kit.BODY
    return trains, Kit.MACHINE if loaded and kit in (Kit.BAND, Kit.BODY) else kit


def without_room(names: Iterable[ImportedName], exercises: Catalogue) -> int:
    """How many of a file's names that would be new exercises find no room beside those there are."""
    named = {one.name.casefold() for one in exercises.values() if is_own(one)}
    new = {kept_name(one.name).casefold() for one in names if one.choice == OWN} - named
    return max(0, len(named) + len(new) - MOST_OWN)
