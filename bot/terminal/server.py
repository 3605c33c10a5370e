"""`Telegram`: the strict Bot API in memory. It checks a call, plays it, writes it down and answers.

People act through the methods it inherits from `player.py`. Over HTTP it is served by the fault tests; in
the same process by `request.py`. Valid methods that nobody plays are refused with "method X is not played by
this phone".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.terminal import (
    play_chats,
    play_edits,
    play_files,
    play_gestures,
    play_inline,
    play_messages,
    play_profile,
    play_updates,
)
from bot.terminal.faults import Fault, FaultScript
from bot.terminal.ledger import Call, Ledger
from bot.terminal.people import User
from bot.terminal.play_messages import Play
from bot.terminal.player import PlayedWorld
from bot.terminal.validation import check_call
from bot.terminal.wire import Answer, Refused, Upload, bad_request, refusal, success

TOKEN = "1000001:spotter-in-the-terminal-has-no-secret"
PLAYED: Mapping[str, Play] = {
    **play_messages.PLAYED,
    **play_edits.PLAYED,
    **play_gestures.PLAYED,
    **play_inline.PLAYED,
    **play_files.PLAYED,
    **play_profile.PLAYED,
    **play_chats.PLAYED,
    **play_updates.PLAYED,
}


class Telegram(PlayedWorld):
    """One Telegram with one bot on it.

    `now` is the clock that dates messages and ages taps and updates (long polls wait in real seconds).
    `ledger` has every call, `faults` takes orders for trouble, `unanswered()` lists buttons that still spin.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        token: str = TOKEN,
        bot_name: str = "Spotter",
        bot_username: str = "spotter_coach_bot",
        first_update_id: int = 700_000_001,
        ledger_limit: int | None = None,
    ) -> None:
        me = User(int(token.partition(":")[0]), bot_name, bot_username, is_bot=True)
        super().__init__(now, me, first_update_id)
        self.token = token
        self.ledger = Ledger(ledger_limit)
        self.faults = FaultScript()

    async def call(
        self, method: str, given: Mapping[str, object], uploads: Mapping[str, Upload] | None = None
    ) -> Answer:
        """Answers one call of the bot's. `given` as in `check_call`. Raises `Lost` if a test ordered that."""
        chat_id = _chat_id(given)
        call = self.ledger.open(self.now(), method, chat_id, dict(given))
        barriers = self.faults.next_barriers(method, chat_id)
        for barrier in barriers:
            if not barrier.applied:
                await barrier.hold()
        fault = self.faults.next_fault(method, chat_id)
        answer = await self._outcome(call, given, uploads or {}, fault)
        for barrier in barriers:
            if barrier.applied:
                await barrier.hold()
        if fault is not None and fault.lose is not None:
            self._changes.notify()
            raise fault.lose.lost()
        call.answered = True
        self._changes.notify()
        return answer

    def download(self, path: str) -> Answer | bytes:
        """The content of a file behind the path that `getFile` gave, or the refusal."""
        stored = self.files.download(path)
        return self.no_such_place() if stored is None else stored.content

    def no_such_place(self) -> Answer:
        """The answer to an address that leads nowhere."""
        return refusal(Refused(404, "Not Found"))

    def unauthorized(self) -> Answer:
        """The answer to a call with another token."""
        return refusal(Refused(401, "Unauthorized"))

    async def _outcome(
        self, call: Call, given: Mapping[str, object], uploads: Mapping[str, Upload], fault: Fault | None
    ) -> Answer:
        call.scripted = fault is not None
        if fault is not None and fault.refused is not None:
            answer = refusal(fault.refused)
        elif fault is not None and fault.lose is not None and not fault.lose.applied:
            call.description = fault.lose.value
            return success(None)
        else:
            answer = await self._play(call, given, uploads)
        call.status = answer.status
        call.description = answer.body.get("description")
        return answer

    async def _play(self, call: Call, given: Mapping[str, object], uploads: Mapping[str, Upload]) -> Answer:
        try:
            method, params = check_call(call.method, given, _joined(given, uploads))
            call.method, call.params = method.name, params
            params = {name: _attached(value, uploads) for name, value in params.items()}
            if method.name == "getUpdates":
                outcome: object = await play_updates.get_updates(self, params)
            elif method.name in PLAYED:
                outcome = PLAYED[method.name](self, params)
            else:
                raise bad_request(f"method {method.name} is not played by this phone")
        except Refused as refused:
            return refusal(refused)
        call.applied = True
        return success(outcome)


def _chat_id(given: Mapping[str, object]) -> int | None:
    try:
        return int(str(given.get("chat_id", "")))
    except ValueError:
        return None


def _joined(given: Mapping[str, object], uploads: Mapping[str, Upload]) -> dict[str, Upload]:
    """Uploads by the parameter they belong to: parts named so, and parts that it attaches by name."""
    joined = dict(uploads)
    for name, value in given.items():
        upload = _attached(value, uploads)
        if isinstance(upload, Upload):
            joined[name] = upload
    return joined


def _attached(value: object, uploads: Mapping[str, Upload]) -> object:
    """`attach://part`, at any depth, as the upload it names."""
    match value:
        case str() if value.startswith("attach://"):
            return uploads.get(value.removeprefix("attach://"), value)
        case list():
            return [_attached(item, uploads) for item in value]
        case dict():
            return {key: _attached(item, uploads) for key, item in value.items()}
        case _:
            return value
