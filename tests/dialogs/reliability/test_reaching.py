"""Nobody is there: blocked, removed, account deleted, or the chat got another id. And somebody comes back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.terminal.ledger import Call
from bot.terminal.people import Chat, Standing
from bot.texts import say
from bot.views.view import View
from core.coach.workout import looking
from core.store import chats, timers
from core.store.workouts import open_workout
from tests.dialogs.group.test_group import NO_PIN, bot_messages, says, taps
from tests.dialogs.stage import Stage

SET_ONE = ("/plan", "[▶ Start]", "[✅ 80 kg × 10]")
HOURS_5 = timedelta(hours=5)
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"


def calls_since(stage: Stage, number: int, chat_id: int) -> list[Call]:
    return [call for call in stage.telegram.ledger if call.number > number and call.chat_id == chat_id]


async def cancelled(stage: Stage) -> dict[str, int]:
    return dict((await stage.read(timers.accounts)).cancelled)


@pytest.mark.parametrize("how", ["deleted the account", "never started, as far as Telegram knows"])
async def test_a_bell_that_nobody_can_get_is_one_call_and_the_last(stage: Stage, how: str) -> None:
    await stage.hears(*SET_ONE)
    chat = stage.telegram.chats[stage.athlete.id]
    if how == "deleted the account":
        stage.telegram.user_leaves_telegram(stage.athlete)
    else:
        chat.started = False
    before = len(stage.telegram.ledger)
    await stage.advance(timedelta(seconds=60))
    await stage.advance(HOURS_5)
    (refused,) = calls_since(stage, before, stage.athlete.id)
    assert refused.status == 403
    assert await stage.read(chats.lost) == {stage.athlete.id}
    assert await stage.read(timers.next_due) is None
    assert (await cancelled(stage))["blocked"] >= 1
    # The workout closed itself as any other that nobody touches.
    assert await stage.read(open_workout, stage.athlete.id) is None
    stage.unavoidable = {f"{refused.method}: {refused.description}"}


async def test_who_blocks_is_not_called_at_all_and_who_writes_again_is_answered(stage: Stage) -> None:
    await stage.hears(*SET_ONE)
    before = len(stage.telegram.ledger)
    stage.telegram.user_blocks(stage.athlete)
    await stage.settle()
    await stage.restart(after=timedelta(seconds=90))
    assert calls_since(stage, before, stage.athlete.id) == []
    assert (await cancelled(stage))["blocked"] >= 1
    await stage.hears("80x9")
    assert await stage.read(chats.lost) == frozenset()
    assert await stage.sets() == ["80×10", "80×9"]
    heard = await stage.hears("+90s")
    assert "🔔 Bench press · set 3 of 4" in heard
    stage.is_clean()


async def group_workout(stage: Stage) -> Chat:
    """A rest runs in a group."""
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/plan")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "▶ Start")
    await taps(stage, stage.athlete, group, bot_messages(stage, group)[-1], "✅ 80 kg × 10")
    return group


@pytest.mark.parametrize("standing", [Standing.KICKED, Standing.LEFT])
async def test_who_removes_the_bot_from_a_group_hears_no_bell_there(stage: Stage, standing: Standing) -> None:
    group = await group_workout(stage)
    before = len(stage.telegram.ledger)
    stage.telegram.user_sets_bot(stage.athlete, group, standing)
    await stage.settle()
    await stage.advance(HOURS_5)
    assert calls_since(stage, before, group.id) == []
    stage.telegram.user_sets_bot(stage.athlete, group, Standing.MEMBER)
    await says(stage, stage.athlete, group, "/plan")
    assert "Size" in str(bot_messages(stage, group)[-1].body["text"])
    stage.is_clean()


async def test_a_group_that_becomes_a_supergroup_takes_its_workout_with_it(stage: Stage) -> None:
    group = await group_workout(stage)
    before = len(stage.telegram.ledger)
    upgraded = stage.telegram.user_upgrades(stage.athlete, group)
    await stage.settle()
    await stage.advance(timedelta(seconds=60))
    assert calls_since(stage, before, group.id) == []
    bell = bot_messages(stage, upgraded)[-1]
    assert str(bell.body["text"]).startswith("Alex: Bench press · set 2 of 4")
    await taps(stage, stage.athlete, upgraded, bell, "✅ 80 kg × 10")
    assert await stage.sets() == ["80×10", "80×10"]
    stage.is_clean()


async def test_what_was_sent_to_a_moved_group_stands_under_its_new_id(stage: Stage) -> None:
    group = await group_workout(stage)
    upgraded = stage.telegram.user_upgrades(stage.athlete, group)
    stage.telegram.updates.clear()
    sent = await stage.room.sender.send(group.id, View(say("Set 2")))
    assert sent == bot_messages(stage, upgraded)[-1].id
    assert stage.room.sender.place(group.id, sent) == (upgraded.id, sent)
    stage.unavoidable |= {f"sendMessage: {UPGRADED}"}


async def test_a_supergroup_nobody_told_about_is_found_by_the_refusal(stage: Stage) -> None:
    group = await group_workout(stage)
    upgraded = stage.telegram.user_upgrades(stage.athlete, group)
    stage.telegram.updates.clear()
    await stage.advance(timedelta(seconds=60))
    bell = bot_messages(stage, upgraded)[-1]
    assert "set 2 of 4" in str(bell.body["text"])
    card = await stage.read(looking.card_message, stage.athlete.id, (await stage.workout()).id)
    assert card == (upgraded.id, bell.id)
    refused = [call.method for call in stage.telegram.ledger.refused() if call.description == UPGRADED]
    assert 1 <= len(refused) <= 3
    stage.unavoidable |= {f"{method}: {UPGRADED}" for method in refused}
    await says(stage, stage.athlete, upgraded, "/finish")
    assert str(bot_messages(stage, upgraded)[-1].body["text"]).startswith("Alex: Done")
