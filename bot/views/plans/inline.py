"""What somebody is shown who types to the bot in another chat, and what a tap on it sends there."""

from __future__ import annotations

import re

from bot.texts import Html, join, rough, say, word
from bot.texts.dates import day_words
from bot.views.goals import goal_title
from bot.views.plans.routines import label_of
from bot.views.plans.sharing import bot_link, session_lines, share_link
from bot.views.sets import done_words
from bot.views.view import Button, Found, View
from core.model.bests import Bests
from core.model.inline import Findings, MaxFound, SessionFound

SESSION, RECORD, MAX = "s", "r", "m"  # the first sign of a result's id
_SESSION_ID = re.compile(SESSION + r"([0-9]{1,18})")
HELLO = "hello"  # what the button above the results sends behind /start


def start_button() -> str:
    """Above the results, for somebody who never spoke to the bot."""
    return word("Start Spotter")


def nothing_button() -> str:
    """Above no results."""
    return word("Nothing of yours is called so")


def share_id_of(result_id: str) -> int | None:
    """The link behind a chosen result, None for a record."""
    found = _SESSION_ID.fullmatch(result_id)
    return int(found[1]) if found else None


def results(told: Findings, bot_username: str) -> tuple[Found, ...]:
    """Sessions first, then records, then maxima."""
    return (
        *(_session(one, bot_username) for one in told.sessions),
        *(_record(one, bot_username) for one in told.records),
        *(_max(one, bot_username) for one in told.maxima),
    )


def _session(one: SessionFound, bot_username: str) -> Found:
    shared = one.shared
    title = word("Routine: {name}", name=label_of(one.routine)) if one.routine else word("My next session")
    names = ", ".join(word(exercise.name) for exercise in shared.exercises)
    text = join([*session_lines(shared), say("\nOne tap gives you this session with your own weights.")])
    get_it = Button(word("▶ Get it with my weights"), url=share_link(bot_username, shared.token))
    return Found(
        f"{SESSION}{shared.id}",
        word("{title} · {goal}", title=title, goal=goal_title(shared.session.goal)),
        names,
        View(text, ((get_it,),)),
    )


def _record(told: Bests, bot_username: str) -> Found:
    best = told.shown_by or told.by_reps[0]
    name, day = word(told.exercise.name), day_words(best.trained_on)
    done = done_words(told.exercise, best.done)
    text = join([say("🏆 {name}: <b>{set}</b>, {day}", name=name, set=done, day=day), _estimate(told)])
    train = Button(word("Train with Spotter"), url=bot_link(bot_username))
    return Found(f"{RECORD}{told.exercise.id}", f"{name}: {done}", day, View(text, ((train,),)))


def _max(told: MaxFound, bot_username: str) -> Found:
    name, best = word(told.exercise.name), rough(told.best.load)
    day = day_words(told.best.known_at.date())
    text = say("{name}: one-rep max <b>{max}</b>, told {day}", name=name, max=best, day=day)
    train = Button(word("Train with Spotter"), url=bot_link(bot_username))
    title = word("{name}: one-rep max {max}", name=name, max=best)
    return Found(f"{MAX}{told.exercise.id}", title, day, View(text, ((train,),)))


def _estimate(told: Bests) -> Html:
    return Html("") if told.estimate is None else say("One-rep max about {max}", max=rough(told.estimate))


def record_text(told: Bests) -> str:
    """A record in plain words, for a message of one's own."""
    best = told.shown_by or told.by_reps[0]
    return word(
        "🏆 {name}: {set}, {day}",
        name=word(told.exercise.name),
        set=done_words(told.exercise, best.done),
        day=day_words(best.trained_on),
    )
