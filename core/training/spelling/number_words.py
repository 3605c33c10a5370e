"""Numbers in words, as they are dictated: `eight at eighty`, `dreimal acht mit achtzig`.

English and German; what the digits then mean is the rest of the grammar's.
"""

from __future__ import annotations

import re

_ONES = "ein zwei drei vier fünf sechs sieben acht neun".split()
_SMALL = {
    word: number
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen",
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "sechzehn siebzehn achtzehn neunzehn",
    )
    for number, word in enumerate(words.split())
}
_TENS = {
    word: 10 * number
    for words in (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    )
    for number, word in enumerate(words.split(), start=2)
}
_GERMAN_TENS = {word: ten for word, ten in _TENS.items() if word.endswith("ig")}
_WHOLE = {  # a German ten takes its ones before it, in one word; a hundred begins one
    **{f"{one}und{word}": ten + n for word, ten in _GERMAN_TENS.items() for n, one in enumerate(_ONES, 1)},
    **{f"{one}hundert": 100 * n for n, one in enumerate(_ONES[:4], 1)},
}
_TIMES_OVER = {f"{one}mal": n for n, one in enumerate([*_ONES, "zehn"], 1) if n > 1}
_HUNDRED = frozenset({"hundred", "hundert"})
_COUNTING = frozenset({*_SMALL, *_TENS, *_WHOLE, *_TIMES_OVER, *_HUNDRED})
_BESIDE = frozenset(
    "x × time times by at for with of and a point reps rep repetition repetitions sets set kg kgs kilo "
    "kilos kilogram kilograms lb lbs pound pounds um uh er erm like ok okay so got did i just only plate "
    "plates side per each half plus minus ähm äh also mal mit à bei je und auf komma wdh wiederholungen "
    "wiederholung satz sätze pfund ich habe hab nur gemacht geschafft comma single double triple r p e i "
    "rpe rir in reserve tank left have completed managed lifted do make made this that was all my last "
    "the it weight please log record write enter save count put down add finished bar on @ : , .".split()
)
_UNITS_SAID = r"(?:kg|kgs|kilos?|lbs?|pounds?) "
_HUNDREDS_LEFT_OUT = re.compile(
    rf"\b(?P<hundreds>one|two|three|four|five|six) (?=(?:{'|'.join([*_TENS, *list(_SMALL)[10:20]])})"
    rf"(?: (?:{'|'.join(list(_SMALL)[1:10])}))? (?:{_UNITS_SAID})?(?:for|by|times|x|×) )"
)
_HYPHEN = re.compile(rf"(?<=ty)-(?=(?:{'|'.join(list(_SMALL)[1:10])})\b)")
_TURNS = (
    (re.compile(r"\br\.? ?p\.? ?e\b"), "rpe"),
    (re.compile(r"\br\.? ?i\.? ?r\b"), "rir"),
    (re.compile(r" comma\b"), ","),
    (re.compile(r"\ba (?=hundred\b)"), ""),
    (re.compile(r"\b(?:an? )?single(?=\s|\Z)(?! ?-| (?:arm|leg|hand|dumbbell))"), "1 reps"),
    (re.compile(r"\b(?:an? )?double(?=\s|\Z)"), "2 reps"),
    (re.compile(r"\b(?:an? )?triple(?=\s|\Z)"), "3 reps"),
)
_SINGLES = frozenset(("single", "double", "triple"))
_COMMA = re.compile(r", ")
_PART = re.compile(r"[.!?;\n]\s+")  # a sentence of its own: `I did ten. It was hard.`
_SAID = frozenset("the this um uh er erm like so ok okay ähm äh also".split())
_POINT = re.compile(r"(?<=[0-9]) (?:point|komma) (?=[0-9]\b)")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,][0-9]+)?|[^\s\w]")


def in_digits(folded: str) -> str:
    """Number words as digits where nothing but a set is said: `eight at eighty`, not `one arm row`.

    Each sentence is looked at by itself, and so is what stands before a comma.
    """
    for mark in (_PART.search(folded), _COMMA.search(folded)):
        if mark is not None:
            first = _in_digits(folded[: mark.start()])
            if first != folded[: mark.start()]:
                return first + mark.group() + in_digits(folded[mark.end() :])
    return _in_digits(folded)


def _in_digits(folded: str) -> str:
    folded = _HUNDREDS_LEFT_OUT.sub(r"\g<hundreds> hundred ", _HYPHEN.sub(" ", folded))
    words = _WORD.findall(folded)
    typed = any(word[0].isdigit() for word in words)  # `a single` alone does not say of what
    if not _COUNTING.intersection(words) and not (typed and _SINGLES.intersection(words)):
        return folded
    if not all(word in _COUNTING or word in _BESIDE or word[0].isdigit() for word in words):
        return folded
    for said, meant in _TURNS:
        folded = said.sub(meant, folded)
    words = _WORD.findall(folded)
    out: list[str] = []
    value: int | None = None
    for word in [*words, ""]:
        if word in _COUNTING and word not in _TIMES_OVER and (value is None or _goes_on(value, word)):
            value = _added(value or 0, word)
            continue
        if value is not None and word == "and" and value % 100 == 0:
            continue
        if value is not None:
            out.append(str(value))
        value = _added(0, word) if word in _COUNTING and word not in _TIMES_OVER else None
        if word in _TIMES_OVER:
            out += [str(_TIMES_OVER[word]), "mal"]
        elif word and value is None and word not in _SAID:
            out.append(word)
    return _POINT.sub(".", " ".join(out))


def _goes_on(value: int, word: str) -> bool:
    """Whether a number word belongs to the number before it: `eighty five`, `two hundred ten`."""
    if word in _HUNDRED:
        return 0 < value < 10
    if word in _TENS or word in _WHOLE:
        return value >= 100 and value % 100 == 0
    return value >= 20 and value % 10 == 0 and (0 < _SMALL[word] < 10 or value % 100 == 0)


def _added(value: int, word: str) -> int:
    if word in _HUNDRED:
        return max(value, 1) * 100
    return value + next(table[word] for table in (_SMALL, _TENS, _WHOLE) if word in table)
