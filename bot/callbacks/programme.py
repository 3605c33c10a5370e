"""The button of the programme."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button


@button("pm")
@dataclass(frozen=True, slots=True)
class ShowProgramme(Press):
    """Show the programme."""
