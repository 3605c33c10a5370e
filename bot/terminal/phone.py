"""The phone in the terminal: one person's private chat with the bot, line by line.

`PhoneSession` knows nothing of the bot: whoever composes them gives it two functions, one that waits until
the bot has handled everything and one that lets time pass. The look is in `screen.py`, the grammar in
`grammar.py`.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import UTC, timedelta, tzinfo
from io import TextIOBase
from pathlib import Path
from typing import TextIO

from bot.terminal.elsewhere import person, results, start_behind, what_it_does
from bot.terminal.grammar import (
    HELP,
    Become,
    Edit,
    Find,
    Meaning,
    Press,
    Puzzled,
    Quit,
    Reply,
    Say,
    SendFile,
    SharePlace,
    ShowHelp,
    ShowPinned,
    SpeakLanguage,
    Wait,
    understood,
)
from bot.terminal.keyboards import buttons
from bot.terminal.lines import PROMPT, half_typed, scripted, typed
from bot.terminal.news import PINNED, News
from bot.terminal.people import User
from bot.terminal.screen import Screen
from bot.terminal.server import Telegram
from bot.terminal.wire import Json

Settle = Callable[[], Awaitable[None]]
Advance = Callable[[timedelta], Awaitable[None]]
LONGEST_WAIT = timedelta(days=366)


class PhoneSession:
    """One chat on one phone, written to `out`.

    `settle()` returns when the bot has handled every update and sent what it had to. `advance(span)` lets
    time pass and returns when everything that fell due was sent. Colours are used on a terminal only, not if
    NO_COLOR is set.
    """

    def __init__(
        self,
        telegram: Telegram,
        user: User,
        settle: Settle,
        advance: Advance,
        out: TextIO,
        *,
        zone: tzinfo = UTC,
    ) -> None:
        self._telegram = telegram
        self._user = user
        self._settle = settle
        self._advance = advance
        self._out = out
        self._on_tty = out.isatty()
        self._screen = Screen(self._on_tty and not os.environ.get("NO_COLOR"), zone)
        self._news = News(telegram, user, self._screen, self._noticed)
        self._phones = {user.id: self._news}
        self._at_prompt = False
        self._redraw: asyncio.Handle | None = None

    async def run(self, source: TextIO | Iterable[str]) -> int:
        """Plays a script, or what a person types if `source` is a terminal. Gives the exit status."""
        if self._on_tty and isinstance(source, TextIOBase) and source.isatty():
            self._print(HELP.split("\n"))
            await self._play(typed(), echo=False)
        else:
            await self._play(scripted(source), echo=True)
        return 0

    async def step(self, line: str) -> bool:
        """Does what one line says and prints what appeared. False when the line ends the session."""
        self._print(self._news.taken())
        meaning = understood(line, _is_file)
        if meaning is None:
            return True
        self._news.expected = not isinstance(meaning, Wait)
        try:
            going_on = await self._do(meaning)
            self._print(self._news.taken())
        finally:
            for news in self._phones.values():
                news.expected = False
        return going_on

    async def _play(self, lines: AsyncIterator[str], *, echo: bool) -> None:
        self._at_prompt = not echo
        async for written in lines:
            self._at_prompt = False
            line = _without_surrogates(written)
            if echo and line:
                self._print([*self._news.taken(), PROMPT + line])
            if not await self.step(line):
                return
            self._at_prompt = not echo
        self._at_prompt = False
        if not echo:
            # The end of input leaves the cursor behind the prompt.
            self._print([""])

    async def _do(self, meaning: Meaning) -> bool:
        """Acts as the person, waits for the bot; False for the end."""
        try:
            match meaning:
                case Quit():
                    return False
                case ShowHelp():
                    self._print(HELP.split("\n"))
                case ShowPinned():
                    self._print(self._pinned())
                case Puzzled(hint):
                    self._complain(hint)
                case Become() | SpeakLanguage():
                    self._change(meaning)
                case Find(words, choose):
                    await self._find(words, choose)
                case Wait(span):
                    await self._wait(span)
                case Press(button, message):
                    await self._press(button, message)
                case _:
                    self._write(meaning)
                    await self._settle()
        except ValueError as impossible:
            self._complain(str(impossible))
        return True

    def _write(self, meaning: Say | Reply | Edit | SendFile | SharePlace) -> None:
        match meaning:
            case Say(text):
                self._telegram.user_sends(self._user, text)
            case Reply(message, text):
                self._telegram.user_sends(self._user, text, reply_to=message)
            case Edit(message, text):
                self._telegram.user_edits(self._user, message, text)
            case SharePlace(latitude, longitude):
                place = {"latitude": latitude, "longitude": longitude}
                self._telegram.user_sends_content(self._user, {"location": place})
            case SendFile(path):
                file = Path(path).expanduser()
                self._telegram.user_sends_file(self._user, file.name, _content(file))

    async def _wait(self, span: timedelta) -> None:
        if span > LONGEST_WAIT:
            raise ValueError(f"at most {LONGEST_WAIT.days} days at once")
        await self._advance(span)
        await self._settle()

    async def _press(self, number: int, message_id: int | None) -> None:
        body = self._with_keyboard(message_id)
        button = self._telegram.button(body, number)
        if "callback_data" not in button:
            await self._open(button)
            return
        tap = self._telegram.user_taps(self._user, body, number)
        await self._settle()
        if not tap.answered:
            self._print(
                [*self._news.taken(), self._screen.remark("(the button still spins: no answer came)")]
            )

    async def _open(self, button: Json) -> None:
        """A link to this bot starts it, as a tap does; what else leads away is only told."""
        start = start_behind(self._telegram, button["url"]) if "url" in button else None
        if start is None:
            self._print([self._screen.remark(what_it_does(button))])
            return
        self._telegram.user_sends(self._user, start)
        await self._settle()

    async def _find(self, words: str, choose: int | None) -> None:
        asked = self._telegram.user_asks(self._user, words)
        await self._settle()
        if choose is None:
            self._print(results(asked, self._screen))
            return
        body = self._telegram.user_chooses(asked, choose)
        await self._settle()
        self._print(self._screen.message(body, self._telegram.now()))

    def _change(self, phone: Become | SpeakLanguage) -> None:
        if isinstance(phone, Become):
            self._become(phone.name)
        else:
            self._user = self._telegram.speaks(self._user, phone.language)

    def _become(self, name: str) -> None:
        """Another phone: what came there meanwhile is shown on it, what comes here waits."""
        self._user = person(self._telegram, name)
        if self._user.id not in self._phones:
            self._phones[self._user.id] = News(self._telegram, self._user, self._screen, self._noticed)
        self._news = self._phones[self._user.id]
        self._print([self._screen.remark(f"({self._user.first_name}'s phone)")])

    def _pinned(self) -> list[str]:
        chat = self._telegram.chat(self._user.id)
        if not chat.pinned:
            raise ValueError("nothing is pinned")
        return self._screen.message(chat.messages[chat.pinned[-1]].body, self._telegram.now(), PINNED)

    def _with_keyboard(self, message_id: int | None) -> Json:
        messages = self._telegram.chat(self._user.id).messages
        if message_id is None:
            message_id = max(
                (found.id for found in messages.values() if any(buttons(found.body))), default=None
            )
            if message_id is None:
                raise ValueError("there is no keyboard to press a button of")
        if message_id not in messages:
            raise ValueError(f"there is no message {message_id}")
        return messages[message_id].body

    def _noticed(self) -> None:
        """Something happened: at the prompt it is drawn at once, above the line being typed."""
        if self._at_prompt and self._redraw is None:
            self._redraw = asyncio.get_running_loop().call_soon(self._draw_above_prompt)

    def _draw_above_prompt(self) -> None:
        self._redraw = None
        bell = "\a" if self._news.rang() else ""
        lines = self._news.taken()
        if not lines:
            return
        if not self._at_prompt:
            self._print(lines)
            return
        self._out.write("\r\x1b[K" + bell + "\n".join(lines) + "\n" + PROMPT + half_typed())
        self._out.flush()

    def _complain(self, why: str) -> None:
        self._print([self._screen.remark(f"! {why}")])

    def _print(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._out.write(line + "\n")
        self._out.flush()


def _is_file(path: str) -> bool:
    try:
        return Path(path).expanduser().is_file()
    except (OSError, RuntimeError, ValueError):
        return False


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        raise ValueError(f"there is no file {file} to send") from None


def _without_surrogates(line: str) -> str:
    """A pipe may bring bytes that are no text; Telegram would never carry them."""
    return line.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
