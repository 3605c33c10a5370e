"""What the long runs measured, added up over all tests of a kind and printed below the last line of pytest.

A test gives its counts by the fixture `figures`; `docs/reliability.md` quotes what is printed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

Figures = Callable[..., None]
"""`figures("kills at random", kills=10, sets=44)`: counts are added up, texts stand side by side."""

PROPERTY = "figures"
MOST_REPEATED = 0.005  # of all bells; one more than that many is forgiven to a run of few


def added_up(
    properties: Iterable[tuple[str, Mapping[str, int | str]]],
) -> dict[str, dict[str, int | str]]:
    """All figures by their title: counts as sums, texts joined."""
    tables: dict[str, dict[str, int | str]] = {}
    for title, counts in properties:
        table = tables.setdefault(title, {})
        for name, value in counts.items():
            before = table.get(name)
            if before is None:
                table[name] = value
            elif isinstance(before, int) and isinstance(value, int):
                table[name] = before + value
            else:
                table[name] = f"{before} · {value}"
    return tables


def lines(tables: Mapping[str, Mapping[str, int | str]]) -> list[str]:
    """One line a title."""
    return [
        f"{title}: " + ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in counts.items())
        for title, counts in sorted(tables.items())
    ]


def too_often(tables: Mapping[str, Mapping[str, int | str]]) -> list[str]:
    """What went wrong over all rounds of kills at random: bells that came twice."""
    counts = tables.get("at_random", {})
    bells, repeated = int(counts.get("bells", 0)), int(counts.get("repeated", 0))
    if repeated <= max(MOST_REPEATED * bells, 1):
        return []
    return [f"{repeated} of {bells} bells rang twice: more than {MOST_REPEATED:.1%}"]
