"""How the bot and the drawing process speak over pipes: a length, then JSON; an answer ends with bytes.

Numbers are big-endian and four bytes long. Neither side ever runs what it reads.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from bot.charts.pictures import Picture

SCRATCH = "spotter-charts-"  # how the folder is called that a drawing process may write to
LENGTH_BYTES = 4
LARGEST_ASK = 2_000_000
LARGEST_ANSWER = 10_000_000  # what Telegram takes as a photo


@dataclass(frozen=True, slots=True)
class WhichZone:
    """Ask for the time zone of a place, in degrees."""

    latitude: float
    longitude: float
    kind: Literal["zone"] = "zone"


Ask = Picture | WhichZone
_ASKS: TypeAdapter[Ask] = TypeAdapter(Annotated[Ask, Field(discriminator="kind")])


def written(ask: Ask) -> bytes:
    """The JSON of a picture or question; the same one for the same picture."""
    return json.dumps(asdict(ask), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def read(body: bytes) -> Ask:
    """What was asked. Raises ValueError for anything else."""
    return _ASKS.validate_json(body)


def framed(body: bytes) -> bytes:
    """A body with its length in front."""
    return len(body).to_bytes(LENGTH_BYTES, "big") + body
