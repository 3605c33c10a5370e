"""What the health card asks about, in people's own words: "bad knee", "I'm 16", "all good", "nah".

Named anywhere in a text, unless it denies or speaks of what is over: then nothing is guessed. What an
ailment means for training is `answers.py`'s; the words themselves are kept nowhere.
"""

from __future__ import annotations

import re

from core.coach.interview import answers
from core.coach.interview import german_answers as german
from core.model.onboarding import Ailment

_SIGNS: dict[Ailment, str] = {
    Ailment.CHEST_PAIN: r"chest|angina",
    Ailment.FAINTING: r"faint\w*|dizz\w*|black(?:ing)? ?out|blackouts?|passed? out|passing out|collapse\w*",
    Ailment.HEART: (
        r"heart|cardiac|blood pressure|hypertension|pacemaker|beta ?blockers?|arrhythmia|(?:high|low) bp"
    ),
    Ailment.JOINT: (
        r"joints?|knees?|shoulders?|hips?|back|elbows?|wrists?|ankles?|neck|injur\w*|hernia\w*|"
        r"slipped disc|discs?|sciatica|arthritis|tendon\w*|tendin\w*|meniscus|acl|rotator cuff|spine"
    ),
    Ailment.PREGNANT: r"pregnan\w*|expecting",
    Ailment.UNDER_18: r"under ?(?:18|eighteen)|minor",
    Ailment.OVER_65: r"over ?(?:65|sixty.?five)|older than 65",
}
SIGNS = {ailment: f"{signs}|{german.SIGNS[ailment]}" for ailment, signs in _SIGNS.items()}
_SURE = "|".join(
    (
        *(SIGNS[one] for one in (Ailment.FAINTING, Ailment.PREGNANT, Ailment.UNDER_18, Ailment.OVER_65)),
        r"hypertension|pacemaker|angina|blood pressure|hernia\w*|sciatica|arthritis|tendin\w*|bluthochdruck",
    )
)
_DENIES = re.compile(rf"\b(?:no|not|never|without|don't|dont|haven't|nothing|none|{german.DENIAL})\b")
_OVER = re.compile(
    r"\b(?:fine|okay|ok|healed|gone|recovered|no longer|used to|better now|all good|verheilt|wieder gut)\b"
)
# Parts of a body also stand in other words: "I'm back", "back squat", "chest day".
_NO_PART = re.compile(
    r"\b(?:(?:i'?m|come|came|coming|go|going|get|getting|got|be|been|right|way) back|"
    r"back(?: (?:squats?|in|at|to|after|from|into|on|extensions?|day|then)|up)|"
    r"(?:chest|back|shoulder|knee|hip) (?:day|press\w*|rais\w*|thrusts?|workouts?|size|muscles?|fl(?:y|"
    r"ies)))\b"
)
_HURTS = re.compile(
    r"\b(?:hurt\w*|pain\w*|bad|injur\w*|ach\w+|sore|torn|tore|trouble|problems?|issues?|surgery|broken|broke|"
    r"weak|dodgy|bum|messed up|fucked|pressure|condition|disease|attack|cond|"
    r"schmerz\w*|kaputt\w*|weh|probleme?|verletz\w*)\b"
)
_AGE = re.compile(
    r"(?:i'?m |im |i am |age |aged |turning |only |ich bin |bin )*(?P<age>[1-9][0-9])"
    r"(?P<said> ?(?:years?|yrs?)(?: old)?| ?y/?o| ?jahre(?: alt)?)?(?: male| female| m| f| [mw])?"
)
_NOTHING = re.compile(
    r"(?:no|not|none|nope|nah|nothing|never|nein|nichts|keine?s?)(?:[ ,]+(?:issues?|injur(?:y|ies)|problems?|"
    r"pains?|conditions?|health (?:issues|problems)|concerns?|ailments|of (?:these|those|them|that|"
    r"the above)|"
    r"at all|that i know(?: of)?|that i'?m aware of|to my knowledge|really|serious|major|thanks?|thank god|"
    r"luckily|all good|all fine|all ok|none|nothing|not|any|here|i'?m (?:good|fine|healthy|ok)|"
    r"probleme|beschwerden|verletzungen|davon|alles gut|gesund))*"
)


def nothing_ails(said: str) -> bool:
    """Whether words in plain spelling deny it all: "no issues", "nothing that I know of", "nah, all good"."""
    return _NOTHING.fullmatch(said) is not None


def read_ailments(said: str) -> str | None:
    """What words typed at the health card name, as its own answer: `d` and a bit each; None for nothing."""
    if _DENIES.search(said) or _OVER.search(said):
        return None
    heard = _NO_PART.sub(" ", said)
    named = [ailment for ailment, signs in SIGNS.items() if re.search(rf"\b(?:{signs})\b", heard)]
    age = age_said(said, alone=True)
    if age is not None and age < 18:
        named.append(Ailment.UNDER_18)
    if age is not None and age > 65:
        named.append(Ailment.OVER_65)
    mask = sum(1 << tuple(Ailment).index(ailment) for ailment in dict.fromkeys(named))
    return f"{answers.TICKED}{mask}" if mask else None


def ailments_told(said: str) -> str | None:
    """The same at another question: only what surely is an ailment, "bad knee" but not "back" alone."""
    age = age_said(said)
    by_age = age is not None and not 18 <= age <= 65
    sure = _HURTS.search(said) or re.search(rf"\b(?:{_SURE})\b", said)
    return read_ailments(said) if by_age or sure else None


def age_said(said: str, *, alone: bool = False) -> int | None:
    """The age that a clause tells: "I'm 16", "34 yo"; a bare number only where `alone`."""
    told = _AGE.fullmatch(said)
    if told is None:
        return None
    surely = told["said"] and re.search(r"old|y/?o|alt", told["said"])
    by_name = re.match(r"i'?m |im |i am |age|turning|ich bin ", said) and not told["said"]
    return int(told["age"]) if alone or surely or by_name else None
