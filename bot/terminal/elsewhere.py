"""What a phone does beside its chat with the bot: others' phones, links, and results for other chats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.terminal.people import User
from bot.terminal.screen import Screen
from bot.terminal.server import Telegram
from bot.terminal.wire import Json
from bot.terminal.world import Ask

_START = re.compile(r"start=([A-Za-z0-9_-]{1,64})\Z")


def person(telegram: Telegram, name: str) -> User:
    """Whoever is called so; somebody new, who never spoke to the bot, when nobody is."""
    known = (user for user in telegram.users.values() if user.first_name.casefold() == name.casefold())
    return next(known, None) or telegram.add_user(name, started=False)


def start_behind(telegram: Telegram, address: str) -> str | None:
    """What tapping a link to this bot sends: `/start` with its parameter; None for any other address."""
    parts = urlsplit(address)
    if parts.netloc != "t.me" or parts.path.strip("/") != telegram.me.username:
        return None
    found = _START.match(parts.query)
    return f"/start {found[1]}" if found else "/start"


def what_it_does(button: Json) -> str:
    """What a button does that the bot never hears of."""
    if "url" in button:
        return f"(opens {button['url']})"
    if "copy_text" in button:
        return f"(copied: {button['copy_text']['text']})"
    return "(this phone can't press that kind of button)"


def results(asked: Ask, screen: Screen) -> Iterator[str]:
    """The list above the keyboard: numbered results, and the button over them."""
    if not asked.answered:
        yield screen.remark("(nothing is found: no answer came)")
        return
    if asked.button is not None:
        yield screen.remark(f"[{asked.button['text']}]")
    for number, result in enumerate(asked.results, start=1):
        about = f" – {result['description']}" if result["description"] else ""
        yield screen.remark(f"{number}. {result['title']}{about}")
