"""One friendly line about an answer that could not be taken: what is accepted, never what was wrong with you.

The question that follows the line is not here: see `onboarding.py`.
"""

from __future__ import annotations

from bot.texts import Html, load, say, word
from bot.views.interview.onboarding_questions import choice
from bot.views.view import Rows, Toast
from core.model.onboarding import Asked, Note, Question, Refused, Step
from core.units import Load, Unit

# Which lift a lone weight may belong to: the five that nearly everybody knows a number of.
_MAIN_LIFTS = ("back_squat", "bench_press", "deadlift", "overhead_press", "barbell_row")


def _main_lift_word(exercise_id: str) -> str:
    return {
        "back_squat": word("Squat"),
        "bench_press": word("Bench press"),
        "deadlift": word("Deadlift"),
        "overhead_press": word("Overhead press"),
        "barbell_row": word("Row"),
    }[exercise_id]


def which_lift_rows(told: Load, reps: int) -> Rows:
    """The lifts a lone weight may belong to; each button carries the weight."""
    buttons = tuple(
        choice(Step.MAXES, _main_lift_word(lift), f"{lift}={told.g}{told.unit.value[0]}{reps}")
        for lift in _MAIN_LIFTS
    )
    return buttons[:3], buttons[3:]


def _accepted(question: Question) -> Html:
    """What the question understands when typed."""
    pounds = question.athlete.unit is Unit.LB
    return {
        Step.GOAL: say("Tap one, or type <b>size</b>, <b>strength</b> or <b>foundation</b>."),
        Step.LEVEL: say("Tap one, or say how long: <b>6 months</b>, <b>since 2019</b>, <b>never</b>."),
        Step.FOUNDATION: say("Tap a button, or type <b>ok</b>."),
        Step.UNIT: say("Tap one, or type <b>kg</b> or <b>lb</b>."),
        Step.MAXES: say(
            "I read a lift and a weight, like <code>{example}</code>, or a set, like "
            "<code>{recent}</code>. "
            "Or type <b>idk</b>.",
            example=word("squat 315") if pounds else word("squat 140"),
            recent=word("bench 225x5") if pounds else word("bench 100x5"),
        ),
        Step.FRESHNESS: say(
            "Tap one, type <b>recent</b>, <b>older</b> or <b>guess</b>, or one more lift: "
            "<code>{example}</code>",
            example=word("bench 225") if pounds else word("bench 100"),
        ),
        Step.GEAR: say(
            "Tap one, or type it: <b>gym</b>, <b>barbell</b>, <b>dumbbells</b>, <b>nothing</b>."
        ),
        Step.DAYS: say("Tap one, or type <b>3</b>, <b>3-4</b> or <b>mon wed fri</b>."),
        Step.HEALTH: say("Tap one, or type <b>none</b>, or what it is: <b>bad knee</b>."),
        Step.AILMENTS: say("Tick what applies and tap <b>Done</b>, or type it, like <b>knee injury</b>."),
        Step.DOCTOR: say("When a doctor has cleared you, tap the button or type <b>cleared</b>."),
        Step.SQUATS: say("Tap one, or type <b>yes</b> or <b>not yet</b>."),
    }[question.step]


def note_line(note: Note, question: Question, about: Asked | Refused) -> Html:
    """The line for a note at a question, in words about the answer that brought it."""
    whole = {
        Note.TOO_HEAVY: say("A slipped digit? I take up to <b>1000 kg</b> or <b>2200 lb</b>."),
        Note.TOO_MANY_REPS: say(
            "Sets above <b>12</b> reps say little about your best single. A heavier set, or <b>idk</b>?"
        ),
        Note.UNKNOWN_LIFT: say(
            "I don't know the lift “{name}”. Another name for it? Try <b>squat</b> or <b>bench</b>.",
            name=about.offending,
        ),
        Note.WHICH_LIFT: say("<b>{told}</b>: of which lift?", told=_told(about)),
        Note.BODYWEIGHT_LATER: say(
            "That one moves your bodyweight; I ask for it when it is first planned. A barbell lift, maybe?"
        ),
        Note.TAKES_NO_LOAD: say("That one takes no weight, so it has no best single. A barbell lift, maybe?"),
        Note.PICK_ONE: say("Tick at least one, or go Back and tap <b>None of these</b>."),
        Note.CANNOT_SKIP: say("This one I need to know before we train."),
        Note.HOW_OFTEN: say(
            "Most weeks twice or more, for three months: <b>Yes</b>. Less: <b>No</b>, and I build you up."
        ),
        Note.BY_HABIT: say("Read as squat, bench, deadlift, the usual order. Another one? Type it again."),
        Note.LOWER_DAYS: say("I plan <b>{days}</b>; a day more is welcome.", days=_days_of(question)),
        Note.SEVEN_DAYS: say("Muscles grow on the day off: <b>6</b> days at most."),
        Note.BEGINNER_DAYS: say("While the foundation is built, <b>3</b> days are the most that help."),
        Note.OLD_BUTTON: say("That question is past. Here is where we are:"),
    }
    if note in whole:
        return whole[note]
    openings = {
        Note.NOT_TEXT: say("Nice, but I only read text and buttons here."),
        Note.TOO_LIGHT: say("A weight has to be above zero."),
    }
    opening = openings.get(note) or say("I didn't get that.")
    return say("{opening} {accepted}", opening=opening, accepted=_accepted(question))


def _days_of(question: Question) -> str:
    return str(question.athlete.days_per_week or "")


def _told(about: Asked | Refused) -> str:
    if not isinstance(about, Refused) or about.load is None:
        return ""
    return load(about.load) if about.reps == 1 else f"{load(about.load)} × {about.reps}"


def note_toast(note: Note) -> Toast:
    """The same in a toast's few words, for a button."""
    return Toast(word("That question is past")) if note is Note.OLD_BUTTON else Toast()
