"""The buttons of a list as words may choose them: which are choices, and which one changes nothing."""

from __future__ import annotations

from datetime import datetime

from bot.callbacks import BackToPlan, Dismiss, FixSet, GoOn, Press, SayPain, ShowCard, encode
from bot.views.view import Style, View
from core.model.awaited import About, Awaited, Choice

_DECLINES = (BackToPlan, Dismiss, GoOn, ShowCard)


def _meant(press: Press) -> str:
    """The exercise, or the sort of pain, that a button is."""
    meant = press.pain if isinstance(press, SayPain) else getattr(press, "exercise_id", None)
    return str(meant or "")


def offered_by(view: View, place: tuple[int, int], now: datetime) -> Awaited:
    """The choices of a list that stands at (chat, message), in its order.

    Where it asks what a set was, that set's number goes along, and the set that it asks a part of.
    """
    buttons = (button for row in view.rows for button in row if view.offers)
    choices = tuple(
        Choice(
            button.label,
            encode(button.press),
            _meant(button.press),
            isinstance(button.press, _DECLINES),
            button.style in (Style.PRIMARY, Style.SUCCESS),
        )
        for button in buttons
        if button.press is not None
    )
    if view.gapped:
        choices += (Choice(view.gapped, press=""),)
    presses = (button.press for row in view.rows for button in row)
    number = next((press.set_number for press in presses if isinstance(press, FixSet)), 0)
    return Awaited(About.CHOICE, *place, now, subject=number, choices=choices)
