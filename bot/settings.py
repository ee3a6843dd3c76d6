"""Every setting of the desk, from the environment and `.env`; nothing else reads either."""

import difflib
import os
import re
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "MEJA_"
ENV_FILE = Path(".env")
MAKE_A_KEY = 'python3 -c "import secrets; print(secrets.token_urlsafe(32))"'
DRIVERS = {  # how people write it: the driver that the desk uses
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


class SettingsError(Exception):
    """What is wrong with the settings: one line each, beginning with the setting's name."""


class TelegramMode(StrEnum):
    """How updates come in."""

    POLLING = "polling"
    WEBHOOK = "webhook"


def _with_driver(url: str) -> str:
    scheme, colon, rest = url.partition("://")
    if scheme not in DRIVERS or not colon:
        raise ValueError("begin it with sqlite:/// or postgresql://")
    return f"{DRIVERS[scheme]}://{rest}"


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise ValueError("no such zone; write it as Asia/Jakarta, Asia/Makassar or Asia/Jayapura") from unknown
    return name


def _address(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment):
        raise ValueError("write it as https://press.example.id, without anything after the path")
    return url.rstrip("/")


def _watcher(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.fragment):
        raise ValueError("copy the address that your watcher shows, beginning with https://")
    return url


def _bucket(url: str) -> str:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"s3", "gs", "az"} or not parts.hostname or parts.username or parts.query):
        raise ValueError("write it as s3://bucket/folder; its keys stand in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
    return url.rstrip("/")


def _keys(secret: SecretStr) -> SecretStr:
    if any(len(key) < 32 for key in secret.get_secret_value().split(",")):
        raise ValueError(f"at least 32 characters; make one with {MAKE_A_KEY}")
    return secret


def _shaped(pattern: str, remedy: str, secret: SecretStr) -> SecretStr:
    if not re.fullmatch(pattern, secret.get_secret_value()):
        raise ValueError(remedy)
    return secret


_token = partial(_shaped, r"\d+:[\w-]{30,}", "copy it whole from BotFather: digits, a colon, 35 letters")
_webhook_secret = partial(_shaped, r"[A-Za-z0-9_-]{16,256}", "16 to 256 letters, digits, - or _")
_access_token = partial(_shaped, r"[\w|.-]{20,500}", "copy the system user's permanent token whole")
_app_secret = partial(_shaped, r"[0-9a-f]{32,64}", "copy it from the app's basic settings: 32 digits and letters a to f")


def _number(digits: str) -> str:
    if not re.fullmatch(r"[0-9]{5,30}", digits):
        raise ValueError("the id that Meta shows beside it: digits only, and not the phone number itself")
    return digits


def _version(typed: str) -> str:
    if not re.fullmatch(r"v[0-9]{2}\.[0-9]", typed):
        raise ValueError("write it as v23.0")
    return typed


FREE_RATE = 30  # messages a second that Telegram bears without charge


class Settings(BaseSettings):
    """The checked settings; empty where one is not set. Frozen: a change needs a new start."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, validate_default=False, frozen=True, extra="ignore"
    )

    database_url: Annotated[str, AfterValidator(_with_driver)] = Field("sqlite+aiosqlite:///var/meja.db", repr=False)
    files_folder: Path = Path("var/files")
    files_url: Annotated[str, AfterValidator(_bucket)] = ""
    secret_key: Annotated[SecretStr, AfterValidator(_keys)] = SecretStr("")
    http_host: str = "127.0.0.1"
    http_port: int = Field(8080, ge=1, le=65535)
    metrics_port: int = Field(0, ge=0, le=65535)
    heartbeat_url: Annotated[str, AfterValidator(_watcher)] = Field("", repr=False)
    public_url: Annotated[str, AfterValidator(_address)] = ""
    office_name: Annotated[str, BeforeValidator(str.strip)] = Field("Kantor Humas", min_length=1, max_length=200)
    timezone: Annotated[str, AfterValidator(_zone)] = "Asia/Jakarta"
    telegram_token: Annotated[SecretStr, AfterValidator(_token)] = SecretStr("")
    telegram_api: Annotated[str, AfterValidator(_address)] = "https://api.telegram.org"
    telegram_rate: int = Field(FREE_RATE, ge=1, le=1000)  # messages a second
    telegram_paid_broadcast: bool = False
    telegram_mode: TelegramMode = TelegramMode.POLLING
    telegram_secret: Annotated[SecretStr, AfterValidator(_webhook_secret)] = SecretStr("")
    whatsapp_token: Annotated[SecretStr, AfterValidator(_access_token)] = SecretStr("")
    whatsapp_phone_id: Annotated[str, AfterValidator(_number)] = ""
    whatsapp_business_id: Annotated[str, AfterValidator(_number)] = ""
    whatsapp_app_secret: Annotated[SecretStr, AfterValidator(_app_secret)] = SecretStr("")
    whatsapp_verify_token: Annotated[SecretStr, AfterValidator(_webhook_secret)] = SecretStr("")
    whatsapp_api: Annotated[str, AfterValidator(_address)] = "https://graph.facebook.com"
    whatsapp_graph_version: Annotated[str, AfterValidator(_version)] = "v23.0"
    whatsapp_rate: int = Field(80, ge=1, le=1000)  # messages a second
    evidence_pictures: bool = False

    @model_validator(mode="after")
    def _complete(self) -> "Settings":
        if self.telegram_mode is TelegramMode.WEBHOOK:
            if not self.public_url.startswith("https://"):
                raise ValueError(f"{PREFIX}PUBLIC_URL: a webhook needs the https:// address of this desk")
            if not self.telegram_secret.get_secret_value():
                raise ValueError(f"{PREFIX}TELEGRAM_SECRET: a webhook needs one, or anybody could write in Telegram's name")
        if self.telegram_rate > FREE_RATE and not self.telegram_paid_broadcast:
            raise ValueError(f"{PREFIX}TELEGRAM_RATE: more than {FREE_RATE} a second needs {PREFIX}TELEGRAM_PAID_BROADCAST=true")
        missing = [name for name in WITH_A_TOKEN if self._lacks(name)]
        if missing and not self._lacks("whatsapp_token"):
            name = f"{PREFIX}{missing[0].upper()}"
            raise ValueError(f"{name}: {PREFIX}WHATSAPP_TOKEN needs it beside it; .env.example says where to find it")
        return self

    def _lacks(self, name: str) -> bool:
        held = getattr(self, name)
        return not (held.get_secret_value() if isinstance(held, SecretStr) else held)


WITH_A_TOKEN = ("whatsapp_phone_id", "whatsapp_business_id", "whatsapp_app_secret", "whatsapp_verify_token")
NAMES = tuple(f"{PREFIX}{name.upper()}" for name in Settings.model_fields)


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """The settings of the environment, and of `env_file` where the environment is silent. Raises SettingsError."""
    given = [name.upper() for name in (*os.environ, *dotenv_values(env_file)) if name.upper().startswith(PREFIX)]
    if strange := [_unknown(name) for name in dict.fromkeys(given) if name not in NAMES]:
        raise SettingsError("\n".join(strange))
    try:
        return Settings(_env_file=env_file)
    except ValidationError as wrong:
        # Only the sentence: the rest of pydantic's error repeats what was typed, and that may be a secret.
        raise SettingsError("\n".join(_sentence(each["loc"], each["msg"]) for each in wrong.errors())) from None


def _unknown(name: str) -> str:
    like = difflib.get_close_matches(name, NAMES, n=1)
    return f"{name}: there is no such setting" + (f"; did you mean {like[0]}?" if like else "; .env.example lists them all")


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    plain = message.removeprefix("Value error, ")
    return f"{PREFIX}{str(place[0]).upper()}: {plain}" if place else plain
