"""Exercises found the way people type them: `ohp`, `bench pres`, `pullups`, `sqaut`.

`resolve` answers only when it is sure, `find` lists what could be meant. The names themselves, with
their aliases, stand in the TOML files and in `german_names.py`; only short forms that are no name of the
exercise are here.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from core.catalogue.german_names import GERMAN, MUSCLES
from core.catalogue.loader import Catalogue, catalogue
from core.model.exercise import Exercise, Pattern

# What lifters call the usual variant when they do not say which. Our choice: the most trained one.
SHORTHANDS = {
    "curl": "dumbbell_curl", "biceps curl": "dumbbell_curl", "lunge": "walking_lunge",
    "ham curl": "lying_leg_curl", "sit-up": "crunch", "situp": "crunch", "abs crunch": "crunch",
    "leg curl": "lying_leg_curl", "calf raise": "standing_calf_raise", "fly": "dumbbell_fly",
    "pushdown": "triceps_pushdown", "leg raise": "hanging_leg_raise", "knee raise": "hanging_knee_raise",
    "bulgarian": "bulgarian_split_squat", "bulgarian squat": "bulgarian_split_squat",
    "lateral": "lateral_raise", "t-bar": "t_bar_row", "pistol": "pistol_squat", "goblet": "goblet_squat",
    "arnold": "arnold_press", "pendlay": "pendlay_row", "incline": "incline_bench_press",
    "incline bench": "incline_bench_press", "decline bench": "decline_bench_press",
    "close-grip bench": "close_grip_bench_press", "trap bar": "trap_bar_deadlift",
    "hex bar": "trap_bar_deadlift", "sumo": "sumo_deadlift", "romanian": "romanian_deadlift",
    "rear delt": "rear_delt_fly", "rear delt raise": "rear_delt_fly", "back raise": "back_extension",
    "barbell squat": "back_squat", "barbell bench": "bench_press", "barbell deadlift": "deadlift",
    "barbell press": "overhead_press", "barbell overhead press": "overhead_press",
    "nordic curl": "nordic_hamstring_curl", "stiff-leg": "stiff_leg_deadlift", "hack": "hack_squat_machine",
    "landmine": "landmine_press", "abduction": "hip_abduction_machine", "adduction": "hip_adduction_machine",
    "wood chop": "cable_wood_chop", "one-arm row": "one_arm_dumbbell_row",
    "dumbbell incline": "incline_dumbbell_press", "incline dumbbell bench": "incline_dumbbell_press",
    "dumbbell overhead press": "seated_dumbbell_shoulder_press", "ab wheel": "ab_wheel_rollout",
    "sled": "sled_push", "chin": "chin_up", "seated row": "seated_cable_row", "lat raise": "lateral_raise",
    "side lateral": "lateral_raise", "ez bar curl": "barbell_curl", "farmer": "farmers_carry",
    "pallof": "pallof_press", "low bar": "low_bar_back_squat", "low bar squat": "low_bar_back_squat",
    "sumo dead": "sumo_deadlift", "weighted pull-up": "pull_up", "weighted chin-up": "chin_up",
    "weighted dip": "chest_dip", "military": "overhead_press", "preacher": "preacher_curl",
    "sqat": "back_squat",
}  # fmt: skip
_LONG_FORMS = {
    "db": "dumbbell", "bb": "barbell", "kb": "kettlebell", "bw": "bodyweight", "rdl": "romanian deadlift",
    "sl": "single leg", "ext": "extension", "tri": "tricep", "bi": "bicep", "inc": "incline",
    "cg": "close grip", "dl": "deadlift", "ohp": "overhead press", "1": "one",
}  # fmt: skip
_PLURALS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))
_SHOWN_FROM = 66.0
_MUSCLE_SCORE = 80.0
_LEAST_ALONE = 6  # letters from which a slip is no other word


@dataclass(frozen=True, slots=True)
class Match:
    """An exercise that could be meant; `score` from 0 to 100, 100 for one of its own names."""

    exercise: Exercise
    score: float


def resolve(text: str, among: Catalogue | None = None) -> Exercise | None:
    """The one exercise that is surely meant by a name, alias, id, short form or a near miss of one.

    None when nothing is near, or when two exercises are equally near: then ask, with `find`.
    `among` is a catalogue with an athlete's own exercises; without it the file's.
    """
    index = _index_of(among if among is not None else catalogue())
    typed = _key(text)
    return index.named(typed) or index.named(_sorted_key(text)) or _nearest(text, index)


def named_alone(text: str, among: Catalogue | None = None) -> Exercise | None:
    """The exercise that words beside no set mean: one of its own names, or a name with a single slip in it.

    Stricter than `resolve`, for "tomorrow" and "beach" are no exercises: a slip counts from six letters on,
    or where only the letters' order is wrong (`sqaut`), and beside a number never: `pull-up 8` is a set. Our
    choice.
    """
    index = _index_of(among if among is not None else catalogue())
    typed = _key(text)
    own = index.named(typed) or index.named(_sorted_key(text))
    if own is not None or any(sign.isdigit() for sign in text):
        return own
    near = _nearest(text, index, most=1)
    if near is None or len(typed) >= _LEAST_ALONE:
        return near
    letters = sorted(typed)
    return near if any(sorted(key) == letters for key, one in index.items() if one is near) else None


def of_muscle(text: str, among: Catalogue | None = None) -> tuple[Exercise, ...]:
    """The exercises that train a muscle called just so, carries last; empty for other words."""
    index = _index_of(among if among is not None else catalogue())
    found = index.train(_key(text))
    return tuple(sorted(found, key=lambda exercise: exercise.pattern is Pattern.CARRY))


def find(text: str, limit: int = 5, among: Catalogue | None = None) -> list[Match]:
    """At most `limit` exercises that could be meant, the likeliest first; empty when none is near.

    A muscle's name finds the exercises that train it first of all.
    """
    index = _index_of(among if among is not None else catalogue())
    words = _words(text)
    if not words or limit < 1:
        return []
    scores = _scores(words, index)
    for exercise in index.train(_key(text)):
        scores[exercise.id] = max(scores.get(exercise.id, 0.0), _MUSCLE_SCORE)
    if (sure := resolve(text, index.among)) is not None:
        own_name = index.named(_key(text)) or index.named(_sorted_key(text))
        scores[sure.id] = 100.0 if own_name else max(scores.get(sure.id, 0.0), 99.0)
    place = {exercise_id: at for at, exercise_id in enumerate(index.among)}
    ranked = sorted(scores, key=lambda exercise_id: (-scores[exercise_id], place[exercise_id]))
    return [Match(index.among[exercise_id], scores[exercise_id]) for exercise_id in ranked[:limit]]


_Spoken = tuple[tuple[str, ...], str, Exercise]  # the words of a name, the same without gaps, whose it is


@dataclass(frozen=True, slots=True)
class _Index:
    """One catalogue, ready to be searched: exact keys, spoken names and their words.

    What an athlete's own exercises add lies over `below`, the index of the file's: everybody shares that.
    """

    among: Catalogue
    exact: dict[str, Exercise | None]
    """None where a key fits two exercises as well."""
    firm: frozenset[str]
    """The keys of real names: a short form gives way to what an athlete calls an exercise of their own."""
    spoken: tuple[_Spoken, ...]
    vocabulary: frozenset[str]
    below: _Index | None = None

    def named(self, key: str) -> Exercise | None:
        """The one exercise of a key."""
        if key in self.exact or self.below is None:
            return self.exact.get(key)
        return self.below.named(key)

    @property
    def layers(self) -> tuple[_Index, ...]:
        """All there is to look through, the file's first."""
        return (self,) if self.below is None else (*self.below.layers, self)

    def items(self) -> Iterator[tuple[str, Exercise]]:
        """Every key that is one exercise's alone."""
        if self.below is not None:
            yield from ((key, exercise) for key, exercise in self.below.items() if key not in self.exact)
        yield from ((key, exercise) for key, exercise in self.exact.items() if exercise is not None)

    def train(self, key: str) -> tuple[Exercise, ...]:
        """The exercises that train the muscle of this key first."""
        muscle = _muscles().get(key)
        return tuple(one for one in self.among.values() if muscle in one.primary) if muscle else ()


@lru_cache(maxsize=64)
def _index_of(among: Catalogue) -> _Index:
    whole = catalogue()
    if among is not whole and all(among.get(known) is exercise for known, exercise in whole.items()):
        own = (exercise for known, exercise in among.items() if known not in whole)
        return _layer(among, own, (), _index_of(whole))
    german = ((name, owner) for owner, names in GERMAN.items() for name in names.split("|"))
    also = ((name, among[owner]) for name, owner in (*SHORTHANDS.items(), *german) if owner in among)
    return _layer(among, among.values(), also, None)


def _layer(
    among: Catalogue,
    exercises: Iterable[Exercise],
    also: Iterable[tuple[str, Exercise]],
    below: _Index | None,
) -> _Index:
    """The index of these exercises, and of what else they are called; what lies below has its keys first."""
    names = [(_told(name), exercise) for exercise in exercises for name in _names_of(exercise)]
    firm = frozenset(key for (_, key, _), _ in names)
    names += [(_told(name), exercise) for name, exercise in also]
    exact: dict[str, Exercise | None] = {}
    turned: dict[str, Exercise | None] = {}
    for (_, key, turned_key), exercise in names:
        if below is None or key not in below.firm:
            exact.setdefault(key, exercise)
        other = turned.get(turned_key, exercise)
        if below is not None and turned_key in below.exact:
            other = below.exact[turned_key]
        turned[turned_key] = exercise if other is exercise else None
    spoken = tuple((words, key, exercise) for (words, key, _), exercise in names)
    vocabulary = frozenset(word for words, _, _ in spoken for word in words)
    known = frozenset[str]() if below is None else below.vocabulary
    return _Index(among, turned | exact, firm, spoken, vocabulary - known, below)


@cache
def _muscles() -> dict[str, str]:
    """The muscles by the keys of all their names."""
    told = {_key(muscle): muscle for muscle in catalogue().muscles}
    return {_key(asked): muscle for asked, muscle in MUSCLES.items()} | told


def _told(name: str) -> tuple[tuple[str, ...], str, str]:
    """A name's words, the same without gaps, and its words in any order, as one key."""
    words = tuple(sys.intern(word) for word in _words(name))
    return words, "".join(words), _in_any_order(words)


def _names_of(exercise: Exercise) -> Iterable[str]:
    return exercise.name, exercise.id, *exercise.aliases


def _plain_words(text: str) -> list[str]:
    """The words of a text without case, accents, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", text[:100]).casefold().replace("'", "").replace("’", "")
    return re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def _words(text: str) -> list[str]:
    """The words of a text as names are compared: plain, in long form, singular."""
    return [part for word in _plain_words(text) for part in _long_form(word).split()]


def _long_form(word: str) -> str:
    return _LONG_FORMS.get(word) or _LONG_FORMS.get(_singular(word)) or _singular(word)


def _singular(word: str) -> str:
    for ending, stem in _PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + stem
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def _key(text: str) -> str:
    return "".join(_words(text))


def _sorted_key(text: str) -> str:
    return _in_any_order(_words(text))


def _in_any_order(words: Iterable[str]) -> str:
    return "~" + " ".join(sorted(words))


def _nearest(text: str, index: _Index, most: int = 3) -> Exercise | None:
    """The exercise at most `most` slips away: one from 5 letters, two from 8, three from 14. Our choice."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - its import costs more than reading the catalogue

    # "pres" is a slip of "press", not the plural of "pre": the text counts with its plurals, too.
    typed, as_typed = _key(text), "".join(_plain_words(text))
    slips = min(most, 0 if len(typed) < 5 else 1 if len(typed) < 8 else 2 if len(typed) < 14 else 3)
    if not slips:
        return None
    best: dict[str, int] = {}
    for key, exercise in index.items():
        if key.startswith("~") or (len(typed) < 8 and key[0] != typed[0]):
            continue
        distance = min(OSA.distance(word, key, score_cutoff=slips) for word in (typed, as_typed))
        if distance < best.get(exercise.id, slips + 1):
            best[exercise.id] = distance
    nearest = sorted(best.values())
    if not nearest or (len(nearest) > 1 and nearest[0] == nearest[1]):
        return None
    return index.among[min(best, key=best.__getitem__)]


def _scores(typed: list[str], index: _Index) -> dict[str, float]:
    """How near each exercise's best name is: the mean over the typed words of their nearest word in it."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - see _nearest

    near = [
        {
            word: 97.0 if word.startswith(part) and len(part) > 1 else ratio(part, word)
            for layer in index.layers
            for word in layer.vocabulary
        }
        for part in typed
    ]
    whole = "".join(typed)
    scores: dict[str, float] = {}
    for name, joined, exercise in chain.from_iterable(layer.spoken for layer in index.layers):
        mean = sum(max(map(nearness.__getitem__, name)) for nearness in near) / len(near)
        # A name with little more than what was typed is the likelier one.
        score = max(mean - 2.0 * abs(len(name) - len(near)), ratio(whole, joined) - 3.0)
        if score >= _SHOWN_FROM and score > scores.get(exercise.id, 0.0):
            scores[exercise.id] = min(98.0, score)
    return scores
