"""The random walk: a hypothesis state machine over the real bot, its real file, and the strict Telegram.

After every step the chat and the database must agree (`agreement.py`) and the sets be accounted for
(`accounts.py`). Numbers are drawn and wrapped, never "one of what there is": a walk draws the same again
whatever the bot answered.
"""

from __future__ import annotations

import asyncio
import logging
import re
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from bot.callbacks import AddLate, LogSet, ReadAs, ReadSets, decode
from bot.terminal.message_kinds import KINDS
from bot.terminal.people import User
from core.units import Load
from tests.walks.accounts import Change, Says, chosen, half_said, standing, taken_back, typed_in
from tests.walks.agreement import Agreement, presses
from tests.walks.lifter import Gym, Shown
from tests.walks.readable import Budget
from tests.walks.words import COMMANDS, SAID, SET_SAID

NEXT = re.compile(r"(?:(?:Next|Now): (?:[^\n,]+, )?|You're at [^\n:]+: )([\d.]+) (kg|lb) × (\d+)")

WHICH = st.integers(0, 9999)
SECONDS = st.sampled_from((1, 5, 11, 30, 60, 61, 90, 120, 180, 300, 900, 3700, 5 * 3600))
AWAY = st.sampled_from((0, 0, 1, 60, 200, 900, 4000, 20000))
KIND = st.sampled_from(tuple(KINDS))
MOST_MESSAGES_A_STEP = 3
MOST_IN_HOURS = 4
"""In hours that pass a free workout's overview, its bell, the question and the recap may all come."""


class Warnings(logging.Handler):
    """Keeps what the bot logs as a warning or worse: nothing may go wrong unseen."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(self.format(record))


class Walk(RuleBasedStateMachine):
    """One evening in the gym, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="spotter-walk-")
        self._runner = asyncio.Runner()
        self._warnings = Warnings()
        logging.getLogger().addHandler(self._warnings)
        self.gym: Gym
        self.steps = 0
        self.budget = Budget()

    @initialize(together=st.sampled_from((False, False, False, True)), opens=st.integers(0, 5))
    def begins(self, together: bool, opens: int) -> None:
        """The lifters arrive; mostly a planned workout is started, sometimes a free one, or none."""
        path = Path(self._folder.name) / "spotter.db"
        self.gym = self._runner.run(Gym.open(path, together=together))
        self.agreement = Agreement(self.gym)
        self.before = {who.id: {} for who in self.gym.people}
        if opens == 0:
            return
        for who in self.gym.people:
            words = "/log squat 100x5" if opens == 1 else "/plan"
            self._does(who, words, lambda who=who, words=words: self.gym.sends(who, words), text=words)
            if opens > 1:
                start = self.gym.newest_buttons()[0]
                self._does(
                    who,
                    f"#{start.message_id} {start.data}",
                    lambda: self.gym.presses(who, start),  # noqa: B023  # runs at once
                )

    @rule(which=WHICH, text=SAID)
    def types(self, which: int, text: str) -> None:
        who = self._who(which)
        if len(self.gym.people) > 1 and not text.startswith("/"):
            text = f"/log {text}"
        self._does(who, text, lambda: self.gym.sends(who, text), text=text)

    @rule(which=WHICH, text=SET_SAID)
    def replies(self, which: int, text: str) -> None:
        """To any message that stands."""
        numbers = list(self.gym.place.messages)
        if not numbers:
            return
        aim = numbers[-1 - which % min(len(numbers), 12)]
        who = self._who(which)
        self._does(who, f">{aim} {text}", lambda: self.gym.sends(who, text, aim), text=text)

    @rule(which=WHICH, text=SET_SAID)
    def replies_to_deleted(self, which: int, text: str) -> None:
        me = self.gym.telegram.me.id
        numbers = [one.id for one in self.gym.place.messages.values() if one.sender_id == me]
        if not numbers:
            return
        aim = numbers[-1 - which % min(len(numbers), 4)]
        who = self._who(which)
        what = f"(deletes {aim} and replies to it) {text}"
        self._does(who, what, lambda: self.gym.replies_to_deleted(who, text, aim), text=text)

    @rule(which=WHICH)
    def taps(self, which: int) -> None:
        """A button of the newest message that has any."""
        found = self.gym.newest_buttons()
        if found:
            self._presses(which, found[which % len(found)])

    @rule(which=st.integers(0, 3))
    def logs_as_asked(self, which: int) -> None:
        """The button that logs, on the card that stands: the set must stand then, just so."""
        for message in reversed(self.gym.place.messages.values()):
            found = [press for press in presses(message) if isinstance(press, LogSet)]
            if found:
                shown = [one for one in self.gym.newest_buttons() if decode(one.data) in found]
                if shown:
                    self._presses(which, shown[which % len(shown)])
                return

    @rule(which=WHICH)
    def taps_twice(self, which: int) -> None:
        found = self.gym.newest_buttons()
        if found:
            self._presses(which, found[which % len(found)], found[which % len(found)])

    @rule(which=WHICH, other=WHICH)
    def taps_two_at_once(self, which: int, other: int) -> None:
        found = self.gym.newest_buttons()
        if found:
            self._presses(which, found[which % len(found)], found[other % len(found)])

    @rule(which=WHICH)
    def taps_an_old_button(self, which: int) -> None:
        """Any button that was ever shown."""
        if self.gym.shown:
            self._presses(which, self.gym.shown[which % len(self.gym.shown)])

    @rule(which=WHICH, text=SET_SAID)
    def edits(self, which: int, text: str) -> None:
        """Any of one's own messages, also one edited before."""
        who = self._who(which)
        own = self.gym.own_messages(who)
        if not own:
            return
        aim = own[-1 - which % min(len(own), 8)]
        self._does(who, f"~{aim} {text}", lambda: self.gym.edits(who, aim, text), text=text, edited=aim)

    @rule(seconds=SECONDS)
    def waits(self, seconds: int) -> None:
        self._waits(seconds)

    @rule(seconds=AWAY)
    def restarts(self, seconds: int) -> None:
        who = self.gym.people[0]
        self._does(who, f"(the bot is away for {seconds} s)", lambda: self.gym.restarts(seconds), idle=True)

    @rule()
    def is_killed_before_the_answer(self) -> None:
        what = "(the bot is killed, and answers again)"
        self._does(self.gym.people[0], what, self.gym.answers_again)

    @rule(which=WHICH, kind=KIND)
    def sends_something_else(self, which: int, kind: str) -> None:
        if len(self.gym.people) == 1:
            content = KINDS[kind]()
            text = str(content.get("text", content.get("caption", ""))) or None
            who = self._who(which)
            self._does(who, f"({kind})", lambda: self.gym.sends_kind(who, kind), text=text)

    def teardown(self) -> None:
        """The evening ends: after a pause everything has settled, after a night nothing runs any more."""
        try:
            if hasattr(self, "gym"):
                try:
                    self._waits(15)
                    self._waits(9 * 3600)
                finally:
                    self._runner.run(self.gym.leaves())
        finally:
            logging.getLogger().removeHandler(self._warnings)
            self._runner.close()
            self._folder.cleanup()

    def _who(self, which: int) -> User:
        return self.gym.people[which % len(self.gym.people)]

    def _offered(self) -> frozenset[Says]:
        """The sets on buttons and told as the next: what is typed without a load, or as done, means one."""
        messages = self.gym.place.messages.values()
        shown = [press for message in messages for press in presses(message)]
        coming = [told for message in messages for told in NEXT.findall(str(message.body.get("text", "")))]
        nexts = (((Load.kg if unit == "kg" else Load.lb)(load), int(reps)) for load, unit, reps in coming)
        asked = (sets.entries for sets in shown if isinstance(sets, ReadSets))
        offered = {(one.load, one.reps) for one in shown if isinstance(one, LogSet | ReadAs | AddLate)}
        return frozenset(offered).union(nexts, ((one.load, one.reps) for read in asked for one in read))

    def _waits(self, seconds: int) -> None:
        self._does(self.gym.people[0], f"+{seconds}s", lambda: self.gym.waits(seconds), idle=True)

    def _presses(self, which: int, *pressed: Shown) -> None:
        """Mostly by whom they are for; who else presses changes nothing, and `accounts` would see it."""
        who = self._who(which)
        what = " and at once ".join(f"#{one.message_id} {one.data}" for one in pressed)
        self._does(who, what, lambda: self.gym.presses(who, *pressed), pressed=pressed)

    def _does(
        self,
        who: User,
        what: str,
        step: Callable[[], Awaitable[object]],
        *,
        text: str | None = None,
        pressed: tuple[Shown, ...] = (),
        idle: bool = False,
        edited: int | None = None,
    ) -> None:
        """One step, told as `what`, and then everything must agree. `idle`: only time passes."""
        sent_before, offered = self.gym.sent, self._offered()
        on_cards = {one.id: chosen(self.gym.file, one.id) for one in self.gym.people}
        half = {one.id: half_said(self.gym.file, one.id) for one in self.gym.people}
        self.steps += 1
        self.gym.chronicle.did(who, what)
        self._runner.run(step())
        wrong = self.agreement.misbehaved()
        wrong += [f"logged: {line}" for line in self._warnings.heard]
        sent = self.gym.sent - sent_before
        logged = 0
        for one in self.gym.people:
            after = standing(self.gym.file, one.id)
            file, before = self.gym.file, self.before[one.id]
            told = taken_back(file, one.id) | offered | on_cards[one.id]
            change = Change(before, after, typed_in(file, one.id), told)
            self.before[one.id] = after
            logged += len(change.came)
            if pressed:
                wrong.append(change.by_presses(*(decode(button.data) for button in pressed)))
            elif text is not None:
                takes_back = "undo" in text or text in COMMANDS
                said = f"{half[one.id]} {text}"
                wrong.append(change.by_words(said, takes_back=takes_back, edited=edited))
                if edited in self.agreement.nods:
                    wrong.append(change.by_nod(text, edited))
            else:
                wrong.append(change.by_nothing())
            wrong.append(change.doubled())
            wrong += self._runner.run(self.agreement.wrong(one))
        if sent > (MOST_IN_HOURS if idle else MOST_MESSAGES_A_STEP) * len(self.gym.people):
            wrong.append(f"{sent} messages at once")
        self.budget.step(sent, logged, asks=not idle)
        wrong.append(self.budget.wrong(self.gym.workouts_begun()))
        wrong = [line for line in wrong if line]
        if wrong:
            self.disagrees(wrong)

    def disagrees(self, wrong: list[str]) -> None:
        """The chat and the database do not agree: what is wrong, and how one came there."""
        raise AssertionError(self.told(wrong))

    def told(self, wrong: list[str]) -> str:
        """What is wrong, and the whole chat until then."""
        self.gym.chronicle.settle()
        return "\n".join([*wrong, *self.gym.chronicle.lines])
