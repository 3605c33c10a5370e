"""The values every view is made of: text, buttons, and whether it may make a sound."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.callbacks import Press
from bot.charts.pictures import Picture
from bot.texts import Html


class Style(StrEnum):
    """A button's colour as the Bot API names it: green, blue, red."""

    SUCCESS = "success"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and what pressing it means (or the link it opens)."""

    label: str
    press: Press | None = None
    style: Style | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """One message: HTML text, rows of buttons, and whether it comes without a sound.

    In place of buttons `asks_place` is the label of the one key that shares a place, shown where letters are
    typed; `drops_keyboard` takes that key away again. Neither works in an edit, nor in a group.
    `offers`: its buttons are a list, which a number or a name typed next may choose from. `gapped` is the
    set that it asks a part of, in set notation with a gap, which what is typed next may fill in.
    """

    text: Html
    rows: Rows = ()
    silent: bool = False
    asks_place: str = ""
    drops_keyboard: bool = False
    offers: bool = field(default=False, compare=False)
    gapped: str = field(default="", compare=False)

    def offering(self) -> View:
        """The same message, whose buttons may be chosen by words, too."""
        return replace(self, offers=True)

    def completing(self, gapped: str) -> View:
        """The same message, which asks for what fills the gap of a set: `40 kg x {}`."""
        return replace(self, gapped=gapped)

    def quiet(self) -> View:
        """The same message without a sound."""
        return replace(self, silent=True)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture and the message under it, which says the same in words (at most 1,024 characters)."""

    picture: Picture
    caption: View


@dataclass(frozen=True, slots=True)
class Found:
    """One result for words typed to the bot in another chat: how it is listed, and what a tap sends there."""

    id: str
    title: str
    description: str
    sends: View


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a button, at most 200 characters; `alert` must be closed by hand."""

    text: str = ""
    alert: bool = False
