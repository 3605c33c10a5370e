"""One helpful line for everything that was not done: said as a toast to a tap, as a message to words."""

from __future__ import annotations

import html
from dataclasses import replace

from bot.callbacks import ReadAs, ShowPlan
from bot.texts import Html, load, say, word
from bot.views.reasons import reason_line
from bot.views.sets import (
    counted_words,
    done_words,
    load_words,
    plain_set,
    said_of,
    set_words,
    typed_example,
)
from bot.views.view import Button, Rows, Style, Toast, View
from core.model.exercise import Exercise
from core.model.outcomes import SetCard, Unlogged
from core.model.session import Reason
from core.model.workout import Entry, LoggedSet
from core.units import Load

GENERAL = "Send a set like <code>80 x 8</code>, or tap the green button."
LINES = {
    "gone": "That button is from before. /start shows where you are.",
    "stale": "That plan has changed. /plan shows the one that stands.",
    "stranger": "We haven't met yet: /start takes a minute.",
    "doctor_first": "You told me of chest pain or fainting. See a doctor; /start once you are cleared.",
    "no_workout": "No workout is running. /plan shows your next session.",
    "sets_of_what": "No workout is running. Which exercise is that of? Send its name, or see /plan.",
    "ended_before": "That workout had ended before your tap came, so nothing is logged.",
    "workout_over": "That workout is over. /plan shows the next one.",
    "not_next": "That set has moved on. The newest card shows what's next.",
    "place_taken": "Another set has taken that place. Reply to its card to change it.",
    "not_logged": "That set isn't logged, so there's nothing to fix.",
    "nothing_left": "All sets are done. /finish shows the recap.",
    "nothing_taken_back": "Nothing was taken back. <code>undo</code> takes the last set back, "
    "<code>it was 8</code> corrects it.",
    "nothing_to_undo": "There's no set to take back.",
    "added_before": "That set is added already: the recap shows every set.",
    "undone_before": "That set is taken back already.",
    "put_back_before": "That set stands again already.",
    "nothing_then": "That logged nothing when it came. Was it a set? Send it again.",
    "nothing_to_shift": "There's no weight to change yet. Send one, like <code>40 x 10</code>.",
    "no_load_yet": "No weight is chosen yet: take the lightest on the card, and the next set adapts. "
    "Swap offers other exercises.",
    "no_load_to_move": "This one takes no weight: do the reps that are clean. Swap offers others.",
    "last_one": "That's the last exercise left, so later is now.",
    "not_to_come": "No set of {name} is to come any more today.",
    "sets_full": "Twelve sets of one exercise are plenty for one day.",
    "over_today": "Two sets fell short, so {name} is over for today. Done one anyway? Just send it.",
    "last_in_plan": "That's all there is in it. Swap puts something else in its place.",
    "full": "Ten exercises are plenty for one day.",
    "past_reminder": "That reminder is from before. /remind shows when the next one comes.",
    "quiet_then": "That lies in your quiet hours or on another day, so I leave it for today.",
    "unknown_zone": "I don't know that time zone. Send a large city near you, like <code>Berlin</code>.",
    "misread": "I don't take that. /remind shows what I take.",
    "rest_over": "That rest is over.",
    "not_resting": "No rest is running. The newest card is your next set.",
    "no_rest": "No rest is running.",
    "goes_on": "On we go: the next set is on the newest card.",
    "none_asked": "No set was asked for, so I logged nothing. The next one is on the newest card.",
    "no_exercise": "I don't know that exercise any more. /exercises shows yours.",
    "old_name": "That was about another name. Send the exercise and its set again.",
    "no_name": "That can't be a name: two letters at least, and no numbers before them.",
    "known_name": "There is an exercise called “{name}” already. /exercises finds it.",
    "own_full": "Fifty exercises of your own are the most I keep.",
    "no_known_max": "I know no one-rep max of yours for {name}. Tell me one: <code>/max squat 150</code>.",
    "no_import": "That import is gone. Send the file again.",
    "import_stays": "An import can be taken back for 24 hours, and that time is over.",
    "no_share": "That link has ended or is not whole. Ask for a new one; /start shows what I do.",
    "own_share": "That's your own link: it gives a friend this session with their weights.",
    "share_gone": "That link has ended already, or isn't yours to end.",
    "share_later": "One workout at a time: finish yours, then open the link again.",
    "nothing_to_share": "Only exercises of your own are in it, which nobody else has.",
    "no_routine": "That routine is gone. /routines shows yours.",
    "routine_moved": "That routine has changed since. Open it again: /routines.",
    "last_in_routine": "One exercise stays. To drop the routine, delete it.",
    "routine_full": "Twelve exercises are the most a routine holds.",
    "routines_full": "Thirty routines are the most I keep. Delete one first: /routines.",
    "no_routine_name": "A name needs something to see, in up to 40 characters.",
    "name_taken": "You have a routine called “{name}”. Send another name.",
    "nothing_in_it": "No set was logged in that workout, so there is nothing to save.",
    "past_gone": "That workout is gone. /history shows yours.",
    "past_open": "That workout still runs: its cards take corrections, /finish ends it.",
    "past_set_gone": "That set is gone. /history shows what stands.",
    "past_place_taken": "Another set stands in its place by now.",
    "past_full": "That's more sets than one day holds.",
    "one_past_set": "One set, please, as you'd log it: <code>80 x 8</code>.",
    "late_unread": "An exercise with its sets, please: <code>squat 3x5x100</code>.",
    "note_empty": "A note needs something to read.",
    "workout_note_too_long": "Up to 300 characters fit in a note.",
    "left_out": "You left that one out. /exercises changes it.",
    "no_gear": "That needs equipment you don't have. /start changes your answer.",
    "not_yet": "That one comes later: it is too hard, or too heavy, for now.",
    "pair_free": "Free training has no order: log the two in turn, /rest off skips a rest.",
    "pair_unknown": "No set of “{name}” is left today. I pair what is still to come: "
    "<code>superset bench and row</code>.",
    "pair_of_one": "That's one exercise twice. Two, please: <code>superset bench and row</code>.",
    "pair_apart": "Your goal needs the whole rest before each set, so I keep those two apart today.",
    "jump_too_big": "That's a big jump. Send the set with its weight, like <code>80 x 8</code>.",
    "strange_reply": "That message isn't a set card. Reply to one to correct its set, or just send the set.",
    "not_your_card": "That's no card of yours. Reply to your own, or send <code>/log 80 x 8</code>.",
    "one_set_a_card": "One set fits one card. Reply with a single set, like <code>80 x 8</code>.",
    "say_it_apart": "That could mean two things. One set at a time, please, like <code>80 kg x 8</code>.",
    "not_a_set": "I didn't get that. " + GENERAL,
    "not_understood": "I didn't get that. /plan shows your next session, /help what I understand.",
    "not_here": "That doesn't fit here. " + GENERAL,
    "not_a_number": "That's no number I can log. " + GENERAL,
    "negative": "Weights and reps start at zero. " + GENERAL,
    "too_heavy": "That's more than anyone lifts, so I didn't log it. Was it a slip?",
    "too_precise": "Two decimals are enough for a weight. " + GENERAL,
    "too_many_reps": "Up to 100 reps fit in a set. " + GENERAL,
    "too_long": "Up to an hour fits in a set.",
    "too_far": "Up to 1,000 metres fit in a set.",
    "too_many_sets": "Up to ten sets fit in one message.",
    "not_whole": "Reps are whole numbers. " + GENERAL,
    "not_effort": "Effort goes from 1 to 10: <code>@8</code> means two reps were left.",
    "two_loads": "I see two weights. One weight and the reps, please: <code>80 kg x 8</code>.",
    "wrong_measure": "This exercise isn't counted like that. The card shows how.",
    "no_load": "I keep no weight with this one: send it without.",
    "named_shift": "To change the weight on the card, send <code>+2.5</code> alone, without a name.",
    "not_by_body": "This one is loaded, so bodyweight says nothing here. " + GENERAL,
    "note_too_long": "That note is too long for a card.",
    "plates_alone": "I don't know what that weighs all together. Like this, please: <code>100 kg x 5</code>.",
    "unclear": "I can't tell weight from reps there. Like this, please: <code>80 kg x 8</code>.",
    "how_many_clean": "How many clean reps did you get? Send just the number, or <code>fail 6</code>.",
    "how_many_it_was": "How many clean reps did you get? <code>it was 6</code> corrects the set just logged.",
    "missing_reps_of": "{name}, {shown}: how many times?",
    "missing_reps": "{shown}, how many times? Send both, like <code>80 x 8</code>.",
    "free_running": "Your free workout is open: send the next set, or /finish.",
    "free_over": "One more? Tap the first button under the recap, or send the set with its exercise, "
    "like <code>squat 100x5</code>.",
    "unsafe_load": "That's more than is safe today.",
    "same_load": "That's less than one step of your equipment, so the weight stays.",
    "filled": "{shown} it is, how many reps did you do?",
    "not_a_weight": "A weight from 20 to 400 kg, please, like <code>/weight 80</code>.",
    "no_weight": "I don't know your weight yet. Send it like <code>/weight 80</code>.",
    "not_a_measure": "A place and a number, please, like <code>/measure waist 84</code>.",
    "nothing_measured": "Nothing measured yet. Send it like <code>/measure waist 84</code>.",
    "not_a_max": "An exercise and its weight, please, like <code>/max squat 150</code>.",
    "max_beyond": "That's more than anyone has lifted, so I don't plan with it. Was it a slip?",
    "max_by_long_set": "Sets above 12 reps say little about your best single. A heavier set, please.",
    "body_max": "That one moves your own weight: tell me that first, like <code>/weight 80</code>.",
    "no_max": "That one takes no weight, so it has no one-rep max: its reps or seconds grow.",
    "nothing_trained": "No set is logged yet. /plan shows your first session.",
    "first_one_runs": "Your first workout still runs: it stands here once you /finish.",
    "never_trained": "You haven't logged {name} yet, so there's nothing to show.",
    "no_such_exercise": "I know no exercise like “{name}”. /exercises searches them.",
    "no_last_time": "I know no such set of last time. Send yours, like <code>80 x 8</code>.",
    "missing_load": "With which weight? Send both, like <code>{example}</code>.",
    "not_found_yet": "I didn't get that. Tap a weight on the card, or send it with your reps: "
    "<code>{example}</code>.",
    "edit_unread": "I can't read that edit, so {shown} stays. Send it like <code>80 x 8</code>.",
    "edit_adds": "An edit corrects what it logged, and adds no sets. Send the new ones as a message.",
    "edit_moves": "An edit corrects the numbers. For another exercise or day, /undo and send it anew.",
    "edit_undone": "That set was taken back, so the edit changes nothing. Send it as a new message.",
    "past_which": "Which exercise was it? Like this: <code>yesterday: squat 5x5x100</code>.",
    "past_unknown": "I know no exercise like “{name}”. /exercises finds its name; then send it again.",
    "past_unclear": "I can't tell weight from reps there. Like this: <code>yesterday: squat 3x8x80</code>.",
    "past_far_above": "That's far above your best, so I kept nothing. Was it a slip?",
    "past_ahead": "That day is still to come. I keep what you have done: <code>yesterday: …</code>.",
    "past_too_far": "A year back is as far as I go.",
    "note_which": "Beside which exercise? Like this: <code>note bench: seat 4</code>.",
    "note_unknown": "I know no exercise like “{name}”. /exercises finds its name.",
    "odd_minutes": "From 5 to 180 minutes I can cut to. /finish ends the workout here.",
    "resting": "Resting. The next card comes by itself; send reps to log the next set early, "
    "/finish ends the workout.",
    "already": "Already logged: {shown}. Reply to its card, or tap Fix, to change it.",
}


def line_of(refused: Unlogged) -> Html:
    """The line for a refusal; an unknown code gets the general one, never silence."""
    reason = dict(refused.values).get("reason")
    if isinstance(reason, Reason):
        return reason_line(reason)
    return say(LINES.get(refused.code, LINES["not_here"]), **_values(refused))


def _values(refused: Unlogged) -> dict[str, str]:
    values = dict(refused.values)
    exercise = values.get("exercise")
    name = word(exercise.name) if isinstance(exercise, Exercise) else str(values.get("name", ""))
    card = refused.card
    example = typed_example(card) if card is not None and card.loads_offered else "40 x 10"
    return {"shown": _shown(refused, values), "name": name, "example": example}


def _shown(refused: Unlogged, values: dict[str, object]) -> str:
    """The set or load the refusal is about: the one that stands, the one typed, else the one asked."""
    standing, typed = values.get("set"), getattr(values.get("entry"), "load", None)
    if isinstance(standing, LoggedSet):
        return _standing(standing, refused.card)
    if isinstance(typed, Load):
        return load_words(refused.card.exercise, typed) if refused.card else load(typed)
    return _asked(refused.card) if refused.card else word("The set")


def _standing(done: LoggedSet, card: SetCard | None) -> str:
    """A set that stands; the card tells its exercise, without one what is sure is said."""
    if card is not None and card.exercise.id == done.exercise_id:
        return done_words(card.exercise, done)
    if done.load is None:
        return counted_words(done.reps, done.measure, done.sides) + said_of(done)
    return plain_set(done.load, done.reps, done.measure, sides=done.sides) + said_of(done)


def _asked(card: SetCard) -> str:
    return set_words(card.exercise, card.target.load, card.target.reps, card.prescription.measure)


def refusal(refused: Unlogged) -> View:
    """A refusal as a message: its line, and what is asked now where that helps."""
    card = refused.card
    if card is not None and card.loads_offered and refused.code in ("not_a_set", "not_here"):
        refused = replace(refused, code="not_found_yet")
    if refused.code == "stranger":
        return View(line_of(refused), ((Button(word("Let's start"), ShowPlan(), Style.SUCCESS),),))
    gapped = _gapped(refused)
    if card is None or refused.code in ("filled", "resting", "already"):
        return View(line_of(refused)).completing(gapped)
    now = say(
        "{line}\nNow: {name} set {number}, {set}.",
        line=line_of(refused),
        name=word(card.exercise.name),
        number=card.set_number,
        set=_asked(card),
    )
    asked = View(now, _with_loads(refused, card)).completing(gapped)
    return asked.offering() if asked.rows else asked


def _gapped(refused: Unlogged) -> str:
    """The set that lacks its reps, its weight or its exercise, with a gap for it; "" where none does."""
    told = dict(refused.values)
    entry, exercise = told.get("entry"), told.get("exercise")
    name = f"{word(exercise.name)} " if isinstance(exercise, Exercise) else ""
    if refused.code == "sets_of_what":
        return f"{{}} {told['words']}"
    weight, alone = getattr(entry, "load", None), told.get("reps_alone")
    if refused.code in ("filled", "missing_reps_of") and isinstance(weight, Load):
        return f"{name}{weight.value.normalize():f} {weight.unit.value} x {{}}"
    counts = told.get("counts")
    if refused.code == "missing_load" and isinstance(counts, tuple):
        return f"{name}{{}} x {' '.join(map(str, counts))}"
    if refused.code != "missing_load" or not isinstance(alone, Entry):
        return ""
    return f"{name}{{}} x {alone.reps}" + ("" if alone.rir is None else f" @{10 - alone.rir:g}")


def _with_loads(refused: Unlogged, card: SetCard) -> Rows:
    """Reps without a weight where none is known: a button for each weight the card has to choose from."""
    entry = dict(refused.values).get("reps_alone")
    if not isinstance(entry, Entry) or not card.loads_offered:
        return ()
    place = (card.workout_id, card.exercise_index, card.set_number)
    tenths = None if entry.rir is None else round(entry.rir * 10)
    measure = card.prescription.measure
    buttons = tuple(
        Button(
            set_words(card.exercise, one, entry.reps, measure), ReadAs(*place, one, entry.reps, tenths)
        )
        for one in card.loads_offered
    )
    return buttons[:3], buttons[3:]


def filled(taken: Load) -> View:
    """A load is on the card: how many reps?"""
    return refusal(Unlogged.of("filled", entry=Entry(taken, 0)))


def refusal_toast(refused: Unlogged) -> Toast:
    """A refusal as the answer to a tap: plain text, at most 200 characters."""
    plain = line_of(refused).replace("<code>", "").replace("</code>", "")
    return Toast(html.unescape(plain)[:200])
