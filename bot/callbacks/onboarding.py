"""The buttons of the onboarding and of the profile: their typed data."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks.wire import Press, button


@button("an")
@dataclass(frozen=True, slots=True)
class Answer(Press):
    """One answer to one question of the onboarding: `step` as core/coach/interview/onboarding names it."""

    step: str
    value: str


@button("bk")
@dataclass(frozen=True, slots=True)
class Back(Press):
    """Back to the question before `step`."""

    step: str


@button("tn")
@dataclass(frozen=True, slots=True)
class TrainNow(Press):
    """Enough questions: the health card, then a plan with defaults."""


@button("ch")
@dataclass(frozen=True, slots=True)
class ChangeAnswer(Press):
    """From the profile: ask `step` again."""

    step: str


@button("be")
@dataclass(frozen=True, slots=True)
class TestBell(Press):
    """Ring once in a few seconds, so that the athlete hears whether this chat is muted."""
