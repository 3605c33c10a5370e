"""The buttons of privacy: asked once whether everything may go."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button


@button("fg")
@dataclass(frozen=True, slots=True)
class ForgetEverything(Press):
    """Erase everything of the athlete; `asked_s` is when this was asked, in epoch seconds of the coach."""

    asked_s: int


@button("fk")
@dataclass(frozen=True, slots=True)
class KeepEverything(Press):
    """Erase nothing after all."""
