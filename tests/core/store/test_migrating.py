from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.store import migrating
from core.store.migrating import applied_migrations, known_migrations, migrate, statements
from core.store.port import StoreUnavailable

SWEEP = Path(__file__).with_name("kill_sweep.py")


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two released steps: a table, and one more column for it with what stood there carried over."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_lift.sql").write_text(
        "-- Lifts.\ncreate table lift (id bigint primary key, kg bigint not null);\n"
    )
    (folder / "0002_grams.sql").write_text(
        "alter table lift add column load_g bigint;\n"
        "update lift set load_g = kg * 1000;\n"
        "create table gym (id bigint primary key, name text not null);\n"
        "insert into gym (id, name) values (1, 'Cellar; back door');\n"
    )
    return folder


@pytest.fixture
def database(tmp_path: Path, folder: Path) -> Iterator[sqlite3.Connection]:
    """A database of the first release, with one lift in it."""
    path = tmp_path / "old.db"
    later = (folder / "0002_grams.sql").rename(tmp_path / "later.sql")
    with closing(connect(path)) as connection:
        migrate(connection, path, folder)
        connection.execute("insert into lift values (1, 80)")
        later.rename(folder / "0002_grams.sql")
        yield connection


def test_no_two_migrations_share_a_number() -> None:
    numbers = [step.number for step in known_migrations()]
    assert len(set(numbers)) == len(numbers)


def test_a_new_file_gets_everything_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(connect(path)) as connection:
        assert migrate(connection, path) == tuple(step.name for step in known_migrations())
        assert migrate(connection, path) == ()
        assert applied_migrations(connection) == {step.number: step.name for step in known_migrations()}
    assert [found.name for found in tmp_path.iterdir()] == ["new.db"]


def test_an_old_database_is_backed_up_first_and_keeps_its_rows(
    tmp_path: Path, folder: Path, database: sqlite3.Connection
) -> None:
    assert migrate(database, tmp_path / "old.db", folder) == ("0002_grams",)
    assert database.execute("select id, kg, load_g from lift").fetchall() == [(1, 80, 80_000)]
    assert database.execute("select name from gym").fetchall() == [("Cellar; back door",)]
    backup = tmp_path / "old.db.before-0002"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with closing(connect(backup)) as connection:
        assert connection.execute("select id, kg from lift").fetchall() == [(1, 80)]
        assert list(applied_migrations(connection)) == [1]


def test_a_step_that_fails_leaves_nothing_of_itself(
    tmp_path: Path, folder: Path, database: sqlite3.Connection
) -> None:
    (folder / "0003_wrong.sql").write_text(
        "create table rack (id bigint primary key);\ninsert into nowhere values (1);\n"
    )
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(database, tmp_path / "old.db", folder)
    assert list(applied_migrations(database)) == [1, 2]
    assert database.execute("select name from sqlite_master where name = 'rack'").fetchall() == []
    assert not database.in_transaction


def test_a_step_may_not_leave_rows_that_belong_to_nothing(
    tmp_path: Path, folder: Path, database: sqlite3.Connection
) -> None:
    (folder / "0003_sets.sql").write_text(
        "create table reps (lift_id bigint not null references lift (id), many bigint not null);\n"
        "insert into reps values (99, 8);\n"
    )
    with pytest.raises(StoreUnavailable, match="0003_sets"):
        migrate(database, tmp_path / "old.db", folder)
    assert list(applied_migrations(database)) == [1, 2]


def test_a_newer_database_is_refused_untouched(
    tmp_path: Path, folder: Path, database: sqlite3.Connection
) -> None:
    path = tmp_path / "old.db"
    migrate(database, path, folder)
    (folder / "0002_grams.sql").unlink()
    before = path.read_bytes()
    with pytest.raises(
        StoreUnavailable, match=r"old\.db was written by a newer Spotter \(schema 2, this is 1\)"
    ):
        migrate(database, path, folder)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_untouched(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "other.db"
    with closing(connect(path)) as connection:
        connection.execute("create table song (title text)")
        before = path.read_bytes()
        with pytest.raises(StoreUnavailable, match="belongs to another program"):
            migrate(connection, path, folder)
    assert path.read_bytes() == before


def test_a_backup_that_cannot_be_made_stops_the_migration(
    tmp_path: Path, folder: Path, database: sqlite3.Connection
) -> None:
    (tmp_path / "old.db.before-0002.part").mkdir()
    with pytest.raises(StoreUnavailable, match=r"was not upgraded, because its backup old\.db\.before-0002"):
        migrate(database, tmp_path / "old.db", folder)
    assert list(applied_migrations(database)) == [1]


def test_statements_are_told_apart_by_their_semicolons_not_those_in_texts() -> None:
    sql = "-- One; two.\nselect 'a;\nb';\nselect 2;  -- last; one\nselect 3"
    assert [statement.strip() for statement in statements(sql)] == [
        "-- One; two.\nselect 'a;\nb';",
        "select 2;  -- last; one",
        "select 3",
    ]


@pytest.mark.parametrize(
    ("stride", "later"), [(9, 61), pytest.param(1, 19, marks=pytest.mark.faults)], ids=["some", "every"]
)
def test_a_kill_at_any_statement_leaves_whole_steps_and_a_second_start_goes_on(
    tmp_path: Path, stride: int, later: int
) -> None:
    swept = subprocess.run(
        [sys.executable, str(SWEEP), str(tmp_path), str(stride), str(later)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(migrating.__file__).parents[2],
        timeout=300,
    )
    sweeps = json.loads(swept.stdout)
    assert set(sweeps) == {"new", *(str(step.number) for step in known_migrations()[:-1])}
    for start, (kills, broken) in sweeps.items():
        assert kills > (20 // stride if start in ("new", "1") else 0)
        assert broken == []
