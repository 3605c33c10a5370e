"""What /admin shows: a few numbers and the last warnings, for the operator alone."""

from __future__ import annotations

from bot.texts import Html, join, say
from bot.views.view import View
from core.model.house import House

LONGEST_LINE = 300


def house(told: House, trouble: str | None, warnings: tuple[str, ...]) -> View:
    """The installation on one screen; `trouble` is what ails the database, `warnings` the log's last ones."""
    lines: list[Html] = [
        say("<b>Athletes</b> {count}, {now} training now", count=told.athletes, now=told.training_now),
        say(
            "<b>Updates</b> {waiting} waiting, {aside} given up this week",
            waiting=told.waiting,
            aside=told.set_aside,
        ),
        say("<b>Timers</b> {count} running", count=told.timers),
        say("<b>Chats</b> nobody is in: {count}", count=told.lost_chats),
        say("<b>Database</b> {state}", state=trouble or "fine"),
    ]
    if not warnings:
        return View(join([*lines, say("\nNo warnings since the start.")]))
    shown = [say("<code>{line}</code>", line=line[:LONGEST_LINE]) for line in warnings]
    return View(join([*lines, say("\n<b>Last warnings</b>"), *shown]))
