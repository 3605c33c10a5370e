"""Words put plainly: without courtesies, contracted, spelled numbers as digits, slips of typing mended.

Read where the words as they stand mean nothing and are no set: whoever writes whole sentences, dictates, or
types `nah skip this one pls` is heard, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from core.catalogue.typos import mended
from core.coach.hearing.pain_words import denies_pain, tells_of_pain
from core.coach.hearing.phrases import VOCABULARY
from core.coach.hearing.spoken import counted, spoken

_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "i am": "i'm", "i would": "i'd", "that is": "that's", "it is": "it's", "do not": "don't",
        "did not": "didn't", "could not": "couldn't", "can not": "can't", "cannot": "can't",
        "was not": "wasn't",
        "what is": "what's", "i have": "i've", "does not": "doesn't", "is not": "isn't",
        "im": "i'm", "idk": "i don't know", "rdy": "ready", "ez": "easy", "smth": "something",
        "sth": "something", "gimme": "give me", "wanna": "want to", "thats": "that's", "dont": "don't",
        "didnt": "didn't", "cant": "can't", "couldnt": "couldn't", "lets": "let's", "ur": "your", "u": "you",
        "repetition": "rep", "repetitions": "reps", "nxt": "next", "excersise": "exercise",
    }
)  # fmt: skip
_WRITTEN = re.compile(rf"\b(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b")
_BEFORE = re.compile(
    r"(?:please|pls|plz|okay|ok|so|well|um+|uh+|nah|no|bruh|bro|dude|man|lol|hey|hi|hello|coach|spotter|and|now|"
    r"then|yo|yeah|yes|alright|right|sorry|excuse me|wait|actually|maybe|just|honestly|go ahead and|"
    r"(?:can|could|would|will|may) (?:you|i|we)|i'd (?:like|love|prefer|rather)(?: to| have)?|let me|"
    r"i(?: really)? (?:want|wish|need|have|would like)(?: to)?|i think(?: that)?|i'm afraid(?: that)?|"
    r"i'm (?:going to|gonna)|i'?ll|i will|i(?= (?:skip|swap)\b)|give me|"
    r"(?:have|get)(?= (?:a|some|more|another)\b)|"
    r"we (?:can|should)|it seems(?: that)?|you know)[, ]+"
)
_BEHIND = re.compile(
    r"(?:[, ]+(?:please|pls|plz|thanks|thank you|thx|coach|bro|bruh|dude|man|lol|af|tho|though|then|for me|"
    r"right now|now|today|for today|a little|a bit|so much|before the next set|if possible|"
    r"that i (?:entered|logged|did|made|typed)|you know|i think|haha))+$"
)
_MOST_COURTESIES = 6


def plainly(words: str) -> Iterator[str]:
    """The same words said shorter and shorter, each once; nothing where they are too long to be a phrase."""
    said = spoken(words)
    contracted = counted(_WRITTEN.sub(lambda found: _SHORT[found.group()], said))
    bare = contracted
    for _ in range(_MOST_COURTESIES):
        stripped = _BEHIND.sub("", _BEFORE.sub("", bare, count=1) if _BEFORE.match(bare) else bare)
        if stripped == bare or not stripped:
            break
        bare = stripped
    for put in dict.fromkeys((contracted, bare, mended(bare, VOCABULARY))):
        if denies_pain(said) and tells_of_pain(put):
            continue  # the "no" of "no pain" is no courtesy
        if put and put != said:
            yield put
