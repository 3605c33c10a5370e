"""Somebody films their set and writes it beneath the video: the same words, heard as if they were typed."""

from __future__ import annotations

import pytest

from bot.terminal.formatting import found_entities
from bot.terminal.message_kinds import KINDS
from bot.terminal.people import Chat
from bot.terminal.wire import Json
from tests.dialogs.group.test_group import NO_PIN, bot_messages, says
from tests.dialogs.stage import Stage

STARTED = ("/plan", "[▶ Start]")
CARD = 3  # the message that is the first set's card
ONLY_TEXT = "Nice, but I only read text and buttons."


@pytest.mark.parametrize("kind", ["photo", "video", "animation", "voice"])
async def test_a_set_beneath_a_picture_is_logged_as_if_it_were_typed(stage: Stage, kind: str) -> None:
    await stage.hears(*STARTED)
    sent = len(stage.bot_messages)
    filmed = await films(stage, "80x8", kind)
    assert await stage.sets() == ["80×8"]
    assert len(stage.bot_messages) == sent
    assert reactions(stage, filmed) == ["👍"]
    assert "🔔 Bench press · set 2" in await stage.hears("+90s")
    stage.is_clean()


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("80x8 felt great", ["80×8"]),
        ("8 8 7", ["80×8", "80×8", "80×7"]),
        ("80x8 @9", ["80×8"]),
        ("bench press 82.5x6", ["82.5×6"]),
        ("/log bench press 82.5x6", ["82.5×6"]),
        ("done", ["80×10"]),
    ],
)
async def test_the_grammar_is_the_same(stage: Stage, said: str, logged: list[str]) -> None:
    await stage.hears(*STARTED)
    await films(stage, said)
    assert await stage.sets() == logged
    stage.is_clean()


@pytest.mark.parametrize(
    "said", ["375x8", "9999 kg x 5", "my bench variation 80x8", "/undo", "/nonsense", "my records"]
)
async def test_what_is_asked_or_answered_is_the_same(stage: Stage, said: str) -> None:
    await stage.hears(*STARTED, said)
    typed, labels = stage.newest, stage.labels()
    await films(stage, said)
    assert (stage.newest, stage.labels()) == (typed, labels)
    stage.is_clean()


async def test_an_order_is_carried_out(stage: Stage) -> None:
    await stage.hears(*STARTED)
    await films(stage, "skip")
    assert stage.newest.startswith("Bench press · set 2 of 4")
    stage.is_clean()


@pytest.mark.parametrize("said", [None, "look at this", "day 12", "gym selfie 2", "💪", "✅", "squat day"])
@pytest.mark.parametrize("kind", ["photo", "video"])
async def test_a_picture_without_a_set_gets_the_one_line(stage: Stage, said: str | None, kind: str) -> None:
    await stage.hears(*STARTED)
    await films(stage, said, kind)
    assert stage.newest == f"{ONLY_TEXT} You're at Bench press 1/4: 80 kg × 10."
    assert await stage.sets() == []
    stage.is_clean()


async def test_an_edited_caption_corrects_its_set(stage: Stage) -> None:
    await stage.hears(*STARTED)
    filmed = await films(stage, "80x8")
    await stage.hears(f"~{filmed} 80x7")
    assert await stage.sets() == ["80×7"]
    await stage.hears(f"~{filmed} look at this")
    assert await stage.sets() == ["80×7"]
    stage.is_clean()


async def test_a_caption_written_afterwards_logs(stage: Stage) -> None:
    await stage.hears(*STARTED)
    filmed = await films(stage, None)
    await stage.hears(f"~{filmed} 80x7")
    assert await stage.sets() == ["80×7"]
    stage.is_clean()


async def test_a_video_in_reply_to_a_card_corrects_that_set(stage: Stage) -> None:
    await stage.hears(*STARTED, "[✅ 80 kg × 10]", "+90s")
    await films(stage, "80x9", reply_to=CARD)
    assert await stage.sets() == ["80×9"]
    stage.is_clean()


@pytest.mark.parametrize("place", [0, 1, 2])
async def test_an_album_with_one_caption_logs_once(stage: Stage, place: int) -> None:
    await stage.hears(*STARTED)
    sent = len(stage.bot_messages)
    for number in range(3):
        await films(stage, "80x8" if number == place else None, "photo", media_group_id="61")
    assert await stage.sets() == ["80×8"]
    assert len(stage.bot_messages) - sent == (1 if place else 0)  # what came before the words said nothing
    stage.is_clean()


@pytest.mark.parametrize("said", ["/log bench press 80x8", "80x8", "my records", "/plan"])
async def test_words_that_were_heard_are_all_that_an_album_says(stage: Stage, said: str) -> None:
    await stage.hears(*STARTED)
    await films(stage, said, "photo", media_group_id="61")
    sent = len(stage.bot_messages)
    await films(stage, None, "photo", media_group_id="61")
    assert len(stage.bot_messages) == sent
    stage.is_clean()


async def test_an_album_without_words_gets_one_line(stage: Stage) -> None:
    await stage.hears(*STARTED)
    sent = len(stage.bot_messages)
    for album in ("61", "62"):
        for _ in range(4):
            await films(stage, None, "photo", media_group_id=album)
    assert len(stage.bot_messages) == sent + 2
    assert stage.newest.startswith(ONLY_TEXT)


async def test_a_forwarded_video_is_asked_about(stage: Stage) -> None:
    await stage.hears(*STARTED)
    origin = KINDS["forward"]()["forward_origin"]
    await films(stage, "look at him", forward_origin=origin)
    assert stage.newest.startswith(ONLY_TEXT)
    await films(stage, "80x8", forward_origin=origin)
    assert stage.newest == "That's a forwarded message, so I logged nothing. Is it your own set?"
    assert await stage.sets() == []
    await stage.taps("Log it as mine")
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


async def test_a_menu_that_waits_for_a_name_is_not_answered_by_a_picture(stage: Stage) -> None:
    await stage.hears("/routines", "[➕")
    asked = stage.newest
    await films(stage, "what a day")
    assert stage.newest.startswith(ONLY_TEXT), asked
    stage.is_clean()


async def test_a_question_of_the_beginning_takes_typed_words_only(newcomer: Stage) -> None:
    await newcomer.hears("/start")
    await films(newcomer, "size")
    assert "only read text" in newcomer.newest
    assert "2/7" in await newcomer.hears("size")
    newcomer.is_clean()


async def test_in_a_group_a_reply_and_a_mention_log_and_other_pictures_are_left_alone(stage: Stage) -> None:
    stage.unavoidable = {NO_PIN}
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/log squat 100x5")
    card, sent = bot_messages(stage, group)[-1].id, len(bot_messages(stage, group))
    await films(stage, "100x6", reply_to=card, chat=group)
    await films(stage, f"@{stage.telegram.me.username} squat 100x4", chat=group)
    assert (await stage.sets())[-1] == "100×4"
    logged, sent = await stage.sets(), len(bot_messages(stage, group))
    await films(stage, "look at this", reply_to=card, chat=group)
    await films(stage, None, reply_to=card, chat=group)
    assert (await stage.sets(), len(bot_messages(stage, group))) == (logged, sent)
    stage.is_clean()


async def films(
    stage: Stage,
    caption: str | None,
    kind: str = "video",
    *,
    reply_to: int | None = None,
    chat: Chat | None = None,
    **more: object,
) -> int:
    """Send a photo or a video with words beneath it; the number of that message."""
    content: Json = {**KINDS[kind](), **more}
    if caption is not None:
        content["caption"] = caption
        if entities := found_entities(caption):
            content["caption_entities"] = entities
    sent = stage.telegram.user_sends_content(stage.athlete, content, reply_to, chat)
    await stage.settle()
    return int(sent["message_id"])


def reactions(stage: Stage, message_id: int) -> list[str]:
    return list(stage.telegram.chats[stage.athlete.id].messages[message_id].reactions.values())
