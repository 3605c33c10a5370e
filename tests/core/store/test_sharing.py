"""Shared sessions as every engine keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from core.model.athlete import Goal
from core.model.routine import RoutineExercise
from core.model.sharing import KeptShare, SharedSession
from core.store import sharing
from core.store.port import Store
from tests.core.store.conftest import NOW

HELD = (RoutineExercise("bench_press", 4, 8, 1), RoutineExercise("barbell_row", pair=1))
KEPT = KeptShare(3, 7, "a" * 64, SharedSession(Goal.STRENGTH, HELD), NOW, NOW + timedelta(days=30))


async def test_a_share_comes_back_as_kept_by_its_hash_until_it_ends(store: Store) -> None:
    await store.run(sharing.add_share, KEPT)
    assert await store.read(sharing.share_by_hash, KEPT.token_hash, NOW) == KEPT
    assert await store.read(sharing.share_by_hash, "b" * 64, NOW) is None
    assert await store.read(sharing.share_by_hash, KEPT.token_hash, KEPT.expires_at) is None


async def test_only_its_owner_changes_or_ends_it(store: Store) -> None:
    await store.run(sharing.add_share, KEPT)
    later = KEPT.expires_at + timedelta(days=1)
    for athlete_id in (8, 7):
        await store.run(sharing.renew_share, athlete_id, KEPT.id, "c" * 64, later)
        await store.run(sharing.mark_given, athlete_id, KEPT.id, NOW)
        known = await store.read(sharing.shares_of, 7)
        changed = replace(KEPT, token_hash="c" * 64, expires_at=later, given_at=NOW)
        assert known == ((changed,) if athlete_id == 7 else (KEPT,))
    assert not await store.run(sharing.drop_share, 8, KEPT.id)
    assert await store.run(sharing.drop_share, 7, KEPT.id)
    assert await store.read(sharing.shares_of, 7) == ()


async def test_what_has_ended_is_cleared_away(store: Store) -> None:
    await store.run(sharing.add_share, KEPT)
    assert await store.run(sharing.prune, KEPT.expires_at - timedelta(seconds=1)) == 0
    assert await store.run(sharing.prune, KEPT.expires_at) == 1
