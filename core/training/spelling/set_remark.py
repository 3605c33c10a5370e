"""What is said of a set beside its numbers: `10 too easy`, `8 but ugly`, `8, 2 left`. Only at a text's end.

A remark never costs the set: an effort it names is kept as reps in reserve, the rest of it is heard and let
go. Words that are an exercise's own name (`clean`, `press`) are none.
"""

from __future__ import annotations

import re

from core.training.notation.numerals import plain
from core.training.notation.set_words import WORDS, Sense, is_picture

# Reps in reserve that some words say. Source: the three comforts of a last set (core/model/workout.py).
_EASY, _ALL_OUT = "3", "0"
_EFFORTS = {
    _EASY: "easy easily ez ezpz light leicht einfach locker",
    _ALL_OUT: "maxed",
}
_LOOSE = (
    "ugly messy sloppy barely just hard heavy tough brutal rough shaky wobbly slow fast smooth solid strong "
    "good ok okay fine much nice great perfect bad meh weird form technique ish though tho thanks lol phew "
    "ez ezpz grindy paused belt beltless belted tng touch raw sleeves straps chalk pr pb bro dude man fr "
    "frfr rip died lmao haha omg bruh maybe probably think guess sadly afraid unfortunately sorry please cap "
    "hässlich grenzwertig mies unsauber sauber schwer hart knapp gut gerade so langsam form technik danke puh"
)
_GLUE = (
    "but and it they that this was were felt feels is with a an bit little so very really pretty quite kinda "
    "too rather super way just i think no not wasn't my on all in "
    "i'm am go time "
    "last first one ones rep reps few couple first set spotter grinder grind "
    "letzte letzten letzter erste wdh der die das "
    "aber und es war waren das ganz echt zu viel ziemlich sehr etwas mit fühlte sich nicht"
)
_TOO_MUCH = re.compile(r"\b(?:(?:too|so) (?:heavy|hard|much)|zu (?:schwer|hart|viel))\b")
_DENIED = re.compile(r"\b(?:not|no|wasn't|nicht|kein)\b")
_ALL = re.compile(
    r"\b(?:(?:that's |that was |was )?(?:all|everything) i had|nothing left|no more left|"
    r"(?:to|at) (?:my|the) limit|max(?:imum)? effort|am limit|alles gegeben)\W*\Z"
)
_LEFT = re.compile(
    r"(?<![\w.,:])(?![3-9] ?- ?[0-3]\b)(?P<few>[0-9]|one|two|three|none|no|eine?|zwei|drei|keine?)"
    r"(?: ?(?:-|or|to|bis|oder) ?(?:[0-9]|two|three|zwei|drei))? ?\+? "
    r"(?:(?:reps?|wdh) )?(?:more )?(?:left(?: in (?:the tank|me))?|in (?:the tank|me)|übrig|im tank)\W*\Z"
)
_FEW = {"no": "0", "none": "0", "kein": "0", "keine": "0", "one": "1", "ein": "1", "eine": "1"} | {
    "two": "2", "zwei": "2", "three": "3", "drei": "3"
}  # fmt: skip
_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[0-9][0-9.,]*|\S")
_FEW_OF_THEM = re.compile(
    r"(?<=[ (])(?P<which>last|first|letzten?|ersten?) (?:[0-9]|one|two|three|few|couple|zwei|drei|paar)\b"
    r"(?! ?[x×])"
)
_FACE = re.compile(r" ?[:;]['-]?[()dp/|]+\Z")
_CLEAN = re.compile(r"\A(?P<reps>[0-9]{1,3}(?: reps?)?) clean(?: (?:reps?|ones?))?\W*\Z")  # no power clean
_SAME_BUT = re.compile(r"(?:the )?(?:same|again)(?: again)?[, ]+(?:but|just|only|with|for)[, ]+(?=.*[0-9])")
_THEN_WORDS = re.compile(
    r"[,;.!\n]\s*(?=[^\W\d_])|\s(?=(?:but|and|though|because|with|my|it|aber|und|weil|mit|mein\w*)\s)"
)
_SAID_OF = frozenset("(),;:.!·•|-")
_TRAILING = " ,;:.!·•|(-"
_TYPED = re.compile(r"@|\brpe\b|rir\b")
_LONGEST_NAME = 6  # words before numbers; more than these are a sentence
_IN_NAMES = _SAID_OF | frozenset("✅+@")


def _spelled(words: str) -> frozenset[str]:
    return frozenset(plain(word) or "" for word in words.split())


_EFFORT_OF = {word: rir for rir, words in _EFFORTS.items() for word in _spelled(words)}
_HEARD, _JOINING = _spelled(_LOOSE), _spelled(_GLUE)


def sets_before_words(folded: str) -> str:
    """The sets that a sentence begins with (`8, but my knee hurts`); empty where it begins with none."""
    found = _THEN_WORDS.search(folded)
    sets = folded[: found.start()] if found is not None else ""
    return sets if any(sign.isdigit() for sign in sets) and _may_be_sets(sets) else ""


def remarked(folded: str) -> bool:
    """Whether something is said of sets: `10 too easy`, not `too easy` alone."""
    return without_remark(folded) != folded


def without_remark(folded: str) -> str:
    """A text in `plain` spelling without what is said of its sets; an effort stays, as `2 rir`.

    Texts that are no sets before their remark come back as they are.
    """
    folded = _CLEAN.sub(r"\g<reps>", _FACE.sub("", folded))
    text = _FEW_OF_THEM.sub(r"\g<which>", _SAME_BUT.sub("", folded, count=1))
    for said in (_LEFT, _ALL):
        found = said.search(text)
        sets = _without_words(text[: found.start()].rstrip(_TRAILING)) if found is not None else ""
        if found is not None and _may_be_sets(sets):
            return _with_effort(sets, _ALL_OUT if said is _ALL else _FEW.get(found["few"], found["few"]))
    return _without_words(text)


def _without_words(text: str) -> str:
    """Cut known words off the end, as far as they go; nothing is cut where none of them is a remark."""
    cut, rir, meant = len(text), None, False
    for piece in reversed(list(_PIECE.finditer(text))):
        word = piece.group()
        if not (_is_remark(word) or word in _JOINING or word in _SAID_OF):
            break
        rir = _EFFORT_OF.get(word, rir)
        meant = meant or _is_remark(word)
        cut = piece.start()
    sets, remark = text[:cut], text[cut:]
    if not meant or not _may_be_sets(sets):
        return text
    if _TOO_MUCH.search(remark):
        rir = _ALL_OUT
    return sets if rir is None or _DENIED.search(remark) else _with_effort(sets, rir)


def _is_remark(word: str) -> bool:
    return word in _EFFORT_OF or word in _HEARD or is_picture(word)


def _may_be_sets(text: str) -> bool:
    """Whether nothing but sets stands from the first number on, or a word that is a set by itself."""
    pieces = [piece.group() for piece in _PIECE.finditer(text)]
    first = next((at for at, piece in enumerate(pieces) if piece[0].isdigit()), None)
    if first is None:
        return bool(pieces) and WORDS.get(pieces[0]) in (Sense.SAME, Sense.DONE)
    words, name = (piece for piece in pieces[first:] if piece[0].isalpha()), pieces[:first]
    if len(name) > _LONGEST_NAME or not all(piece[0].isalpha() or piece in _IN_NAMES for piece in name):
        return False
    return all(word in WORDS or word.strip("xх") in WORDS for word in words)


def _with_effort(sets: str, rir: str) -> str:
    """`10` and three left: `10 3 rir`; an effort that was typed stays as typed."""
    return sets if _TYPED.search(sets) else f"{sets.rstrip(_TRAILING)} {rir} rir"
