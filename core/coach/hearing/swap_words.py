"""A station that is taken or not there: how that is said, and which exercises it names: "bench is taken"."""

from __future__ import annotations

import re

from core.coach.hearing import german_phrases as german
from core.coach.hearing.spoken import spoken

# Only words of a gym name what is missing: nobody in "someone at work called" takes a station.
_STATION = (
    r"((?!(time|to|for|of)\b)[\w-]+ ){0,3}(racks?|bench(es)?|machines?|stations?|platforms?|smith|barbells?|"
    r"bars?|dumbbells?|kettlebells?|cables?|pull-?downs?|press(es)?|rows?|curls?|squats?|dead-?lifts?|"
    r"extensions?|fl(y|ye|ies)|pec.?deck|raises?|thrusts?|crossovers?|dips?|(pull|chin)-?ups?|treadmill)"
    r"(?! (time|day))"
)
_GYM = r"(we|they|(my|the|this|our) gym)"
_HERE = r"( (here|today|though|coach))*$"
TAKEN = (  # heard anywhere in a sentence: the station is taken, the gym full, or it has no such machine
    r"(is |are |it'?s |all )?(taken|occupied|busy|in use)|"
    r"no (free |squat |power )?(rack|bench|machine|barbell|dumbbells?)|"
    r"(rack|bench|machine|bar|barbell|station) (is |isn'?t |not )\w*|swap|replace|another exercise|"
    r"something else|instead|(change|switch) (the |this )?exercise|"
    r"(too|so|it'?s|is|very) (crowded|packed)|"
    r"((^|, )(too|so|very|way)|(gym|place)('?s| is)?|(it|here|everything)('?s| is)|is it)"
    r"( (too|so|very|way|really))* full(?! body| rom| range)|"
    r"some(one|body)('?s| is)? (already |still )?((?!at (the )?bar\b)(on|using|at|in) (my|the|this|that) "
    rf"{_STATION}|(on|using) (it|this|that|them){_HERE})|"
    rf"{_GYM} (don'?t|doesn'?t|do not|does not) have ({_STATION}|(it|this|that|these|those|one|any){_HERE})|"
    r"(don'?t|do not) have (this|that|one|any|the)( machine)?$|"
    rf"there('?s| is| are) no {_STATION}{_HERE}|"
    r"can'?t find (it|(the|an?|any|this|that) (\w+ )?(machine|rack|bench|station|press|bar|cables?))$"
)
_INSTEAD = re.compile(rf"\b(?:instead|{german.INSTEAD})\b")
_BETWEEN = re.compile(rf"\b(?:for|with|by|of|{german.BETWEEN})\b")
_BESIDE = re.compile(
    r"\b(?:taken|occupied|busy|in use|isn'?t|not|free|no|swap|replace|another exercise|something else|"
    r"instead|the|a|an|my|is|are|all|now|today|please|coach|(?:can|could|would) (?:i|you|we)|i "
    r"want|i would like|"
    r"i'?d like|i'?d rather|"
    r"too|so|very|full|crowded|packed|some(?:one|body)(?:'?s)?|already|still|on|using|at|here|there(?:'?s)?|"
    r"we|they|this|our|gym|(?:do|does)n'?t|can'?t|have|find|any|machine(?= ?$)|"
    rf"i'?ll|to|do|use|{german.BESIDE})\b|[,.!?]"
)


def swap_said(words: str) -> tuple[str, ...]:
    """The names beside "is taken" or "swap … for …": what is taken first, then what is wished instead.

    The first is empty where only what comes instead is named.
    """
    heard = spoken(words)
    parts = (" ".join(_BESIDE.sub(" ", part).split()) for part in _BETWEEN.split(heard))
    names = tuple(name for name in parts if name)
    if _INSTEAD.search(heard) is None:
        return names
    return ("", *names) if len(names) == 1 else names[::-1]
