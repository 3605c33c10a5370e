from __future__ import annotations

from pathlib import Path

import pytest

from core.store import queries
from core.store.queries import load_queries


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(queries, "SQL_FOLDER", tmp_path)
    (tmp_path / "lifts.sql").write_text("-- name: lifts\nselect 1;\n\n-- name: lift_newest^\nselect 2;\n")
    return tmp_path


def load() -> queries.Queries:
    return load_queries.__wrapped__("sqlite3", "engine_sqlite.sql")


def test_queries_are_sorted_by_what_they_give_back(folder: Path) -> None:
    (folder / "sets.sql").write_text("-- name: set_undo!\ndelete from sets;\n")
    loaded = load()
    assert (set(loaded.one), set(loaded.many), set(loaded.do)) == ({"lift_newest"}, {"lifts"}, {"set_undo"})


def test_of_the_engines_only_the_one_asked_for_is_loaded(folder: Path) -> None:
    (folder / "engine_sqlite.sql").write_text("-- name: begin!\nbegin immediate;\n")
    (folder / "engine_other.sql").write_text("-- name: begin!\nbegin;\n")
    assert load().do["begin"].sql == "begin immediate;"


def test_a_name_given_twice_is_refused(folder: Path) -> None:
    (folder / "more.sql").write_text("-- name: lifts\nselect 3;\n")
    with pytest.raises(ValueError, match=r"lifts in more\.sql"):
        load()


def test_a_kind_of_query_nobody_calls_is_refused(folder: Path) -> None:
    (folder / "more.sql").write_text("-- name: lift_count$\nselect 3;\n")
    with pytest.raises(ValueError, match="lift_count"):
        load()
