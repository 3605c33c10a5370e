from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import ACCEPTED, FROM_FILE, Settings, SettingsError, load_settings

TOKEN = "123456:CANARY-abcdefghijklmnopqrstuvwxyz_01"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [*ACCEPTED, *(f"{name.upper()}_FILE" for name in FROM_FILE)]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_set_is_enough_to_chat() -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.telegram_base_url == "https://api.telegram.org/bot"
    assert settings.telegram_base_file_url == "https://api.telegram.org/file/bot"
    assert settings.database_path == Path("spotter.db")
    assert (settings.clock_speed, settings.log_level) == (1.0, "INFO")
    assert settings.admin_ids == settings.allowed_ids == frozenset()


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("TELEGRAM_BASE_URL", "http://127.0.0.1:8081/bot/", "http://127.0.0.1:8081/bot"),
        ("TELEGRAM_BASE_URL", "https://x.example/bot{token}/test", "https://x.example/bot{token}/test"),
        ("CLOCK_SPEED", "60", 60.0),
        ("CLOCK_SPEED", "0.5", 0.5),
        ("LOG_LEVEL", "debug", "DEBUG"),
        ("ADMIN_IDS", "11, 22,,33,", frozenset({11, 22, 33})),
        ("CLOCK_SPEED", "", 1.0),
    ],
)
def test_values_are_understood(monkeypatch: pytest.MonkeyPatch, name: str, value: str, meant: object) -> None:
    monkeypatch.setenv(name, value)
    assert getattr(load_settings(), name.lower()) == meant


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "CANARY"),
        ("BOT_TOKEN", "12:CANARY/../x"),
        ("BOT_TOKEN", "12:CANARY x"),
        ("TELEGRAM_BASE_URL", "CANARY"),
        ("TELEGRAM_BASE_URL", "ftp://CANARY/bot"),
        ("TELEGRAM_BASE_URL", "http://127.0.0.1:8081"),
        ("TELEGRAM_BASE_URL", "http://127.0.0.1:99999/bot"),
        ("TELEGRAM_BASE_FILE_URL", "http://[CANARY/bot"),
        ("DATABASE_URL", "postgresql://me:CANARY@host/db"),
        ("DATABASE_URL", "mysql:///CANARY"),
        ("DATABASE_URL", "sqlite://CANARY"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "CANARY.db"),
        ("CLOCK_SPEED", "0"),
        ("CLOCK_SPEED", "-1"),
        ("CLOCK_SPEED", "NaN"),
        ("CLOCK_SPEED", "inf"),
        ("CLOCK_SPEED", "CANARY"),
        ("LOG_LEVEL", "CANARY"),
        ("ADMIN_IDS", "11;22"),
        ("ADMIN_IDS", "CANARY"),
        ("ALLOWED_IDS", "1.5"),
        ("ALLOWED_IDS", "9" * 5000),
        ("PROXY_URL", "socks5://me:CANARY@host:1"),
        ("PROXY_URL", "me:CANARY@host"),
    ],
)
def test_one_line_names_the_setting_and_never_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    line = str(refused.value)
    assert line.startswith(f"{name} is not valid. Accepted: {ACCEPTED[name]}")
    assert "\n" not in line
    assert "CANARY" not in f"{refused.value!r}{refused.value.__cause__!r}"


def test_files_follow_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://127.0.0.1:8081/bot")
    assert load_settings().telegram_base_file_url == "http://127.0.0.1:8081/file/bot"
    monkeypatch.setenv("TELEGRAM_BASE_FILE_URL", "http://files.example/file/bot")
    assert load_settings().telegram_base_file_url == "http://files.example/file/bot"


def test_the_full_path_of_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////var/lib/spotter/spotter.db")
    assert load_settings().database_path == Path("/var/lib/spotter/spotter.db")


def test_the_file_wins_over_the_environment_wins_over_dotenv(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=1:dotenv\nCLOCK_SPEED=5\nLOG_LEVEL=ERROR\nUNKNOWN=x\n")
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "1:dotenv"
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("CLOCK_SPEED", "7")
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN
    assert (settings.clock_speed, settings.log_level) == (7.0, "ERROR")
    secret = tmp_path / "token"
    secret.write_text("2:file\n")
    secret.chmod(0o600)
    monkeypatch.setenv("BOT_TOKEN_FILE", str(secret))
    settings = load_settings()
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "2:file"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", None])
def test_a_secret_file_that_gives_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("BOT_TOKEN_FILE", str(tmp_path / "token"))
    if content is not None:
        (tmp_path / "token").write_bytes(content)
    with pytest.raises(SettingsError, match=r"^BOT_TOKEN_FILE names no readable file with a value in it\.$"):
        load_settings()


def test_a_wrong_secret_in_a_file_names_the_setting(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("no token at all")
    monkeypatch.setenv("BOT_TOKEN_FILE", str(tmp_path / "token"))
    with pytest.raises(SettingsError, match=r"^BOT_TOKEN is not valid"):
        load_settings()


@pytest.mark.parametrize(("mode", "warned"), [(0o600, False), (0o640, False), (0o644, True), (0o602, True)])
def test_a_loose_file_is_warned_about(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture, mode: int, warned: bool
) -> None:
    (tmp_path / "token").write_text(TOKEN + "\n")
    (tmp_path / "token").chmod(mode)
    monkeypatch.setenv("BOT_TOKEN_FILE", str(tmp_path / "token"))
    load_settings()
    assert ("BOT_TOKEN_FILE" in caplog.text) is warned
    assert TOKEN not in caplog.text


def test_a_dotenv_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"BOT_TOKEN=\xff\xfe")
    with pytest.raises(SettingsError, match=r"^\.env cannot be read"):
        load_settings()


def test_settings_are_frozen_and_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("PROXY_URL", "http://me:CANARY@proxy.example:3128")
    settings = load_settings()
    assert "CANARY" not in f"{settings!r} {settings}"
    with pytest.raises(ValidationError):
        settings.clock_speed = 2.0  # type: ignore[misc]


def test_who_may_train() -> None:
    assert Settings().allows(5)
    closed = Settings(allowed_ids=frozenset({1}), admin_ids=frozenset({2}))
    assert [closed.allows(user_id) for user_id in (1, 2, 3)] == [True, True, False]
