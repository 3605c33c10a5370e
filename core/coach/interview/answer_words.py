"""Typed answers: the words people use, and the answer each one is, as its button would give it.

What an answer does is not here (`answers.py`); maxima are read in `maxima.py`. The words are listed in
`english_answers.py` and `german_answers.py`; a text that is no known word gives None, and the question is
asked again with what is accepted.
"""

from __future__ import annotations

import re
from datetime import date

from core.catalogue.typos import mended, vocabulary
from core.coach.interview import ailment_words, answers, day_words, experience_words, gear_words
from core.coach.interview import english_answers as english
from core.coach.interview import german_answers as german
from core.model.athlete import Gear, Goal
from core.model.onboarding import Step
from core.training.notation.numerals import plain
from core.units import Unit

BACK = "back"
TRAIN_NOW = "train_now"

_ANYWHERE = {
    answers.SKIP: f"{german.SKIP}|skip|pass|next|later|skip (?:it|this|that)|rather not say|next question",
    BACK: f"{german.BACK}|back|go back|previous|undo",
    TRAIN_NOW: f"{german.TRAIN_NOW}|train now|train|start training|just train|let's go|lets go",
}
# What stands around an answer and says nothing.
_AROUND = (
    r"please|pls|plz|thanks|thank you|thx|tbh|lol|haha|man|bro|bruh|dude|mate|honestly|actually|"
    r"bitte|danke"
)
_BEFORE = rf"{_AROUND}|um+|uh+|h+m+|well|so|ok so|hi|hey|hello|oh|hallo|also|äh+m?|naja"
_FRAME = re.compile(rf"^(?:(?:{_BEFORE})[ ,]+)+|(?:[ ,]+(?:{_AROUND}))+$")
_NO_LETTERS = re.compile(r"[^\w\s#?+×/.,:'\"%&()-]+")
# The order of a question's buttons, where a bare number can mean no answer but one of them.
CHOICES: dict[Step, tuple[str, ...]] = {
    Step.GOAL: (Goal.HYPERTROPHY, Goal.STRENGTH, Goal.FOUNDATION, answers.UNSURE),
    Step.UNIT: (Unit.KG, Unit.LB),
    Step.GEAR: tuple(Gear),
}
# Where a slip may not decide: what a doctor said.
_NO_TYPOS = (Step.DOCTOR,)


def _either(ours: dict[str, str], theirs: dict[str, str]) -> dict[str, str]:
    return {
        answer: "|".join(words for words in (ours.get(answer), theirs.get(answer)) if words)
        for answer in {**ours, **theirs}
    }


WHOLE = {step: _either(words, german.WHOLE.get(step, {})) for step, words in english.WHOLE.items()}
SOMEWHERE = {
    step: _either(words, german.SOMEWHERE.get(step, {})) for step, words in english.SOMEWHERE.items()
}
_READERS = {Step.GEAR: gear_words.VOCABULARY, Step.HEALTH: "|".join(ailment_words.SIGNS.values())}


def read_words(step: Step, text: str, today: date | None = None) -> str | None:
    """The answer a typed text gives to `step`, as its button would; None when it is none.

    `BACK` and `TRAIN_NOW` ask for those buttons. Case, spaces, full stops, emoji, politeness and small slips
    do not matter. `today` is what "since 2019" counts from.
    """
    folded = plain(text)
    if folded is None:
        return None
    if step is Step.GOAL and "?" in text:
        return answers.UNSURE  # a question about goals wants the explanation, not a choice
    said = " ".join(folded.split()).rstrip(".! ").lstrip("/ ")
    bare = unframed(said)
    for each in dict.fromkeys((said, bare)):
        if (word := _read(step, each, today)) is not None:
            return word
    if step in _NO_TYPOS:
        return None
    spelt = mended(bare, vocabulary(_spelt_out(step)))
    return _read(step, spelt, today) if spelt != bare else None


def unframed(said: str) -> str:
    """Words in plain spelling without what says nothing around an answer: "um, kg pls", emoji."""
    return _FRAME.sub("", " ".join(_NO_LETTERS.sub(" ", said).split()).rstrip(".! ,"))


def read_aim(payload: str) -> Goal | None:
    """The goal a deep link asks a plan for: `hypertrophy`, `size`; None for anything else."""
    word = read_words(Step.GOAL, payload.replace("_", " "))
    return next((goal for goal in Goal if goal == word), None)


def read_choice(step: Step, text: str) -> str | None:
    """The button that a bare number counts to, `2` the second one; None where numbers mean something else."""
    folded = (plain(text) or "").strip(" .)#")
    choices = CHOICES.get(step, ())
    place = int(folded) if folded.isascii() and folded.isdecimal() and len(folded) == 1 else 0
    return choices[place - 1] if 1 <= place <= len(choices) else None


def hints_in(step: Step, said: str) -> list[str]:
    """The answers whose words stand somewhere in a text of plain spelling, but for what it denies."""
    hints = SOMEWHERE.get(step, {})
    told = _denied(step).sub(" ", said) if hints else said
    return [str(word) for word, pattern in hints.items() if re.search(rf"\b(?:{pattern})\b", told)]


def _denied(step: Step) -> re.Pattern[str]:
    every = "|".join(SOMEWHERE[step].values())
    return re.compile(rf"\b(?:not|don'?t want|don'?t care about|kein\w*|nicht) (?:\w+ ){{0,2}}?(?:{every})\b")


def _spelt_out(step: Step) -> str:
    answered = (*WHOLE.get(step, {}).values(), *SOMEWHERE.get(step, {}).values())
    return "|".join((*answered, _READERS.get(step, ""), experience_words.UNITS if step is Step.LEVEL else ""))


def _read(step: Step, said: str, today: date | None) -> str | None:
    for word, pattern in (*WHOLE.get(step, {}).items(), *_ANYWHERE.items()):
        if re.fullmatch(pattern, said):
            return str(word)
    match step:
        case Step.DAYS:
            return day_words.read_days(said)
        case Step.HEALTH | Step.AILMENTS:
            ails_not = step is Step.HEALTH and ailment_words.nothing_ails(said)
            return answers.NONE if ails_not else ailment_words.read_ailments(said)
        case Step.GEAR:
            return gear_words.read_gear(said)
        case Step.UNIT if any(char.isdigit() for char in said):
            return None
        case Step.LEVEL if (level := experience_words.read_experience(said, today)) is not None:
            return str(level)
    found = hints_in(step, said)
    if step is Step.GOAL and set(found) == {Goal.HYPERTROPHY, Goal.STRENGTH}:
        return answers.UNSURE  # "bigger and stronger": which of them first is what the explanation is for
    return found[0] if len(found) == 1 else None
