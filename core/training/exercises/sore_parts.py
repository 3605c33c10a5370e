"""Which exercises load a part of the body that hurts, and are spared until it hurts no more.

The table is ours, from which joints an exercise moves or bears on under load: training.md 7.4 says that
sharp pain ends an exercise, and no study ranks what may be trained beside a sore joint. Left are movements
that don't move the part, and, for elbow and wrist, those a machine or a cable guides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.model.exercise import Exercise, Pattern
from core.model.soreness import BodyPart, SorePart
from core.training.exercises.sparing import BARS

_PUSHES = frozenset({Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH})
_PULLS = frozenset({Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL})
_KNEE_BENDS = frozenset({Pattern.SQUAT, Pattern.LUNGE})
_GUIDED = frozenset({"machine", "cable"})
_HANGING = frozenset({"pull-up bar"})


@dataclass(frozen=True, slots=True)
class _Loads:
    """What all holds of an exercise that loads a part; empty means that it may be any.

    `muscles` are prime movers, `helpers` any muscles it trains, `but_for` kinds of equipment that spare it.
    """

    patterns: frozenset[Pattern] = frozenset()
    muscles: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    but_for: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def fits(self, exercise: Exercise) -> bool:
        trained = {*exercise.primary, *exercise.secondary}
        return (
            (not self.patterns or exercise.pattern in self.patterns)
            and (not self.muscles or not self.muscles.isdisjoint(exercise.primary))
            and (not self.helpers or not self.helpers.isdisjoint(trained))
            and (not self.equipment or not self.equipment.isdisjoint(exercise.equipment))
            and (not self.names or exercise.id in self.names)
            and self.but_for.isdisjoint(exercise.equipment)
        )


def _all(*words: str) -> frozenset[str]:
    return frozenset(words)


_TABLE: Mapping[BodyPart, tuple[_Loads, ...]] = MappingProxyType(
    {
        # The arm is pushed forward or up, hung by, or held out: presses, pulls from above, raises, flies.
        BodyPart.SHOULDER: (
            _Loads(patterns=_PUSHES | {Pattern.VERTICAL_PULL}),
            _Loads(muscles=_all("chest", "front delts", "side delts")),
            _Loads(helpers=_all("front delts", "side delts"), but_for=_GUIDED),
            _Loads(equipment=_HANGING),
            _Loads(names=_all("overhead_triceps_extension", "bear_crawl", "crab_walk")),
        ),
        # It bends under load in every press and pull; machines and cables let the arm find its path.
        BodyPart.ELBOW: (
            _Loads(patterns=_PUSHES | _PULLS, but_for=_GUIDED),
            _Loads(muscles=_all("biceps", "triceps", "forearms")),
            _Loads(equipment=_HANGING),
        ),
        # It is bent back under a bar or the body's weight, or holds a load that swings or pulls.
        BodyPart.WRIST: (
            _Loads(patterns=_PUSHES, but_for=_GUIDED | {"dumbbell"}),
            _Loads(muscles=_all("biceps", "triceps"), equipment=_all("barbell", "ez bar")),
            _Loads(muscles=_all("forearms")),
            _Loads(patterns=frozenset({Pattern.CARRY})),
            _Loads(equipment=_HANGING | {"ab wheel"}),
            _Loads(names=_all("front_squat", "power_clean", "power_snatch", "kettlebell_swing", "bench_dip")),
        ),
        # Bars on the back press on it, loads in the hands pull at it through the traps.
        BodyPart.NECK: (
            _Loads(patterns=frozenset({Pattern.VERTICAL_PUSH, Pattern.CARRY})),
            _Loads(patterns=_KNEE_BENDS | {Pattern.HINGE}, equipment=BARS),
            _Loads(helpers=_all("traps"), but_for=_GUIDED),
            _Loads(names=_all("crunch", "reverse_crunch", "superman")),
        ),
        # The trunk bends or holds under load: hinges, bars on the shoulders, rows bent over, twists, carries.
        BodyPart.BACK: (
            _Loads(patterns=frozenset({Pattern.HINGE}), but_for=_all("bodyweight")),
            _Loads(muscles=_all("lower back"), patterns=frozenset({Pattern.HINGE, Pattern.ISOLATION})),
            _Loads(patterns=_KNEE_BENDS, equipment=BARS),
            _Loads(patterns=_KNEE_BENDS, helpers=_all("lower back", "mid back")),
            _Loads(patterns=frozenset({Pattern.HORIZONTAL_PULL}), equipment=BARS),
            _Loads(patterns=frozenset({Pattern.HORIZONTAL_PULL}), helpers=_all("lower back")),
            _Loads(patterns=frozenset({Pattern.VERTICAL_PUSH}), equipment=BARS),
            _Loads(patterns=frozenset({Pattern.CARRY})),
            _Loads(equipment=_HANGING, patterns=frozenset({Pattern.CORE})),
            _Loads(
                names=_all(
                    "hack_squat_machine", "box_jump", "jump_squat", "barbell_shrug", "band_bent_over_row",
                    "bodyweight_good_morning", "ab_wheel_rollout", "cable_crunch", "cable_wood_chop",
                    "crunch", "superman", "standing_dumbbell_press",
                )
            ),
        ),
        # It bends or steadies under load in everything the legs do but for single muscles of knee and calf.
        BodyPart.HIP: (
            _Loads(patterns=_KNEE_BENDS | {Pattern.HINGE, Pattern.CARRY}),
            _Loads(muscles=_all("glutes", "adductors", "abductors", "hip flexors")),
            _Loads(equipment=_HANGING, patterns=frozenset({Pattern.CORE})),
            _Loads(names=_all("reverse_crunch")),
        ),
        # It bends under load: squats, lunges, pulls that begin low, and the machines of thigh and hamstrings.
        BodyPart.KNEE: (
            _Loads(patterns=_KNEE_BENDS),
            _Loads(muscles=_all("quads")),
            _Loads(muscles=_all("hamstrings"), patterns=frozenset({Pattern.ISOLATION})),
            _Loads(names=_all("bear_crawl", "crab_walk", "kettlebell_swing")),
        ),
        # It bends or steadies under the whole weight; seated in a machine it hardly does.
        BodyPart.ANKLE: (
            _Loads(patterns=_KNEE_BENDS, but_for=_all("machine")),
            _Loads(helpers=_all("calves"), but_for=_all("machine")),
            _Loads(muscles=_all("calves")),
            _Loads(patterns=frozenset({Pattern.CARRY})),
            _Loads(names=_all("power_snatch", "kettlebell_swing")),
        ),
    }
)  # fmt: skip


def loads(part: BodyPart, exercise: Exercise) -> bool:
    """Whether an exercise loads a part of the body, so that it is spared while that hurts."""
    return any(each.fits(exercise) for each in _TABLE[part])


def spared(sore: Iterable[SorePart], exercises: Iterable[Exercise]) -> frozenset[str]:
    """The ids of all exercises that load one of these parts."""
    parts = {one.part for one in sore}
    return frozenset(one.id for one in exercises if any(loads(part, one) for part in parts))
