"""The bot called by its name, as one does in a group: `@spotter 80x8` says `80x8`."""

from __future__ import annotations

import re


def mentioned_out(text: str, username: str) -> str:
    """What is said to the bot, without its name before or behind it; empty where nothing else is said."""
    name = rf"@{re.escape(username)}\b"
    return re.sub(rf"\A\s*{name}[\s,:]*|\s*{name}\s*\Z", "", text, flags=re.IGNORECASE).strip()
