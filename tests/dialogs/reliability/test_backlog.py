"""The bot was away for hours while people trained: all is kept as it happened, and one line says so."""

from __future__ import annotations

from datetime import timedelta

from core.coach.data import forgetting
from tests.dialogs.stage import START, Stage


async def away(stage: Stage, *written: tuple[int, str]) -> None:
    """Hours without the bot, in which words are written, each so many seconds after the one before."""
    telegram, athlete = stage.telegram, stage.athlete
    await stage.chat.close()
    for seconds, words in written:
        stage.clock.advance(timedelta(seconds=seconds))
        telegram.user_sends(athlete, words)


async def test_sets_written_while_away_keep_their_time_and_one_line_tells(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Warm-up done]")
    sent = len(stage.bot_messages)
    await away(stage, (60, "80x10"), (90, "80x9"), (90, "80x8"), (120, "80x7"))
    await stage.restart(after=timedelta(minutes=30))
    told = [str(message.body["text"]) for message in stage.bot_messages[sent:]]
    assert await stage.sets() == ["80×10", "80×9", "80×8", "80×7"]
    written = [(done.logged_at - START).total_seconds() for done in (await stage.workout()).sets]
    assert written[-4:] == [60, 150, 240, 360]
    lines = [text for text in told if text.startswith("While I was away you sent 4 messages: 4 sets")]
    assert len(lines) == 1
    assert len(told) == 2, told  # and the live card
    assert "🔔" not in "".join(told)
    assert [name for name in stage.labels() if name.startswith("✅")]
    stage.is_clean()


async def test_the_newest_words_get_their_own_answer(stage: Stage) -> None:
    sent = len(stage.bot_messages)
    await away(stage, (60, "/help"), (60, "/plan"), (60, "/privacy"))
    await stage.restart(after=timedelta(hours=3))
    told = [str(message.body["text"]) for message in stage.bot_messages[sent:]]
    assert len(told) == 2
    assert "While I was away you sent 3 messages" in told[1]
    stage.is_clean()


async def test_one_message_that_waited_is_answered_as_ever(stage: Stage) -> None:
    sent = len(stage.bot_messages)
    await away(stage, (60, "/help"))
    await stage.restart(after=timedelta(hours=3))
    assert len(stage.bot_messages) == sent + 1
    assert "While I was away" not in stage.newest


async def test_a_poll_that_was_just_full_keeps_nobody_waiting(stage: Stage) -> None:
    await away(stage, *((20, "/help") for _ in range(100)))
    await stage.restart(after=timedelta(minutes=5))
    assert "While I was away you sent 100 messages" in stage.newest


async def test_more_than_one_poll_brings_is_one_line_and_not_a_flood(stage: Stage) -> None:
    await stage.hears("/plan", "[▶ Start]", "[Warm-up done]")
    before, sent = await sets_kept(stage), len(stage.bot_messages)
    words = [f"bench 80x{5 + turn % 5}" if turn % 10 == 0 else "/help" for turn in range(130)]
    await away(stage, *((20, said) for said in words))
    await stage.restart(after=timedelta(minutes=5))
    assert await sets_kept(stage) == before + 13
    told = [str(message.body["text"]) for message in stage.bot_messages[sent:]]
    lines = [text for text in told if "13 sets are logged" in text]
    assert len(lines) == 1, told
    assert len(told) <= 5, told


async def sets_kept(stage: Stage) -> int:
    return (await stage.read(forgetting.holdings, stage.athlete.id)).sets
