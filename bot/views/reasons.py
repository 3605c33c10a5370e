"""Why a number is what it is, in one sentence a lifter understands between two sets.

The codes and their values are `core/training/reason_codes.py` and `plan_reason_codes.py`.
"""

from __future__ import annotations

from bot.texts import Html, duration, load, number, percent, say, word
from bot.views.goals import goal_word
from core.model.athlete import Goal
from core.model.session import Reason, ReasonValue
from core.units import Load

STARTING = {
    "start_by_map": "{share} of your one-rep max {max}, for {reps} reps.",
    "start_rung_estimated": "Your one-rep max is an estimate (±10 %), so I start lighter: {share}.",
    "start_rung_old": "Your one-rep max is older, so I start lighter: {share}.",
    "start_rung_ratio": "Worked out from your {from_exercise}, so I start careful: {share} of about {max}.",
    "calibrate_no_max": "No weight known yet: one you could lift about {could_do} times, for {reps}.",
    "bodyweight_unknown": "Your bodyweight isn't known yet, so this goes by reps.",
    "bodyweight_reps": "Your own weight is the load: {reps} reps.",
    "foundation_base": "Light and controlled first: {sets} × {reps} builds joints and form.",
    "strength_endurance": "The bridge to size: {sets} × {reps}, still below 75 %.",
    "health_foundation": "Gentle loads, because of what you told me about your health.",
    "rounded_to_step": "{load} is the nearest your equipment makes to {wanted_share}.",
    "reps_cut_for_step": "{load} is a big step, so {reps} reps.",
    "out_of_band": "Your equipment's steps are too big here: {load} is below the {floor} this goal asks for.",
    "lightest_too_heavy": "Even {load}, the lightest, is heavy for you here. Stop early.",
    "assisted": "With {help} of help, so the reps stay clean.",
}
PROGRESSING = {
    "repeat_after_miss": "Same again with {rest_s} rest: a set stopped at {worst}.",
    "repeat_unfinished": "Same again: {done_sets} of {asked_sets} sets were done.",
    "repeat_unsaid": "Same again: tell me on the last set how it felt, and I can move on.",
    "repeat_hard": "Same again: that was close to your limit.",
    "repeat_once_more": "Once more at {reps} reps over target and the weight goes up.",
    "after_pain": "Lighter, because it hurt last time. Stop if it does again.",
    "step_down": "Two hard sessions, so the target eases: {reps} reps, {rest_s} rest.",
    "step_up": "Two comfortable sessions, so the target rises: {reps} reps, {rest_s} rest.",
    "reset_load": "{percent} % lighter after {failed} hard sessions, then built up again.",
    "max_reestimated": "Your sets say {max} as one-rep max now (was {old}). Numbers, not a verdict.",
    "max_raised_by_progress": "Your sets prove a one-rep max of {max} (was {old}).",
    "max_lowered_to_load": "One-rep max set to {max} (was {old}) to fit what you lift.",
    "raised_linear": "+{by}: every set done, and comfortably.",
    "raised_two_for_two": "+{by}: {reps} reps in your last set, twice.",
    "raised_at_top": "+{by}: all sets at {reps} reps, so back to fewer with more weight.",
    "raised_by_reserve": "+{by}: you had reps to spare, {sessions} times.",
    "lowered_by_reserve": "−{by}: it was closer to the limit than planned.",
    "rep_added": "One rep more: {reps}. The weight follows.",
    "set_added": "One set more: {sets}.",
    "reps_banked": "The next step is {step}, a big one: {reps} reps first.",
    "harder_variant": "{reps} reps are easy for you now: time for a harder variant.",
    "easier_variant": "An easier variant brings {reps} clean reps within reach.",
    "undulation_medium": "Medium day: {reps} reps.",
    "undulation_heavy": "Heavy day: {reps} reps.",
    "undulation_light": "Light day: {reps} reps.",
    "heavy_day_postponed": "The heavy day waits until the last misses are made good.",
    "return_after_layoff": "{days} days off: everything starts at {percent} % of before ({max}).",
    "regaining": "On the way back: {percent} % of before ({max}).",
    "fewest_sets_on_return": "{sets} sets in the first week back.",
    "scheme_changed": "A new way to progress ({scheme}), since the old one stalled.",
    "deload": "Easy week: {sets} sets, {load_percent} % lighter.",
    "deload_lifts_regress": "{lifts} lifts went down twice: an easy week may help.",
    "deload_reserve_falls": "{exercise} feels harder at the same weight: an easy week may help.",
    "deload_by_calendar": "{weeks} weeks of hard work: an easy week is due.",
    "deload_aches": "You told me of aches: an easy week may help.",
}
IN_SESSION = {
    "rest_lengthened": "Rest is longer now: {rest_s}.",
    "load_lowered": "A little lighter, {load}, so the reps stay in range.",
    "target_lowered": "{reps} reps are enough now. Fewer is information, not failure.",
    "load_at_floor": "The weight stays: lighter would be below what this goal asks for ({floor}).",
    "load_taken_over": "I go on with {load}, as you did.",
    "load_raised_to_find": "That was light: {load} next.",
    "load_lowered_to_find": "That was heavy: {load} next.",
    "exercise_ended": "Enough of this one: two sets under {reps} reps.",
}
DECIDING = {
    "foundation_first": (
        "Foundation first: it builds the form and joints that {next_goal} needs, and makes you stronger. "
        "{next_goal} opens after {sessions_needed} workouts in {weeks_needed} weeks ({sessions} done)."
    ),
    "foundation_after_layoff": "{days} days off: {weeks_needed} weeks of foundation, then {next_goal}.",
    "doctor_first": "Please see a doctor before training.",
    "health_unasked": "Tell me about your health first; until then I plan gently.",
    "power_not_for_beginners": "Power needs a base of strength; {instead} first.",
    "gate_open": "Foundation done: {goal} is open.",
    "above_one_rep_max": "That is above your one-rep max of {max}. Never lift more than you can handle.",
    "raised_after_miss": "Last time {last} was not all there, so it doesn't go up yet.",
    "jump_too_big": "From {last} that is a big jump; {most} is the most for now.",
    "squat_not_ready": "Ten easy squats without weight come first.",
    "aha_two_days": "Two days a week is what the American Heart Association advises for health. Want {days}?",
    "rest_day_stays": "{asked} days leave no rest; I plan {days}.",
    "beginner_days": "{days} days a week are plenty to begin with.",
    "first_workout": "Short on purpose: {exercises} exercises, {sets} sets each at most, to learn the moves.",
    "time_cut": "Cut to {minutes} min.",
    "time_short": "Even the shortest good session takes {needed} min.",
    "supersets": "Pairs are done in turn to save time.",
    "volume_at_cap": "Fewer sets: {muscle} has had its {cap} for this week.",
    "nothing_left": "Nothing is left to plan with your equipment and what you leave out.",
}
WORDS = STARTING | PROGRESSING | IN_SESSION | DECIDING
_SHARES = ("share", "wanted_share", "floor")
_ABOUT = ("max", "old")  # a maximum is no plate: whole numbers say enough
_GOALS = ("next_goal", "goal", "instead")


def reason_line(reason: Reason) -> Html:
    """The sentence for a reason; empty for a code nobody worded, which a test forbids."""
    text = WORDS.get(reason.code)
    if text is None:
        return Html("")
    return say(text, **{name: _value(name, value) for name, value in reason.values})


def _value(name: str, value: ReasonValue) -> str:
    if isinstance(value, Load):
        return load(Load.of(round(value.value), value.unit) if name in _ABOUT else value)
    if name in _SHARES and isinstance(value, float | int):
        return percent(float(value))
    if name == "rest_s" and isinstance(value, int):
        return duration(value)
    if name in _GOALS and value in tuple(Goal):
        return goal_word(Goal(str(value)))
    if isinstance(value, str):
        return word(value.replace("_", " "))
    return number(value)
