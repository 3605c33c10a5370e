"""Reasons in plain sentences, for the command beside this file; the chat words them in its own texts.

Codes and values are `reason_codes.py` and `plan_reason_codes.py`; each value is filled in with its unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.model.session import Measure, Reason, ReasonValue

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "start_by_map": "{reps} at {share} of the one-rep max ({max})",
        "start_rung_estimated": "The one-rep max is an estimate: a lighter start, {reps} at {share}",
        "start_rung_old": "The one-rep max may be out of date: a lighter start, {reps} at {share}",
        "start_rung_ratio": "Reckoned from the {from_exercise}: one-rep max {max}, a start at {share}",
        "calibrate_no_max": "No one-rep max known: take a load that {could_do} would be possible with",
        "bodyweight_unknown": "By feel, {reps}: the body mass is not known",
        "bodyweight_reps": "The body is the load: {reps}",
        "unloaded_strength": "The hardest that goes cleanly for {reps}; without weights its % is unknown",
        "band_reps": "A {band} band first: right if it makes {reps} hard but clean, else the next one",
        "same_band": "The same band as the last time",
        "foundation_base": "Light and controlled: {sets} of {reps}, for form, joints and strength",
        "strength_endurance": "The bridge to size: {sets} of {reps}, below 75 % of the one-rep max",
        "health_foundation": "Gentle loads, because of the health answers",
        "rounded_to_step": "{load} is the nearest the equipment makes to {wanted_share}",
        "reps_cut_for_step": "{load} is a little heavier than planned, so {reps}",
        "out_of_band": "The equipment makes {load}, under the {floor} that the goal asks for",
        "lightest_too_heavy": "Even the lightest, {load}, is more than this asks: take something lighter",
        "assisted": "{help} of help, so that every rep is clean",
        "repeat_after_miss": "Again {reps} after {rest_s} of rest: one set stopped at {worst}",
        "target_eased": "Short twice, so the target eases to {reps}",
        "repeat_unfinished": "Again: {done_sets} of {asked_sets} were done",
        "repeat_far_lighter": "Again: {load} was far lighter than planned",
        "repeat_unsaid": "Again: how the last set felt was not told",
        "repeat_hard": "Again: the last time was close to the limit",
        "repeat_once_more": "Again {reps}: with reps to spare it gets heavier",
        "after_pain": "Easier, because it hurt the last time",
        "step_down": "Hard twice, so the target eases: {reps} after {rest_s} of rest",
        "step_up": "Comfortable twice, so a step up: {reps} after {rest_s} of rest",
        "reset_load": "{percent} lighter after {failed}, to be built up again",
        "max_reestimated": "The sets say one-rep max {max} now, it was {old}",
        "max_taken_down": "The sets say one-rep max {max}, and that is reckoned with",
        "max_raised_by_progress": "The sets prove a one-rep max of {max}, it was {old}",
        "max_lowered_to_load": "One-rep max now {max}, it was {old}, to match what is lifted",
        "raised_linear": "{by} more: every set done with reps to spare",
        "raised_two_for_two": "{by} more for {reps}: the last set went two past that, twice",
        "raised_at_top": "{by} more, now {reps}: all sets reached the top of the range",
        "raised_by_reserve": "{by} more: reps to spare, {sessions} in a row",
        "lowered_by_reserve": "{by} less: it was closer to the limit than planned",
        "rep_added": "A rep more than the last time: {reps}",
        "reps_show_max": "{reps} at {load} show a one-rep max of about {max}, and this is {share} of that",
        "set_added": "A set more than the last time: {sets}",
        "reps_banked": "{reps} first, before the next load, {step} on",
        "raised_into_band": "{by} more at {reps}: the sets show a one-rep max of {max}",
        "raised_by_wave": "{by} more: heavy, medium and light days all left a rep or two",
        "wave_stays": "Again {reps}: a whole wave with a rep to spare makes it heavier",
        "harder_variant": "{reps} here are outgrown: a harder variant is due",
        "easier_variant": "{reps}, all clean: an easier variant is due",
        "heavier_band": "Outgrown: a heavier band, from {reps}",
        "lighter_band": "Too much: a lighter band or a shorter stretch, {reps}",
        "undulation_medium": "Medium day: {reps}",
        "undulation_heavy": "Heavy day: {reps}",
        "undulation_light": "Light day: {reps}",
        "light_by_wave": "Reckoned with the one-rep max that the wave began with, {max}",
        "heavy_day_postponed": "The heavy day waits until the missed reps are made up",
        "return_after_layoff": "Back after {days} off: a start at {percent}, one-rep max {max}",
        "regaining": "On the way back: {percent} of before, one-rep max {max}",
        "fewest_sets_on_return": "First week back: {sets}",
        "deload": "Easy week: {sets}, {load_percent} lighter",
        "easy_week_fewer_sets": "Easy week: {sets}, none of them hard",
        "deload_lifts_regress": "An easy week may help: {lifts} went down twice in a row",
        "deload_reserve_falls": "An easy week may help: {exercise} feels harder at the same load",
        "deload_by_calendar": "An easy week is due after {weeks} of hard training",
        "deload_aches": "An easy week may help against the aches",
        "rest_lengthened": "A longer rest now: {rest_s}",
        "own_target": "The routine says {sets} of {reps}",
        "own_target_in_band": "The routine, as far as the goal goes: {sets} of {reps}",
        "sets_fitted": "{sets} today, not {usual}: the week's sets and the session's time ask for it",
        "rest_for_reps": "{rest_s} of rest, longer than usual, so that the reps come",
        "rest_enough": "{rest_s} of rest are enough for this one",
        "own_rest": "{rest_s} of rest, as it was set",
        "load_lowered": "{short} short, so a little lighter: {load}",
        "target_lowered": "{reps} are enough for now",
        "load_at_floor": "Still {load}: lighter would be under the {floor} that the goal asks for",
        "load_back": "{short} short with more than was asked, so back to {load}",
        "load_taken_over": "On with {load}, as it was done",
        "load_nearest": "On with {load}, the nearest to what was done",
        "own_load": "{load}, of your own choice",
        "share_now": "{load} is {share} of the one-rep max, {max}",
        "load_raised_to_find": "That was light, so {load}",
        "load_lowered_to_find": "That was heavy, so {load}",
        "exercise_ended": "Enough of it: two sets stayed under {reps}",
        "foundation_first": (
            "Foundation comes first: it builds form, joints and a base of strength. "
            "After {sessions_needed} over {weeks_needed} comes {next_goal}"
        ),
        "sets_of_goal": "{sets}: for {goal}, {low} to {high} of each exercise work best",
        "rest_of_foundation": "{rest_s} of rest: loads this light need no more",
        "rest_of_hypertrophy": "{rest_s} of rest: enough for the next set, short enough for size",
        "rest_of_strength": "{rest_s} of rest: with less, a load this heavy does not go up again",
        "rest_of_endurance": "{rest_s} of rest: short, for muscles that last",
        "rest_of_power": "{rest_s} of rest: a rep is only fast with fresh muscles",
        "warm_up_ramp": "Warm-ups get heavier while their reps fall, to start ready and not tired",
        "foundation_after_layoff": "After {days} off, {weeks_needed} of foundation come before {next_goal}",
        "strength_endurance_insisted": "Towards {next_goal}, as wished: many reps at medium loads",
        "doctor_first": "Please see a doctor first",
        "health_unasked": "Gentle loads, for nothing is known of the health",
        "power_not_for_beginners": "Power needs a base, so {instead} comes first",
        "gate_open": "Foundation is done: {goal} is open",
        "above_one_rep_max": "Above the one-rep max of {max}: never lift more than you can handle",
        "raised_after_miss": "Reps were missed at {last}, so it does not go up yet",
        "jump_too_big": "A big jump from {last}: {most} is the most for now",
        "squat_not_ready": "Squats without load first, until ten feel easy",
        "aha_two_days": "The American Heart Association advises {days} a week or more",
        "rest_day_stays": "{asked} a week leave no day of rest, so {days} are planned",
        "beginner_days": "{days} a week are planned, not {asked}: muscles grow on the days between",
        "first_workout": "A short first workout: {exercises} to learn, {sets} each at most",
        "time_cut": "Shortened to fit into {minutes}",
        "time_short": "{minutes} is too short: the shortest good session takes {needed}",
        "supersets": "To save time, pairs of exercises are done in turn",
        "volume_at_cap": "Fewer sets for the {muscle}: {cap} a week are enough",
        "pairs_apart": "The goal needs whole rests, so supersets are done one after the other",
        "shared_swapped": "Instead of {exercise} you do {other}, which suits you",
        "muscle_short": "A week of {days} holds {sets} for the {muscle}: {start} would be best",
        "lift_short": "A week of {days} holds {sets} of {exercise}: {start} would be best",
        "also_short": "Short of that, too: {others}",
        "nothing_left": "Nothing is left to plan with this equipment",
    }
)
_SHARES = frozenset({"share", "wanted_share", "floor"})
_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("reps", "could_do", "worst", "short"), ("rep", "reps")),
        **dict.fromkeys(("sets", "asked_sets", "cap", "start"), ("set", "sets")),
        **dict.fromkeys(("days", "asked"), ("day", "days")),
        **dict.fromkeys(("weeks", "weeks_needed"), ("week", "weeks")),
        **dict.fromkeys(("sessions", "sessions_needed", "failed"), ("session", "sessions")),
        **dict.fromkeys(("minutes", "needed"), ("minute", "minutes")),
        "exercises": ("exercise", "exercises"),
        "lifts": ("lift", "lifts"),
        "rest_s": ("second", "seconds"),
    }
)


_REPS = frozenset({"reps", "could_do", "worst", "short"})
_COUNTED = {Measure.SECONDS: ("second", "seconds"), Measure.METRES: ("metre", "metres")}
MEASURED: Mapping[str, str] = MappingProxyType(
    {"calibrate_no_max": "No one-rep max known: take a load that still feels steady after {reps}"}
)


def sentence(told: Reason, measure: Measure = Measure.REPS) -> str:
    """A reason as one plain sentence, its reps counted in `measure`. Raises KeyError for an unknown code."""
    counted = measure is not Measure.REPS
    text = MEASURED.get(told.code, SENTENCES[told.code]) if counted else SENTENCES[told.code]
    said = text.format(**{name: _value(name, value, measure) for name, value in told.values})
    return f"{said[:1].upper()}{said[1:]}."


def _value(name: str, value: ReasonValue, measure: Measure) -> str:
    if not isinstance(value, int | float):
        return str(value).replace("_", " ")
    if name in _SHARES:
        return f"{100 * value:.3g} %"
    if name in ("percent", "load_percent"):
        return f"{abs(value):g} %"
    units = _COUNTED.get(measure) if name in _REPS else None
    units = units or _UNITS.get(name)
    return f"{value:g}" if units is None else f"{value:g} {units[abs(value) != 1]}"
