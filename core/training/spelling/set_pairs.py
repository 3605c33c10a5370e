"""Numbers that stand beside each other without a times sign: `80/8`, `80-8`, `8l 7r`, `8-8-7`."""

from __future__ import annotations

import re

_LEFT, _RIGHT = r"(?:l|left|links)", r"(?:r|right|rechts)"
_SECONDS = r"(?: ?(?:s|secs?|sek|seconds?|sekunden))?"
_ONE, _OTHER = rf"(?P<one>[0-9]{{1,3}}){_SECONDS}", rf"(?P<other>[0-9]{{1,3}}){_SECONDS}"
_REPS_AND = r"(?: ?(?:reps?|wdh))?(?: ?(?:,|/|and|und))? ?"
_OF_SIDES = (
    (re.compile(rf"{_ONE} ?{_LEFT}{_REPS_AND}{_OTHER} ?{_RIGHT}\b"), ("one", "other")),
    (re.compile(rf"{_ONE} ?{_RIGHT}{_REPS_AND}{_OTHER} ?{_LEFT}\b"), ("other", "one")),
    (re.compile(rf"\b{_LEFT}[ :]*{_ONE}{_REPS_AND}{_RIGHT}[ :]*{_OTHER}\b"), ("one", "other")),
    (re.compile(rf"\b{_RIGHT}[ :]*{_ONE}{_REPS_AND}{_LEFT}[ :]*{_OTHER}\b"), ("other", "one")),
)
_PAIR = re.compile(
    r"(?<![\w.,/:+-])(?P<first>[0-9]{1,4}(?:[.,][0-9]{1,2})?)(?P<unit> ?(?:kgs?|k|lbs?))?"
    r"(?:/| ?- ?| / )(?P<second>[0-9]{1,4}(?:[.,][0-9]{1,2})?)(?![\w.,:/-]*[0-9])"
    r"(?! ?(?:[x×]|@ ?[0-9]{2}|at |with |mit |bei |kgs?\b|lbs?\b))"
)
_STARTS = re.compile(r"(?:\D*|.*[,;\n] *)\Z", re.DOTALL)
_APART = 3  # times the other: no range of reps, nor left and right, but a load and its reps (ours)
_SURELY_LOAD = 15  # reps left and right may be 6 and 2 after a bad day (ours)
_RUN = re.compile(
    r"(?P<head>(?:[0-9]{1,4}(?:[.,][0-9]{1,2})?(?: ?(?:kgs?|k|lbs?))? ?[x× ] ?)?)"
    r"(?P<run>[0-9]{1,2}(?:-[0-9]{1,2}){2,9}|[0-9]{1,2}(?:/[0-9]{1,2}){2,9}|[0-9]{1,2}(?: - [0-9]{1,2}){2,9})"
)
_DASH = re.compile(r"(?<=[0-9]) [-–] ?(?=[0-9]{1,4}(?:[.,][0-9]{1,2})? ?(?:kgs?|lbs?)\Z)")
_ALIKE = 2  # reps of sets in a row; a date or a phone number differs more (ours)


def with_sides(text: str) -> str:
    """`8l 7r`, `left 8 right 7` as `8/7`."""
    for form, (left, right) in _OF_SIDES:
        found = form.search(text)
        if found is not None:
            return f"{text[: found.start()]}{found[left]}/{found[right]}{text[found.end() :]}"
    return text


def in_a_row(text: str) -> str:
    """`8-8-7` as `8, 8, 7`, `80x8/8/7` as `80x8, 8, 7`."""
    told = _RUN.fullmatch(text)
    if told is None:
        return text
    reps = [int(count) for count in re.split(r"\D+", told["run"])]
    return told["head"] + ", ".join(map(str, reps)) if 0 < max(reps) <= _ALIKE * min(reps) else text


def with_load_last(text: str) -> str:
    """`4 x 6 - 80kg` as `4 x 6 @ 80kg`: no load is taken off where the body alone is not lifted."""
    return _DASH.sub(" @ ", text)


def with_times(text: str) -> str:
    """`80/8`, `80-8` as `80×8`; behind a load of their own, two numbers are left and right."""
    told, end = "", 0
    for pair in _PAIR.finditer(text):
        between = text[end : pair.start()]
        begins = _STARTS.fullmatch(between) is not None if not end else not between.strip(" ,;\n")
        told += between + (_times(pair) if begins else pair.group())
        end = pair.end()
    return told + text[end:]


def _times(pair: re.Match[str]) -> str:
    """Two numbers as a load and its reps; what may be left and right, or a range, stays."""
    first, second = (float(pair[part].replace(",", ".")) for part in ("first", "second"))
    less, more = sorted((first, second))
    if less == 0 or more < max(_SURELY_LOAD, _APART * less):
        return pair.group()
    return f"{pair['first']}{pair['unit'] or ''} × {pair['second']}"
