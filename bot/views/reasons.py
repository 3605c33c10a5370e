"""Why a number is what it is, in one sentence a lifter understands between two sets.

The codes and their values are `core/training/reason_codes.py` and `core/training/plan_reason_codes.py`; the
sentences fill each value with its name ("3 sets", "1 rep", "45 s"), so none says `{sets} sets`.
"""

from __future__ import annotations

from bot.texts import Html, duration, inside, load, number, percent, rough, say, word, word_n
from bot.views.goals import goal_word
from bot.views.sets import counted_words
from core.catalogue import catalogue
from core.model.athlete import Goal
from core.model.session import Measure, Reason, ReasonValue
from core.units import Load

STARTING = {
    "start_by_map": "{reps} at {share} of your one-rep max ({max}).",
    "start_rung_estimated": "Your one-rep max is an estimate (± 10 %): we start lighter, {reps} at {share}.",
    "start_rung_old": "Your one-rep max may be out of date: we start lighter, {reps} at {share}.",
    "start_rung_ratio": "From your {from_exercise} I reckon a one-rep max of {max}: we start at {share}.",
    "calibrate_no_max": "No weight known yet: take one you could lift {could_do} times, and do {reps}.",
    "bodyweight_unknown": "By feel, {reps}: I don't know your weight yet. Send /weight and the number.",
    "bodyweight_reps": "Your own body is the load: {reps}.",
    "band_reps": "A {band} band to begin with: right if it makes {reps} hard but clean, else the next one.",
    "same_band": "The same band as last time.",
    "unloaded_strength": "Take the hardest that goes cleanly for {reps}. Without weights its % is unknown.",
    "foundation_base": "Light and controlled: {sets} of {reps} for form and joints, and for strength.",
    "strength_endurance": "The bridge to size: {sets} of {reps}, below 75 % of what you can lift once.",
    "health_foundation": "Gentle loads, because of what you told me about your health.",
    "rounded_to_step": "{load} is the nearest your equipment makes to {wanted_share} of your one-rep max.",
    "reps_cut_for_step": "{load} is a little heavier than planned, so just {reps}.",
    "out_of_band": "Your equipment makes {load}, a little under the {floor} this goal asks for.",
    "lightest_too_heavy": "Even the lightest, {load}, is more than this asks: Swap offers a lighter one.",
    "assisted": "{help} of help, so that every rep is clean.",
}
PROGRESSING = {
    "repeat_after_miss": "Same again, {reps}, with {rest_s} rest: one set stopped at {worst}.",
    "target_eased": "Short twice, so the target eases to {reps}.",
    "repeat_unfinished": "Same again: {done_sets} of {asked_sets} done last time.",
    "repeat_far_lighter": "Same again: {load} last time was far lighter than planned.",
    "repeat_unsaid": "Same again. Tell me how your last set feels, and I know when you're ready for more.",
    "repeat_hard": "Same again: last time was close to your limit.",
    "repeat_once_more": "Same again, {reps}. With a rep or two to spare, it gets heavier.",
    "after_pain": "Easier, because it hurt last time. Stop if it hurts again.",
    "step_down": "Hard twice, so the target eases: {reps}, {rest_s} rest.",
    "step_up": "Comfortable twice, so a step up: {reps}, {rest_s} rest.",
    "reset_load": "{percent} lighter after {failed}; you build it up again from there.",
    "max_reestimated": "Your sets say one-rep max {max} now (was {old}). A number, not a verdict.",
    "max_raised_by_progress": "Your sets prove a one-rep max of {max} (was {old}).",
    "max_lowered_to_load": "One-rep max now {max} (was {old}), to match what you lift.",
    "max_taken_down": "Your sets say one-rep max {max}, so I reckon with that. A number, not a verdict.",
    "raised_into_band": "+{by} at {reps}: your sets show more than we reckoned with (one-rep max {max}).",
    "raised_linear": "+{by}: every set done, with reps to spare.",
    "raised_two_for_two": "+{by} for {reps}: your last set went two past that, twice.",
    "raised_at_top": "+{by}, now {reps}: all sets reached the top of the range.",
    "raised_by_reserve": "+{by}: reps to spare, {sessions} in a row.",
    "lowered_by_reserve": "−{by}: it was closer to your limit than planned.",
    "raised_by_wave": "+{by}: heavy, medium and light days all left a rep or two.",
    "wave_stays": "Same again, {reps}. A whole wave with a rep or two to spare makes it heavier.",
    "rep_added": "A little more than last time: {reps}.",
    "reps_show_max": "{reps} at {load} show a one-rep max of about {max}; of that it is {share}.",
    "set_added": "One set more than last time: {sets}.",
    "reps_banked": "{reps} first, before the next weight ({step}).",
    "harder_variant": "You've outgrown {reps} here: Swap offers something harder.",
    "easier_variant": "{reps} for now, all clean. Swap offers something easier.",
    "heavier_band": "Time for a heavier band, or a longer stretch: from {reps} again.",
    "lighter_band": "A lighter band or a shorter stretch: {reps}, all clean.",
    "undulation_medium": "Medium day: {reps}.",
    "undulation_heavy": "Heavy day: {reps}.",
    "undulation_light": "Light day: {reps}.",
    "light_by_wave": "Reckoned with the one-rep max this wave began with ({max}).",
    "heavy_day_postponed": "The heavy day waits until you've made up the missed reps.",
    "return_after_layoff": "Welcome back after {days} off: we start at {percent} (one-rep max {max}).",
    "regaining": "On the way back: {percent} of before (one-rep max {max}).",
    "fewest_sets_on_return": "First week back: just {sets}.",
    "deload": "Easy week: {sets}, {load_percent} lighter, so that you recover.",
    "easy_week_fewer_sets": "Easy week: {sets}, none of them hard, so that you recover.",
    "deload_lifts_regress": "{lifts} went down twice in a row. An easy week may help.",
    "deload_reserve_falls": "Your {exercise} feels harder at the same weight. An easy week may help.",
    "deload_by_calendar": "{weeks} of hard training: time for an easy week.",
    "deload_aches": "You told me of aches. An easy week may help.",
}
IN_SESSION = {
    "rest_lengthened": "Longer rest now: {rest_s}.",
    "own_target": "Your routine says so: {sets} of {reps}.",
    "own_target_in_band": "Your routine, as far as this goal goes: {sets} of {reps}.",
    "sets_fitted": "{sets} today, not {usual}: your week's sets and the session's time ask for it.",
    "rest_for_reps": "{rest_s} rest, longer than usual, so that the reps come.",
    "rest_enough": "{rest_s} rest: enough for this one.",
    "own_rest": "{rest_s} of rest, as you set it.",
    "sets_of_goal": "{sets}: for {goal}, {low} to {high} of each exercise work best.",
    "rest_of_foundation": "{rest_s} rest: weights this light need no more.",
    "rest_of_hypertrophy": "{rest_s} rest: enough for the next set, short enough for size (60 to 90 s).",
    "rest_of_strength": "{rest_s} rest: with less, a weight this heavy doesn't go up again (3 to 5 min).",
    "rest_of_endurance": "{rest_s} rest: short, for muscles that last.",
    "rest_of_power": "{rest_s} rest: a rep is only fast with fresh muscles.",
    "warm_up_ramp": "Warm-ups get heavier while their reps fall, so that you start ready and not tired.",
    "load_lowered": "{short} short, so a little lighter: {load}.",
    "load_back": "{short} short with more than I asked, so back to {load}.",
    "target_lowered": "Enough for now: {reps}. Fewer is information, not failure.",
    "load_at_floor": "Still {load}: lighter would be under the {floor} this goal asks for.",
    "load_taken_over": "I go on with {load}, as you did.",
    "load_nearest": "{load} next, the nearest I know to what you did.",
    "own_load": "{load}, as you chose.",
    "share_now": "{load} is {share} of your one-rep max ({max}).",
    "load_raised_to_find": "That was light, so {load} next.",
    "load_lowered_to_find": "That was heavy, so {load} next.",
    "exercise_ended": "Enough of this one: two sets stayed under {reps}.",
}
DECIDING = {
    "foundation_first": (
        "Foundation first: it makes form and joints ready for {next_goal}. "
        "That opens after {sessions_needed} over {weeks_needed} ({sessions} so far)."
    ),
    "foundation_after_layoff": "After {days} off, {weeks_needed} of foundation come first, then {next_goal}.",
    "strength_endurance_insisted": "Towards {next_goal}, as you wish: many reps at medium weights for now.",
    "doctor_first": "Please see a doctor first. Once you are cleared, /start takes you on.",
    "health_unasked": "Tell me about your health first (/start); until then I plan gently.",
    "power_not_for_beginners": "Power needs a base, so {instead} comes first.",
    "gate_open": "Foundation done, well lifted: {goal} is open.",
    "above_one_rep_max": "That's above your one-rep max of {max}. Never lift more than you can handle.",
    "raised_after_miss": "You missed reps at {last} today, so it doesn't go up yet.",
    "jump_too_big": "That's a big jump from {last}. {most} is the most for now.",
    "squat_not_ready": "Without weight, down to a chair and up again, until ten feel easy.",
    "aha_two_days": "The American Heart Association advises {days} a week or more. /start sets yours.",
    "rest_day_stays": "{asked} a week leave no day of rest, so I plan {days}.",
    "beginner_days": "I plan {days} a week for now: muscles grow on the days between.",
    "first_workout": "Short on purpose: {exercises} to learn, {sets} each at most.",
    "time_cut": "Shortened to fit into {minutes}.",
    "time_short": "{minutes} is too short: the shortest good session takes {needed}.",
    "supersets": "To save time, the exercises of a pair (A, B …) are done in turn.",
    "volume_at_cap": "Fewer sets for the {muscle}: {cap} a week are enough.",
    "pairs_apart": "This goal needs whole rests, so your supersets are done one after the other.",
    "shared_swapped": "Instead of {exercise} you do {other}: it suits what you have, can and want.",
    "muscle_short": "Your week of {days} holds {sets} for the {muscle}; {start} is where growth is best.",
    "lift_short": "Your week of {days} holds {sets} of {exercise}; {start} would be ideal.",
    "also_short": "Short of that, too: {others}.",
    "nothing_left": "Nothing is left to plan with your equipment and what you leave out. See /start.",
}
# Why all of a goal is as it is: nothing that has changed since last time.
OF_THE_GOAL = frozenset({"foundation_base", "strength_endurance", "health_foundation"})
WORDS = STARTING | PROGRESSING | IN_SESSION | DECIDING
MEASURED = {
    "calibrate_no_max": "No weight known yet: one that still feels steady at the end.",
    "repeat_once_more": "Same again, {reps}. When it feels easy, it gets heavier.",
    "raised_linear": "+{by}: every set done, with something to spare.",
}
MUSCLES = {
    "front delts": "front shoulders",
    "side delts": "side shoulders",
    "rear delts": "rear shoulders",
    "quads": "thighs",
    "lats": "wide back muscles",
    "traps": "neck muscles",
    "other": "something else",
}
AGAIN = {"target_lowered": "Enough for now: {reps}."}  # what consoles is said once
BANDS = {"light": "light", "medium": "medium", "heavy": "heavy"}
_SHARES = ("share", "wanted_share", "floor")
_PERCENTS = ("percent", "load_percent")
_GOALS = ("next_goal", "goal", "instead")
_MAXIMA = ("max", "old")
_FINEST_TOLD = 25  # hundredths: a maximum between the quarters was reckoned, by nobody told
_REPS = ("reps", "worst", "short")
_COUNTS = {
    "sets": ("{n} set", "{n} sets"),
    "asked_sets": ("{n} set", "{n} sets"),
    "cap": ("{n} set", "{n} sets"),
    "start": ("{n} set", "{n} sets"),
    "days": ("{n} day", "{n} days"),
    "asked": ("{n} day", "{n} days"),
    "weeks": ("{n} week", "{n} weeks"),
    "weeks_needed": ("{n} week", "{n} weeks"),
    "sessions_needed": ("{n} workout", "{n} workouts"),
    "failed": ("{n} hard session", "{n} hard sessions"),
    "lifts": ("{n} lift", "{n} lifts"),
    "exercises": ("{n} exercise", "{n} exercises"),
    "minutes": ("{n} minute", "{n} minutes"),
    "needed": ("{n} minute", "{n} minutes"),
}


def reason_line(reason: Reason, measure: Measure = Measure.REPS, *, again: bool = False) -> Html:
    """The sentence for a reason; `measure` is what its reps count. Empty for a code nobody worded.

    `again`: it was said in this workout before, and is short where that is enough.
    """
    text = WORDS.get(reason.code)
    if text is None:
        return Html("")
    if measure is not Measure.REPS:
        text = MEASURED.get(reason.code, text)
    if again:
        text = AGAIN.get(reason.code, text)
    values = {name: _value(reason.code, name, value, measure) for name, value in reason.values}
    return say(text, **values)


def _value(code: str, name: str, value: ReasonValue, measure: Measure) -> str:
    if isinstance(value, Load):
        of_another = code == "start_rung_ratio"  # reckoned whatever its quarters say
        reckoned = name in _MAXIMA and (of_another or value.hundredths % _FINEST_TOLD)
        return rough(value) if reckoned else load(value)
    if isinstance(value, str):
        return goal_word(Goal(value)) if name in _GOALS else _named(value)
    if name in _SHARES:
        return percent(value)
    if name in _PERCENTS:
        return percent(abs(value) / 100)
    return _counted(code, name, value, measure)


def _named(value: str) -> str:
    """A muscle or an exercise inside a sentence, or several parted by commas."""
    if ", " in value:
        return ", ".join(_named(one) for one in value.split(", "))
    exercise = catalogue().get(value)
    if exercise is not None:
        return inside(word(exercise.name))
    plain = value.replace("_", " ")
    return word(BANDS[value]) if value in BANDS else word(MUSCLES.get(plain, plain))


def _counted(code: str, name: str, value: float, measure: Measure) -> str:
    if name == "rest_s":
        return duration(int(value))
    if name in _REPS:
        return counted_words(int(value), measure)
    if code == "raised_by_reserve" and name == "sessions":
        return word_n("{n} session", "{n} sessions", int(value))
    if name in _COUNTS:
        return word_n(*_COUNTS[name], int(value))
    return number(value)
