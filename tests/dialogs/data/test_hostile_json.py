"""A JSON of ours that somebody has had their hands in: nothing raises, what is refused leaves no trace."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.importing.__main__ import answer
from bot.importing.wire import Ask, verdict_of
from core.imports import LARGEST_BYTES, Told
from core.model.imported import NotRead
from core.model.importing import Summary
from core.store import erasing
from tests.dialogs.data.test_json_round_trip import TRAINED, comparable, exported, forgotten, sent_back
from tests.dialogs.stage import Stage

ASK = Ask(Told(), date(2026, 3, 20))
HOSTILE = (
    None, True, -1, 0, 7, 10**6, 10**400, 1e308, -0.5, "", "x", "own_1", "back_squat", "<b>&", "a" * 3_000,
    "\0", "\ud800", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2026-03-02T10:00:00", "²", "NaN",
    [], {}, [[]], {"g": 10**8, "unit": "kg"}, {"g": -1, "unit": "stone"},
)  # fmt: skip
Place = tuple[str | int, ...]


def places(value: Any, here: Place = ()) -> Iterator[Place]:
    """The way to every value in a document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield (*here, step)
        yield from places(inner, (*here, step))


def changed(whole: dict[str, Any], place: Place, value: object) -> dict[str, Any]:
    """The document with one value put in place of another."""
    spoilt = copy.deepcopy(whole)
    *way, last = place
    holder: Any = spoilt
    for step in way:
        holder = holder[step]
    holder[last] = value
    return spoilt


def read(content: bytes) -> Summary | NotRead:
    return verdict_of(b"".join(answer(ASK, content)).split(b"\n")[0])


def of_each_kind(found: list[Place], most: int, dice: random.Random) -> Iterator[Place]:
    """So many of the places that only their numbers tell apart: the weight of some set, of some workout."""
    kinds: dict[Place, list[Place]] = {}
    for place in found:
        kinds.setdefault(tuple(0 if isinstance(step, int) else step for step in place), []).append(place)
    for alike in kinds.values():
        yield from dice.sample(alike, min(most, len(alike)))


@pytest.mark.parametrize(
    "most", [2, pytest.param(1_000, marks=pytest.mark.faults)], ids=["some", "every_place"]
)
async def test_each_value_made_hostile_is_refused_by_its_place_or_harmless(
    stage: Stage, tmp_path: Path, most: int
) -> None:
    await stage.hears(*TRAINED)
    whole = await exported(stage)
    dice = random.Random(54)
    taken = []
    for place in of_each_kind(list(places(whole)), most, dice):
        spoilt = changed(whole, place, dice.choice(HOSTILE))
        told = read(json.dumps(spoilt).encode())
        if isinstance(told, Summary):
            taken.append(spoilt)
    assert len(taken) > 20
    for spoilt in dice.sample(taken, 3):
        await forgotten(stage)
        await stage.hears(sent_back(tmp_path, spoilt), "[Import]")
        await stage.hears("/history", "/records", "/max", "/routines", "/exercises", "/progress", "/export")
        assert (await stage.read(erasing.row_counts))["import"] == 1
    stage.is_clean()


@pytest.mark.parametrize(
    "content",
    [
        b"{", b"[]", b"{}", b"[" * 100_000, b'{"a":' * 100_000, b'{"format": NaN}', b'{"format": 1e309}',
        b'{"format": "spotter-export", "version": 1, "workouts": 1e309}',
        b'{"format": "spotter-export", "version": 1, "workouts": ' + b"[" * 50 + b"]" * 50 + b"}",
        b'{"format": "spotter-export", "version": 1, "workouts": ' + b"9" * 10_000 + b"}",
        b'{"format": "spotter-export", "version": 1, "workouts": null}',
        b'{"format": "spotter-export", "version": 1, "workouts": ["\\ud800"]}',
        b"{" + b" " * LARGEST_BYTES,
        b'{"format": "spotter-export", "version": 1, "workouts": [' + b"{}," * 20_000 + b"{}]}",
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_export_at_all_is_refused(content: bytes) -> None:
    assert isinstance(read(content), NotRead)


@pytest.mark.parametrize("foreign", ["own_4711", "nothing_we_know", "__class__"])
async def test_an_exercise_of_somebody_else_is_not_known(stage: Stage, foreign: str) -> None:
    await stage.hears("/log squat 100x5", "/finish")
    whole = await exported(stage)
    place = ("workouts", 0, "sets", 0, "exercise_id")
    told = read(json.dumps(changed(whole, place, foreign)).encode())
    assert isinstance(told, NotRead)
    assert told.troubles[0].cell == "workouts[0].sets[0].exercise_id"


async def test_two_sets_in_one_place_are_refused(stage: Stage) -> None:
    await stage.hears("/log squat 100x5 100x5", "/finish")
    whole = await exported(stage)
    told = read(json.dumps(changed(whole, ("workouts", 0, "sets", 1, "set_number"), 1)).encode())
    assert isinstance(told, NotRead)
    assert told.troubles[0].cell == "workouts[0].sets[1].set_number"


async def test_a_year_of_training_comes_back_whole(stage: Stage, tmp_path: Path) -> None:
    await stage.hears(*TRAINED)
    whole = await exported(stage)
    week = whole["workouts"]
    whole["workouts"] = [
        _earlier(one, timedelta(weeks=back)) for back in range(52, -1, -1) for one in week
    ]
    await forgotten(stage)
    heard = await stage.hears(sent_back(tmp_path, whole))
    assert f"{53 * len(week)} workouts" in heard
    await stage.hears("[Import]")
    assert comparable(await exported(stage)) == comparable(whole)


def _earlier(workout: dict[str, Any], by: timedelta) -> dict[str, Any]:
    """The same workout, so much earlier."""
    moved = copy.deepcopy(workout)
    for told in (moved, *moved["sets"]):
        for key in ("started_at", "finished_at", "logged_at", "trained_on"):
            if key not in told:
                continue
            day = date.fromisoformat(told[key][:10]) - by
            told[key] = day.isoformat() + told[key][10:]
    return moved
