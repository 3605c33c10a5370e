"""Whose message it is, where many see it: in a group each begins with its athlete's name."""

from __future__ import annotations

from dataclasses import replace

from bot.texts import Html, join, say
from bot.views.view import View


def addressed(view: View, athlete_id: int, name: str) -> View:
    """`Robin: Bench press · set 2 of 4 …`, the name a mention, so that a bell reaches who it is for."""
    mention = Html(f'<a href="tg://user?id={athlete_id}">{say("{name}", name=name)}</a>')
    return replace(view, text=join([say("{who}:", who=mention), view.text], " "))
