"""What the host may set: read once at the start from the environment, `.env` and secret files, then frozen.

How each setting is explained to the host is in `.env.example`; the refusals' wording is `ACCEPTED` below.
"""

from __future__ import annotations

import logging
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

_LOGGER = logging.getLogger(__name__)

ACCEPTED = {
    "BOT_TOKEN": "the token @BotFather gave you, like 123456:AbCdEf",
    "TELEGRAM_BASE_URL": "an http:// or https:// address ending in /bot, like http://127.0.0.1:8081/bot",
    "TELEGRAM_BASE_FILE_URL": "an http:// or https:// address ending in /file/bot",
    "DATABASE_URL": "sqlite:///spotter.db (beside the bot) or sqlite:////full/path/spotter.db",
    "CLOCK_SPEED": "a number above 0 and up to 100000; 1 is real time, 60 lets a minute pass in a second",
    "LOG_LEVEL": "DEBUG, INFO, WARNING or ERROR",
    "ADMIN_IDS": "numeric Telegram ids separated by commas, like 11111,22222",
    "ALLOWED_IDS": "numeric Telegram ids separated by commas, like 11111,22222",
    "BACKUP_DIR": "the folder for daily backups, like /var/backups/spotter",
    "PICTURES": "true or false",
    "PROXY_URL": "an http:// or https:// proxy, like http://127.0.0.1:3128",
    "WEBHOOK_URL": "an https:// address that Telegram can reach, like https://bot.example.org/a-secret-path",
    "WEBHOOK_SECRET": "32 to 256 of the characters A-Z a-z 0-9 _ -; `openssl rand -hex 32` makes one",
    "WEBHOOK_LISTEN": "an address and a port of this machine, like 127.0.0.1:8080 or 0.0.0.0:8080",
    "HEALTH_LISTEN": "an address and a port of this machine, like 127.0.0.1:8081",
    "WHEN_REFUSED": "end or wait",
}

FROM_FILE = frozenset({"bot_token", "database_url", "proxy_url", "webhook_secret"})
"""Settings that may hold a secret: NAME_FILE names a file to read each from, and wins over NAME."""

BACKUP_DAYS = 7
"""How long a daily backup is kept."""


class SettingsError(Exception):
    """A setting is wrong. Its text is one line that names the setting and what is accepted, never a value."""


class Refused(SettingsError):
    """Telegram won't have this token, or takes another program: no start changes that, only the host."""


def _http_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError
    return url.rstrip("/")


def _bot_address(url: str) -> str:
    url = _http_address(url)
    if not (url.endswith("/bot") or "{token}" in url):  # the token is put right behind it
        raise ValueError
    return url


def _public_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.port == 0 or parts.query or parts.fragment:
        raise ValueError
    return url


def _long_secret(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value().strip()
    if not re.fullmatch(r"[A-Za-z0-9_-]{32,256}", text, re.ASCII):
        raise ValueError
    return SecretStr(text)


def _listen(text: str) -> str:
    host, port = host_and_port(text)
    if not host or not 0 < port < 65536 or "/" in text or "@" in text:
        raise ValueError
    return text


def host_and_port(text: str) -> tuple[str, int]:
    """`127.0.0.1:8080` or `[::1]:8080` in its two parts. ValueError for a port that is none."""
    parts = urlsplit(f"//{text}")
    return parts.hostname or "", parts.port or 0


def _proxy(url: SecretStr) -> SecretStr:
    return SecretStr(_http_address(url.get_secret_value().strip()))


def _token(token: SecretStr) -> SecretStr:
    text = token.get_secret_value().strip()
    if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", text, re.ASCII):
        raise ValueError
    return SecretStr(text)


def _sqlite(url: SecretStr) -> SecretStr:
    text = url.get_secret_value().strip()
    scheme, _, path = text.partition(":///")
    if scheme != "sqlite" or not path.strip("/ ") or path.endswith("/") or "\0" in path or path == ":memory:":
        raise ValueError
    return SecretStr(text)


def _ids(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    ids = frozenset(int(part) for part in text.split(",") if part.strip())
    if any(not 0 < each < 2**52 for each in ids):
        raise ValueError("Telegram's ids are positive and below 2^52")
    return ids


def _upper(text: Any) -> Any:
    return text.strip().upper() if isinstance(text, str) else text


def _lower(text: Any) -> Any:
    return text.strip().lower() if isinstance(text, str) else text


def _files_beside(earlier: dict[str, Any]) -> str:
    return re.sub(r"/bot(?=$|\{)", "/file/bot", str(earlier.get("telegram_base_url", "")))


Token = Annotated[SecretStr, AfterValidator(_token)]
BotAddress = Annotated[str, AfterValidator(_bot_address)]
DatabaseUrl = Annotated[SecretStr, AfterValidator(_sqlite)]
ProxyUrl = Annotated[SecretStr, AfterValidator(_proxy)]
PublicAddress = Annotated[str, AfterValidator(_public_address)]
LongSecret = Annotated[SecretStr, AfterValidator(_long_secret)]
Listen = Annotated[str, AfterValidator(_listen)]
Ids = Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)]


class SecretFiles(PydanticBaseSettingsSource):
    """Reads NAME_FILE for the settings that may hold a secret, as containers hand secrets over."""

    def __init__(self, settings_cls: type[BaseSettings], named: Mapping[str, str | None]) -> None:
        super().__init__(settings_cls)
        self._named = named

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """The content of this setting's file, None when no file is named."""
        path = self._named.get(f"{field_name}_file") if field_name in FROM_FILE else None
        return (_secret(field_name.upper(), Path(path)) if path else None), field_name, False

    def __call__(self) -> dict[str, Any]:
        """All settings that came by file."""
        found = {name: self.get_field_value(field, name)[0] for name, field in Settings.model_fields.items()}
        return {name: value for name, value in found.items() if value is not None}


class Settings(BaseSettings):
    """Everything the host may set. Secrets show as stars wherever this is printed."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    bot_token: Token | None = None
    telegram_base_url: BotAddress = "https://api.telegram.org/bot"
    telegram_base_file_url: BotAddress = Field(default_factory=_files_beside)
    database_url: DatabaseUrl = SecretStr("sqlite:///spotter.db")
    clock_speed: Annotated[float, Field(gt=0, le=100_000, allow_inf_nan=False)] = 1.0
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = "INFO"
    admin_ids: Ids = frozenset()
    allowed_ids: Ids = frozenset()
    proxy_url: ProxyUrl | None = None
    webhook_url: PublicAddress | None = None
    webhook_secret: LongSecret | None = None
    webhook_listen: Listen = "127.0.0.1:8080"
    health_listen: Listen | None = None
    backup_dir: Path | None = None
    pictures: bool = True
    when_refused: Annotated[Literal["end", "wait"], BeforeValidator(_lower)] = "end"

    @property
    def database_path(self) -> Path:
        """The SQLite file that DATABASE_URL names; a relative one lies where the bot was started.

        A link stands for its file: lock, log and copies lie beside that, whichever name leads there.
        """
        named = Path(self.database_url.get_secret_value().partition(":///")[2])
        return Path(os.path.realpath(named)) if named.is_symlink() else named

    @property
    def copies_days(self) -> int | None:
        """How many days a daily backup is kept; None where none is made."""
        return None if self.backup_dir is None else BACKUP_DAYS

    def allows(self, user_id: int) -> bool:
        """Whether this person may use the bot: all may while ALLOWED_IDS is empty, admins always."""
        return not self.allowed_ids or user_id in self.allowed_ids or user_id in self.admin_ids

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """A secret file wins over the environment, which wins over `.env`."""
        named: dict[str, str | None] = {}
        for source in (dotenv_settings, env_settings):
            if isinstance(source, EnvSettingsSource):
                named |= source.env_vars
        return init_settings, SecretFiles(settings_cls, named), env_settings, dotenv_settings


def load_settings(dotenv: Path = Path(".env"), *, without_token: bool = False) -> Settings:
    """Read all settings. Raises SettingsError, whose text the start prints as its only line.

    `without_token` leaves BOT_TOKEN alone, right or wrong: the chat in a terminal needs none.
    """
    try:
        if without_token:
            return Settings(_env_file=dotenv, bot_token=None)
        return Settings(_env_file=dotenv)
    except ValidationError as refused:
        name = str(refused.errors()[0]["loc"][0]).upper()
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"{dotenv} cannot be read. Accepted: a readable text file in UTF-8.") from None
    raise SettingsError(f"{name} is not valid. Accepted: {ACCEPTED[name]}.")


def _secret(name: str, path: Path) -> str:
    try:
        secret = path.read_text("utf-8").strip()
        loose = path.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH)
    except (OSError, UnicodeDecodeError, ValueError):
        secret, loose = "", 0
    if not secret:
        raise SettingsError(f"{name}_FILE names no readable file with a value in it.")
    if loose:
        _LOGGER.warning("the file that %s_FILE names is open to everybody here; chmod 600 mends it", name)
    return secret
