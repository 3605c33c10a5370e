from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.terminal.people import User
from bot.terminal.phone import PhoneSession
from bot.terminal.server import Telegram
from bot.terminal.wire import Json, Upload
from tests.bot.terminal.conftest import Clock

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")
REST = '<tg-time unix="1772474460" format="r">18:01</tg-time>'
CARD = {
    "text": f"<b>Bench 1/4</b> · 80 kg &lt; 85\nrest {REST}",
    "parse_mode": "HTML",
    "reply_markup": {
        "inline_keyboard": [
            [{"text": "✅ Done", "callback_data": "done"}, {"text": "Skip", "callback_data": "skip"}],
            [{"text": "How?", "url": "https://x.y/bench"}, {"text": "Code", "copy_text": {"text": "A1"}}],
        ]
    },
}


class Coach:
    """A small bot written straight onto the Bot API, so that the phone is tried without the real one."""

    def __init__(self, telegram: Telegram, clock: Clock) -> None:
        self.telegram = telegram
        self.clock = clock
        self.offset = 0
        self.rings: list[Json] = []

    async def call(self, method: str, **given: Any) -> Json:
        answer = await self.telegram.call(method, given)
        assert answer.ok, answer.body
        return answer.body

    async def settle(self) -> None:
        while updates := (await self.call("getUpdates", offset=self.offset))["result"]:
            for update in updates:
                self.offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.tapped(update["callback_query"])
                else:
                    await self.told(update.get("message") or update["edited_message"])

    async def advance(self, span: timedelta) -> None:
        self.clock.at += span
        for ring in self.rings:
            await self.call("sendMessage", **ring)
        self.rings.clear()

    async def tapped(self, query: Json) -> None:
        if query["data"] == "skip":
            return
        about = {"chat_id": query["from"]["id"], "message_id": query["message"]["message_id"]}
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Noted", show_alert=False)
        await self.call("editMessageText", **about, text="once")
        await self.call("editMessageText", **about, text="✓ 80 × 8\nrest over soon")
        self.rings = [
            {"chat_id": about["chat_id"], "text": "Bench 2/4"},
            {"chat_id": about["chat_id"], "text": "quietly", "disable_notification": True},
        ]

    async def told(self, message: Json) -> None:
        to = {"chat_id": message["chat"]["id"]}
        match message.get("text"):
            case "/start":
                await self.call("sendMessage", **to, **CARD)
            case "pin":
                await self.call("pinChatMessage", **to, message_id=2)
            case "clean":
                await self.call("deleteMessage", **to, message_id=2)
            case "show":
                picture = {"photo": Upload("chart.png", PNG)}
                await self.telegram.call("sendPhoto", {**to, "caption": "Squat"}, picture)
                await self.telegram.call("sendPhoto", {**to, "caption": "Two\nlines"}, picture)
                await self.telegram.call("sendDocument", to, {"document": Upload("log.csv", b"a,b")})
            case "format":
                quote = "<blockquote>a\nb</blockquote><a href='https://x.y'>site</a> <code>c</code>"
                clock = '<tg-time unix="1772474460" format="wDt">x</tg-time>'
                await self.call("sendMessage", **to, text=f"{quote} {clock}", parse_mode="HTML")
                keys = {"keyboard": [[{"text": "kg"}, {"text": "lb"}]]}
                await self.call("sendMessage", **to, text="\x9b2Junit?", reply_markup=keys)
            case text if text:
                thumb = [{"type": "emoji", "emoji": "👍"}]
                about = {**to, "message_id": message["message_id"]}
                await self.call("setMessageReaction", **about, reaction=thumb)
                replied = message.get("reply_to_message", {}).get("message_id", "")
                await self.call("sendMessage", **to, text=f"{text} {replied}", disable_notification=True)
            case _ if "document" in message:
                await self.call("sendMessage", **to, text=f"got {message['document']['file_name']}")


@pytest.fixture
def coach(telegram: Telegram, clock: Clock) -> Coach:
    return Coach(telegram, clock)


async def transcript(telegram: Telegram, lifter: User, coach: Coach, *lines: str) -> str:
    out = io.StringIO()
    phone = PhoneSession(telegram, lifter, coach.settle, coach.advance, out)
    assert await phone.run(lines) == 0
    return out.getvalue()


async def test_a_workout_reads_like_the_chat(telegram: Telegram, lifter: User, coach: Coach) -> None:
    lines = ("/start", "#1", "+90s", "8", ">2 80x8", "~5 7", "quit", "never")
    assert (
        await transcript(telegram, lifter, coach, *lines)
        == """\
▸ /start
   2  Bench 1/4 · 80 kg < 85
      rest in 1 min
      [1 ✅ Done] [2 Skip]
      [3 How? ↗] [4 Code ↗]
▸ #1
      (toast: Noted)
   2  (edited) ✓ 80 × 8
      rest over soon
▸ +90s
   3 🔔 Bench 2/4
   4· quietly
▸ 8
      👍 on 5
   6· 8
▸ >2 80x8
      👍 on 7
   8· 80x8 2
▸ ~5 7
      👍 on 5
   9· 7
▸ quit
"""
    )


async def test_buttons(telegram: Telegram, lifter: User, coach: Coach) -> None:
    lines = ("#1", "/start", "#3", "#4", "#2", "#9", "#7.2", "#1.1", "#2.1", "#2.1")
    assert (
        await transcript(telegram, lifter, coach, *lines)
        == """\
▸ #1
      ! there is no keyboard to press a button of
▸ /start
   2  Bench 1/4 · 80 kg < 85
      rest in 1 min
      [1 ✅ Done] [2 Skip]
      [3 How? ↗] [4 Code ↗]
▸ #3
      (opens https://x.y/bench)
▸ #4
      (copied: A1)
▸ #2
      (the button still spins: no answer came)
▸ #9
      ! there is no button 9 on message 2: it has 4 (✅ Done, Skip, How?, Code)
▸ #7.2
      ! there is no message 7
▸ #1.1
      ! there is no button 1 on message 1: it has none
▸ #2.1
      (toast: Noted)
   2  (edited) ✓ 80 × 8
      rest over soon
▸ #2.1
      ! there is no button 1 on message 2: it has none
"""
    )


async def test_pictures_pins_and_formats(telegram: Telegram, lifter: User, coach: Coach) -> None:
    lines = ("/start", "pin", "clean", "show", "format")
    assert (
        await transcript(telegram, lifter, coach, *lines)
        == """\
▸ /start
   2  Bench 1/4 · 80 kg < 85
      rest in 1 min
      [1 ✅ Done] [2 Skip]
      [3 How? ↗] [4 Code ↗]
▸ pin
      📌 2 pinned
▸ clean
      (2 deleted)
▸ show
   7  [picture 640×480: Squat]
   8  [picture 640×480]
      Two
      lines
   9  [file log.csv, 3 bytes]
▸ format
  11  │ a
      │ b
      site (https://x.y) c Monday 2 March 2026 18:01
  12  �2Junit?
      ⌨ [kg] [lb]
"""
    )


async def test_lines_that_do_not_work_out(
    telegram: Telegram, lifter: User, coach: Coach, tmp_path: Path
) -> None:
    file = tmp_path / "log.csv"
    file.write_text("a,b")
    lines = (
        "",
        "@8",
        "#x",
        "@nothing.csv",
        f"@{file}",
        "~1 x",
        "~2 x",
        ">9 x",
        "+999d",
        "x" * 4097,
        "\ud800",
    )
    out = await transcript(telegram, lifter, coach, *lines)
    assert (
        out.replace(str(tmp_path), "TMP").replace("x" * 4097, "LONG")
        == """\
▸ @8
      👍 on 1
   2· @8
▸ #x
      ! #2 presses button 2 of the newest keyboard, #7.2 button 2 of message 7; to send this as it is: \\#x
▸ @nothing.csv
      ! there is no file nothing.csv to send
▸ @TMP/log.csv
   4  got log.csv
▸ ~1 x
      👍 on 1
   5· x
▸ ~2 x
      ! message 2 is not Lifter's to edit
▸ >9 x
      ! there is no message 9 in this chat
▸ +999d
      ! at most 366 days at once
▸ LONG
      ! Telegram sends texts of 1 to 4096 characters only
▸ �
      👍 on 6
   7· �
"""
    )


async def test_help_is_one_short_block(telegram: Telegram, lifter: User, coach: Coach) -> None:
    asked = (await transcript(telegram, lifter, coach, "?")).splitlines()
    spelled = (await transcript(telegram, lifter, coach, "help")).splitlines()
    assert asked[1:] == spelled[1:]
    assert len(asked) < 10
    assert max(map(len, asked)) <= 80


async def test_what_arrives_between_two_steps_rings(telegram: Telegram, lifter: User, coach: Coach) -> None:
    out = io.StringIO()
    phone = PhoneSession(telegram, lifter, coach.settle, coach.advance, out)
    assert await phone.step("/start")
    other = telegram.add_user()
    await coach.call("sendMessage", chat_id=other.id, text="not for this phone")
    await coach.call("sendMessage", chat_id=lifter.id, text="by itself")
    assert not await phone.step("quit")
    assert out.getvalue().splitlines()[-1] == "   4 🔔 by itself"
    assert "\x1b" not in out.getvalue()


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_colour_is_for_terminals_that_want_it(
    telegram: Telegram, lifter: User, coach: Coach, no_color: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    out = Tty()
    await PhoneSession(telegram, lifter, coach.settle, coach.advance, out).step("/start")
    assert ("\x1b[1mBench 1/4\x1b[0m" in out.getvalue()) is (no_color == "")
    assert ("\x1b" in out.getvalue()) is (no_color == "")
