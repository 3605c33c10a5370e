"""How somebody is called in groups: a card that comes by itself says whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from core.store.port import Tx

P = ParamSpec("P")
R = TypeVar("R")

LONGEST_NAME = 64


def keep_name(tx: Tx, athlete_id: int, name: str) -> None:
    """Remember the first name that everybody in the group sees, cut to 64 characters."""
    tx.do("group_name_keep", athlete_id=athlete_id, name=name[:LONGEST_NAME])


def name_of(tx: Tx, athlete_id: int) -> str | None:
    """The name somebody goes by in groups; None for those who never said anything in one."""
    row = tx.one("group_name_of", athlete_id=athlete_id)
    return None if row is None else str(row["name"])


def by_name(
    athlete_id: int, name: str, use_case: Callable[Concatenate[Tx, P], R]
) -> Callable[Concatenate[Tx, P], R]:
    """A use case that was asked for in a group: it remembers the name its athlete goes by there, as well."""

    def named(tx: Tx, /, *args: P.args, **kwargs: P.kwargs) -> R:
        keep_name(tx, athlete_id, name)
        return use_case(tx, *args, **kwargs)

    return named
