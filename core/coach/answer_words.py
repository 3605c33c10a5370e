"""Typed answers: the words people use, and the answer each one is, as its button would give it.

What an answer does is not here (`answers.py`); maxima are read in `maxima.py`. Words are English, and
German from `german_answers.py`; a text that is no known word gives None, and the question is asked again
with what is accepted.
"""

from __future__ import annotations

import re

from core.coach import answers
from core.coach import german_answers as german
from core.model.athlete import Freshness, Gear, Goal, Level
from core.model.onboarding import Ailment, Step
from core.training.notation.numerals import plain, read_decimal
from core.units import Unit

BACK = "back"
TRAIN_NOW = "train_now"

_YES = german.YES + "|yes|y|yeah|yep|yup|sure|ok|okay|correct|true|👍"
_NO = german.NO + "|no|n|nope|nah|not yet|not really|false|👎"
_UNSURE = (
    f"{german.UNSURE}|"
    "idk|dunno|(?:i )?(?:don'?t|do not|didn'?t) know|not sure|unsure|no idea|no clue|which|help|why|\\?+"
)
_ANYWHERE = {
    answers.SKIP: f"{german.SKIP}|skip|pass|next|later|skip it|rather not say",
    BACK: f"{german.BACK}|back|go back|previous|undo",
    TRAIN_NOW: f"{german.TRAIN_NOW}|train now|train|start training|just train|let's go|lets go",
}
_WHOLE: dict[Step, dict[str, str]] = {
    Step.GOAL: {answers.UNSURE: _UNSURE},
    Step.LEVEL: {
        Level.BEGINNER: f"{_NO}|beginner|new|newbie|noob|novice|starter|just starting|never|zero|0",
        Level.INTERMEDIATE: (
            "yes|y|yeah|yep|yup|true|intermediate|medium|some|a few months|months|regular|regularly"
        ),
        Level.EXPERIENCED: (
            "experienced|advanced|expert|pro|(?:for )?years(?:,? and i know my numbers)?|veteran|powerlifter|"
            "bodybuilder"
        ),
        answers.AFTER_BREAK: (
            "break|after a break|back after a break|returning|comeback|i'm back|used to lift"
        ),
        answers.SKIP: _UNSURE,
    },
    Step.FOUNDATION: {
        answers.ACCEPT: f"{_YES}|foundation|foundation first|accept|got it|fine|good|understood|start",
        answers.INSIST: f"{_NO}|insist|i insist|size|size anyway|bigger|hypertrophy",
    },
    Step.UNIT: {
        Unit.KG: "kg|kgs|kilo|kilos|kilogram|kilograms|metric|k",
        Unit.LB: "lb|lbs|pound|pounds|imperial|us|#|l",
        answers.SKIP: _UNSURE,
    },
    Step.MAXES: {answers.NONE: f"{_UNSURE}|{_NO}|none|nothing|never tested"},
    Step.FRESHNESS: {
        Freshness.RECENT: (
            "recent|last 8 weeks|8 weeks|this month|last month|this week|last week|today|new|fresh|now"
        ),
        Freshness.OLDER: "older|old|long ago|a while ago|months ago|last year|years ago",
        Freshness.GUESS: f"a guess|guess|guessed|roughly|about|estimate|{_UNSURE}",
    },
    Step.GEAR: {
        Gear.FULL_GYM: "full gym|gym|a gym|the gym|everything|all|commercial gym|fitness studio|studio",
        Gear.BARBELL: "barbell|barbells|barbell at home|home gym|garage|garage gym|rack|power rack",
        Gear.DUMBBELLS: "dumbbell|dumbbells|db|dbs|kettlebell|kettlebells",
        Gear.MACHINES: "machine|machines|cables",
        Gear.BODYWEIGHT: "bodyweight|body weight|body|bw|nothing|none|no equipment|calisthenics|just me",
        Gear.BANDS: "band|bands|resistance bands|elastic bands",
        answers.SKIP: _UNSURE,
    },
    Step.DAYS: {answers.SKIP: _UNSURE},
    Step.HEALTH: {
        answers.NONE: (
            f"{_NO}|none|none of these|none of them|nothing|healthy|all good|fine|i'm fine|good|clear"
        ),
        answers.YES: "yes|y|yeah|yep|yup|some|one of them|one of these",
    },
    Step.DOCTOR: {
        answers.CLEARED: (
            "cleared|a doctor cleared me|doctor cleared me|my doctor cleared me|i'm cleared|doctor said ok"
        ),
        answers.CLEARED_LIGHT: "light|cleared for light training|light training|light only",
    },
    Step.SQUATS: {
        answers.YES: f"{_YES}|easy|easily|10|can",
        answers.NO: f"{_NO}|hard|can't|cannot|barely|almost",
        answers.SKIP: _UNSURE,
    },
}
_SOMEWHERE: dict[Step, dict[str, str]] = {
    Step.LEVEL: {
        Level.BEGINNER: r"never|newbie|beginner|(?:[12]|one|two|a) months?|weeks?|just start\w*",
        Level.INTERMEDIATE: r"intermediate|(?:[3-9]|1[0-9]|few) months|(?:1|a|one|half a) year",
        Level.EXPERIENCED: (
            r"advanced|experienced|powerlift\w*|bodybuild\w*|"
            r"(?:[2-9]|[1-6][0-9]|two|three|four|five|ten|many|several) years"
        ),
        answers.AFTER_BREAK: r"break|comeback|used to|coming back",
    },
    Step.UNIT: {
        Unit.KG: r"kgs?|kilos?|kilograms?|metric",
        Unit.LB: r"lbs?|pounds?|imperial",
    },
    Step.FRESHNESS: {
        Freshness.RECENT: r"(?:[1-8]|one|two|a|few|couple of) weeks? ago|yesterday|today|last (?:week|month)",
        Freshness.OLDER: r"(?:months|years?) ago|last year|long ago",
        Freshness.GUESS: r"guess(?:ed|ing)?|roughly|no idea|not sure",
    },
    Step.GEAR: {
        Gear.FULL_GYM: r"(?<!home )(?<!garage )gym",
        Gear.BARBELL: r"barbells?|home gym|garage(?: gym)?|(?:power|squat) rack",
        Gear.DUMBBELLS: r"dumbbells?|dumbells?|dbs?|kettlebells?",
        Gear.MACHINES: r"machines?",
        Gear.BODYWEIGHT: r"body ?weight|no equipment|calisthenics",
        Gear.BANDS: r"bands?",
    },
    Step.GOAL: {
        Goal.STRENGTH: r"strong\w*|strength|1rm|powerlift\w*|max|lift (?:more|heavier)|heavier|sports?",
        Goal.HYPERTROPHY: (
            r"size|bigger|big|mass|muscles?|hyp|hypertrophy|grow\w*|looks?|bulk\w*|"
            r"bodybuild\w*|toned?|gains?"
        ),
        Goal.ENDURANCE: r"endurance|stamina|cardio|conditioning",
        Goal.POWER: r"power|explosive\w*|jump\w*|speed",
        Goal.FOUNDATION: (
            r"foundation|base|basics?|health\w*|fit|fitness|general|stability|begin\w*|"
            r"lose weight|fat loss"
        ),
    },
}
_SIGNS: dict[Ailment, str] = {
    Ailment.CHEST_PAIN: r"chest|angina",
    Ailment.FAINTING: r"faint\w*|dizz\w*|black(?:ing)? ?out|blackouts?|passed? out|passing out|collapse\w*",
    Ailment.HEART: r"heart|cardiac|blood pressure|hypertension|pacemaker|beta ?blockers?",
    Ailment.JOINT: (
        r"joints?|knees?|shoulders?|hips?|back|elbows?|wrists?|ankles?|injur\w*|hernia|"
        r"slipped disc"
    ),
    Ailment.PREGNANT: r"pregnan\w*|expecting",
    Ailment.UNDER_18: r"under ?(?:18|eighteen)|minor",
    Ailment.OVER_65: r"over ?(?:65|sixty.?five)|older than 65",
}
_COUNTS = {
    "once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "thrice": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "every day": 7, "everyday": 7, "daily": 7, **german.COUNTS,
}  # fmt: skip
_DAY_UNITS = (
    r"(?: ?(?:x|×|times|days?|sessions?|workouts?|mal|tage?|trainings?|einheiten))?"
    r"(?: ?(?:a|per|/|every|each|pro|die|in der) ?(?:week|woche))?"
)


def _either(ours: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
    return {
        answer: "|".join(words for words in (ours.get(answer), theirs.get(answer)) if words)
        for answer in {**ours, **theirs}
    }


_WHOLE = {step: _either(words, german.WHOLE.get(step, {})) for step, words in _WHOLE.items()}
_SOMEWHERE = {step: _either(words, german.SOMEWHERE.get(step, {})) for step, words in _SOMEWHERE.items()}
_SIGNS = {ailment: f"{signs}|{german.SIGNS[ailment]}" for ailment, signs in _SIGNS.items()}


def read_words(step: Step, text: str) -> str | None:
    """The answer a typed text gives to `step`, as its button would; None when it is none.

    `BACK` and `TRAIN_NOW` ask for those buttons. Case, spaces, full stops and emoji variants do not matter.
    """
    folded = plain(text)
    if folded is None:
        return None
    if step is Step.GOAL and "?" in text:
        return answers.UNSURE  # a question about goals wants the explanation, not a choice
    said = " ".join(folded.split()).rstrip(".! ").lstrip("/ ")
    for word, pattern in (_WHOLE.get(step, {}) | _ANYWHERE).items():
        if re.fullmatch(pattern, said):
            return str(word)
    if step is Step.DAYS:
        return _days(said)
    if step in (Step.HEALTH, Step.AILMENTS):
        return _ailments(said)
    if step is Step.UNIT and any(char.isdigit() for char in said):
        return None
    hints = _SOMEWHERE.get(step, {}).items()
    found = [str(word) for word, pattern in hints if re.search(rf"\b(?:{pattern})\b", said)]
    return found[0] if len(found) == 1 else None


def read_aim(payload: str) -> Goal | None:
    """The goal a deep link asks a plan for: `hypertrophy`, `size`; None for anything else."""
    word = read_words(Step.GOAL, payload.replace("_", " "))
    return next((goal for goal in Goal if goal == word), None)


def _days(said: str) -> str | None:
    bare = re.fullmatch(rf"(?P<count>every day|jeden tag|\S+?){_DAY_UNITS}", said)
    if bare is None:
        return None
    count = bare["count"]
    number = _COUNTS.get(count, read_decimal(count))
    return str(int(number)) if number is not None and number == int(number) and number < 100 else None


def _ailments(said: str) -> str | None:
    if re.search(rf"\b(?:no|not|never|without|don't|haven't|{german.DENIAL})\b", said):
        return None
    named = [ailment for ailment, signs in _SIGNS.items() if re.search(rf"\b(?:{signs})\b", said)]
    age = re.fullmatch(
        r"(?:i'?m |i am |age |ich bin )?(?P<age>[1-9][0-9])(?: years(?: old)?| jahre(?: alt)?)?", said
    )
    if age is not None and int(age["age"]) < 18:
        named.append(Ailment.UNDER_18)
    if age is not None and int(age["age"]) > 65:
        named.append(Ailment.OVER_65)
    mask = sum(1 << tuple(Ailment).index(ailment) for ailment in named)
    return f"{answers.TICKED}{mask}" if named else None
