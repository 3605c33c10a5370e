"""What lifters say that is no set: the rack is taken, it hurts, that's it for today. One table, no guessing.

Sets are read by `core/training/set_notation.py`; this is asked only about what is none.
"""

from __future__ import annotations

import re
from enum import StrEnum

LONGEST_PHRASE = 120


class Phrase(StrEnum):
    """What was meant."""

    CHEST = "chest"
    PAIN = "pain"
    TAKEN = "taken"
    FINISH = "finish"
    UNDO = "undo"
    WHY = "why"
    TOO_HEAVY = "too_heavy"
    TOO_LIGHT = "too_light"
    LATER = "later"
    PLAN = "plan"
    START = "start"
    HELP = "help"
    HELLO = "hello"


# Safety first: an emergency is looked for before pain, pain before everything else.
_TABLE: tuple[tuple[Phrase, str], ...] = (
    (
        Phrase.CHEST,
        r"chest (pain|hurts|tight\w*|pressure)|(pain|pressure|tight\w*) in (my )?chest|dizz\w+|faint\w*|"
        r"pass(ed|ing)? out|black(ed|ing)? out|can'?t breathe|heart (is )?(racing|pain)",
    ),
    (
        Phrase.PAIN,
        r"hurt\w*|pain\w*|ouch|ow+|injur\w+|pulled (a |my )?\w+|tweak\w*|aches?|aching|sore|pinch\w*|"
        r"(sharp|stabbing)|popped",
    ),
    (
        Phrase.TAKEN,
        r"(is |are |it'?s |all )?(taken|occupied|busy|in use)|no (rack|bench|machine|barbell|dumbbells?)|"
        r"(rack|bench|machine|bar|barbell|station) (is |isn'?t |not )\w*|swap|replace|another exercise|"
        r"something else|instead",
    ),
    (Phrase.UNDO, r"undo|take (it|that) back|my mistake|wrong set|delete (it|that|last)|oops"),
    (
        Phrase.FINISH,
        r"finish(ed)?|i'?m done|all done|that'?s it|that'?s all|stop|end( workout)?|enough|go(ing)? home|"
        r"call it( a day)?|quit",
    ),
    (Phrase.TOO_HEAVY, r"too heavy|too much( weight)?|too hard|can'?t (lift|do) (it|that|this)"),
    (Phrase.TOO_LIGHT, r"too (light|easy)"),
    (Phrase.LATER, r"later|not now|other (one )?first"),
    (Phrase.WHY, r"why\b.*|how come"),
    (Phrase.PLAN, r"plan|workout|session|train(ing)?|what('?s| is) (next|today)"),
    (Phrase.START, r"start|go|begin|let'?s go|ready|resume|continue|go on|next"),
    (Phrase.HELP, r"help|what can you do|commands?|how (do|does|to)\b.*|menu|\?+"),
    (
        Phrase.HELLO,
        r"hi+|hello|hey+|yo|good (morning|evening|afternoon)|thanks?|thank you|thx|cheers|cool|nice|great",
    ),
)
_CALM = r"(?:don'?t|doesn'?t|no|not|without|isn'?t)\s+(?:\w+\s+)?"
_COMPILED = tuple(
    (phrase, re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)) for phrase, pattern in _TABLE
)
_WHOLE = {Phrase.PLAN, Phrase.START, Phrase.HELP, Phrase.HELLO, Phrase.LATER}
_NO_PAIN = re.compile(rf"\b{_CALM}(?:hurt\w*|pain\w*|ache\w*|sore)", re.IGNORECASE)


def phrase_of(words: str) -> Phrase | None:
    """What some words mean, None for anything else. Pain is heard in a sentence, "go" only alone."""
    if len(words) > LONGEST_PHRASE:
        return None
    plain = words.replace("’", "'").strip(" .!…")
    for phrase, pattern in _COMPILED:
        if phrase is Phrase.PAIN and _NO_PAIN.search(plain):
            continue
        found = pattern.fullmatch(plain) if phrase in _WHOLE else pattern.search(plain)
        if found or (phrase is Phrase.HELP and plain == ""):
            return phrase
    return None
