from __future__ import annotations

from core.store.pictures import keep_picture, kept_picture
from core.store.port import Store
from tests.core.store.conftest import NOW


async def test_a_picture_is_known_again_by_what_it_shows(store: Store) -> None:
    await store.run(keep_picture, 5, "progress:bench_press", "aa", "file-1", NOW)
    assert await store.read(kept_picture, 5, "progress:bench_press", "aa") == "file-1"
    assert await store.read(kept_picture, 5, "progress:bench_press", "bb") is None
    assert await store.read(kept_picture, 5, "volume", "aa") is None
    assert await store.read(kept_picture, 6, "progress:bench_press", "aa") is None


async def test_one_picture_of_a_subject_is_kept(store: Store) -> None:
    await store.run(keep_picture, 5, "volume", "aa", "file-1", NOW)
    await store.run(keep_picture, 5, "volume", "bb", "file-2", NOW)
    assert await store.read(kept_picture, 5, "volume", "aa") is None
    assert await store.read(kept_picture, 5, "volume", "bb") == "file-2"
