"""A stranger's JSON to plain values, or the place where it goes wrong: bounded before it is looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

DEEPEST = 12  # ours is eight deep: a reason's load in a prescription of a session of a workout
LARGEST_NUMBER = 10**9
LONGEST_TEXT = 2_000
_NO_LETTER = re.compile("[\0\ud800-\udfff]")  # a lone surrogate could neither be kept nor sent
MOST_VALUES = 2_000_000  # twice what the largest export of ours holds
_NO_MORE = (None, None)
Path = tuple[str | int, ...]


class BadPlace(Exception):
    """Something that can't be; where it stands in the document."""

    def __init__(self, *path: str | int) -> None:
        super().__init__()
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        self.place = "".join(steps).lstrip(".")


def is_json(text: str) -> bool:
    """Whether a file is JSON by what it begins with; no CSV's heading does."""
    return text.lstrip().startswith(("{", "["))


def plain_json(text: str) -> Any:
    """The value a text holds. Raises BadPlace for what is no JSON, too deep, too large or no real number."""
    if sum(map(text.count, "{[,")) > MOST_VALUES:  # each value takes far more room than its text
        raise BadPlace()
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise BadPlace(f"line {error.lineno}") from error
    except (ValueError, RecursionError) as error:  # NaN, thousands of digits, thousands of brackets
        raise BadPlace() from error
    _bounded(value)
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def _bounded(value: Any) -> None:
    """Walk without recursion, for depth is one of the things that are not trusted."""
    if not _sound(value):
        raise BadPlace()
    waiting: list[tuple[Iterator[tuple[Any, Any]], Path]] = [(_inside(value, ()), ())]
    while waiting:
        inside, path = waiting[-1]
        step, found = next(inside, _NO_MORE)
        if step is None:
            waiting.pop()
            continue
        here = (*path, step)
        if len(here) > DEEPEST or not _sound(found):
            raise BadPlace(*here)
        if isinstance(found, (list, dict)):
            waiting.append((_inside(found, here), here))


def _inside(found: Any, path: Path) -> Iterator[tuple[str | int, Any]]:
    if isinstance(found, list):
        yield from enumerate(found)
    elif isinstance(found, dict):
        for key, inner in found.items():
            if not _sound(key):
                raise BadPlace(*path)
            yield key, inner


def _sound(found: Any) -> bool:
    if isinstance(found, str):
        return len(found) <= LONGEST_TEXT and _NO_LETTER.search(found) is None
    if isinstance(found, (int, float)):
        return abs(found) <= LARGEST_NUMBER  # which neither NaN nor infinity is
    return True
