"""Sessions given away: the link's message, what a friend reads of it, and its end."""

from __future__ import annotations

from urllib.parse import quote

from bot.callbacks import StopSharing
from bot.texts import Html, join, say, say_n, word
from bot.texts.dates import day_words
from bot.views.goals import goal_title
from bot.views.view import Button, Style, View
from core.model.sharing import Shared

PREFIX = "s_"  # of the link's parameter: what follows is a shared session's token


def bot_link(bot_username: str, parameter: str = "") -> str:
    """The address that opens the bot; with a parameter it is sent behind /start."""
    return f"https://t.me/{bot_username}" + (f"?start={parameter}" if parameter else "")


def share_link(bot_username: str, token: str) -> str:
    """The link that gives a session."""
    return bot_link(bot_username, f"{PREFIX}{token}")


def forwarding(link: str, text: str) -> str:
    """The address by which Telegram asks for a chat and puts a link and words there."""
    return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text, safe='')}"


def link_made(shared: Shared, bot_username: str) -> View:
    """The link, what it gives, how long it lives, and the way to send it."""
    link = share_link(bot_username, shared.token)
    lines = [
        say("{link}", link=link),
        say(
            "Whoever opens it gets this session with <b>their own</b> weights: exercises, sets and reps, "
            "no weight of yours and no name. It works until {day}.",
            day=day_words(shared.until.date()),
        ),
    ]
    if shared.left_out:
        lines.append(
            say_n(
                "Left out: {n} exercise of your own, which only you have.",
                "Left out: {n} exercises of your own, which only you have.",
                shared.left_out,
            )
        )
    send = forwarding(link, word("Train this with me, with your own weights:"))
    rows = (
        (Button(word("Send it to a friend"), url=send),),
        (Button(word("End this link"), StopSharing(shared.id), Style.DANGER),),
    )
    return View(join(lines), rows)


def link_ended() -> View:
    """It is over for everybody who has it."""
    return View(say("That link has ended: it opens nothing any more."))


def session_lines(shared: Shared) -> list[Html]:
    """What is in a shared session, as anybody may read it."""
    return [
        say("<b>{goal}</b>", goal=goal_title(shared.session.goal)),
        *(
            say("• {name}{amount}", name=word(exercise.name), amount=_amount(one.sets, one.reps))
            for one, exercise in zip(shared.session.exercises, shared.exercises, strict=True)
        ),
    ]


def _amount(sets: int | None, reps: int | None) -> Html:
    if sets is None:
        return Html("") if reps is None else say_n(" · {n} rep", " · {n} reps", reps)
    if reps is None:
        return say_n(" · {n} set", " · {n} sets", sets)
    return say(" · {sets} × {reps}", sets=sets, reps=reps)
