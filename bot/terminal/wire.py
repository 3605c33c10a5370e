"""What crosses the wire between a bot and this Telegram: calls, answers, uploads, refusals and lost answers.

Nothing here decides anything. The rules are in `validation.py` and `keyboards.py`, the methods in
`play_*.py`.

    Refused   Telegram answers with an error (400, 403, 404, 409 ...): the bot gets to read why
    Lost      no answer arrives: a time-out or a reset connection, before or after the call took effect
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class Refused(Exception):
    """Telegram's refusal, in Telegram's words."""

    def __init__(self, status: int, description: str, parameters: Mapping[str, int] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = dict(parameters or {})


def bad_request(why: str) -> Refused:
    """The commonest refusal: 400 with `why` behind Telegram's prefix."""
    return Refused(400, f"Bad Request: {why}")


class Lost(Exception):
    """The answer never arrives: a time-out, a broken connection (`reset`) or half an answer (`half`)."""

    def __init__(self, *, reset: bool = False, half: bool = False) -> None:
        super().__init__("connection reset" if reset else "timed out")
        self.reset = reset
        self.half = half


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a bot uploads it."""

    name: str
    content: bytes = field(repr=False)
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Answer:
    """What Telegram answers: the HTTP status and the JSON body."""

    status: int
    body: Json

    @property
    def ok(self) -> bool:
        return bool(self.body.get("ok"))

    def encoded(self) -> bytes:
        return json.dumps(self.body).encode()


def success(outcome: object) -> Answer:
    """The answer to a call that was done."""
    return Answer(200, {"ok": True, "result": outcome})


def refusal(refused: Refused) -> Answer:
    """The answer to a call that was refused."""
    body: Json = {"ok": False, "error_code": refused.status, "description": refused.description}
    if refused.parameters:
        body["parameters"] = refused.parameters
    return Answer(refused.status, body)
