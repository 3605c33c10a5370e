"""What people type wrong, strangely or on purpose, row by row: D1 to D15 of the fault table."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from bot.terminal.message_kinds import KINDS
from tests.dialogs.group.test_group import bot_messages, says
from tests.dialogs.stage import Stage, intermediate

STARTED = ("/plan", "[▶ Start]")
CARD = 3  # the first card asks for 80 kg × 10


async def logs(stage: Stage, typed: str) -> list[str]:
    """What one message logs in a workout that has just begun; one set can be taken back again."""
    await stage.hears(*STARTED)
    stage.telegram.user_sends(stage.athlete, typed)
    await stage.settle()
    logged = await stage.sets()
    stage.is_clean()
    if len(logged) == 1:
        await stage.hears("/undo")
        assert await stage.sets() == []
    return logged


@pytest.mark.parametrize(
    "typed", ["80x8", "80×8", "80 х 8", "80*8", "8X80", "80 kg x 8", "8 @ 80", "  80  x  8  "]
)
async def test_d1_one_set_in_every_spelling(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED, typed)
    assert str(stage.message(CARD)["text"]).startswith("✓ 80 kg × 8 ")
    await stage.hears("/undo")
    assert await stage.sets() == []


async def test_d1_an_effort_alone_is_the_asked_set(stage: Stage) -> None:
    await stage.hears(*STARTED, "@8")
    (done,) = (await stage.workout()).sets
    assert (done.reps, done.rir) == (10, 2)


@pytest.mark.parametrize(
    ("typed", "logged"), [("80,5x8", ["80.5×8"]), ("80.5x8", ["80.5×8"]), ("1.000,5x8", []), ("1,000x8", [])]
)
async def test_d2_a_comma_is_a_point_and_thousands_are_asked(
    stage: Stage, typed: str, logged: list[str]
) -> None:
    assert await logs(stage, typed) == logged


@pytest.mark.parametrize(
    "typed",
    ["٨٠×٨", "۸۰x۸", "८०x८", "８０ｘ８", "8️⃣0️⃣ х 8️⃣", "\u200f80x8\u200f", "\u200e80\u200d x 8", "80\ufe0fx8"],
    ids=ascii,
)
async def test_d3_digits_of_every_script_and_marks_nobody_sees(stage: Stage, typed: str) -> None:
    assert await logs(stage, typed) == ["80×8"]


@pytest.mark.parametrize(
    "typed",
    ["NaN", "inf", "1e309", "1e3", "0x10", "1_000", "²", "½", "80x²", "8" * 4096],
    ids=lambda text: text[:9],
)
async def test_d4_what_is_no_number_stores_nothing(stage: Stage, typed: str) -> None:
    assert await logs(stage, typed) == []
    assert len(stage.bot_messages) == 3
    assert len(stage.newest) < 400


@pytest.mark.parametrize(
    ("typed", "logged"),
    [("-80x8", []), ("80x-8", []), ("-0", []), ("9999x8", []), ("375x8", []), ("80x0", ["80×0"])],
)
async def test_d5_numbers_that_cannot_be_or_hardly(stage: Stage, typed: str, logged: list[str]) -> None:
    assert await logs(stage, typed) == logged


async def test_d5_what_was_confirmed_wrongly_can_be_put_right(stage: Stage) -> None:
    """375 for 37.5: stuck for ever elsewhere."""
    await stage.hears(*STARTED, "375x8", "[375 kg × 8]")
    assert await stage.sets() == ["375×8"]
    await stage.hears(f">{CARD} 37.5x8")
    assert await stage.sets() == ["37.5×8"]
    stage.is_clean()


async def test_d5_no_load_is_the_body_alone_where_the_body_is_lifted(stage: Stage) -> None:
    await stage.hears("pull-up 0 kg x 8")
    assert await stage.sets() == ["8"]


@pytest.mark.parametrize(
    ("typed", "logged"),
    [
        ("100x", []),
        ("x8", ["80×8"]),
        ("80x8 80x7", ["80×8", "80×7"]),
        ("80x8\n80x7", ["80×8", "80×7"]),
        ("3x8x80", ["80×8"] * 3),
        ("80x8 felt good", ["80×8"]),
        ("80x8 felt good but twice", []),
        ("80x8x", []),
    ],
)
async def test_d6_parts_are_asked_for_and_several_sets_are_said_in_full(
    stage: Stage, typed: str, logged: list[str]
) -> None:
    assert await logs(stage, typed) == logged


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 4096,
        "\n".join(["80x8"] * 1000)[:4096],
        "80\u0000x8",
        "80x8 " + "z̷̢̛" * 300,
        "8 " * 2048,
        "#" * 4096,
    ],
    ids=["letters", "lines", "nul", "zalgo", "numbers", "signs"],
)
async def test_d7_sizes_are_bounded_and_quick(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED)
    began = time.process_time()
    stage.telegram.user_sends(stage.athlete, typed)
    await stage.settle()
    assert time.process_time() - began < 1
    assert len(stage.bot_messages) <= 3
    assert len(stage.newest) < 400
    assert await stage.sets() in ([], ["80×8"])
    stage.is_clean()


HOSTILE = ["<b>bold</b> & co", "_*[md](x)`", "{0} {name} %s %(x)s", "$\\frac{1}{2}$", "💪" * 30]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
async def test_d8_names_are_shown_as_they_are(stage: Stage, name: str) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    other = stage.telegram.add_user(name)
    stage.telegram.user_joins(other, group)
    await stage.introduces(other, intermediate())
    await says(stage, other, group, "/plan")
    assert str(bot_messages(stage, group)[-1].body["text"]).startswith(f"{name}: ")
    await stage.hears(f"{name} 20x10")
    assert "my fault" not in stage.newest
    stage.is_clean()


@pytest.mark.parametrize(
    "typed",
    ["'; DROP TABLE logged_set; --", '" OR 1=1 --', "\\", "%", "_", "/exercises %", "/exercises '; --"],
)
async def test_d9_sql_is_text(stage: Stage, typed: str) -> None:
    await stage.hears(*STARTED, "80x8", typed)
    assert await stage.sets() == ["80×8"]
    stage.is_clean()


@pytest.mark.parametrize(
    "said", ["/nonsense", "/start " + "A" * 64, "/start plan_", "/start weight2", "/cancel"]
)
async def test_d10_unknown_commands_and_payloads_get_one_answer(stage: Stage, said: str) -> None:
    await stage.hears(said)
    assert len(stage.bot_messages) == 1
    stage.is_clean()


async def test_d10_a_command_for_another_bot_is_left_to_it(stage: Stage) -> None:
    group = stage.telegram.add_group("Gym", stage.athlete)
    await says(stage, stage.athlete, group, "/plan@other_bot")
    assert bot_messages(stage, group) == []


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "poll", "contact", "dice"])
async def test_d11_what_is_no_text_gets_one_hint_and_changes_nothing(stage: Stage, kind: str) -> None:
    assert kind in KINDS
    await stage.hears(*STARTED, "80x8")
    before, sent = await stage.workout(), len(stage.bot_messages)
    stage.telegram.user_sends_kind(stage.athlete, kind)
    await stage.settle()
    assert len(stage.bot_messages) == sent + 1
    assert await stage.workout() == before
    stage.is_clean()


async def test_d12_an_edit_corrects_and_is_never_a_second_set(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x8", "~4 80x9", "~4 80x9", "~4 hello", "~4 82.5x7")
    assert await stage.sets() == ["82.5×7"]
    stage.is_clean()


async def test_d13_what_somebody_else_wrote_is_asked_about(stage: Stage) -> None:
    await stage.hears(*STARTED)
    for kind in ("forward", "forward_of_channel", "forward_of_hidden", "via_bot"):
        stage.telegram.user_sends_kind(stage.athlete, kind)
        await stage.settle()
    assert await stage.sets() == []
    stage.is_clean()


async def test_d14_replies_to_what_is_no_card_explain_and_change_nothing(stage: Stage) -> None:
    await stage.hears("/help", *STARTED, "80x10", "+60s")
    before = await stage.workout()
    heard = await stage.hears(">2 80x8")
    assert "▸" in heard
    assert len(heard.split("\n")) > 1
    assert await stage.workout() == before
    stage.is_clean()


async def test_d14_a_card_of_a_week_ago_corrects_its_own_set_alone(stage: Stage) -> None:
    await stage.hears(*STARTED, "80x10", "/finish")
    await stage.hears("+168h", *STARTED)
    before = await stage.workout()
    await stage.hears(f">{CARD} 80x7")
    assert await stage.workout() == before
    stage.is_clean()


async def test_d15_questions_left_for_a_month_go_on_where_they_stood(newcomer: Stage) -> None:
    await newcomer.hears("/start", "size", "yes")
    asked = newcomer.newest
    await newcomer.restart(after=timedelta(days=30))
    await newcomer.hears("kg")
    assert asked.startswith("3/7")
    assert newcomer.newest.startswith("4/7")
    newcomer.is_clean()
