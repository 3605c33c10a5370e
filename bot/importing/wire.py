"""What goes to the reading process and comes back: lines of JSON, the file's bytes behind the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from core.imports.reading import Told
from core.model.exported import ExportedHead, ExportedWorkout
from core.model.imported import ImportedWorkout, NotRead
from core.model.importing import Summary
from core.model.own_exercise import Kit, Trains


@dataclass(frozen=True, slots=True)
class OwnName:
    """One of the athlete's own exercises, as their file may name it."""

    exercise_id: str
    name: str
    trains: Trains
    kit: Kit


@dataclass(frozen=True, slots=True)
class Ask:
    """What the reading process must know: what was told of the file, the last day there can be.

    `maxima` are the athlete's 1RMs in grams by exercise, which weights are held against.
    """

    told: Told
    last_day: date
    own: tuple[OwnName, ...] = ()
    maxima: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The first line of an answer: one of the two."""

    summary: Summary | None = None
    refused: NotRead | None = None


Body = ImportedWorkout | ExportedHead | ExportedWorkout
_ASKS = TypeAdapter(Ask)
_VERDICTS = TypeAdapter(Verdict)
_BODIES: TypeAdapter[Body] = TypeAdapter(Body)


def asking(ask: Ask) -> bytes:
    """The first line of the question; the file's bytes follow it."""
    return _ASKS.dump_json(ask) + b"\n"


def asked(line: bytes) -> Ask:
    """What `asking` wrote."""
    return _ASKS.validate_json(line)


def answered(told: Summary | NotRead, bodies: Iterable[Body]) -> Iterator[bytes]:
    """The answer line by line: the verdict, then each workout; first what our own JSON has beside them."""
    verdict = Verdict(summary=told) if isinstance(told, Summary) else Verdict(refused=told)
    yield _VERDICTS.dump_json(verdict)
    for body in bodies:
        yield b"\n"
        yield _BODIES.dump_json(body)


def verdict_of(line: bytes) -> Summary | NotRead:
    """The first line of an answer. ValueError for anything else."""
    verdict = _VERDICTS.validate_json(line)
    told = verdict.summary or verdict.refused
    if told is None:
        raise ValueError("an answer without a verdict")
    return told
