from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.timers.bringing import Bringer
from core.model.workout import LoggedSet
from core.store import logged_sets
from core.store.port import Tx
from tests.walks.machine import Walk
from tests.walks.running import run_walks

SEED = 20260302


def finds(words: str, walks: int) -> bool:
    """Whether one of so many walks ends in such a disagreement; with further seeds where one finds none."""
    return any(words in wrong for more in range(3) for wrong in run_walks(walks, SEED + more).wrong)


def test_a_few_walks_end_in_agreement() -> None:
    walked = run_walks(6, SEED + 1, steps=12)
    assert walked.wrong == []
    assert walked.walks == 6


@pytest.mark.faults
def test_some_walks_end_in_agreement() -> None:
    """A first part of `python -m benchmarks.random_walks`."""
    walked = run_walks(16, SEED)
    assert walked.wrong == []
    assert walked.walks == 16


def corrected_once() -> list[str]:
    """What is wrong in a walk of three steps: two sets, and an edit of the message that logged the second."""
    heard: list[str] = []

    class Heard(Walk):
        def disagrees(self, wrong: list[str]) -> None:
            heard.extend(wrong)

    walk = Heard()
    try:
        walk.begins(together=False, opens=1)
        walk.types(which=0, text="100x5")
        walk.edits(which=0, text="100x8")
    finally:
        walk.teardown()
    return heard


def test_a_correction_that_is_told_and_not_kept_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walks can fail. The bug is sown in the one function that every correction passes."""

    def forgetful(tx: Tx, athlete_id: int, done: LoggedSet) -> None:
        """Writes nothing."""

    assert corrected_once() == []
    monkeypatch.setattr(logged_sets.correct_set, "__code__", forgetful.__code__)
    assert "'100x8' got its 👍, but [5] stand in its place" in corrected_once()


def test_a_set_logged_with_other_reps_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    keep = logged_sets.add_sets

    def careless(
        tx: Tx, athlete_id: int, sets: Sequence[LoggedSet], *, typed: tuple[int, int] | None = None
    ) -> tuple[LoggedSet, ...]:
        return keep(tx, athlete_id, [replace(one, reps=one.reps + 13) for one in sets], typed=typed)

    monkeypatch.setattr("core.coach.workout.lifting.add_sets", careless)
    assert finds("did this to the sets", 4)


def test_a_card_that_comes_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    once = Bringer._brought

    async def twice(self: Bringer, *told: Any, **more: Any) -> int | None:
        for _ in range(3):
            await once(self, *told, **more)
        return await once(self, *told, **more)

    monkeypatch.setattr(Bringer, "_brought", twice)
    assert finds("messages", 8)
