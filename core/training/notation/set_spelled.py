"""What stands around numbers as people write and dictate: `1) 80x8 2) 80x7`, `eight at eighty`, `5 again`.

Each is put as the rest of the grammar reads it; a text that is nothing of it comes back as it is.
"""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?:(?<=[\s,;:])|\A)(?:(?:set|satz) #?(?P<set>[0-9]{1,2})(?: ?[:.)-])? ?|"
    r"(?P<item>[0-9]{1,2})(?:\) ?|\. )|(?P<line>[0-9]{1,2}): )(?=\S)"
)
_AGAIN = re.compile(r"(?<=[0-9]) (?:again|nochmal|noch mal|wieder)\b")
_SAME_LOAD = re.compile(r"(?:the )?same (?:weight|load)[, ]+(?=[0-9])|(?:das )?gleiche gewicht[, ]+(?=[0-9])")
_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_HUNDRED = "hundred"
_COUNTING = frozenset({*_SMALL, *_TENS, _HUNDRED})
_BESIDE = frozenset(
    "x × times by at for with of and a point reps rep sets set kg kgs kilo kilos kilogram kilograms lb lbs "
    "pound pounds um uh er erm like ok okay so got did i just , .".split()
)
_SAID = frozenset("um uh er erm like so ok okay".split())
_POINT = re.compile(r"(?<=[0-9]) point (?=[0-9]\b)")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,][0-9]+)?|[^\s\w]")


def as_notation(folded: str) -> str:
    """A text in `plain` spelling without list numbers, with spelled numbers as digits."""
    text = _SAME_LOAD.sub("", _AGAIN.sub("", folded))
    return _digits(_unnumbered(text))


def _unnumbered(text: str) -> str:
    """`1) 80x8 2) 80x7` without its list numbers, which count up from one; each item a line of its own."""
    labels = list(_LABEL.finditer(text))
    numbers = [int(label["set"] or label["item"] or label["line"]) for label in labels]
    if len(labels) < 2 or numbers != list(range(1, len(labels) + 1)):
        return text
    if any(sign.isdigit() for sign in text[: labels[0].start()]):
        return text
    ends = [*(label.start() for label in labels[1:]), len(text)]
    items = [text[label.end() : end].strip(" ,;\n") for label, end in zip(labels, ends, strict=True)]
    if not all(any(sign.isdigit() for sign in item) for item in items):
        return text
    return (text[: labels[0].start()] + "\n".join(items)).strip()


def _digits(text: str) -> str:
    """Number words as digits where nothing but a set is said: `eight at eighty`, not `one arm row`."""
    words = _WORD.findall(text)
    if not _COUNTING.intersection(words):
        return text
    if not all(word in _COUNTING or word in _BESIDE or word[0].isdigit() for word in words):
        return text
    out: list[str] = []
    value: int | None = None
    for word in [*words, ""]:
        if word in _COUNTING and (value is None or _goes_on(value, word)):
            value = _added(value or 0, word)
            continue
        if value is not None and word == "and" and value % 100 == 0:
            continue
        if value is not None:
            out.append(str(value))
        value = _added(0, word) if word in _COUNTING else None
        if word and value is None and word not in _SAID:
            out.append(word)
    return _POINT.sub(".", " ".join(out))


def _goes_on(value: int, word: str) -> bool:
    """Whether a number word belongs to the number before it: `eighty five`, `two hundred ten`."""
    if word == _HUNDRED:
        return 0 < value < 10
    if word in _TENS:
        return value >= 100 and value % 100 == 0
    return value >= 20 and value % 10 == 0 and (0 < _SMALL[word] < 10 or value % 100 == 0)


def _added(value: int, word: str) -> int:
    if word == _HUNDRED:
        return max(value, 1) * 100
    return value + (_SMALL[word] if word in _SMALL else _TENS[word])
