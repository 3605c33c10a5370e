"""A rest timer started by hand."""

from __future__ import annotations

import math
from datetime import datetime

from bot.texts import Html, duration, say
from bot.views.view import View


def resting(rings_at: datetime, until: datetime, now: datetime) -> View:
    """Until when it rests; `rings_at` is on the wall clock, what the phone counts down to."""
    return View(say("⏱ Rest. The bell rings {counted}.", counted=_counted(rings_at, until, now)), silent=True)


def _counted(rings_at: datetime, until: datetime, now: datetime) -> Html:
    """`in 45 s`, which the phone counts down by itself."""
    seconds = max(round((until - now).total_seconds()), 0)
    said = say("in {rest}", rest=duration(seconds))
    return Html(f'<tg-time unix="{math.ceil(rings_at.timestamp())}" format="r">{said}</tg-time>')


def rest_left(rings_at: datetime, until: datetime, now: datetime) -> Html:
    """How long the rest still is."""
    return say("The bell rings {counted}.", counted=_counted(rings_at, until, now))


def rest_after_set(rest_s: int) -> Html:
    """How long the rest after the coming set is; 0 where none follows."""
    if rest_s <= 0:
        return say("No rest is running.")
    return say("No rest is running. After this set: {rest}.", rest=duration(rest_s))


def how_to_rest() -> View:
    """What /rest takes."""
    return View(
        say("Send <code>/rest 90</code> for 90 seconds (5 s to 60 min), <code>/rest off</code> to stop it.")
    )
