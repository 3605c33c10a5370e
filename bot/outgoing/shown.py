"""What the newest messages show, as fingerprints: enough to see that an edit would change nothing.

The words themselves are not kept: two thousand cards were megabytes, and more the longer their texts were.
"""

from __future__ import annotations

from collections import OrderedDict

from bot.views.view import Rows

REMEMBERED = 2_000  # messages; a few of each athlete who trains now

Place = tuple[int, int]  # chat, message
_BARE = hash(())
_GONE = (0, _BARE)


class Shown:
    """The text and the buttons of messages by their place; the oldest are forgotten."""

    def __init__(self) -> None:
        self._prints: OrderedDict[Place, tuple[int, int]] = OrderedDict()

    def remember(self, place: Place, text: str, rows: Rows) -> None:
        """A message shows this now."""
        self._keep(place, (hash(text), hash(rows)))

    def answered(self, place: Place, text: str, rows: Rows, *, shown: bool) -> None:
        """An edit was answered: it stands, also over one that was asked for meanwhile, or nobody knows."""
        if shown:
            self.remember(place, text, rows)
        else:
            self.forget(place)

    def strip(self, place: Place) -> None:
        """A message, if it is known, shows its text without any buttons now."""
        if (known := self._prints.get(place)) is not None:
            self._keep(place, (known[0], _BARE))

    def leave(self, place: Place) -> None:
        """A message was taken out of its chat."""
        self._keep(place, _GONE)

    def is_gone(self, place: Place) -> bool:
        """Whether a message is known to be out of its chat."""
        return self._prints.get(place) == _GONE

    def forget(self, place: Place) -> None:
        """Nobody knows what a message shows."""
        self._prints.pop(place, None)

    def knows(self, place: Place) -> bool:
        """Whether it is known what a message shows."""
        return place in self._prints

    def shows(self, place: Place, text: str, rows: Rows) -> bool:
        """Whether a message is known to show just this."""
        return self._prints.get(place) == (hash(text), hash(rows))

    def has_other_rows(self, place: Place, rows: Rows) -> bool:
        """Whether a message is known to have other buttons than these."""
        known = self._prints.get(place)
        return known is not None and known[1] != hash(rows)

    def is_bare(self, place: Place) -> bool:
        """Whether a message is known to have no buttons."""
        known = self._prints.get(place)
        return known is not None and known[1] == _BARE

    def _keep(self, place: Place, prints: tuple[int, int]) -> None:
        self._prints[place] = prints
        self._prints.move_to_end(place)
        if len(self._prints) > REMEMBERED:
            self._prints.popitem(last=False)
