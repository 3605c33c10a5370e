"""Nobody else's business is told in the private chat: in a group one line, and a button that leads there."""

from __future__ import annotations

from collections.abc import Mapping

from bot.texts import say, word
from bot.views.view import Button, View

# Each is a command, and what a link may carry to /start.
LINES: Mapping[str, str] = {
    "weight": "Your weight is between us: send it in our private chat.",
    "measure": "Your measures are between us: send them in our private chat.",
    "max": "Your maxes are between us: send that in our private chat.",
    "settings": "Settings are between us: they open in our private chat.",
    "remind": "Reminders are between us: set them in our private chat.",
    "export": "Your log is yours alone: it comes in our private chat.",
    "forget": "That is between us, in our private chat. What you did here goes, too.",
}


def in_private(command: str, bot_username: str) -> View:
    """One line, and the private chat a tap away, where the same command is answered."""
    link = f"https://t.me/{bot_username}?start={command}"
    return View(say(LINES[command]), ((Button(word("Open our chat"), url=link),),))
