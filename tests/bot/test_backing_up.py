"""The commands around the database file, and the daily backup."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot import backing_up
from bot.__main__ import main
from bot.ahead import shadows
from bot.doctor import doctor
from bot.settings import Settings, load_settings
from core.coach.data import forgetting
from core.model.onboarding import Draft
from core.store import erasing
from core.store.athletes import save_draft
from core.store.sqlite import SqliteStore
from tests.dialogs.stage import intermediate

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TOKEN = "123456:abcdefghijklmnopqrstuvwxyz-123456789"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A host's folder: an empty one, with the settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("BOT_TOKEN", "ADMIN_IDS", "ALLOWED_IDS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/spotter.db")
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path / "backups"))
    return load_settings()


def test_migrate_backup_and_restore_by_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate"]) == 0
    assert main(["backup", "copy.db"]) == 0
    assert "opened, sound" in capsys.readouterr().out
    assert main(["backup", "copy.db"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["restore", "copy.db"]) == 0
    assert "spotter.db.replaced-1" in capsys.readouterr().out
    assert main(["restore", "nothing.db"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "spotter.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("token", [TOKEN, None])
async def test_restore_by_command_brings_nobody_back_who_was_forgotten(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], token: str | None
) -> None:
    store = await SqliteStore.open(settings.database_path, applied_now=lambda: NOW, durable=False)
    await store.run(save_draft, Draft(intermediate(id=7, chat_id=7)), NOW)
    assert main(["backup", "copy.db"]) == 0
    await store.run(forgetting.forget, 7, shadows(TOKEN)(7), NOW, NOW, NOW)
    await store.close()
    if token is not None:
        monkeypatch.setenv("BOT_TOKEN", token)
    assert main(["restore", "copy.db"]) == 0
    said = capsys.readouterr().out
    store = await SqliteStore.open(settings.database_path, applied_now=lambda: NOW, durable=False)
    left = await store.read(erasing.row_counts)
    await store.close()
    if token is None:
        assert (left["onboarding"], "BOT_TOKEN is not set" in said) == (1, True)
    else:
        assert (left["onboarding"], "sent /forget since: 1." in said) == (0, True)


async def test_a_daily_backup_is_made_once_and_kept_a_week(settings: Settings, tmp_path: Path) -> None:
    backing_up.migrate(settings)
    folder = tmp_path / "backups"
    for day in range(10):
        await backing_up.look_after_copies(settings, TODAY + timedelta(days=day))
    made = sorted(found.name for found in folder.iterdir())
    assert made == [f"spotter-{TODAY + timedelta(days=day)}.db" for day in range(3, 10)]
    assert folder.stat().st_mode & 0o777 == 0o700
    first = folder / made[-1]
    written = first.stat().st_mtime_ns
    await backing_up.look_after_copies(settings, TODAY + timedelta(days=9))
    assert first.stat().st_mtime_ns == written


async def test_what_is_not_a_daily_backup_stays(settings: Settings, tmp_path: Path) -> None:
    backing_up.migrate(settings)
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("spotter-2020-01-01.db", "spotter-2020-13-01.db", "spotter-mine.db", "notes.txt"):
        (folder / name).touch()
    old, new = tmp_path / "spotter.db.before-0003", tmp_path / "spotter.db.before-0004"
    for each in (old, new):
        each.touch()
    os.utime(old, (1, 1))
    await backing_up.look_after_copies(settings, TODAY)
    left = {found.name for found in folder.iterdir()}
    assert left == {"spotter-2020-13-01.db", "spotter-mine.db", "notes.txt", f"spotter-{TODAY}.db"}
    assert not old.exists()
    assert new.exists()


async def test_copies_before_an_upgrade_go_after_a_week_where_nobody_asked_for_backups(
    settings: Settings, tmp_path: Path
) -> None:
    old, new = tmp_path / "spotter.db.before-0003", tmp_path / "spotter.db.before-0004"
    for each in (old, new):
        each.touch()
    os.utime(old, (1, 1))
    await backing_up.look_after_copies(settings.model_copy(update={"backup_dir": None}), TODAY)
    assert (old.exists(), new.exists()) == (False, True)


async def test_a_daily_backup_that_fails_is_one_line_and_no_end(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "backups").write_text("a file, not a folder")
    backing_up.migrate(settings)
    await backing_up.back_up_daily(settings, tmp_path / "backups", TODAY)
    (line,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert line.startswith("the daily backup was not made")


async def test_a_database_that_no_copy_can_be_counted_of_is_one_line_and_no_end(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """SQLite's own word for a missing table is none of the port's errors."""
    backing_up.migrate(settings)
    with closing(sqlite3.connect(tmp_path / "spotter.db", isolation_level=None)) as connection:
        connection.execute("drop table ache")
    await backing_up.look_after_copies(settings, TODAY)
    (line,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert line == "the daily backup was not made: no such table: ache"
    assert list((tmp_path / "backups").iterdir()) == []


def marks() -> dict[str, bool]:
    return {finding.what.partition(":")[0]: finding.fine for finding in doctor()}


def test_the_doctor_finds_what_is_wrong(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    backing_up.migrate(settings)
    path = tmp_path / "spotter.db"
    sound = {"settings": True, "database": True, "permissions": True, "disk": True, "clock": True}
    assert marks() == {**sound, "token": False}
    path.chmod(0o644)
    assert not marks()["permissions"]
    path.chmod(0o600)
    os.utime(path, (4_000_000_000, 4_000_000_000))
    assert not marks()["clock"]
    path.write_bytes(b"no database" * 1_000)
    assert not marks()["database"]
    monkeypatch.setenv("CLOCK_SPEED", "0")
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out.startswith("✗ settings: CLOCK_SPEED")


async def test_a_link_to_a_database_is_that_database(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = await SqliteStore.open(settings.database_path, applied_now=lambda: NOW, durable=False)
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "linked.db"
    link.symlink_to(settings.database_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{link}")
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert main(["migrate"]) == 2
    assert "Another Spotter runs" in capsys.readouterr().err
    await store.close()
    assert main(["backup", "copy.db"]) == 0
    assert main(["restore", "copy.db"]) == 0
    assert link.is_symlink()
    assert [found.name for found in link.parent.iterdir()] == ["linked.db"]
    assert (tmp_path / "spotter.db.replaced-1").exists()


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table song (name text)")
    path.chmod(0o600)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.mkdir, "is no file"),
        (os.mkfifo, "is no file"),
        (other_program, "belongs to another program"),
        (lambda path: path.parent.rmdir(), "no folder"),
    ],
    ids=["folder", "pipe", "other_program", "no_folder"],
)
def test_the_doctor_bears_whatever_stands_in_the_databases_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "kept" / "it.db"
    path.parent.mkdir()
    make(path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    found = {finding.what.partition(":")[0]: finding for finding in doctor()}
    assert not found["database"].fine
    assert said in found["database"].what


def test_the_doctor_asks_telegram_for_no_longer_than_it_must(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:CANARY-of-the-token_abcdefghijk")
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://127.0.0.1:9/bot")
    (token,) = [finding for finding in doctor() if finding.what.startswith("token")]
    assert not token.fine
    assert "does not answer" in token.what
    assert "CANARY" not in token.what
