"""The SQLite engine's own promises: one process a file, clear errors, nothing touched that is damaged."""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest

from core.store import inbox, sqlite_file
from core.store.inbox import Kept
from core.store.port import StoreCorrupt, StoreUnavailable, Tx
from core.store.queries import load_queries
from core.store.settings import keep_setting, kept_setting
from core.store.sqlite import SqliteStore
from core.store.sqlite_errors import clear_error
from core.store.sqlite_file import check_version, open_reader
from tests.core.store.conftest import NOW

ROOT = Path(__file__).parents[3]
SEED = 20260302


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spotter.db"


async def opened(path: Path | str) -> SqliteStore:
    return await SqliteStore.open(path, applied_now=lambda: NOW)


def content(path: Path) -> bytes:
    return path.read_bytes()


def put(path: Path, written: bytes) -> Path:
    path.write_bytes(written)
    return path


def renamed(path: Path, target: Path) -> Path:
    return path.rename(target)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def beside(path: Path, name: str) -> Path:
    return path.with_name(name)


def in_a_process_of_its_own(script: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run a script that finds `path` in sys.argv and `clock` defined."""
    clock = "import datetime\ndef clock():\n    return datetime.datetime.now(datetime.UTC)\n"
    return subprocess.run(
        [sys.executable, "-c", clock + script, path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


async def made(path: Path) -> bytes:
    """The bytes of a closed database with something in it; no page is free, where damage hurts nobody."""
    store = await opened(path)
    await store.run(keep_setting, "bar", "20")
    await store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("vacuum")
    return content(path)


async def test_the_file_is_durable_and_its_owners_alone(path: Path) -> None:
    store = await opened(str(path))

    def ask(tx: Tx) -> list[object]:
        connection = tx._connection  # type: ignore[attr-defined]
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        return [connection.execute(f"pragma {name}").fetchone()[0] for name in asked]

    assert await store.run(ask) == ["wal", 2, 1, 1, 5000]
    modes = {found.name: stat.S_IMODE(found.stat().st_mode) for found in path.parent.iterdir()}
    assert modes == dict.fromkeys(
        ("spotter.db", "spotter.db-wal", "spotter.db-shm", "spotter.db.lock"), 0o600
    )
    await store.close()
    assert sorted(found.name for found in path.parent.iterdir()) == ["spotter.db", "spotter.db.lock"]


async def test_what_was_kept_is_there_after_a_restart(path: Path) -> None:
    await made(path)
    store = await opened(path)
    assert await store.read(kept_setting, "bar") == "20"
    await store.close()


async def test_a_second_spotter_on_the_file_is_told_so(path: Path) -> None:
    store = await opened(path)
    with pytest.raises(StoreUnavailable, match=r"Another Spotter runs on the database .*spotter\.db"):
        await opened(path)
    with closing(open_reader(path)) as reader:
        assert reader.execute("select count(*) from setting").fetchone()[0] == 0
    await store.close()
    await (await opened(path)).close()


async def test_another_process_is_kept_out_until_this_one_ends(path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from core.store.sqlite import SqliteStore\n"
        "asyncio.run(SqliteStore.open(sys.argv[1], applied_now=clock))\n"
    )
    store = await opened(path)
    second = await asyncio.to_thread(in_a_process_of_its_own, script, path)
    await store.close()
    assert second.returncode != 0
    assert "Another Spotter runs on the database" in second.stderr.splitlines()[-1]


async def test_a_missing_folder_is_one_clear_line(path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"nowhere/spotter\.db: No such file"):
        await opened(path.parent / "nowhere" / "spotter.db")


async def test_a_path_that_is_a_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=str(tmp_path)):
        await opened(tmp_path)


@pytest.fixture
def read_only(path: Path) -> Iterator[Path]:
    """A file and a folder that may not be written; whoever runs as root has to give that up first."""
    path.touch(0o400)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
async def test_a_read_only_folder_is_one_clear_line(read_only: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"spotter\.db: Permission denied"):
        await opened(read_only)


def damages(sound: bytes) -> Iterator[tuple[str, bytes]]:
    yield "no header", b"\xff" * 16 + sound[16:]
    yield "a text file", b"kg,reps\n80,8\n" * 400
    yield "cut in a page", sound[: len(sound) // 2 + 100]
    # Page 1 tells where everything is; a page of a table or an index with its own opening flipped.
    for start in range(4096, len(sound), 4096 * 5):
        yield (
            f"page at {start}",
            sound[:start] + bytes(byte ^ 0xFF for byte in sound[start : start + 64]) + sound[start + 64 :],
        )


async def test_a_damaged_file_is_refused_and_left_as_it_is(path: Path) -> None:
    sound = await made(path)
    for what, damaged in damages(sound):
        put(path, damaged)
        with pytest.raises(StoreCorrupt, match=r"spotter\.db is .*put a backup in its place"):
            await opened(path)
        assert content(path) == damaged, what
    put(path, sound)
    await (await opened(path)).close()


@pytest.mark.faults
async def test_every_page_damaged_by_itself_is_refused(path: Path) -> None:
    sound = await made(path)
    for start in range(0, len(sound), 4096):
        flipped = bytes(byte ^ 0xFF for byte in sound[start : start + 64])
        damaged = sound[:start] + flipped + sound[start + 64 :]
        put(path, damaged)
        with pytest.raises(StoreCorrupt):
            await opened(path)
        assert content(path) == damaged, f"page at {start}"


@pytest.mark.faults
async def test_a_byte_flipped_anywhere_is_refused_or_opens_and_never_breaks_otherwise(path: Path) -> None:
    sound = await made(path)
    dice = random.Random(SEED)
    for start in range(0, len(sound), 4096):
        damaged = bytearray(sound)
        damaged[start + dice.randrange(4096)] ^= 1 << dice.randrange(8)
        put(path, bytes(damaged))
        for name in ("spotter.db-wal", "spotter.db-shm"):
            beside(path, name).unlink(missing_ok=True)
        try:
            store = await opened(path)
        except StoreCorrupt:
            continue
        await store.close()


async def test_a_file_too_large_to_be_read_whole_is_opened_and_said(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await made(path)
    monkeypatch.setattr(sqlite_file, "CHECKED_STEPS", 0)
    monkeypatch.setattr(sqlite_file, "STEPS_AT_ONCE", 1)
    store = await opened(path)
    assert await store.read(kept_setting, "bar") == "20"
    await store.close()
    assert "too large" in caplog.text


async def test_an_emptied_file_beside_a_log_is_refused(path: Path) -> None:
    put(path, b"")
    log = put(beside(path, "spotter.db-wal"), b"\x37\x7f\x06\x82" * 1024)
    with pytest.raises(StoreCorrupt, match="write-ahead log"):
        await opened(path)
    assert len(content(log)) == 4096


async def test_a_strangers_log_beside_the_file_changes_nothing(path: Path) -> None:
    await made(path)
    put(beside(path, "spotter.db-wal"), b"\x37\x7f\x06\x82" * 1024)
    store = await opened(path)
    assert await store.read(kept_setting, "bar") == "20"
    await store.close()


async def test_a_newer_database_is_refused_untouched(path: Path) -> None:
    await made(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("insert into migration values (9999, '9999_later')")
    before = content(path)
    with pytest.raises(StoreUnavailable, match="newer Spotter"):
        await opened(path)
    assert content(path) == before


async def test_another_programs_file_is_refused_untouched(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table song (title text)")
    before = content(path)
    with pytest.raises(StoreUnavailable, match="belongs to another program"):
        await opened(path)
    assert content(path) == before


async def test_a_file_others_could_read_becomes_its_owners_alone(path: Path) -> None:
    await made(path)
    put(path, content(path)).chmod(0o644)
    await (await opened(path)).close()
    assert mode(path) == 0o600


async def test_a_full_disk_is_an_honest_error_and_passes(path: Path) -> None:
    store = await opened(path)

    def fill(tx: Tx, pages: int) -> None:
        connection = tx._connection  # type: ignore[attr-defined]
        connection.execute(f"pragma max_page_count = {pages}")

    await store.run(fill, 1)
    with pytest.raises(StoreUnavailable, match=r"spotter\.db could not be written: the disk is full\.$"):
        await store.run(keep_setting, "big", "x" * 1_000_000)
    assert await store.run(kept_setting, "big") is None
    await store.run(fill, 1_000_000)
    await store.run(keep_setting, "big", "x" * 1_000_000)
    assert await store.read(kept_setting, "big") == "x" * 1_000_000
    await store.close()


async def test_an_input_output_error_is_an_honest_error_and_passes(path: Path) -> None:
    """The size limit of files, as a disk that takes no more: in a process of its own."""
    script = (
        "import asyncio, resource, signal, sys\n"
        "from core.store.port import StoreUnavailable\n"
        "from core.store.settings import keep_setting, kept_setting\n"
        "from core.store.sqlite import SqliteStore\n"
        "async def main():\n"
        "    store = await SqliteStore.open(sys.argv[1], applied_now=clock)\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))\n"
        "    try:\n"
        "        await store.run(keep_setting, 'big', 'x' * 1_000_000)\n"
        "    except StoreUnavailable as error:\n"
        "        print(error)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "    await store.run(keep_setting, 'bar', '20')\n"
        "    print(await store.read(kept_setting, 'bar'), await store.read(kept_setting, 'big'))\n"
        "    await store.close()\n"
        "asyncio.run(main())\n"
    )
    ended = await asyncio.to_thread(in_a_process_of_its_own, script, path)
    said, after = ended.stdout.splitlines()
    assert "spotter.db could not be" in said
    assert after == "20 None"


async def test_a_foreign_lock_is_waited_for_once_not_once_a_caller(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "PATIENCE_S", 0.3)
    store = await opened(path)
    loop = asyncio.get_running_loop()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        started = loop.time()
        calls = [store.run(keep_setting, "bar", str(turn)) for turn in range(5)]
        ended = await asyncio.gather(*calls, return_exceptions=True)
        waited = loop.time() - started
        other.execute("rollback")
    assert [str(error) for error in ended] == [f"The database {path} is locked by another program."] * 5
    assert 0.25 < waited < 1.0
    await store.run(keep_setting, "bar", "20")
    assert await store.read(kept_setting, "bar") == "20"
    await store.close()


async def test_a_file_put_in_the_place_of_one_that_is_used_stays_as_it_is(path: Path) -> None:
    await made(path)
    copied = content(path)
    store = await opened(path)
    await store.run(keep_setting, "bar", "15")
    renamed(put(beside(path, "copy.db"), copied), path)
    with pytest.raises(StoreUnavailable, match="was taken away or replaced while Spotter ran"):
        await store.run(keep_setting, "bar", "10")
    assert store.health().trouble is not None
    await store.close()
    assert content(path) == copied
    store = await opened(path)
    assert await store.read(kept_setting, "bar") == "20"
    await store.close()


async def test_a_file_that_is_taken_away_is_missed(path: Path) -> None:
    store = await opened(path)
    taken = renamed(path, beside(path, "taken.db"))
    with pytest.raises(StoreUnavailable, match="was taken away or replaced while Spotter ran"):
        await store.run(keep_setting, "bar", "20")
    renamed(taken, path)
    await store.run(keep_setting, "bar", "20")
    await store.close()


async def test_nobody_else_writes_between_what_a_use_case_reads_and_what_it_writes(path: Path) -> None:
    store = await opened(path)

    def look_then_write(tx: Tx) -> None:
        assert kept_setting(tx, "bar") is None
        with closing(sqlite3.connect(path, timeout=0)) as other, pytest.raises(sqlite3.OperationalError):
            other.execute("insert into setting values ('bar', '15')")
        keep_setting(tx, "bar", "20")

    await store.run(look_then_write)
    assert await store.read(kept_setting, "bar") == "20"
    await store.close()


async def test_a_settled_updates_text_is_in_no_byte_of_the_file(path: Path) -> None:
    canary = "my knee hurts " * 3
    store = await opened(path)
    await store.run(inbox.keep, [Kept(update_id, 5, canary) for update_id in range(20)], NOW)
    await store.close()
    assert canary.encode() in content(path)
    store = await opened(path)
    await store.run(inbox.settle, range(20), NOW)
    await store.close()
    assert canary.encode() not in content(path)


async def test_a_start_given_up_lets_the_file_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrating, go = threading.Event(), threading.Event()

    def migrate_slowly(_connection: sqlite3.Connection, _path: Path) -> None:
        migrating.set()
        assert go.wait(5)

    with monkeypatch.context() as patched:
        patched.setattr(sqlite_file, "migrate", migrate_slowly)
        starting = asyncio.create_task(opened(path))
        await asyncio.to_thread(migrating.wait, 5)
        starting.cancel()
        go.set()
        with pytest.raises(asyncio.CancelledError):
            await starting
    await (await opened(path)).close()


async def test_a_reader_that_cannot_open_lets_the_file_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> sqlite3.Connection:
        raise StoreUnavailable("no reader")

    with monkeypatch.context() as patched:
        patched.setattr("core.store.sqlite.open_reader", fail)
        with pytest.raises(StoreUnavailable, match="no reader"):
            await opened(path)
    await (await opened(path)).close()


async def test_a_reader_outlives_a_foreign_lock(path: Path) -> None:
    store = await opened(path)
    await store.run(keep_setting, "bar", "20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        assert await store.read(kept_setting, "bar") == "20"
        other.execute("rollback")
    await store.close()


def test_an_old_sqlite_is_named_with_what_is_needed() -> None:
    check_version((3, 35, 0))
    with pytest.raises(
        StoreUnavailable, match=r"needs SQLite 3\.35\.0 or newer; this Python comes with 3\.34\.1"
    ):
        check_version((3, 34, 1))


def test_an_error_of_ours_stays_what_it_is() -> None:
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(sqlite3.Error) as raised:
        connection.execute("select nothing from nowhere")
    assert clear_error(raised.value, Path("spotter.db")) is raised.value
    driver = sqlite3.ProgrammingError("recursive use of cursors")
    assert clear_error(driver, Path("spotter.db")) is driver


async def test_aiosqlite_still_runs_a_function_whole_in_its_thread() -> None:
    """The contract of the one private member this engine leans on."""
    connection = await aiosqlite.connect(":memory:")
    order: list[int] = []

    def step(turn: int) -> int:
        order.append(turn)
        if turn == 3:
            raise ValueError(turn)
        return turn

    calls = [connection._execute(step, turn) for turn in range(5)]  # type: ignore[no-untyped-call]
    ended = await asyncio.gather(*calls, return_exceptions=True)
    await connection.close()
    assert order == [0, 1, 2, 3, 4]
    assert [str(outcome) for outcome in ended] == ["0", "1", "2", "3", "4"]


def test_every_query_stays_prepared() -> None:
    queries = load_queries("sqlite3", "engine_sqlite.sql")
    assert len(queries.one) + len(queries.many) + len(queries.do) < sqlite_file.KEPT_STATEMENTS
