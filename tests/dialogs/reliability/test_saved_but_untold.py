"""The disk fills between a set and the note of its card: the set stands once, and nobody sends it again."""

from __future__ import annotations

from typing import Any

import pytest

from core.coach.workout import ringing
from core.store.port import StoreUnavailable
from tests.dialogs.stage import Stage


@pytest.fixture
def full(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The writes of a card that still fail."""
    left = ["disk full"]
    run = stage.room.store.run

    async def full_for_cards(use_case: Any, *args: Any) -> Any:
        if use_case is ringing.card_sent and left:
            raise StoreUnavailable(left.pop())
        return await run(use_case, *args)

    monkeypatch.setattr(stage.room.store, "run", full_for_cards)
    return left


async def test_a_set_that_is_saved_is_not_asked_for_again(stage: Stage, full: list[str]) -> None:
    await stage.hears("/start", "bench 100x5")
    assert not full
    assert await stage.sets() == ["100×5"]
    stage.warned = {"an update is tried again"}
    assert not any("Not saved" in str(message.body["text"]) for message in stage.bot_messages)
