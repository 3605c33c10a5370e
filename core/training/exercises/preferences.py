"""Which exercise a coach reaches for first in each slot; availability is judged in `choosing.py`.

All orders are our choice: barbells and large machines lead, since they load in known steps, then
dumbbells, cables and the body. What is not listed follows in the catalogue's order.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.model.exercise import Pattern

_H_PUSH, _V_PUSH = Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH
_H_PULL, _V_PULL = Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL

MAIN: Mapping[Pattern, tuple[str, ...]] = MappingProxyType(
    {
        Pattern.SQUAT: (
            "back_squat", "front_squat", "low_bar_back_squat", "leg_press", "hack_squat_machine",
            "smith_machine_squat", "goblet_squat", "belt_squat", "bodyweight_squat",
        ),
        Pattern.HINGE: (
            "deadlift", "trap_bar_deadlift", "romanian_deadlift", "sumo_deadlift", "barbell_hip_thrust",
            "dumbbell_romanian_deadlift", "cable_pull_through", "back_extension",
            "single_leg_romanian_deadlift", "glute_bridge",
        ),
        _H_PUSH: (
            "bench_press", "incline_bench_press", "dumbbell_bench_press", "machine_chest_press",
            "smith_machine_bench_press", "incline_dumbbell_press", "incline_push_up", "push_up",
        ),
        _V_PUSH: (
            "overhead_press", "seated_dumbbell_shoulder_press", "machine_shoulder_press",
            "seated_barbell_press", "standing_dumbbell_press", "pike_push_up",
        ),
        _H_PULL: (
            "barbell_row", "seated_cable_row", "chest_supported_dumbbell_row", "one_arm_dumbbell_row",
            "machine_row", "pendlay_row", "t_bar_row", "inverted_row",
        ),
        _V_PULL: ("lat_pulldown", "pull_up", "chin_up", "assisted_pull_up", "close_grip_pulldown"),
    }
)  # fmt: skip

SECOND: Mapping[Pattern, tuple[str, ...]] = MappingProxyType(
    {
        Pattern.SQUAT: (
            "leg_press", "front_squat", "hack_squat_machine", "goblet_squat", "pause_squat",
            "smith_machine_squat", "belt_squat", "bodyweight_squat",
        ),
        Pattern.LUNGE: (
            "reverse_lunge", "bulgarian_split_squat", "walking_lunge", "split_squat", "step_up",
            "barbell_lunge", "barbell_step_up", "lateral_lunge",
        ),
        Pattern.HINGE: (
            "romanian_deadlift", "dumbbell_romanian_deadlift", "barbell_hip_thrust", "cable_pull_through",
            "stiff_leg_deadlift", "back_extension", "single_leg_romanian_deadlift", "glute_bridge",
        ),
        _H_PUSH: (
            "incline_dumbbell_press", "incline_bench_press", "dumbbell_bench_press", "machine_chest_press",
            "close_grip_bench_press", "chest_dip", "push_up", "decline_push_up", "incline_push_up",
        ),
        _V_PUSH: (
            "seated_dumbbell_shoulder_press", "machine_shoulder_press", "standing_dumbbell_press",
            "arnold_press", "seated_barbell_press", "landmine_press", "overhead_press", "pike_push_up",
        ),
        _H_PULL: (
            "seated_cable_row", "one_arm_dumbbell_row", "chest_supported_dumbbell_row", "machine_row",
            "t_bar_row", "pendlay_row", "barbell_row", "inverted_row",
        ),
        _V_PULL: ("lat_pulldown", "close_grip_pulldown", "chin_up", "pull_up", "assisted_pull_up"),
    }
)  # fmt: skip

TRUNK: Mapping[Pattern, tuple[str, ...]] = MappingProxyType(
    {
        Pattern.CORE: (
            "plank", "dead_bug", "pallof_press", "side_plank", "hanging_knee_raise", "cable_crunch",
            "bird_dog", "ab_wheel_rollout", "hanging_leg_raise", "cable_wood_chop", "crunch",
        ),
        Pattern.CARRY: ("farmers_carry", "suitcase_carry", "goblet_carry", "overhead_carry", "sled_push"),
    }
)  # fmt: skip

ISOLATION: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "biceps": ("dumbbell_curl", "barbell_curl", "hammer_curl", "preacher_curl"),
        "triceps": ("triceps_pushdown", "overhead_triceps_extension", "lying_triceps_extension"),
        "side delts": ("lateral_raise",),
        "rear delts": ("face_pull", "rear_delt_fly"),
        "chest": ("cable_crossover", "dumbbell_fly"),
        "hamstrings": ("lying_leg_curl", "seated_leg_curl"),
        "calves": ("standing_calf_raise", "seated_calf_raise"),
    }
)

POWER = ("power_clean", "box_jump", "jump_squat", "kettlebell_swing", "power_snatch")
POWER_UPPER = ("push_press",)

# Where a pattern has no exercise left, the movement that replaces it best.
NEXT_BEST: Mapping[Pattern, tuple[Pattern, ...]] = MappingProxyType(
    {
        Pattern.SQUAT: (Pattern.LUNGE,),
        Pattern.LUNGE: (Pattern.SQUAT,),
        Pattern.HINGE: (Pattern.LUNGE, Pattern.SQUAT),
        _H_PUSH: (_V_PUSH,),
        _V_PUSH: (_H_PUSH,),
        _H_PULL: (_V_PULL,),
        _V_PULL: (_H_PULL,),
        Pattern.CORE: (Pattern.CARRY,),
        Pattern.CARRY: (Pattern.CORE,),
    }
)
