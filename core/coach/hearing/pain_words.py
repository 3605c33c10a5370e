"""That something hurts, or only might: how that is said, and how that nothing does. Safety is heard first."""

from __future__ import annotations

import re

from core.coach.hearing import german_phrases as german

_JOINT = r"(knees?|back|shoulders?|hips?|elbows?|wrists?|ankles?|neck)"
_CLICKS = r"((is|are|keeps?) )?(click|crack|grind)(s|ing)?"
_BAD_JOINT = rf"(bad|weak|stiff) ((left|right|lower) )?{_JOINT}|{_JOINT} {_CLICKS}"
CHEST = (
    r"chest (pain|hurts|tight\w*|pressure)|(pain|pressure|tight\w*) in (my )?chest|dizz\w+|faint\w*|"
    r"pass(ed|ing)? out|black(ed|ing)? out|can'?t breathe|heart (is )?(racing|pain)"
)
PAIN = (
    r"hurt\w*|pain\w*|ouch|ow+|injur\w+|pulled (a |my )?\w+|tweak\w*|aches?|aching|sore|pinch\w*|"
    r"sharp|stabbing|bother(s|ing)( me)?|acting up|killing me|popped|cramp\w*|numb|tingl\w+|"
    r"(feels?|felt) (a (bit|little) )?(weird|off|funny|wrong|strange|bad|unstable)|"
    rf"(doesn'?t|didn'?t|not) feel (right|good)|{_BAD_JOINT}"
)
AFRAID = (  # of a pain that isn't there; a part of the body that is named is never only that
    r"(is (it|this|that) (safe|dangerous)( for me)?|"
    r"(i'?m |i am )(a (bit|little) |so |very |really )?(afraid|scared|nervous|worried)"
    r"( (of|to|about) (it|this|that|(get(ting)? |be(ing)? )?(hurt|injured)|(hurt(ing)?|injur(e|ing)) myself|"
    r"injur(y|ies)))?|"
    r"(i )?(don'?t want to|(can|could|will|might) i)( get| be)? (hurt|injured?)( myself)?|"
    rf"{german.AFRAID})"
)
_TOLD = re.compile(rf"\b(?:{PAIN}|{german.ANYWHERE['pain']})(?!\w)", re.IGNORECASE)
_CALM = r"(?:don'?t|doesn'?t|no|not|without|isn'?t|nothing)\s+(?:\w+\s+)?"
_NO_PAIN = re.compile(
    rf"\b(?:{_CALM}(?:hurt\w*|pain\w*|ache\w*|sore)|{german.NO_PAIN})|^{AFRAID}$", re.IGNORECASE
)
# Nothing stands between but an article: "no my knee clicks" tells of a knee that does.
_SOUND = re.compile(
    r"\b(?:(?:no|not|without|(?:don'?t|do not|didn'?t|never) (?:have|had))(?: an?| any| the)? "
    rf"(?:{_BAD_JOINT})|{german.SOUND})(?!\w)",
    re.IGNORECASE,
)


def tells_of_pain(heard: str) -> bool:
    """Whether words of pain say that there is some: not "no pain", nor "I don't have a bad back" alone."""
    return _TOLD.search(_SOUND.sub(" ", heard)) is not None and _NO_PAIN.search(heard) is None


def denies_pain(heard: str) -> bool:
    """Whether words say that something does not hurt, whatever else they say."""
    return _SOUND.search(heard) is not None or _NO_PAIN.search(heard) is not None
