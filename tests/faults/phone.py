"""One athlete's phone before a bot in another process: act, then wait until the chat shows what must come.

It reads what an athlete can see, and the ledger of calls; nothing of the bot's own.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.callbacks import ChangeRest, LogSet, decode
from bot.terminal.faults import Barrier
from bot.terminal.ledger import Call
from bot.terminal.people import Message, User
from bot.terminal.server import Telegram
from bot.terminal.world import Tap

LONGEST_S = 20.0

LIFTS = "squat 140 bench 100 dead 180 row 90"
ONBOARDING = (
    ("size", "Size: bigger muscles", "2/7"),
    ("yes", "Yes", "3/7"),
    ("kg", "kg", "4/7"),
    (LIFTS, "", "How recent"),
    ("recent", "Last 8 weeks", "5/7"),
    ("full gym", "Full gym", "6/7"),
    ("4", "4", "7/7"),
    ("none", "None of these", "All set"),
)
"""What somebody answers in words, with which button (none: only words do), and what then must be asked."""
FIRST_SET = (0, 1)

Slot = tuple[int, int]
"""The place of a set in its workout: the exercise's index from 0, the set's number from 1."""


@dataclass
class Phone:
    """A phone with a private chat with the bot. Every `until_…` fails after `patience_s` real seconds."""

    telegram: Telegram
    user: User
    typed: list[str] = field(default_factory=list)
    patience_s: float = LONGEST_S

    @property
    def messages(self) -> list[Message]:
        """The bot's messages as they look now, oldest first."""
        chat = self.telegram.chats[self.user.id]
        return [message for message in chat.messages.values() if message.sender_id != self.user.id]

    @property
    def newest(self) -> Message:
        """The bot's newest message."""
        return self.messages[-1]

    @property
    def screen(self) -> str:
        """The whole chat for a failure's report."""
        chat = self.telegram.chats[self.user.id]
        return "\n".join(
            f"{message.id} {message.sender_id} {text(message)!r} {labels(message)}"
            for message in chat.messages.values()
        )

    def say(self, words: str, reply_to: Message | None = None) -> int:
        """Send a message; its id."""
        self.typed.append(words)
        reply = None if reply_to is None else reply_to.id
        return int(self.telegram.user_sends(self.user, words, reply)["message_id"])

    def tap(self, label: str, message: Message | None = None) -> Tap:
        """Press the first button whose label contains some words; on the newest message that has it."""
        for found in reversed(self.messages) if message is None else [message]:
            for shown in labels(found):
                if label in shown:
                    return self.telegram.user_taps(self.user, found.id, shown)
        raise AssertionError(f"no button {label!r} on:\n{self.screen}")

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        try:
            await self.telegram.until(holds, self.patience_s)
        except TimeoutError:
            raise AssertionError(f"{what} never came; the chat:\n{self.screen}") from None

    async def until_shown(self, words: str, since: int = 0) -> Message:
        """Wait until a message after the first `since` ones shows some words; that message."""

        def found() -> list[Message]:
            return [message for message in self.messages[since:] if words in text(message)]

        await self.until(lambda: bool(found()), repr(words))
        return found()[-1]

    async def until_answered(self, tap: Tap) -> None:
        """Wait until a pressed button doesn't spin any more."""
        await self.until(lambda: tap.answered, f"an answer to the tap {tap.data}")

    async def until_card(self, slot: Slot, count: int = 1) -> Message:
        """Wait until so many messages came as the card of a set; the newest of them."""
        await self.until(lambda: len(self.cards(slot)) >= count, f"card {count} of {slot}")
        return [message for message in self.messages if slot in asked_slots(message.body)][-1]

    async def finish(self) -> str:
        """`/finish`; the recap, which the ringer sends after everything that was due before."""
        self.say("/finish")
        return text(await self.until_shown("Done · "))

    async def until_idle(self) -> None:
        """Ask for help: a lane keeps its order, so its answer means that all before is done and marked."""
        asked = self.say("/help")
        await self.until(lambda: any("/undo" in text(one) for one in self.messages if one.id > asked), "help")

    async def until_logged(self, slot: Slot) -> Message:
        """Wait until the card of a set shows its result and the rest."""

        def shown() -> list[Message]:
            found = [message for message in self.messages if slot in presses(message.body, ChangeRest)]
            return [message for message in found if "✓" in text(message)]

        await self.until(lambda: bool(shown()), f"the result of {slot}")
        return shown()[-1]

    def cards(self, slot: Slot) -> list[Call]:
        """The calls that brought a card of a set as a message of its own."""
        return [call for call in self.sends() if slot in asked_slots(call.params)]

    def sends(self, *, loud: bool = False) -> list[Call]:
        """The messages that came into this chat; `loud` ones rang."""
        calls = self.telegram.ledger.calls("sendMessage", self.user.id)
        return [
            call
            for call in calls
            if call.applied and not (loud and call.params.get("disable_notification", False))
        ]

    async def onboard(self) -> None:
        """From `/start` to the profile, by buttons where there are any: edits need not be paced."""
        self.say("/start")
        await self.until_shown("1/7")
        for words, label, asks in ONBOARDING:
            self.answer(words, label)
            await self.until_shown(asks)

    def answer(self, words: str, label: str) -> None:
        """Answer a question by its button, or in words where it has none."""
        if label:
            self.tap(label)
        else:
            self.say(words)

    async def train_now(self) -> Message:
        """The shortest way to a first card: `/start`, Train now, nothing to mind, Start."""
        self.say("/start")
        await self.until_shown("1/7")
        for label in ("Train now", "None of these", "▶ Start"):
            await self.until_button(label)
            await self.until_answered(self.tap(label))
        return await self.until_card(FIRST_SET)

    async def until_button(self, label: str) -> Message:
        """Wait until a message has a button; the newest one with it."""

        def found() -> list[Message]:
            return [message for message in self.messages if any(label in shown for shown in labels(message))]

        await self.until(lambda: bool(found()), f"button {label}")
        return found()[-1]

    async def begin_workout(self) -> Message:
        """`/plan hypertrophy`, Start; the first set's card."""
        self.say("/plan hypertrophy")
        await self.until_shown("4 × 10 @ 80 kg")
        await self.until_answered(self.tap("▶ Start"))
        return await self.until_card(FIRST_SET)


async def any_reached(*barriers: Barrier) -> None:
    """Wait until one of some paused calls has come."""
    waits = [asyncio.ensure_future(barrier.reached()) for barrier in barriers]
    reached, _ = await asyncio.wait(waits, timeout=LONGEST_S, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    assert reached, "none of the paused calls was made"


def text(message: Message) -> str:
    """What a message says now."""
    return str(message.body.get("text", ""))


def labels(message: Message) -> list[str]:
    """The labels of a message's buttons."""
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def presses(body: Mapping[str, Any], kind: type[LogSet | ChangeRest]) -> list[Slot]:
    """The sets that a message's (or a call's) buttons of one kind are about."""
    rows = (body.get("reply_markup") or {}).get("inline_keyboard", [])
    found = (decode(button.get("callback_data", "")) for row in rows for button in row)
    return [(press.exercise_index, press.set_number) for press in found if isinstance(press, kind)]


def asked_slots(body: Mapping[str, Any]) -> list[Slot]:
    """The sets that can be logged by a message's (or a call's) buttons."""
    return presses(body, LogSet)
