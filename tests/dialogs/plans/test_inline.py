"""Words typed to the bot in another chat: one's own records and sessions, seen by nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.settings import Settings
from bot.views.plans.inline import share_id_of
from core.store.sharing import shares_of
from tests.dialogs.stage import Stage


async def test_a_record_and_the_next_session_are_found(stage: Stage) -> None:
    await stage.hears("bench 2x5x90", "/finish", "/plan")
    heard = await stage.hears("@bot bench")
    assert "1. My next session · Size – " in heard
    assert "2. Bench press: 90 kg × 5 – 2 Mar 2026" in heard


async def test_a_told_maximum_is_found_where_nothing_was_logged_yet(stage: Stage) -> None:
    heard = await stage.hears("@bot squat", "@bot squat #1")
    assert "1. Back squat: one-rep max 140 kg – 2 Mar 2026" in heard
    assert "Back squat: one-rep max 140 kg, told 2 Mar 2026" in heard
    heard = await stage.hears("@bot")
    assert [heard.count(name) for name in ("Deadlift: one-rep max 180 kg", "Bench press: one-rep")] == [1, 1]
    await stage.hears("squat 5x100", "/finish")
    assert "one-rep max 140 kg" not in await stage.hears("@bot squat")


async def test_what_is_chosen_stands_in_the_chat(stage: Stage) -> None:
    await stage.hears("bench 5x90", "/finish")
    heard = await stage.hears("@bot bench #1")
    assert "🏆 Bench press: 90 kg × 5, 2 Mar 2026" in heard
    assert "[1 Train with Spotter ↗]" in heard


async def test_a_chosen_session_is_known_to_be_in_use(stage: Stage) -> None:
    await stage.hears("/plan", "@bot")
    (unsent,) = await stage.read(shares_of, stage.athlete.id)
    assert unsent.given_at is None
    heard = await stage.hears("@bot #1")
    assert "[1 ▶ Get it with my weights ↗]" in heard
    (sent,) = await stage.read(shares_of, stage.athlete.id)
    assert sent.given_at == stage.clock.now()


async def test_a_routine_is_found_by_its_name_which_stays_at_home(stage: Stage) -> None:
    await stage.hears("squat 3x5x100", "/finish", "[Save as routine]", "Monster legs")
    heard = await stage.hears("@bot monster", "@bot monster #1")
    assert "1. Routine: Monster legs · Size – Back squat" in heard
    assert "• Back squat" in heard
    messages = stage.telegram.chats[stage.athlete.id].messages.values()
    (sent,) = [message.body for message in messages if "via_bot" in message.body]
    assert "Monster" not in str(sent)


async def test_somebody_unknown_gets_a_way_in(newcomer: Stage) -> None:
    asked = newcomer.telegram.user_asks(newcomer.athlete, "squat")
    await newcomer.settle()
    assert asked.answered
    assert asked.results == ()
    assert asked.button == {"text": "Start Spotter", "start_parameter": "hello"}


async def test_nothing_found_is_answered_too(stage: Stage) -> None:
    asked = stage.telegram.user_asks(stage.athlete, "<b>%s\u202e zzzz" * 20)
    await stage.settle()
    assert asked.answered
    assert asked.results == ()
    assert asked.button is not None


async def test_answers_are_personal_and_short_lived(stage: Stage) -> None:
    stage.telegram.user_asks(stage.athlete, "")
    await stage.settle()
    (call,) = stage.telegram.ledger.calls("answerInlineQuery")
    assert call.params["is_personal"] is True
    assert call.params["cache_time"] <= 10


async def test_others_find_nothing_of_mine(stage: Stage) -> None:
    await stage.hears("bench 5x90", "/finish")
    robin = stage.telegram.add_user("Robin")
    asked = stage.telegram.user_asks(robin, "bench")
    await stage.settle()
    assert asked.results == ()


async def test_a_private_club_answers_others_with_nothing(stage: Stage) -> None:
    room = stage.room
    stage.chat.spotter.application.bot_data["room"] = replace(
        room, settings=Settings(allowed_ids=frozenset({stage.athlete.id}))
    )
    robin = stage.telegram.add_user("Robin")
    asked = stage.telegram.user_asks(robin, "bench")
    await stage.settle()
    assert asked.answered
    assert (asked.results, asked.button) == ((), None)


@pytest.mark.parametrize(
    ("result_id", "share_id"),
    [("s7", 7), ("rbench_press", None), ("s", None), ("s٣", None), ("s-1", None), ("s" + "9" * 63, None)],
)
def test_only_a_session_of_ours_names_a_link(result_id: str, share_id: int | None) -> None:
    assert share_id_of(result_id) == share_id
