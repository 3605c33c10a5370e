"""Two lifters tap, type, reply, edit and delete at random in one group: nothing is refused, nothing spins."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.terminal.keyboards import buttons
from bot.terminal.message_kinds import KINDS
from bot.terminal.people import Chat, Standing, User
from core.store.workouts import newest_workout
from tests.dialogs.group.test_group import NO_PIN, bot_messages
from tests.dialogs.stage import Stage, intermediate

STEPS = 80
NAMED = "80x7|my shoulder hurts|rack is taken|25 minutes left|8 8 7|note: seat 4|what is rpe|my records"
WORDS = (
    "80x8", "8", "skip", "done", "banana", "<b>&", "x" * 4000, "bench 375x8",
    "/plan", "/plan strength", "/log bench 80x8", "/log squat 100x5", "/log foobar 80x8", "/undo", "/finish",
    "/rest 90", "/rest off", "/skip", "/done", "/start", "/history", "/records", "/programme", "/routines",
    "/exercises bench", "/volume", "/calendar", "/progress", "/help", "/settings", "/weight 80", "/share",
    *(f"@spotter_coach_bot {said}" for said in NAMED.split("|")),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_two_lifters_do_in_a_group(stage: Stage, seed: int) -> None:
    dice = random.Random(seed)
    standing = dice.choice((Standing.MEMBER, Standing.ADMINISTRATOR))
    group = stage.telegram.add_group("Gym", stage.athlete, bot=standing)
    robin = stage.telegram.add_user("Robin")
    stage.telegram.user_joins(robin, group)
    await stage.introduces(robin, intermediate())
    topic = stage.telegram.user_opens_topic(stage.athlete, group, "Tuesdays") if seed % 2 else None
    there = {} if topic is None else {"message_thread_id": topic, "is_topic_message": True}
    for _ in range(STEPS):
        lifter, do = dice.choice((stage.athlete, robin)), dice.choice(DEEDS)
        do(stage, dice, lifter, group, there)
        await stage.settle()
        if dice.random() < 0.1:
            await stage.advance(timedelta(seconds=dice.choice((5, 30, 90, 400, 4000))))
            await stage.settle()
    gone = "Bad Request: message to edit not found"
    stage.unavoidable = {NO_PIN, f"editMessageText: {gone}", f"editMessageReplyMarkup: {gone}"}
    lost = ("delete", "pin", "unpin")
    stage.unavoidable |= {f"{_method(word)}: Bad Request: message to {word} not found" for word in lost}
    stage.is_clean()
    told = bot_messages(stage, group)
    assert not any("my fault" in str(message.body) for message in told)
    assert {message.body.get("message_thread_id") for message in told} <= {topic}
    for lifter in (stage.athlete, robin):
        trained = await stage.read(newest_workout, lifter.id)
        assert trained is None or trained.athlete_id == lifter.id


def _method(word: str) -> str:
    return f"{word}ChatMessage" if "pin" in word else f"{word}Message"


Deed = Callable[[Stage, random.Random, User, Chat, dict[str, object]], object]


def _says(stage: Stage, dice: random.Random, lifter: User, group: Chat, there: dict[str, object]) -> None:
    stage.telegram.user_sends(lifter, dice.choice(WORDS), chat=group, **there)


def _replies(stage: Stage, dice: random.Random, lifter: User, group: Chat, there: dict[str, object]) -> None:
    for card in dice.sample(bot_messages(stage, group)[-6:], k=1) if bot_messages(stage, group) else ():
        stage.telegram.user_sends(lifter, dice.choice(WORDS), card.id, group, **there)


def _taps(stage: Stage, dice: random.Random, lifter: User, group: Chat, _: dict[str, object]) -> None:
    shown = bot_messages(stage, group)[-8:]
    keys = [(one.id, key) for one in shown for key in buttons(one.body) if "callback_data" in key]
    for message_id, key in dice.sample(keys, k=min(len(keys), dice.choice((1, 1, 2)))):
        stage.telegram.user_presses(lifter, message_id, key["callback_data"], group.id)


def _edits(stage: Stage, dice: random.Random, lifter: User, group: Chat, _: dict[str, object]) -> None:
    own = [one for one in group.messages.values() if one.sender_id == lifter.id and "text" in one.body]
    for message in own[-3:][:1]:
        stage.telegram.user_edits(lifter, message.id, dice.choice(WORDS), group)


def _sends(stage: Stage, dice: random.Random, lifter: User, group: Chat, there: dict[str, object]) -> None:
    content = {**KINDS[dice.choice(list(KINDS))](), **there}
    stage.telegram.user_sends_content(lifter, content, chat=group)


def _deletes(stage: Stage, dice: random.Random, lifter: User, group: Chat, _: dict[str, object]) -> None:
    for message in bot_messages(stage, group)[-4:][:1]:
        stage.telegram.user_deletes(lifter, message.id, group)


DEEDS: tuple[Deed, ...] = (_says,) * 7 + (_replies,) * 3 + (_taps,) * 10 + (_edits, _sends, _deletes)
