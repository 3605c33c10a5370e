"""Small words that say nothing of a set: `lol`, `🔥`, `huh`, `test`, `yes`. What a nod logs is the grammar's.

`ok`, `done` and 👍 are none of these: where a card asks, they log its set
(`core/training/notation/set_words.py`).
"""

from __future__ import annotations

import re
from enum import StrEnum

from core.coach.hearing.spoken import spoken
from core.training.notation.numerals import plain
from core.training.notation.set_words import WORDS, is_picture


class Nod(StrEnum):
    """What a small word asks for: a smile back, the way on, or a sign of life."""

    CHEER = "cheer"
    LAUGH = "laugh"
    FIRE = "fire"
    HUH = "huh"
    THANKS = "thanks"
    YES_OR_NO = "yes_or_no"
    HERE = "here"
    NEVER_MIND = "never_mind"


_WORDS: tuple[tuple[Nod, str], ...] = (
    (Nod.LAUGH, r"l+o+l+|lmf?ao|rofl|(?:b?[aeh]*ha){2,}h?|he(?:he)+|jaja+|xd+|[:;]-?[)d]"),
    (
        Nod.CHEER,
        r"(?:(?:so |very |oh )?(?:nice(?: one)?|cool|wo+w|whoa|omg|yay|sweet|awesome|da+mn?|dang|phew|uff|"
        r"puh|woo+(?:hoo)?|lfg|yeah? bud+y|crushed it|beast(?: mode)?|hurra|juhu|krass|geil|boah|wahnsinn)"
        r"[ ,!]*)+",
    ),
    (
        Nod.HUH,
        r"huh|h[äa]+h?|what|wh?at+|wut|wtf|eh|excuse me|pardon|come again|say (?:that )?again|sorry what|"
        r"wie bitte|was|what do you mean|wdym|i'?m (?:lost|confused)|confused|no (?:idea|clue)|idk|dunno|"
        r"i (?:don'?t|dont|do not|really don'?t) know|i'?m not sure|not sure|keine ahnung|"
        r"(?:ich )?weiß (?:ich |es )?nicht",
    ),
    (
        Nod.YES_OR_NO,
        r"y|n|yes|yep|yup|yea+h?|yess+|no+|nope|nah|sure|of course|ja|jep|jo|nein|nee|klar|si|sí|da|oui|non|"
        r"(?:yes|no|ja|nein),? (?:please|thanks|bitte|danke)",
    ),
    (Nod.NEVER_MIND, r"nvm|nm|never ?mind(?: that)?|no matter|don'?t mind(?: me)?|schon gut|egal|vergiss es"),
    (
        Nod.HERE,
        r"test(?:ing)?(?: 1,? ?2,? ?3)?|h+m+|um+|uh+|er+m*|a+h*|oh+|k+|kay|alright|right|fine|i see|got you|"
        r"gotcha|(?:are )?(?:you|u) there|anyone(?: there)?|bot|spotter|ping|asdf\w*|so|well|bruh|fr(?:fr)?|"
        r"bet|bro|ähm?|tja|aha|alles klar|bist du da|noch da|still here|still there|sup|what'?s up|wassup|"
        r"how are you|how r u|"
        r"wie geht'?s(?: dir)?",
    ),
)
_THANKS = re.compile(
    r"(?:(?:ok(?:ay)?|great|oh|cool|well|many)[, ]+)*"
    r"(?:thanks?|thank you|thx|ty|cheers|danke|vielen dank|gracias|merci)"
    r"(?:[, ]+(?:you|very|so|much|a|lot|for|the|your|this|that|help|tip|info|young|man|coach|bro|mate|buddy|"
    r"spotter|my|friend|dear|sir|again|everything|bot|dir|schön|sehr|dude))*"
)
_SAID = tuple((nod, re.compile(pattern)) for nod, pattern in _WORDS)
_FIRE = frozenset("🔥💥⚡🚀")
_CHEERS = frozenset("❤♥💙💚💛🧡💜🖤🤍💖🎉🎊🙌👏🙏😍🥰😘🤩🥳😎💯✨⭐🌟🏆🥇🫡🤝🤙🤘✌😊🙂😉😌")
_LAUGHS = frozenset("😂🤣😅😆😄😁😀😃😹")
_BARE = frozenset(".,;:!-–_…'\"()*")
_FIRST_PICTURE = 0x2190  # arrows, and behind them signs and pictures
_LONGEST = 40


def nod_said(words: str) -> Nod | None:
    """What a whole message of small words, pictures or bare signs is; None for any other message."""
    heard = (plain(words) or "").strip() if len(words) <= _LONGEST else ""
    if not heard:
        return None
    if not any(sign.isalnum() for sign in heard):
        return _of_signs(heard)
    said = spoken(words)
    if _THANKS.fullmatch(said):
        return Nod.THANKS
    return next((nod for nod, pattern in _SAID if pattern.fullmatch(said)), None)


def _of_signs(heard: str) -> Nod | None:
    """`🔥🔥`, `??`, `...`; a picture that logs a set is none."""
    signs = [sign for sign in heard if not sign.isspace()]
    pictures = [sign for sign in signs if ord(sign) > _FIRST_PICTURE]
    if not pictures:
        laughs = next((nod for nod, pattern in _SAID[:1] if pattern.fullmatch(heard)), None)
        return laughs or (Nod.HUH if "?" in heard else Nod.HERE if set(heard) <= _BARE else None)
    if not all(map(is_picture, pictures)) or any(sign in WORDS for sign in pictures):
        return None
    if _FIRE.intersection(pictures):
        return Nod.FIRE
    if _LAUGHS.intersection(pictures):
        return Nod.LAUGH
    return Nod.CHEER if _CHEERS.intersection(pictures) else Nod.HERE
