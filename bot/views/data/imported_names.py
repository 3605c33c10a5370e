"""The names of a file's exercises: what each becomes, a page at a time of those that nobody is sure of."""

from __future__ import annotations

from collections.abc import Mapping

from bot.callbacks import ChooseImported, ShowImported
from bot.texts import Html, say, say_n, word
from bot.views.view import Button, Rows
from bot.views.words.own_exercises import TRAINS
from core.model.exercise import Exercise
from core.model.importing import OWN, ImportedName, Summary

A_PAGE = 8
LONGEST_LABEL = 40


def page_of(summary: Summary, place: int) -> int:
    """The page on which one of the names stands."""
    return sum(not one.sure for one in summary.names[:place]) // A_PAGE


def names_lines(
    summary: Summary, exercises: Mapping[str, Exercise], page: int, beyond: int
) -> list[Html]:
    """How many are recognised, and what each of the page's becomes; `beyond` new ones find no room."""
    unsure = _unsure(summary)
    recognised = len(summary.names) - len(unsure)
    lines = [say_n("{n} exercise recognised", "{n} exercises recognised", recognised)]
    if not unsure:
        return lines
    lines.append(say("\nThese I am not sure of; tap one to change what it becomes:"))
    lines += [
        say(
            "• {name} ({sets}) → {choice}",
            name=one.name,
            sets=say_n("{n} set", "{n} sets", one.sets),
            choice=_told(one, exercises),
        )
        for _, one in _on_page(unsure, page)
    ]
    rest = len(unsure) - len(_on_page(unsure, page))
    if rest:
        lines.append(
            say_n("… and {n} on the other pages.", "… and {n} on the other pages.", rest)
        )
    if beyond:
        lines.append(
            say_n(
                "There is no room for one more exercise of your own: the rarest is left out.",
                "There is no room for {n} of them as exercises of your own: the rarest are left out.",
                beyond,
            )
        )
    return lines


def names_rows(import_id: int, summary: Summary, exercises: Mapping[str, Exercise], page: int) -> Rows:
    """A button for each name of the page, and those that turn it."""
    unsure = _unsure(summary)
    rows = []
    for place, one in _on_page(unsure, page):
        label = f"{one.name[:18]} → {_choice(one, exercises)}"
        rows.append((Button(label[:LONGEST_LABEL], ChooseImported(import_id, place)),))
    turning = []
    if page > 0:
        turning.append(Button(word("‹ Back"), ShowImported(import_id, page - 1)))
    if (page + 1) * A_PAGE < len(unsure):
        turning.append(Button(word("More ›"), ShowImported(import_id, page + 1)))
    return (*rows, *([tuple(turning)] if turning else []))


def _unsure(summary: Summary) -> list[tuple[int, ImportedName]]:
    return [(place, one) for place, one in enumerate(summary.names) if not one.sure]


def _on_page(unsure: list[tuple[int, ImportedName]], page: int) -> list[tuple[int, ImportedName]]:
    return unsure[page * A_PAGE : (page + 1) * A_PAGE]


def _told(one: ImportedName, exercises: Mapping[str, Exercise]) -> str:
    """What a name becomes, and of a new exercise what it would train."""
    if one.choice == OWN and one.own is not None:
        trains = word(TRAINS[one.own[0]])
        if one.called:
            return word("your own exercise “{name}” ({trains})", name=one.called, trains=trains)
        return word("your own exercise ({trains})", trains=trains)
    return _choice(one, exercises)


def _choice(one: ImportedName, exercises: Mapping[str, Exercise]) -> str:
    if one.choice == OWN:
        return word("your own exercise")
    known = exercises.get(one.choice)
    return word("left out") if known is None else word(known.name)
