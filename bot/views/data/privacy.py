"""What is kept and how it is erased, in plain words; which column is what is `core/model/data_map.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.callbacks import ForgetEverything, KeepEverything
from bot.texts import Html, join, say, say_n, word
from bot.views.view import Button, Style, View
from core.model.data_map import DATA_MAP, Keep, Topic
from core.model.forgetting import Erased, Holdings

TOPICS: Mapping[Topic, tuple[str, str]] = MappingProxyType(
    {
        Topic.PROFILE: (
            "Your profile",
            "your Telegram number and chat, and what you answered: goal, experience, unit, equipment, days, "
            "language and time zone. Plans are made from it.",
        ),
        Topic.HEALTH: (
            "Health",
            "what your answer means for training, never the answer itself, and what hurt in which exercise.",
        ),
        Topic.BODYWEIGHT: ("Bodyweight and measures", "if you told them: for pull-ups, dips and their line."),
        Topic.MAXIMA: ("Best lifts", "the most you can lift once, to choose your weights."),
        Topic.EXERCISES: (
            "Your exercises",
            "those you added, favour or leave out, notes, routines, and the last name I did not know.",
        ),
        Topic.PLAN: ("Your next session", "so that /plan shows it again."),
        Topic.WORKOUTS: (
            "Workouts",
            "every set with its weight, reps and time, your notes, and which of my messages shows it.",
        ),
        Topic.PICTURES: (
            "Pictures",
            "Telegram's number of the last one of each kind, so that the same one is not drawn twice.",
        ),
        Topic.SHARED: (
            "Shared sessions",
            "exercises, sets and reps you gave away by a link, without weights or your name. You can end it.",
        ),
        Topic.TIMERS: (
            "Timers",
            "when your rest is over or to remind you, where to ring, and for a week how each ended.",
        ),
        Topic.MESSAGES: (
            "Your messages",
            "so that none is lost when I restart. Only the bare number of a message stays a week, so that "
            "it is not taken twice.",
        ),
        Topic.FORGOTTEN: (
            "After /forget",
            "a scrambled form of your Telegram number, so that late messages bring nothing back.",
        ),
    }
)
KEEPS: Mapping[Keep, str] = MappingProxyType(
    {
        Keep.UNTIL_FORGOTTEN: "<b>Until you send /forget</b>",
        Keep.UNTIL_HANDLED: "<b>Seconds, until it is answered</b>",
        Keep.A_MONTH: "<b>30 days</b>",
        Keep.A_WEEK: "<b>A week</b>",
        Keep.TWO_DAYS: "<b>48 hours</b>",
        Keep.FOR_GOOD: "",
    }
)
ERASED: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.PROFILE: "your profile",
        Topic.MAXIMA: "your best lifts",
        Topic.PLAN: "your next session",
        Topic.EXERCISES: "your exercises",
        Topic.HEALTH: "what hurts",
        Topic.SHARED: "your shared links",
        Topic.TIMERS: "your timers",
    }
)


def what_is_kept(backup_days: int | None) -> View:
    """Everything that is kept, grouped by how long; `backup_days` is None where no daily backup is made."""
    parts = [say("<b>What I keep about you</b>")]
    for keep in Keep:
        told = _topics_kept(keep)
        if told:
            parts.append(join([say(KEEPS[keep]), *told]))
    parts.append(
        join(
            [
                _copies(backup_days),
                say("Nobody else gets any of it. Whoever runs this bot can read its database."),
                say("My log holds no word you write; when something fails it may hold your Telegram number."),
                say(
                    "/forget erases everything at once; where very many train, the last traces of it on the "
                    "disk are written over within a day. The messages in this chat are Telegram's to delete."
                ),
            ]
        )
    )
    return View(join(parts, "\n\n"))


def _topics_kept(keep: Keep) -> list[Html]:
    told: list[Html] = []
    for topic, (name, why) in TOPICS.items():
        # From the longest on: what is told of a topic holds until its last row goes.
        if keep is min((kept.keep for kept in DATA_MAP if topic in kept.columns), key=list(Keep).index):
            told.append(say("• {name}: {why}", name=word(name), why=word(why)))
    return told


def _copies(backup_days: int | None) -> Html:
    if backup_days is None:
        return say("Copies that whoever runs me makes of the database are not erased with it.")
    return say_n(
        "A copy is made every day and thrown away after {n} day: until then it still holds what you erased.",
        "A copy is made every day and thrown away after {n} days: until then it still holds what you erased.",
        backup_days,
    )



def ask_to_forget(held: Holdings, asked_s: int) -> View:
    """The one question before everything goes; for a stranger that there is nothing."""
    if held.nothing:
        return View(say("I keep nothing about you. /start begins."))
    text = say(
        "Erase everything? {counted}.\nNobody can take that back. /privacy lists what is kept.",
        counted=join([*_counted(held), say("your profile, plan, timers and all else I know of you")], ", "),
    )
    return View(
        text,
        (
            (Button(word("Erase everything"), ForgetEverything(asked_s), Style.DANGER),),
            (Button(word("Keep it"), KeepEverything()),),
        ),
    )


def _counted(held: Holdings | Erased) -> list[Html]:
    return [
        *([say_n("{n} workout", "{n} workouts", held.workouts)] if held.workouts else []),
        *([say_n("{n} set", "{n} sets", held.sets)] if held.sets else []),
    ]


def nothing_erased() -> View:
    """The question was answered with no."""
    return View(say("Nothing was erased. Everything you logged is still here."))


def forgotten(erased: Erased, backup_days: int | None) -> View:
    """What is gone, and what is left for how long."""
    gone = [
        *_counted(erased),
        *(say(name) for topic, name in ERASED.items() if topic in erased.topics),
    ]
    lines = [
        say("Erased: {gone}.", gone=join(gone, ", ")) if gone else say("All I kept about you is erased."),
        say("For 48 hours I keep a scrambled form of your number, so that late messages bring nothing back."),
        _copies(backup_days),
        say("Messages in this chat are Telegram's: delete the chat there. /start begins afresh, as new."),
    ]
    return View(join(lines))
