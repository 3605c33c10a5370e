"""The process that reads one file: asked on its standard input, it answers on its output and ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace

from bot.importing.wire import Ask, answered, asked
from core.catalogue import catalogue
from core.coach.data.reading_exports import read_own_export
from core.coach.data.summarising import summary_of, summary_of_export
from core.imports import LARGEST_BYTES, is_json, read_body, read_table
from core.imports.body import Measures
from core.imports.decoding import Utf8, text_of
from core.model.imported import FileFault, LogFormat, NotRead
from core.model.own_exercise import own_exercise


def answer(ask: Ask, content: bytes) -> Iterator[bytes]:
    """What is in a file, or why it is not read."""
    text = text_of(content) if len(content) <= LARGEST_BYTES else NotRead(FileFault.TOO_LARGE)
    del content  # its text is enough of it
    if isinstance(text, NotRead):
        return answered(text, ())
    if is_json(text):
        return _export_answer(text, ask)
    body = read_body(text, ask.told, ask.last_day)
    if body is not None:
        return _body_answer(body)
    log = read_table(text, ask.told, ask.last_day)
    if isinstance(log, NotRead):
        return answered(log, ())
    own = (own_exercise(one.exercise_id, one.name, one.trains, one.kit) for one in ask.own)
    return answered(summary_of(log, catalogue().with_own(own), dict(ask.maxima)), log.workouts)


def _export_answer(text: Utf8, ask: Ask) -> Iterator[bytes]:
    returned = read_own_export(text, catalogue(), ask.last_day)
    told = returned if isinstance(returned, NotRead) else summary_of_export(returned)
    if isinstance(returned, NotRead) or isinstance(told, NotRead):
        return answered(told, ())
    return answered(told, (returned.head, *returned.workouts))


def _body_answer(body: Measures | NotRead) -> Iterator[bytes]:
    if isinstance(body, NotRead):
        return answered(body, ())
    returned, unmeasured = body
    told = summary_of_export(returned)
    if isinstance(told, NotRead):
        return answered(told, ())
    days = [one.measured_on for one in returned.head.measures]
    told = replace(
        told, format=LogFormat.FITNOTES, first_day=min(days), last_day=max(days), unmeasured=unmeasured
    )
    return answered(told, (returned.head,))


if __name__ == "__main__":
    os.nice(10)  # whoever logs a set comes first
    _ask = asked(sys.stdin.buffer.readline())
    try:
        sys.stdout.buffer.writelines(answer(_ask, sys.stdin.buffer.read()))
        sys.stdout.flush()
    except BrokenPipeError:  # the bot was killed; what is left of the answer goes nowhere, without a word
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
