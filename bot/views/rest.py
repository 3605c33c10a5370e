"""A rest timer started by hand."""

from __future__ import annotations

import math
from datetime import datetime

from bot.texts import Html, duration, say
from bot.views.view import View


def resting(rings_at: datetime, until: datetime, now: datetime) -> View:
    """Until when it rests; `rings_at` is on the wall clock, what the phone counts down to."""
    seconds = max(round((until - now).total_seconds()), 0)
    counted = Html(
        f'<tg-time unix="{math.ceil(rings_at.timestamp())}" format="r">'
        f"{say('in {rest}', rest=duration(seconds))}</tg-time>"
    )
    return View(say("⏱ Rest. The bell rings {counted}.", counted=counted), silent=True)


def how_to_rest() -> View:
    """What /rest takes."""
    return View(
        say("Send <code>/rest 90</code> for 90 seconds (5 s to 60 min), <code>/rest off</code> to stop it.")
    )
