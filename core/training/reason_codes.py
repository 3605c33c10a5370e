"""Every reason the rules can give, with the values each carries; the texts word each of them.

A load is a `Load`, shares are fractions of 1RM, everything else whole numbers or words.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# how a load and its reps were begun
START_BY_MAP = "start_by_map"
START_RUNG_ESTIMATED = "start_rung_estimated"
START_RUNG_OLD = "start_rung_old"
START_RUNG_RATIO = "start_rung_ratio"
CALIBRATE_NO_MAX = "calibrate_no_max"
BODYWEIGHT_UNKNOWN = "bodyweight_unknown"
BODYWEIGHT_REPS = "bodyweight_reps"
BAND_REPS = "band_reps"
UNLOADED_STRENGTH = "unloaded_strength"
FOUNDATION_BASE = "foundation_base"
STRENGTH_ENDURANCE = "strength_endurance"
HEALTH_FOUNDATION = "health_foundation"
# what the equipment made of it
ROUNDED_TO_STEP = "rounded_to_step"
REPS_CUT_FOR_STEP = "reps_cut_for_step"
OUT_OF_BAND = "out_of_band"
LIGHTEST_TOO_HEAVY = "lightest_too_heavy"
ASSISTED = "assisted"
# what the past made of it
REPEAT_AFTER_MISS = "repeat_after_miss"
TARGET_EASED = "target_eased"
REPEAT_UNFINISHED = "repeat_unfinished"
REPEAT_FAR_LIGHTER = "repeat_far_lighter"  # than was asked: such sets tell nothing
REPEAT_UNSAID = "repeat_unsaid"
REPEAT_HARD = "repeat_hard"
REPEAT_ONCE_MORE = "repeat_once_more"
AFTER_PAIN = "after_pain"
STEP_DOWN = "step_down"
STEP_UP = "step_up"
RESET_LOAD = "reset_load"
MAX_REESTIMATED = "max_reestimated"
MAX_TAKEN_DOWN = "max_taken_down"
MAX_RAISED_BY_PROGRESS = "max_raised_by_progress"
MAX_LOWERED_TO_LOAD = "max_lowered_to_load"
RAISED_LINEAR = "raised_linear"
RAISED_TWO_FOR_TWO = "raised_two_for_two"
RAISED_AT_TOP = "raised_at_top"
RAISED_BY_RESERVE = "raised_by_reserve"
LOWERED_BY_RESERVE = "lowered_by_reserve"
REPS_SHOW_MAX = "reps_show_max"  # another maximum than the stored one chose the reps
REP_ADDED = "rep_added"
SET_ADDED = "set_added"
REPS_BANKED = "reps_banked"
RAISED_INTO_BAND = "raised_into_band"
RAISED_BY_WAVE = "raised_by_wave"
WAVE_STAYS = "wave_stays"
HARDER_VARIANT = "harder_variant"
EASIER_VARIANT = "easier_variant"
SAME_BAND = "same_band"
HEAVIER_BAND = "heavier_band"
LIGHTER_BAND = "lighter_band"
UNDULATION_MEDIUM = "undulation_medium"
UNDULATION_HEAVY = "undulation_heavy"
UNDULATION_LIGHT = "undulation_light"
LIGHT_BY_WAVE = "light_by_wave"
HEAVY_DAY_POSTPONED = "heavy_day_postponed"
RETURN_AFTER_LAYOFF = "return_after_layoff"
REGAINING = "regaining"
FEWEST_SETS_ON_RETURN = "fewest_sets_on_return"
DELOAD = "deload"
EASY_WEEK_FEWER_SETS = "easy_week_fewer_sets"
DELOAD_LIFTS_REGRESS = "deload_lifts_regress"
DELOAD_RESERVE_FALLS = "deload_reserve_falls"
DELOAD_BY_CALENDAR = "deload_by_calendar"
DELOAD_ACHES = "deload_aches"
# inside a session
REST_LENGTHENED = "rest_lengthened"
OWN_TARGET = "own_target"  # sets and reps as a routine's owner wants them
OWN_TARGET_IN_BAND = "own_target_in_band"  # the same, as far as the goal allows
SETS_FITTED = "sets_fitted"  # another number than usual, for the week's sets or the session's minutes
REST_FOR_REPS = "rest_for_reps"  # a longer rest than the goal's usual one
REST_ENOUGH = "rest_enough"  # a shorter one
OWN_REST = "own_rest"  # the athlete set a rest of their own for this goal
# what is as the goal always asks it, told when somebody asks why
SETS_OF_GOAL = "sets_of_goal"
REST_OF_FOUNDATION = "rest_of_foundation"
REST_OF_HYPERTROPHY = "rest_of_hypertrophy"
REST_OF_STRENGTH = "rest_of_strength"
REST_OF_ENDURANCE = "rest_of_endurance"
REST_OF_POWER = "rest_of_power"
WARM_UP_RAMP = "warm_up_ramp"
LOAD_LOWERED = "load_lowered"
TARGET_LOWERED = "target_lowered"
LOAD_AT_FLOOR = "load_at_floor"
LOAD_BACK = "load_back"
LOAD_TAKEN_OVER = "load_taken_over"
LOAD_NEAREST = "load_nearest"  # to the one just lifted, which the equipment has not
OWN_LOAD = "own_load"  # put on by the athlete
SHARE_NOW = "share_now"  # what another load than planned is of the maximum
LOAD_RAISED_TO_FIND = "load_raised_to_find"
LOAD_LOWERED_TO_FIND = "load_lowered_to_find"
EXERCISE_ENDED = "exercise_ended"
# which goal is trained
FOUNDATION_FIRST = "foundation_first"
FOUNDATION_AFTER_LAYOFF = "foundation_after_layoff"
STRENGTH_ENDURANCE_INSISTED = "strength_endurance_insisted"
DOCTOR_FIRST = "doctor_first"
HEALTH_UNASKED = "health_unasked"
POWER_NOT_FOR_BEGINNERS = "power_not_for_beginners"
GATE_OPEN = "gate_open"
# what is refused
ABOVE_ONE_REP_MAX = "above_one_rep_max"
RAISED_AFTER_MISS = "raised_after_miss"
JUMP_TOO_BIG = "jump_too_big"
SQUAT_NOT_READY = "squat_not_ready"

CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        START_BY_MAP: ("max", "reps", "share"),
        START_RUNG_ESTIMATED: ("reps", "rung", "share"),
        START_RUNG_OLD: ("reps", "rung", "share"),
        START_RUNG_RATIO: ("from_exercise", "max", "reps", "rung", "share"),
        CALIBRATE_NO_MAX: ("could_do", "reps"),
        BODYWEIGHT_UNKNOWN: ("reps",),
        BODYWEIGHT_REPS: ("reps",),
        BAND_REPS: ("band", "reps"),
        SAME_BAND: (),
        UNLOADED_STRENGTH: ("reps",),
        FOUNDATION_BASE: ("reps", "sets"),
        STRENGTH_ENDURANCE: ("reps", "sets"),
        HEALTH_FOUNDATION: (),
        ROUNDED_TO_STEP: ("load", "wanted_share"),
        REPS_CUT_FOR_STEP: ("load", "reps"),
        OUT_OF_BAND: ("floor", "load"),
        LIGHTEST_TOO_HEAVY: ("load",),
        ASSISTED: ("help",),
        REPEAT_AFTER_MISS: ("reps", "rest_s", "worst"),
        TARGET_EASED: ("reps",),
        REPEAT_UNFINISHED: ("asked_sets", "done_sets"),
        REPEAT_FAR_LIGHTER: ("load",),
        REPEAT_UNSAID: (),
        REPEAT_HARD: ("reserve",),
        REPEAT_ONCE_MORE: ("reps",),
        AFTER_PAIN: (),
        STEP_DOWN: ("reps", "rest_s", "rung"),
        STEP_UP: ("reps", "rest_s", "rung"),
        RESET_LOAD: ("failed", "percent"),
        MAX_REESTIMATED: ("max", "old"),
        MAX_TAKEN_DOWN: ("max",),
        MAX_RAISED_BY_PROGRESS: ("max", "old"),
        MAX_LOWERED_TO_LOAD: ("max", "old"),
        RAISED_LINEAR: ("by",),
        RAISED_TWO_FOR_TWO: ("by", "reps"),
        RAISED_AT_TOP: ("by", "reps"),
        RAISED_BY_RESERVE: ("by", "sessions"),
        LOWERED_BY_RESERVE: ("by",),
        REPS_SHOW_MAX: ("load", "max", "reps", "share"),
        REP_ADDED: ("reps",),
        SET_ADDED: ("sets",),
        REPS_BANKED: ("reps", "step"),
        RAISED_INTO_BAND: ("by", "max", "reps"),
        RAISED_BY_WAVE: ("by",),
        WAVE_STAYS: ("reps",),
        HARDER_VARIANT: ("reps",),
        EASIER_VARIANT: ("reps",),
        HEAVIER_BAND: ("reps",),
        LIGHTER_BAND: ("reps",),
        UNDULATION_MEDIUM: ("reps",),
        UNDULATION_HEAVY: ("reps",),
        UNDULATION_LIGHT: ("reps",),
        LIGHT_BY_WAVE: ("max",),
        HEAVY_DAY_POSTPONED: (),
        RETURN_AFTER_LAYOFF: ("days", "max", "percent"),
        REGAINING: ("max", "percent"),
        FEWEST_SETS_ON_RETURN: ("sets",),
        DELOAD: ("load_percent", "sets"),
        EASY_WEEK_FEWER_SETS: ("sets",),
        DELOAD_LIFTS_REGRESS: ("lifts",),
        DELOAD_RESERVE_FALLS: ("exercise",),
        DELOAD_BY_CALENDAR: ("weeks",),
        DELOAD_ACHES: (),
        REST_LENGTHENED: ("rest_s",),
        SETS_FITTED: ("sets", "usual"),
        REST_FOR_REPS: ("rest_s",),
        REST_ENOUGH: ("rest_s",),
        OWN_REST: ("rest_s",),
        SETS_OF_GOAL: ("goal", "high", "low", "sets"),
        REST_OF_FOUNDATION: ("rest_s",),
        REST_OF_HYPERTROPHY: ("rest_s",),
        REST_OF_STRENGTH: ("rest_s",),
        REST_OF_ENDURANCE: ("rest_s",),
        REST_OF_POWER: ("rest_s",),
        WARM_UP_RAMP: (),
        OWN_TARGET: ("reps", "sets"),
        OWN_TARGET_IN_BAND: ("reps", "sets"),
        LOAD_LOWERED: ("load", "short"),
        TARGET_LOWERED: ("reps",),
        LOAD_AT_FLOOR: ("floor", "load"),
        LOAD_BACK: ("load", "short"),
        OWN_LOAD: ("load",),
        SHARE_NOW: ("load", "max", "share"),
        LOAD_TAKEN_OVER: ("load",),
        LOAD_NEAREST: ("load",),
        LOAD_RAISED_TO_FIND: ("load",),
        LOAD_LOWERED_TO_FIND: ("load",),
        EXERCISE_ENDED: ("reps", "sets"),
        FOUNDATION_FIRST: ("next_goal", "sessions", "sessions_needed", "weeks", "weeks_needed"),
        FOUNDATION_AFTER_LAYOFF: ("days", "next_goal", "weeks_needed"),
        STRENGTH_ENDURANCE_INSISTED: ("next_goal",),
        DOCTOR_FIRST: (),
        HEALTH_UNASKED: (),
        POWER_NOT_FOR_BEGINNERS: ("instead",),
        GATE_OPEN: ("goal",),
        ABOVE_ONE_REP_MAX: ("max",),
        RAISED_AFTER_MISS: ("last",),
        JUMP_TOO_BIG: ("last", "most"),
        SQUAT_NOT_READY: (),
    }
)
