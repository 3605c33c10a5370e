"""Who can do what, and which exercise fills a slot: by gear, level, what is known, and what was asked.

The order of preference stands in `preferences.py`, the slots in `week/programme.py`, harder and easier
variants of what is done with the body alone in `variants.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.model.athlete import Athlete, Goal, Level, Provenance
from core.model.exercise import Exercise, Laterality, LoadMode, Pattern
from core.model.history import History
from core.model.workout import PastExercise
from core.training.exercises import preferences
from core.training.exercises.slot_lists import HOME, NO_WEIGHTS, done_bare, has_gear, listed
from core.training.exercises.sparing import BAR_KINDS, BARS, near_variant
from core.training.exercises.within_reach import too_heavy
from core.training.goals import FOUNDATION
from core.training.week.programme import Role, Slot
from core.training.week.so_far import WeekSoFar

BLOCK_DAYS = 28  # accessories change every four weeks (ours)
_ROTATED = 3

_RANK = {None: 0, Level.BEGINNER: 0, Level.INTERMEDIATE: 1, Level.EXPERIENCED: 2}
_LIGHT_SQUAT_FACTOR = 0.9
# The share of body mass a set without load is begun with: incline push-up, push-up, decline push-up. Ours.
_SUITING_FACTOR = (0.48, 0.64, 0.75)
_Ranked = tuple[tuple[float, ...], Exercise]
TRIED = 2  # sessions that show whether a bodyweight exercise is within reach (ours)


@dataclass(frozen=True)
class Choice:
    """Everything that decides which exercise fills a slot; made once a plan.

    `base` is foundation training in any form. `turn` shifts what rotates: the four-week block,
    and how often another plan was asked for. `any_means` lets others do what is meant for no weights.
    """

    athlete: Athlete
    goal: Goal
    base: bool
    history: History
    catalogue: Mapping[str, Exercise]
    today: date
    excluded: frozenset[str] = frozenset()
    hurting: frozenset[str] = frozenset()
    favourites: tuple[str, ...] = ()
    change: int = 0
    any_means: bool = False

    @property
    def heavy(self) -> bool:
        """Whether the goal's sessions hold compounds only: strength and power."""
        return self.goal in (Goal.STRENGTH, Goal.POWER)

    @cached_property
    def week(self) -> WeekSoFar:
        """The weeks of this training before the plan."""
        return WeekSoFar(self.athlete, self.goal, self.history, self.catalogue, self.today)

    @cached_property
    def given(self) -> frozenset[str]:
        """Exercises with a maximum of their own, not one taken over by ratio."""
        known = self.athlete.one_rep_maxes
        return frozenset(best.exercise_id for best in known if best.provenance is not Provenance.RATIO)

    @cached_property
    def sure(self) -> frozenset[str]:
        """Exercises whose maximum was tested or stated."""
        told = (Provenance.TESTED, Provenance.STATED)
        return frozenset(best.exercise_id for best in self.athlete.one_rep_maxes if best.provenance in told)

    @cached_property
    def block(self) -> int:
        """The number of the four-week block that today lies in, counted from the first workout's week."""
        if not self.history.workouts:
            return 0
        first = self.history.workouts[0].trained_on
        return max((self.today - first).days + first.weekday(), 0) // BLOCK_DAYS

    @cached_property
    def _out_of_reach(self) -> Mapping[Pattern, float]:
        """By pattern the easiest bodyweight variant that fell short of foundation's reps twice running."""
        found: dict[Pattern, float] = {}
        for exercise, factor in done_bare(self.catalogue):
            last = self.history.of_exercise(exercise.id)[-TRIED:]
            if len(last) == TRIED and all(_short(past) for past in last):
                found[exercise.pattern] = min(found.get(exercise.pattern, 1.0), factor)
        return found

    def allows(self, exercise: Exercise) -> bool:
        """Whether the athlete can and may do it: gear, level, health of the squat, nothing left out.

        A bar heavier than the goal allows is never taken anyway.
        `hurting` leaves out exercises by id with their near variants, by pattern or by prime muscle.
        """
        suits = self._suits(exercise) and has_gear(exercise, self.athlete.gear)
        return suits and (not _is_bar(exercise) or not self.too_heavy(exercise))

    def _suits(self, exercise: Exercise) -> bool:
        """`allows` but for gear and weight, which are asked last of the few that come into question."""
        if exercise.id in self.excluded or (self.hurting and self._hurts(exercise)):
            return False
        if exercise.improvised and not self._improvises(exercise):
            return False
        return self._fits_level(exercise) and self._squat_ready(exercise)

    def too_heavy(self, exercise: Exercise) -> bool:
        """Whether even the lightest load is too much for what is known of the athlete. Source: 7.3."""
        known = self._found_heavy.get(exercise.id)
        if known is None:
            told = (exercise, self.athlete, self.goal, self.history, self.catalogue, self.today)
            known = self._found_heavy[exercise.id] = too_heavy(*told)
        return known

    @cached_property
    def _found_heavy(self) -> dict[str, bool]:
        return {}

    def _hurts(self, exercise: Exercise) -> bool:
        if exercise.pattern in self.hurting or not self.hurting.isdisjoint(exercise.primary):
            return True
        return any(exercise.id == one.id or near_variant(exercise, one) for one in self._ached)

    @cached_property
    def _ached(self) -> tuple[Exercise, ...]:
        return tuple(self.catalogue[one] for one in sorted(self.hurting) if one in self.catalogue)

    def _improvises(self, exercise: Exercise) -> bool:
        return self.athlete.gear in (HOME if self.any_means else NO_WEIGHTS) or exercise.id in self.favourites

    def _fits_level(self, exercise: Exercise) -> bool:
        """A given maximum proves an exercise; in foundation no bar goes without one. Source: 7.5."""
        if exercise.id in self.given:
            return True
        if self.base and not BAR_KINDS.isdisjoint(exercise.equipment):
            return False
        rank = _RANK[self.athlete.level]
        if rank == 0 and not self.base and "main" in exercise.tags and exercise.uses_bar:
            return True
        return _RANK[exercise.level] <= rank

    def _squat_ready(self, exercise: Exercise) -> bool:
        """Ten easy squats come before any loaded one. Source: S28, golden case G19."""
        if self.athlete.can_squat is not False or exercise.pattern not in (Pattern.SQUAT, Pattern.LUNGE):
            return True
        factor = exercise.bodyweight_factor
        both_legs = exercise.laterality is Laterality.BILATERAL
        light = factor is not None and factor < _LIGHT_SQUAT_FACTOR
        return exercise.load_mode is LoadMode.REPS and both_legs and light

    def knows_load(self, exercise: Exercise) -> bool:
        """Whether a maximum or a past of this very exercise gives its load."""
        return exercise.id in self.given or bool(self.history.of_exercise(exercise.id))

    def fill(self, slot: Slot, used: frozenset[str]) -> Exercise | None:
        """The exercise for a slot that is not `used` yet, of the next best pattern if need be; or None."""
        for pattern in (slot.pattern, *preferences.NEXT_BEST.get(slot.pattern, ())):
            found = self._best(Slot(slot.role, pattern, slot.muscle), used)
            if found is not None:
                return found
        return None

    def _best(self, slot: Slot, used: frozenset[str]) -> Exercise | None:
        stays = slot.role in (Role.MAIN, Role.POWER)
        ranked = [one for one in self._ranked(slot) if one[1].id not in used]
        if self.favourites:
            liked = self._in_reach(ranked, len(ranked))
            for favourite in self.favourites:
                if any(exercise.id == favourite for _, exercise in liked):
                    return self.catalogue[favourite]
        return self._turned(self._in_reach(ranked, _ROTATED), stays)

    def _ranked(self, slot: Slot) -> Sequence[_Ranked]:
        """All that suits the slot, the preferred first; kept, for a plan asks of a slot more than once."""
        known = self._found_ranked.get(slot)
        if known is None:
            key = self._main_key if slot.role in (Role.MAIN, Role.POWER) else self._second_key
            # each key ends with a place of its own, so that no two exercises are ever compared
            known = self._found_ranked[slot] = sorted(
                [
                    (key(place, exercise), exercise)
                    for place, exercise in listed(self.catalogue, slot, self.athlete.gear)
                    if self._suits(exercise)
                ]
            )
        return known

    @cached_property
    def _found_ranked(self) -> dict[Slot, Sequence[_Ranked]]:
        return {}

    def _in_reach(self, ranked: Sequence[_Ranked], most: int) -> Sequence[_Ranked]:
        """The best ones light enough, `most` at most; where none is, the others but for bars."""
        light: list[_Ranked] = []
        heavy: list[_Ranked] = []
        for one in ranked:
            if not self.too_heavy(one[1]):
                light.append(one)
                if len(light) == most:
                    break
            elif not _is_bar(one[1]):
                heavy.append(one)
        return light or heavy[:most]

    def _turned(self, ranked: Sequence[_Ranked], stays: bool) -> Exercise | None:
        if not ranked:
            return None
        best = ranked[0][0][:2]
        peers = sum(key[:2] == best for key, _ in ranked)
        turn = self.change if stays else self.block + self.change
        return ranked[turn % peers][1]

    def base_rank(self, exercise: Exercise) -> int:
        """0 for what comes first: in foundation the exercises marked for it, else all. Source: 7.5.

        A bodyweight exercise that proved too hard comes last, so that one with a load takes its slot.
        """
        if not self.base:
            return 0
        factor = exercise.bodyweight_factor
        if exercise.load_mode is LoadMode.REPS and factor is not None:
            reach = self._out_of_reach.get(exercise.pattern)
            if reach is not None and factor >= reach:
                return 2
        return 0 if "foundation" in exercise.tags else 1

    def _main_key(self, place: int, exercise: Exercise) -> tuple[float, ...]:
        """In foundation given lifts, then those that suit it; a known load is worth four places. Ours."""
        given_first = self.base and exercise.id in self.given and exercise.compound
        rank = -1 if given_first else self.base_rank(exercise)
        known = 4 if self.knows_load(exercise) else 2 if exercise.ref_lift in self.given else 0
        return rank, self._bare(exercise), self._worth(place, exercise) - known, place

    def _second_key(self, place: int, exercise: Exercise) -> tuple[float, ...]:
        """Only what stays the same for weeks counts, so that an accessory is compared with itself."""
        stated = 3 if exercise.id in self.sure else 1 if exercise.ref_lift in self.given else 0
        return self.base_rank(exercise), self._bare(exercise), self._worth(place, exercise) - stated, place

    def is_makeshift(self, exercise: Exercise) -> bool:
        """Whether it only stands in for a loaded exercise that this athlete's gear cannot give. Ours."""
        return self.athlete.gear not in NO_WEIGHTS and self._bare(exercise)

    def _bare(self, exercise: Exercise) -> bool:
        """Past foundation, what takes no load comes after what does, trunk work apart. Ours."""
        return not self.base and not exercise.takes_load and exercise.pattern is not Pattern.CORE

    def _worth(self, place: int, exercise: Exercise) -> float:
        """The place in the order of preference; without loads the variant that suits the level first.

        For strength that is the hardest one (training.md 5.9); the experienced pull themselves up.
        """
        strength = self.goal is Goal.STRENGTH
        rank = _RANK[self.athlete.level]
        if exercise.load_mode is LoadMode.ADDED and strength and rank == 2:
            return place - 3
        if exercise.load_mode is not LoadMode.REPS or exercise.pattern is Pattern.CORE or exercise.by_band:
            return place
        wanted = 1.0 if strength else _SUITING_FACTOR[rank]
        return 50 + 10 * abs((exercise.bodyweight_factor or 0.0) - wanted)


def _is_bar(exercise: Exercise) -> bool:
    return not BARS.isdisjoint(exercise.equipment)


def _short(past: PastExercise) -> bool:
    return any(done.reps < FOUNDATION.reps[0] for done in past.sets)
